import type { TieColumns } from '../ledger/tie-columns.ts'
import { sigmoid } from '../stats/logistic.ts'
import type { Feature } from './features/feature.ts'
import { defaultCloseness } from './model.ts'
import type { ClosenessModel } from './model.ts'

/** What one feature adds to the log-odds of a tie. */
export type ClosenessPart = {
  readonly feature: Feature
  /** The feature's value, in its unit. */
  readonly value: number
  readonly logOdds: number
}

/** Closeness of one tie with its reasons. */
export type Closeness = {
  /** Probability of an exchange in both directions, or a meeting, within the next 30 days. */
  readonly closeness: number
  /** Intercept, bias and the parts; −∞ without contact. */
  readonly logOdds: number
  /** One for each term of the model, in its order; empty without contact. */
  readonly parts: readonly ClosenessPart[]
}

const NO_CONTACT: Closeness = { closeness: 0, logOdds: -Infinity, parts: [] }

/**
 * Closeness of one tie and what it is made of.
 *
 *   closeness = σ(z), z = intercept + b + Σ weight · ln(1 + scale · value)   (MODEL §1)
 *
 * Range [0, 1); higher is closer. A tie without an event that counts (none, or only bulk) has closeness 0: the
 * limit of the formula as the days since contact grow without bound.
 */
export function closenessOf(
  ties: TieColumns,
  tie: number,
  model: ClosenessModel = defaultCloseness,
): Closeness {
  let logOdds = model.intercept + model.bias
  const parts: ClosenessPart[] = []
  for (const { feature, scale, weight } of model.terms) {
    const value = feature.of(ties, tie)
    if (value === null) return NO_CONTACT
    const part = weight * Math.log(1 + scale * value)
    parts.push({ feature, value, logOdds: part })
    logOdds += part
  }
  return { closeness: sigmoid(logOdds), logOdds, parts }
}

/** Closeness of every tie: the same numbers as `closenessOf`, without the reasons. */
export function closenessColumn(ties: TieColumns, model: ClosenessModel = defaultCloseness): Float64Array {
  const column = new Float64Array(ties.length)
  for (let tie = 0; tie < ties.length; tie++) column[tie] = closenessOf(ties, tie, model).closeness
  return column
}
