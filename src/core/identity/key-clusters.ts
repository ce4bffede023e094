import { rootOf } from './root-of.ts'
import { mailboxOf } from './mail-providers.ts'
import { isRoleAddress } from './roles.ts'

/** Pairs of positions. */
type Pairs = readonly (readonly [number, number])[]

/** All that says who is who before anything is compared; identities by position. */
export type KeyFacts = {
  /** `kind:value`, each once. */
  readonly keys: readonly string[]
  /** What sources give for one person. */
  readonly claims: Pairs
  /** The user's last word on pairs. */
  readonly same: Pairs
  readonly apart: Pairs
  /** Identities that are one person's whatever is said: the owner's. */
  readonly together: readonly number[]
  /** Identities by the names that LinkedIn gives for them, as `nameKey` makes them. */
  readonly memberNames: ReadonlyMap<string, ReadonlySet<number>>
}

const LINKEDIN_NAME = 'name:linkedin:'

/**
 * Who is who by keys, as a function of what is known, whatever came first: the user's word, then one mailbox, what a
 * source gives for one person, a name on LinkedIn that one member alone bears, and numbers. Where two things cannot
 * both hold (two LinkedIn profiles, a number that several people give), the order of the keys decides.
 * @returns by position whose it is: the position of the first key, in the order of keys, of the same person
 */
export function clusterByKeys(facts: KeyFacts): Int32Array {
  const clusters = new KeyClusters(facts)
  const { keys } = facts
  const order = keys.map((_, i) => i).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1))
  const rank = new Int32Array(keys.length)
  for (const [at, position] of order.entries()) rank[position] = at
  const sorted = (pairs: Pairs): (readonly [number, number])[] =>
    pairs
      .map(([a, b]): readonly [number, number] => (rank[a]! < rank[b]! ? [a, b] : [b, a]))
      .sort((x, y) => rank[x[0]]! - rank[y[0]]! || rank[x[1]]! - rank[y[1]]!)

  for (const [i, position] of facts.together.entries())
    if (i > 0) clusters.join(facts.together[0]!, position, true)
  for (const [a, b] of sorted(facts.same)) clusters.join(a, b, true)
  const boxes = new Map<string, number>()
  for (const position of order) {
    const key = keys[position]!
    const box = key.startsWith('mail:') ? mailboxOf(key.slice('mail:'.length)) : null
    if (box === null) continue
    const holder = boxes.get(box)
    if (holder === undefined) boxes.set(box, position)
    else clusters.join(holder, position)
  }
  const isPhone = (position: number): boolean => keys[position]!.startsWith('phone:')
  const claims = sorted(facts.claims.filter(([a, b]) => a !== b))
  for (const [a, b] of claims) if (!isPhone(a) && !isPhone(b)) clusters.join(a, b)
  joinNames(facts, order, clusters)
  // A number goes to the first of those who give it; to the others it is evidence (families and offices share one).
  for (const [a, b] of claims) {
    if (isPhone(a) === isPhone(b)) continue
    const [number, other] = isPhone(a) ? [a, b] : [b, a]
    if (clusters.onlyNumbers(number)) clusters.join(other, number)
  }
  for (const [a, b] of claims)
    if (isPhone(a) && isPhone(b) && (clusters.onlyNumbers(a) || clusters.onlyNumbers(b))) clusters.join(a, b)

  const first = new Map<number, number>()
  for (const position of order) {
    const root = clusters.root(position)
    if (!first.has(root)) first.set(root, position)
  }
  return Int32Array.from(keys, (_, position) => first.get(clusters.root(position))!)
}

/** Whom LinkedIn names without a profile is the one member of that name; of two nobody can tell which. */
function joinNames(facts: KeyFacts, order: readonly number[], clusters: KeyClusters): void {
  for (const position of order) {
    const key = facts.keys[position]!
    if (!key.startsWith(LINKEDIN_NAME) || clusters.size(position) > 1) continue
    const members = facts.memberNames.get(key.slice(LINKEDIN_NAME.length)) ?? new Set<number>()
    const [one, ...others] = new Set([...members].map((member) => clusters.root(member)))
    if (one !== undefined && others.length === 0) clusters.join(one, position)
  }
}

class KeyClusters {
  readonly #parent: Int32Array
  readonly #size: Int32Array
  readonly #linkedin = new Map<number, string>()
  readonly #nobody: readonly boolean[]
  /** Members that are no number, by root. */
  readonly #others: Int32Array
  /** Members of whom the user said that they are somebody else than another. */
  readonly #told = new Map<number, readonly number[]>()
  readonly #apart = new Map<number, Set<number>>()

  constructor({ keys, apart }: KeyFacts) {
    this.#parent = Int32Array.from(keys, (_, i) => i)
    this.#size = new Int32Array(keys.length).fill(1)
    this.#others = Int32Array.from(keys, (key) => (key.startsWith('phone:') ? 0 : 1))
    this.#nobody = keys.map((key) => key.startsWith('mail:') && isRoleAddress(key.slice('mail:'.length)))
    for (const [i, key] of keys.entries()) if (key.startsWith('linkedin:')) this.#linkedin.set(i, key)
    for (const [a, b] of apart)
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        this.#told.set(one, [one])
        const held = this.#apart.get(one)
        if (held === undefined) this.#apart.set(one, new Set([other]))
        else held.add(other)
      }
  }

  root(position: number): number {
    return rootOf(this.#parent, position)
  }

  size(position: number): number {
    return this.#size[this.root(position)]!
  }

  onlyNumbers(position: number): boolean {
    return this.#others[this.root(position)] === 0
  }

  /** Joins two people, unless something speaks against it; by the user's word two profiles may be one person's. */
  join(one: number, other: number, said = false): void {
    const [a, b] = [this.root(one), this.root(other)]
    if (a === b || this.#areApart(a, b)) return
    const [first, second] = [this.#linkedin.get(a), this.#linkedin.get(b)]
    if (!said) {
      if (this.#nobody[one] === true || this.#nobody[other] === true) return
      if (first !== undefined && second !== undefined) return
    }
    const [kept, gone] = this.#size[a]! >= this.#size[b]! ? [a, b] : [b, a]
    this.#parent[gone] = kept
    this.#size[kept] = this.#size[kept]! + this.#size[gone]!
    this.#others[kept] = this.#others[kept]! + this.#others[gone]!
    const profile = first ?? second
    if (profile !== undefined) this.#linkedin.set(kept, profile)
    const told = [...(this.#told.get(kept) ?? []), ...(this.#told.get(gone) ?? [])]
    if (told.length > 0) this.#told.set(kept, told)
  }

  #areApart(a: number, b: number): boolean {
    return (this.#told.get(a) ?? []).some((member) => {
      for (const other of this.#apart.get(member) ?? []) if (this.root(other) === b) return true
      return false
    })
  }
}
