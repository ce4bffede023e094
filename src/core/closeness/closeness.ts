import type { TieColumns } from '../ledger/tie-columns.ts'
import { logit, sigmoid } from '../stats/logistic.ts'
import { withinCaps } from './caps.ts'
import { hasContact } from './features/feature.ts'
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
  /** 95 % interval of that probability: narrow where there is much history, wide where there is little. */
  readonly low: number
  readonly high: number
  /** Intercept, bias and the parts, before calibration and caps; −∞ without contact. */
  readonly logOdds: number
  /** One for each term of the model whose feature is known, in its order; empty without contact. */
  readonly parts: readonly ClosenessPart[]
}

const NO_CONTACT: Closeness = { closeness: 0, low: 0, high: 0, logOdds: -Infinity, parts: [] }

/** 97.5 % point of the standard normal distribution. */
const Z95 = 1.959964
/** A resolved window is this long. */
const WINDOW_MS = 30 * 86_400_000

/**
 * Closeness of one tie and what it is made of.
 *
 *   z = intercept + b + Σ weight · ln(1 + scale · value)   (docs/the-maths/closeness.md)
 *   closeness = σ(shift + slope · z), within the caps of caps.ts
 *
 * Range [0, 1); higher is closer. A tie without an event that counts (none, or only bulk) has closeness 0: the
 * limit of the formula as the days since contact grow without bound. A feature that is not known adds nothing.
 */
export function closenessOf(
  ties: TieColumns,
  tie: number,
  model: ClosenessModel = defaultCloseness,
): Closeness {
  if (!hasContact(ties, tie)) return NO_CONTACT
  let logOdds = model.intercept + model.bias
  const parts: ClosenessPart[] = []
  for (const { feature, scale, weight } of model.terms) {
    const value = feature.of(ties, tie)
    if (value === null) continue
    const part = weight * Math.log(1 + scale * value)
    parts.push({ feature, value, logOdds: part })
    logOdds += part
  }
  const closeness = probabilityOf(logOdds, ties, tie, model)
  return { closeness, ...intervalOf(closeness, ties, tie, model), logOdds, parts }
}

/** Calibrated and held within the caps. */
const probabilityOf = (logOdds: number, ties: TieColumns, tie: number, model: ClosenessModel): number =>
  withinCaps(sigmoid(model.calibration.shift + model.calibration.slope * logOdds), ties, tie)

/**
 * 95 % interval of a tie's probability p.
 *
 *   logit p ± 1.96 · (1/τ² + m·p(1−p))^−½
 *
 * Ties of equal features still differ; their log-odds spread by τ (`tieSpread`). A tie that was there for m windows of
 * 30 days has shown m·p(1−p) of information of its own against that (the Fisher information of m such outcomes), so
 * that the interval narrows with evidence.
 */
function intervalOf(p: number, ties: TieColumns, tie: number, model: ClosenessModel) {
  if (p <= 0 || p >= 1) return { low: p, high: p }
  const windows = (ties.at - ties.firstMs[tie]!) / WINDOW_MS
  const deviation = 1 / Math.sqrt(1 / model.tieSpread ** 2 + windows * p * (1 - p))
  const centre = logit(p)
  return { low: sigmoid(centre - Z95 * deviation), high: sigmoid(centre + Z95 * deviation) }
}

/** Closeness of every tie: the same numbers as `closenessOf`, without the reasons. */
export function closenessColumn(ties: TieColumns, model: ClosenessModel = defaultCloseness): Float64Array {
  const column = logOddsColumn(ties, model)
  for (let tie = 0; tie < ties.length; tie++)
    column[tie] = hasContact(ties, tie) ? probabilityOf(column[tie]!, ties, tie, model) : 0
  return column
}

/** Log-odds of every tie before calibration and caps; −∞ without contact. */
export function logOddsColumn(ties: TieColumns, model: ClosenessModel): Float64Array {
  const column = new Float64Array(ties.length)
  const base = model.intercept + model.bias
  for (let tie = 0; tie < ties.length; tie++) {
    if (!hasContact(ties, tie)) {
      column[tie] = -Infinity
      continue
    }
    let logOdds = base
    for (const { feature, scale, weight } of model.terms) {
      const value = feature.of(ties, tie)
      if (value !== null) logOdds += weight * Math.log(1 + scale * value)
    }
    column[tie] = logOdds
  }
  return column
}
