import { oneBearerOdds } from './one-bearer.ts'

/** Records whose shipped number of further records of the same name counts for as much as what is seen. */
const PRIOR_RECORDS = 400
/** Further records of the same person and name that a record has on average, before anything is seen; an assumption. */
const PRIOR_FURTHER = 0.3
/** Records from which on what is counted weighs as much as what the parts of a name tell. */
const WORLD = 2_000
/** Expected bearers below which a name is as good as one person's. */
const RARE = 0.02
/** People of one name beyond whom nothing is counted: the answer is "two people" anyway. */
const MOST_BEARERS = 40

/**
 * Further records a person has, d, from those that a record has: records of people with many are met more often,
 * s = E[n(n − 1)]/E[n] = (2d + d²)/(1 + d) for n = 1 + Poisson(d). At least 0, rises with s.
 */
export const furtherOfAPerson = (ofARecord: number): number =>
  (ofARecord - 2 + Math.sqrt((2 - ofARecord) ** 2 + 4 * ofARecord)) / 2

type Cell = {
  readonly given: string
  readonly family: string
  /** Records that bear the name. */
  readonly rows: number[]
  /** Some of them are known to be one person's. */
  joined: boolean
  /** What was worked out before, NaN where it has to be anew. */
  known: number
}

/** Full names and which records bear each. */
export class NameCells {
  readonly #ids = new Map<string, number>()
  readonly #cells: Cell[] = []
  readonly #share: (given: string, family: string) => number
  readonly #personOf: (row: number) => number
  #records = 0
  #settledFor = -1
  #further = PRIOR_FURTHER

  /**
   * @param share of people who bear a name, as far as its parts tell
   * @param personOf whose a record is, as far as decided
   */
  constructor(share: (given: string, family: string) => number, personOf: (row: number) => number) {
    this.#share = share
    this.#personOf = personOf
  }

  /** The cell of a full name; −1 for none. */
  of(given: string, family: string): number {
    if (given.length < 2 || family === '') return -1
    const key = `${given} ${family}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#cells.length
    this.#ids.set(key, id)
    this.#cells.push({ given, family, rows: [], joined: false, known: NaN })
    return id
  }

  /** A record, and the cells of its names. */
  count(row: number, cells: Iterable<number>): void {
    this.#records++
    for (const cell of cells) this.#cells[cell]!.rows.push(row)
  }

  /** Records with names of these cells were found to be one person's. */
  join(cells: Iterable<number>): void {
    for (const cell of cells) this.#cells[cell]!.joined = true
  }

  /**
   * The chance u of two people to bear this name, or one each of two forms of it (Robert and Bob), from who else bears
   * either: such that the odds come out as `oneBearerOdds`; of two forms times 2ab/(a + b)², the share of such pairs
   * among those who bear either. In (0, 1).
   */
  chance(rowA: number, cellA: number, rowB: number, cellB: number): number {
    this.#settle()
    const [one, other] = [this.#cells[cellA]!, this.#cells[cellB]!]
    if (one !== other) {
      const [a, b] = [this.#shareOf(one), this.#shareOf(other)]
      const rows = [...one.rows, ...other.rows]
      return this.#chanceAmong(a + b, this.#sizes(rows, rowA, rowB)) * ((2 * a * b) / (a + b) ** 2)
    }
    if (one.joined) return this.#chanceAmong(this.#shareOf(one), this.#sizes(one.rows, rowA, rowB))
    if (Number.isNaN(one.known))
      one.known = this.#chanceAmong(this.#shareOf(one), this.#sizes(one.rows, rowA, rowB))
    return one.known
  }

  #shareOf({ given, family }: Cell): number {
    return this.#share(given, family)
  }

  /** How many of the records each person has: first the two asked about, then the others. */
  #sizes(rows: readonly number[], rowA: number, rowB: number): number[] {
    const [a, b] = [this.#personOf(rowA), this.#personOf(rowB)]
    const sizes = new Map<number, number>([
      [a, 0],
      [b, 0],
    ])
    for (const row of rows) {
      const person = this.#personOf(row)
      sizes.set(person, (sizes.get(person) ?? 0) + 1)
    }
    return [...sizes.values()]
  }

  #settle(): void {
    if (this.#settledFor === this.#records) return
    this.#settledFor = this.#records
    this.#further = this.#furtherRecords()
    for (const cell of this.#cells) cell.known = NaN
  }

  /** @param share of people who bear the name, as far as its parts tell; @param sizes records of each who bears it */
  #chanceAmong(share: number, sizes: readonly number[]): number {
    if (sizes.length > MOST_BEARERS) return share
    const records = this.#records
    const further = furtherOfAPerson(this.#further)
    const odds = oneBearerOdds(sizes, (records * share) / (1 + further), further)
    const told = Math.min(1, this.#further / (records * odds))
    // A small directory is a few acquaintances out of a larger world: its parts tell how frequent a name is there.
    const weight = records / (records + WORLD)
    return share ** (1 - weight) * told ** weight
  }

  /** Further records of the same person and name that a record has: seen of names so rare that whoever bears one is one person. */
  #furtherRecords(): number {
    let bearing = 0
    let further = 0
    for (const cell of this.#cells) {
      if (this.#records * this.#shareOf(cell) > RARE) continue
      bearing += cell.rows.length
      further += cell.rows.length * (cell.rows.length - 1)
    }
    return (PRIOR_RECORDS * PRIOR_FURTHER + further) / (PRIOR_RECORDS + bearing)
  }
}
