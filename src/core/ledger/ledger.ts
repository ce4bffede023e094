/**
 * Interactions as columns: one row is a touchpoint, one dated event of one tie. Rows come in any order, and
 * events whose time is unknown never enter. Codes are those of `model/interaction.ts`.
 */
export type Ledger = {
  /** Number of rows. */
  readonly length: number
  /** Number of ties; some may have no row. */
  readonly tieCount: number
  /** Which tie, 0 ≤ tie < tieCount. */
  readonly tie: Int32Array
  /** Epoch milliseconds. */
  readonly atMs: Float64Array
  readonly direction: Uint8Array
  readonly channel: Uint8Array
  /** Number of recipients, at least 1; of a meeting or call the number of other participants. */
  readonly audience: Int32Array
  /** 1 where the event was sent to many or by a machine: kept, without weight. */
  readonly bulk: Uint8Array
}

const FIRST_CAPACITY = 1024

/** A longer copy of a typed array. */
const grown = <A extends Int32Array | Float64Array | Uint8Array>(longer: A, old: A): A => {
  longer.set(old)
  return longer
}

/** Collects touchpoints row by row. The columns double when full, so that a push costs a constant on average. */
export class LedgerBuilder {
  #length = 0
  #tieCount = 0
  #tie = new Int32Array(FIRST_CAPACITY)
  #atMs = new Float64Array(FIRST_CAPACITY)
  #direction = new Uint8Array(FIRST_CAPACITY)
  #channel = new Uint8Array(FIRST_CAPACITY)
  #audience = new Int32Array(FIRST_CAPACITY)
  #bulk = new Uint8Array(FIRST_CAPACITY)

  /** Number of rows so far. */
  get length(): number {
    return this.#length
  }

  push(tie: number, atMs: number, direction: number, channel: number, audience: number, bulk: boolean): void {
    const row = this.#length
    if (row === this.#tie.length) this.#grow()
    this.#tie[row] = tie
    this.#atMs[row] = atMs
    this.#direction[row] = direction
    this.#channel[row] = channel
    this.#audience[row] = audience
    this.#bulk[row] = bulk ? 1 : 0
    this.#length = row + 1
    if (tie >= this.#tieCount) this.#tieCount = tie + 1
  }

  #grow(): void {
    const capacity = this.#length * 2
    this.#tie = grown(new Int32Array(capacity), this.#tie)
    this.#atMs = grown(new Float64Array(capacity), this.#atMs)
    this.#direction = grown(new Uint8Array(capacity), this.#direction)
    this.#channel = grown(new Uint8Array(capacity), this.#channel)
    this.#audience = grown(new Int32Array(capacity), this.#audience)
    this.#bulk = grown(new Uint8Array(capacity), this.#bulk)
  }

  /**
   * The rows so far, as views of the builder's own columns; do not push afterwards.
   * @param tieCount at least the greatest tie + 1, which is what it is when left out
   */
  finish(tieCount = 0): Ledger {
    const length = this.#length
    return {
      length,
      tieCount: Math.max(tieCount, this.#tieCount),
      tie: this.#tie.subarray(0, length),
      atMs: this.#atMs.subarray(0, length),
      direction: this.#direction.subarray(0, length),
      channel: this.#channel.subarray(0, length),
      audience: this.#audience.subarray(0, length),
      bulk: this.#bulk.subarray(0, length),
    }
  }
}

/** Touchpoints of one owner as a store returns them: by person instead of by tie. */
export type PersonColumns = {
  readonly length: number
  readonly person: Int32Array
  readonly at: Float64Array
  readonly direction: Uint8Array
  readonly channel: Uint8Array
  readonly audience: Int32Array
  readonly bulk: Uint8Array
}

/**
 * A ledger over the rows of a store, without copying them: ties are numbered in the order in which their person
 * first appears. `people[tie]` is the person.
 */
export function ledgerByPerson(columns: PersonColumns): { ledger: Ledger; people: Int32Array } {
  const { length, person } = columns
  const tie = new Int32Array(length)
  const tieOf = new Map<number, number>()
  const people: number[] = []
  let before = -1
  let current = -1
  for (let row = 0; row < length; row++) {
    const id = person[row]!
    // Stores return a person's rows together: most rows repeat the person before.
    if (current === -1 || id !== before) {
      current = tieOf.get(id) ?? people.length
      if (current === people.length) {
        tieOf.set(id, current)
        people.push(id)
      }
      before = id
    }
    tie[row] = current
  }
  const { at: atMs, direction, channel, audience, bulk } = columns
  const ledger = { length, tieCount: people.length, tie, atMs, direction, channel, audience, bulk }
  return { ledger, people: Int32Array.from(people) }
}
