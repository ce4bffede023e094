import type { Goal } from '../model/goal.ts'
import { DEFAULT_COSTS, keptUp } from './attention.ts'
import type { AttentionCosts } from './attention.ts'
import {
  addContact,
  copyMixed,
  mixedProgramme,
  reachedBy,
  removalError,
  removeContact,
} from './poisson-binomial.ts'
import type { MixedProgramme } from './poisson-binomial.ts'
import { sharedShock, shockedOdds, underShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'
import { contactValues } from './values.ts'
import type { ContactColumns } from './values.ts'
import { NO_CHANGE, standingIf } from './what-if.ts'
import type { Change, Standing } from './what-if.ts'

/** Beside those who can be kept up, so many of the best stay out of the finished programmes. */
const SPARE = 130
/** The least target that a finished programme covers; it doubles when a higher one is asked for. */
const LEAST_COVERED = 32
/** Removals that multiply rounding errors by more than this are recomputed: 1e-16 then stays below 1e-12. */
const MOST_ERROR = 1e4

/**
 * What-if of one goal, prepared so that a slider can be followed: the same numbers as `standingIf` to 1e-10.
 *
 * N is a product of polynomials, one factor a contact. Only the best few hundred contacts ever change between "kept
 * up" and "fading", so the product over all the others is worked out once for each of the two and kept; a change
 * multiplies the few in, divides whoever is left out away, and multiplies those added in.
 * O(few hundred · target) a change, whatever the number of contacts.
 */
export class PreparedWhatIf {
  readonly #contacts: ContactColumns
  readonly #silent: Float64Array
  readonly #goal: Goal
  readonly #fieldMean: number
  readonly #costs: AttentionCosts
  readonly #shock: SharedShock
  readonly #size: number
  /** Values by rank, the best first, those of 0 left out. */
  readonly #kept: Float64Array
  /** The row of each rank, and the rank of each row; −1 where the value is 0. */
  readonly #rank: Int32Array
  readonly #keptSum: Float64Array
  /** So many of the best are multiplied in for every change. */
  readonly #front: number
  #fading: Fading | null = null
  #rest: { readonly covered: number; kept: MixedProgramme | null; faded: MixedProgramme | null } | null = null

  /** @param silent closeness of each contact after a quarter of silence; NaN = unknown, counts as unchanged */
  constructor(
    contacts: ContactColumns,
    silent: Float64Array,
    goal: Goal,
    fieldMean: number,
    costs: AttentionCosts = DEFAULT_COSTS,
    shock: SharedShock = sharedShock(),
  ) {
    this.#contacts = contacts
    this.#silent = silent
    this.#goal = goal
    this.#fieldMean = fieldMean
    this.#costs = costs
    this.#shock = shock
    const values = contactValues(contacts, goal, fieldMean)
    const { rows, rank } = ranked(values)
    this.#size = values.length
    this.#rank = rank
    this.#kept = Float64Array.from(rows, (row) => values[row]!)
    this.#keptSum = prefixSums(this.#kept)
    this.#front = Math.min(rows.length, (costs.layers.at(-1)?.upTo ?? 0) + SPARE)
  }

  /** How the goal stands with a change, and with another target if one is given. */
  standing(change: Change = NO_CHANGE, target: number = this.#goal.target): Standing {
    const gone = this.#goneRanks(change.without)
    if (gone.length > SPARE) return this.#recomputed(change, target)
    const size = this.#size - change.without.size
    const stay = this.#kept.length - gone.length
    const kept =
      change.minutesPerWeek === null
        ? stay
        : Math.max(0, keptUp(size + change.more, change.minutesPerWeek, this.#costs) - change.more)
    const fades = kept < stay
    // The last rank that is kept up, counted past those who are left out.
    let cut = kept
    if (fades) for (const rank of gone) if (rank < cut) cut++
    const have = fades ? this.#countingIf(cut, gone) : stay
    const like = change.more > 0 && have > 0 ? this.#likeBest(fades ? cut : Infinity, gone, have) : 0
    const expected = this.#expected(fades ? cut : Infinity, gone) + change.more * like
    const all = have + (like > 0 ? change.more : 0)
    const probability =
      all < target ? 0 : this.#probability(fades ? cut : Infinity, gone, change.more, like, target)
    return probability === null ? this.#recomputed(change, target) : { probability, expected, have: all }
  }

  #recomputed(change: Change, target: number): Standing {
    const goal = { ...this.#goal, target }
    return standingIf(this.#contacts, this.#silent, goal, this.#fieldMean, change, this.#shock, this.#costs)
  }

  /** Ranks of whoever is left out and counts, ascending. */
  #goneRanks(without: ReadonlySet<number>): number[] {
    return [...without]
      .map((row) => this.#rank[row] ?? -1)
      .filter((rank) => rank >= 0)
      .sort((a, b) => a - b)
  }

  /** Values after a quarter of silence, worked out when first asked for. */
  #faded(): Fading {
    if (this.#fading !== null) return this.#fading
    const { closeness } = this.#contacts
    const quiet = contactValues(
      {
        ...this.#contacts,
        closeness: closeness.map((now, j) =>
          Number.isNaN(this.#silent[j]!) ? now : Math.min(now, this.#silent[j]!),
        ),
      },
      this.#goal,
      this.#fieldMean,
    )
    const values = new Float64Array(this.#kept.length)
    for (let row = 0; row < this.#rank.length; row++) {
      const rank = this.#rank[row]!
      if (rank >= 0) values[rank] = Math.min(this.#kept[rank]!, quiet[row]!)
    }
    this.#fading = { values, sum: prefixSums(values), order: ranked(values).rows }
    return this.#fading
  }

  /** How many count when those from rank `cut` on fade. */
  #countingIf(cut: number, gone: readonly number[]): number {
    const { values, order } = this.#faded()
    // Values of 0 have no place in the order.
    if (order.length === values.length) return values.length - gone.length
    const out = new Set(gone)
    let count = 0
    for (let rank = 0; rank < values.length; rank++)
      if (!out.has(rank) && (rank < cut || values[rank]! > 0)) count++
    return count
  }

  #expected(cut: number, gone: readonly number[]): number {
    const kept = this.#keptSum
    const last = this.#kept.length
    const from = Math.min(cut, last)
    let sum = kept[from]!
    const faded = from < last ? this.#faded() : null
    if (faded !== null) sum += faded.sum[last]! - faded.sum[from]!
    for (const rank of gone) sum -= rank < from ? this.#kept[rank]! : (faded?.values[rank] ?? 0)
    return Math.max(0, sum)
  }

  /** Mean of the best tenth of what is there: those kept up come first, for nobody fades to more than they had. */
  #likeBest(cut: number, gone: readonly number[], have: number): number {
    const most = Math.ceil(have / 10)
    const out = new Set(gone)
    let sum = 0
    let count = 0
    for (let rank = 0; rank < Math.min(cut, this.#kept.length) && count < most; rank++) {
      if (out.has(rank)) continue
      sum += this.#kept[rank]!
      count++
    }
    if (count < most) {
      const { values, order } = this.#faded()
      for (let i = 0; i < order.length && count < most; i++) {
        const rank = order[i]!
        if (rank < cut || out.has(rank)) continue
        sum += values[rank]!
        count++
      }
    }
    return sum / count
  }

  /** P(N ≥ target); null where rounding would show. */
  #probability(
    cut: number,
    gone: readonly number[],
    more: number,
    like: number,
    target: number,
  ): number | null {
    if (target <= 0) return 1
    const fades = cut < this.#kept.length
    const mixed = copyMixed(this.#restFor(target, fades))
    const out = new Set(gone)
    for (let rank = 0; rank < this.#front; rank++)
      if (!out.has(rank)) addContact(mixed, rank < cut ? this.#kept[rank]! : this.#faded().values[rank]!)
    let error = 1
    for (const rank of gone) {
      if (rank < this.#front) continue
      const value = fades ? this.#faded().values[rank]! : this.#kept[rank]!
      error *= removalError(greatestUnder(value, this.#shock))
      if (error > MOST_ERROR) return null
      removeContact(mixed, value)
    }
    for (let n = 0; n < more; n++) addContact(mixed, like)
    return reachedBy(mixed, target)
  }

  /** The product over all who never change in a what-if, as they are or faded. */
  #restFor(target: number, fades: boolean): MixedProgramme {
    if (this.#rest === null || this.#rest.covered < target) {
      let covered = LEAST_COVERED
      while (covered < target) covered *= 2
      this.#rest = { covered, kept: null, faded: null }
    }
    const rest = this.#rest
    const which = fades ? 'faded' : 'kept'
    const held = rest[which]
    if (held !== null) return held
    const values = fades ? this.#faded().values : this.#kept
    const made = mixedProgramme(rest.covered, this.#shock)
    for (let rank = this.#front; rank < values.length; rank++) addContact(made, values[rank]!)
    rest[which] = made
    return made
  }
}

type Fading = {
  /** By rank of the value while kept up. */
  readonly values: Float64Array
  readonly sum: Float64Array
  /** Ranks by what is left of them, the most first, those of 0 left out. */
  readonly order: Int32Array
}

/** The greatest probability that a contact of this value has in any case of the shock. */
const greatestUnder = (value: number, shock: SharedShock): number => {
  const odds = shockedOdds(value, shock)
  return shock.factors.reduce((most, _, node) => Math.max(most, underShock(odds, shock, node)), 0)
}

const prefixSums = (values: Float64Array): Float64Array => {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!
  return sums
}

/** Rows of values above 0, the greatest first, the lower row among equals; and the place of each row. */
function ranked(values: Float64Array): { rows: Int32Array; rank: Int32Array } {
  let count = 0
  for (const value of values) if (value > 0) count++
  const rows = new Int32Array(count)
  let next = 0
  for (let row = 0; row < values.length; row++) if (values[row]! > 0) rows[next++] = row
  rows.sort((a, b) => values[b]! - values[a]! || a - b)
  const rank = new Int32Array(values.length).fill(-1)
  for (let i = 0; i < count; i++) rank[rows[i]!] = i
  return { rows, rank }
}
