import { comparators } from './comparators/index.ts'
import { type Level, type Seen, UNKNOWN } from './match-person.ts'
import type { MatchTable } from './match-table.ts'

/** The parameters of the model: m of each level of each comparator, and how many records of one person there are. */
export type MatchModel = {
  /** P(level | one person), by comparator and level. */
  readonly m: readonly (readonly number[])[]
  /** P(level | two people), where no frequency of the value is known. */
  readonly u: readonly (readonly number[])[]
  /** Further records of the same person that a record has, on average. */
  readonly duplicates: number
}

/** Records of the same person that a record has on average, before anything is seen; an assumption. */
const DUPLICATES = 0.5
/** Below so many people the odds are taken as if there were so many: a small directory is a part of a larger world. */
const LEAST_PEOPLE = 1_000

/**
 * Calibration of the sum: what goes with agreement on one kind of evidence goes with it on others too, so that the
 * plain sum is too sure of itself. logit P = CALIBRATION.offset + CALIBRATION.slope·ln 2·M; set where, on generated
 * directories whose seeds no bench uses (`npm run bench -- identity fit`).
 */
export const CALIBRATION = { offset: -0.8, slope: 1 } as const

export const shippedModel: MatchModel = {
  m: comparators.map(({ levels }) => levels.map(({ m }) => m)),
  u: comparators.map(({ levels }) => levels.map(({ u }) => u)),
  duplicates: DUPLICATES,
}

/**
 * What a level says: log2(m/u), in bits; above 0 speaks for one person. Agreement on a value that many share is
 * certain for one person where all share it, so that m becomes m + (1 − m)·u and the weight is never below 0.
 */
export const levelWeight = ({ common }: Level, m: number, u: number): number =>
  Math.log2(common === true ? (m + (1 - m) * u) / u : m / u)

/** log2 of the odds, before anything is compared, that two records of `people` are of one person. */
export const priorWeight = (model: MatchModel, people: number): number => {
  const lambda = model.duplicates / Math.max(LEAST_PEOPLE, people)
  return Math.log2(lambda / (1 - lambda))
}

/** A pair of people compared: the level and log2(m/u) of each comparator. Reused from pair to pair. */
export type Comparison = {
  readonly levels: Int8Array
  readonly weights: Float64Array
  /** u used for each comparator, NaN where nothing was compared. */
  readonly u: Float64Array
  readonly seen: Seen
  /** M, log2 odds. */
  total: number
  /** A level was found that is the user's to decide on. */
  review: boolean
}

/** Room for comparing two people, to be filled again and again: no level known yet, 0 log2 odds. */
export const newComparison = (): Comparison => ({
  levels: new Int8Array(comparators.length),
  weights: new Float64Array(comparators.length),
  u: new Float64Array(comparators.length),
  seen: { nameLevel: UNKNOWN, nameA: -1, nameB: -1, u: NaN },
  total: 0,
  review: false,
})

/**
 * Compares two people:
 *
 *   M = log2(λ/(1 − λ)) + Σ log2(m/u)
 *
 * over the comparators for which both say something (Fellegi & Sunter 1969). Fills and returns `into`.
 */
export function comparePair(
  table: MatchTable,
  model: MatchModel,
  a: number,
  b: number,
  into: Comparison,
): Comparison {
  let total = priorWeight(model, table.rows.length)
  into.review = false
  for (let c = 0; c < comparators.length; c++) {
    const comparator = comparators[c]!
    into.seen.u = NaN
    const level = comparator.compare(table, a, b, into.seen)
    into.levels[c] = level
    if (level === UNKNOWN) {
      into.weights[c] = 0
      into.u[c] = NaN
      continue
    }
    const u = Number.isNaN(into.seen.u) ? model.u[c]![level]! : into.seen.u
    const weight = levelWeight(comparator.levels[level]!, model.m[c]![level]!, u)
    into.u[c] = u
    into.weights[c] = weight
    total += weight
    if (comparator.levels[level]!.review === true) into.review = true
  }
  // Without a name on one side nobody can tell by themselves.
  if (into.seen.nameLevel === UNKNOWN) into.review = true
  into.total = total
  return into
}

/**
 * Probability that two records are of one person, from M: P = 2^M/(1 + 2^M), calibrated. In (0, 1), higher is surer.
 */
export const matchProbability = (total: number): number =>
  1 / (1 + Math.exp(-(CALIBRATION.offset + CALIBRATION.slope * Math.LN2 * total)))
