import type { Evidence } from './evidence/evidence.ts'

/** Weight κ of the field's mean: evidence of this weight moves calibre half of the way from it. */
export const PRIOR_WEIGHT = 3

/** The mean of a field nobody has measured: the middle of the scale. */
export const DEFAULT_FIELD_MEAN = 0.5

export type CalibreContribution = {
  readonly evidence: Evidence
  /** reliability · relevance · recency. */
  readonly weight: number
  /** What it adds to the field's mean; all together give the calibre, unless the user rated it. */
  readonly moves: number
}

export type Calibre = {
  /** Influence and credibility in the user's field, in [0, 1]; null is unknown, which is not average. */
  readonly value: number | null
  /** The evidence that weighs anything, the weightiest first; also where the value is unknown. */
  readonly contributions: readonly CalibreContribution[]
  readonly fieldMean: number
}

/** Unknown relevance lowers nothing: it stays unknown. */
const weightOf = (evidence: Evidence): number =>
  evidence.reliability * (evidence.relevance ?? 1) * evidence.recency

/** One mailbox hardly sees calibre (pairs told apart at .565, chance is .5): alone it says nothing. */
const speaksAlone = (evidence: Evidence): boolean =>
  evidence.kind !== 'attention' || evidence.vantagePoints > 1

/**
 * Calibre from evidence: `(κ·c₀ + Σ w·s) / (κ + Σ w)`, s the level and w the weight of each piece, c₀ the field's
 * mean, κ = 3.
 *
 * Lies within the range of the levels and c₀; how much there is of one kind of evidence enters only its weight.
 * Null (unknown) without evidence of any weight, or with nothing but the attention graph of one mailbox. The user's own
 * rating decides alone: the value is its level, and the rest is listed beside it.
 */
export function combineCalibre(
  evidence: readonly Evidence[],
  fieldMean: number = DEFAULT_FIELD_MEAN,
): Calibre {
  const weighed = evidence
    .map((each) => ({ evidence: each, weight: weightOf(each) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const total = weighed.reduce((sum, { weight }) => sum + weight, PRIOR_WEIGHT)
  const contributions = weighed.map((each) => ({
    ...each,
    moves: (each.weight * (each.evidence.level - fieldMean)) / total,
  }))
  const rating = weighed.find((each) => each.evidence.kind === 'rating')
  if (rating) return { value: rating.evidence.level, contributions, fieldMean }
  const known = weighed.some((each) => speaksAlone(each.evidence))
  const value = contributions.reduce((sum, { moves }) => sum + moves, fieldMean)
  return { value: known ? Math.min(1, Math.max(0, value)) : null, contributions, fieldMean }
}
