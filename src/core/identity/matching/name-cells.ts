/** Records whose shipped number of further records of the same name counts for as much as what is seen. */
const PRIOR_RECORDS = 400
/** Further records of the same person and name that a record has on average, before anything is seen; an assumption. */
const PRIOR_FURTHER = 0.3
/** Records from which on what is counted weighs as much as what the parts of a name tell. */
const WORLD = 2_000
/** Expected bearers below which a name is as good as one person's. */
const RARE = 0.02
/** Bearers of one name that are told apart in the sum; beyond, the answer is "two people" anyway. */
const MOST_BEARERS = 40

/**
 * The odds that two of the records that bear one name are one person's, when `count` records bear it.
 *
 * Poisson(bearers) people bear it, and each has 1 + Poisson(further) records under it:
 *
 *   P(k | count) ∝ Poisson(k; bearers) · Poisson(count − k; k·further),   k = 1 … count
 *   P(one) = Σ P(k | count) · E[pairs of one person | k] / pairs
 *
 * Two records of a middling name among many are likelier one person's when hardly anybody else bears it in the data:
 * a second bearer would have brought records too. In (0, ∞), falls with `bearers`.
 */
export function oneBearerOdds(count: number, bearers: number, further: number): number {
  const c = Math.max(2, count)
  let one = 0
  let two = 0
  let factorial = 0
  for (let k = 1; k <= Math.min(c, MOST_BEARERS); k++) {
    factorial += Math.log(k)
    const weight = Math.exp((k - 1) * Math.log(bearers) - factorial + logPoisson(c - k, k * further))
    // Of c records k are the first of each; the others fall on the k at random.
    const mean = (c - k) / k
    const square = mean * (1 - 1 / k) + mean * mean
    const share = Math.min(1, (k * (mean + square)) / (c * (c - 1)))
    one += weight * share
    two += weight * (1 - share)
  }
  return one / two
}

/**
 * Further records a person has, d, from those that a record has: records of people with many are met more often,
 * s = E[n(n − 1)]/E[n] = (2d + d²)/(1 + d) for n = 1 + Poisson(d). At least 0, rises with s.
 */
export const furtherOfAPerson = (ofARecord: number): number =>
  (ofARecord - 2 + Math.sqrt((2 - ofARecord) ** 2 + 4 * ofARecord)) / 2

const logPoisson = (n: number, mean: number): number => {
  let log = n * Math.log(mean) - mean
  for (let i = 2; i <= n; i++) log -= Math.log(i)
  return log
}

/** Full names and how many records bear each. */
export class NameCells {
  readonly #ids = new Map<string, number>()
  readonly #counts: number[] = []
  readonly #names: { readonly given: string; readonly family: string }[] = []
  readonly #share: (given: string, family: string) => number
  #known = new Float64Array(0)
  #knownFor = -1
  #further = PRIOR_FURTHER

  /** @param share of people who bear a name, as far as its parts tell */
  constructor(share: (given: string, family: string) => number) {
    this.#share = share
  }

  /** The cell of a full name; −1 for none. */
  of(given: string, family: string): number {
    if (given.length < 2 || family === '') return -1
    const key = `${given} ${family}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#counts.length
    this.#ids.set(key, id)
    this.#counts.push(0)
    this.#names.push({ given, family })
    return id
  }

  count(cell: number): void {
    this.#counts[cell] = this.#counts[cell]! + 1
  }

  /**
   * The chance u of two people to bear this name, from how many of `records` bear it: such that the odds come out as
   * `oneBearerOdds`. In (0, 1).
   */
  chance(cell: number, records: number): number {
    if (this.#knownFor !== records) {
      this.#known = new Float64Array(this.#counts.length)
      this.#knownFor = records
      this.#further = this.#furtherRecords(records)
    }
    const known = this.#known[cell]!
    if (known > 0) return known
    const { given, family } = this.#names[cell]!
    const further = furtherOfAPerson(this.#further)
    const bearers = (records * this.#share(given, family)) / (1 + further)
    const count = this.#counts[cell]!
    const odds = oneBearerOdds(count, bearers, further)
    const told = Math.min(1, this.#further / (records * odds))
    const share = this.#share(given, family)
    // A small directory is a few acquaintances out of a larger world: its parts tell how frequent a name is there. So do
    // they of a name that so many bear that the sum stops short.
    const weight = records / (records + WORLD)
    const blended = share ** (1 - weight) * told ** weight
    const chance = count > MOST_BEARERS ? Math.max(blended, share) : blended
    this.#known[cell] = chance
    return chance
  }

  /** Further records of the same person and name that a record has: seen of names so rare that whoever bears one is one person. */
  #furtherRecords(records: number): number {
    let bearing = 0
    let further = 0
    for (const [cell, { given, family }] of this.#names.entries()) {
      if (records * this.#share(given, family) > RARE) continue
      const count = this.#counts[cell]!
      bearing += count
      further += count * (count - 1)
    }
    return (PRIOR_RECORDS * PRIOR_FURTHER + further) / (PRIOR_RECORDS + bearing)
  }
}
