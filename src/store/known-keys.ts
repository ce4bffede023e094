import type { Tables } from './schema.ts'

/** Bits of the filter, 2 MB of them: of a million keys, one in a hundred that are new is looked up all the same. */
const BITS = 1 << 24
/** Characters of a hash that choose a bit. */
const CHOOSING = 6

/**
 * The natural keys that an import stored, as a Bloom filter (Bloom 1970): what is not among them need not be looked for
 * in the database, which takes as long as writing it. It begins with an owner who has no interactions, and holds as long
 * as nobody else adds any.
 */
export class KnownKeys {
  #bits: Uint32Array | null = null
  #owner = NaN
  #importId = NaN
  /** The next interaction id, if only this import added some. */
  #next = NaN

  /** Those of the keys that may be stored already. Needs the owner locked. */
  among(
    { owner_id, next_interaction_id: next }: Tables['owners'],
    importId: number,
    keys: readonly string[],
  ): readonly string[] {
    if (next === 1) {
      this.#bits = new Uint32Array(BITS >> 5)
      this.#owner = owner_id
      this.#importId = importId
    } else if (this.#owner !== owner_id || this.#importId !== importId || this.#next !== next) this.forget()
    const bits = this.#bits
    return bits === null
      ? keys
      : keys.filter((key) => isSet(bits, bitOf(key, 0)) && isSet(bits, bitOf(key, CHOOSING)))
  }

  /** These were added, and the next id is now another. */
  add(keys: Iterable<string>, next: number): void {
    this.#next = next
    const bits = this.#bits
    if (bits === null) return
    for (const key of keys) {
      set(bits, bitOf(key, 0))
      set(bits, bitOf(key, CHOOSING))
    }
  }

  /** Something was taken back, or came from elsewhere. */
  forget(): void {
    this.#bits = null
    this.#owner = NaN
  }
}

/** Hashes are evenly spread: a few characters tell as much as all. */
function bitOf(hash: string, from: number): number {
  let bit = 0
  for (let i = from; i < from + CHOOSING; i++) bit = Math.imul(bit, 67) + hash.charCodeAt(i)
  return bit & (BITS - 1)
}

const isSet = (bits: Uint32Array, bit: number): boolean => ((bits[bit >> 5]! >>> (bit & 31)) & 1) === 1

function set(bits: Uint32Array, bit: number): void {
  bits[bit >> 5]! |= 1 << (bit & 31)
}
