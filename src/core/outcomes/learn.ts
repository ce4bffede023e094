import { logit, sigmoid } from '../stats/logistic.ts'
import { clampedLogit, historyOdds, referenceContact } from '../worth/rates.ts'
import type { Rates } from '../worth/rates.ts'

/** One contact in one past quarter: how the tie stood when it began, and whether a success came within it. */
export type OutcomeCase = {
  readonly closeness: number
  readonly trust: number
  /** Null is unknown and counts as neutral. */
  readonly fit: number | null
  /** Successes and failures with this contact before the quarter. */
  readonly successes: number
  readonly failures: number
  /** Influence in the field, (0, 1]; the field's mean where it is unknown. Worth counts calibre · p, so this does, too. */
  readonly calibre: number
  readonly happened: boolean
}

/** Rates learned from the user's own outcomes. */
export type LearnedRates = Rates & {
  /** Bounds of the 95 % interval of the base rate. */
  readonly low: number
  readonly high: number
  readonly outcomes: number
  readonly cases: number
}

/** Below this number of outcomes nothing is learned: the assumption stands, and is called one (docs/the-maths/outcomes.md). */
export const LEAST_OUTCOMES = 30
/** The assumption weighs as much as this many contact quarters at the reference contact. */
const PRIOR_STRENGTH = 4
/** Standard deviation of the prior of a slope, relative to the slope assumed. */
const SLOPE_SPREAD = 0.5
const ROUNDS = 40
const Z95 = 1.959964

type Parameters = readonly number[]

/** 1, closeness, trust, fit, history, each nought at the reference contact. */
const featuresOf = (one: OutcomeCase): number[] => [
  1,
  clampedLogit(one.closeness) - logit(referenceContact.closeness),
  one.trust - referenceContact.trust,
  (one.fit ?? referenceContact.fit) - referenceContact.fit,
  historyOdds(one.successes, one.failures),
]

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0)

/** Solves the symmetric system of a few unknowns by Gauss's elimination with pivoting; null where it is singular. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  const n = rows.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    const head = rows[column]![column]!
    if (Math.abs(head) < 1e-12) return null
    for (let row = 0; row < n; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / head
      for (let k = column; k <= n; k++) rows[row]![k]! -= factor * rows[column]![k]!
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!)
}

/**
 * Rates learned from what happened: the model of docs/the-maths/outcomes.md, v = calibre · p with a logistic p, fitted as the maximum a
 * posteriori. (Fitted without the calibre, p alone would match what happened, and worth, which multiplies by calibre,
 * would then promise less than half of it: the simulation in bench/ showed so.)
 *
 * The intercept's prior is that of four contact quarters at the reference contact with the assumed base rate; each
 * slope's is normal around the assumed one with half its size. Slopes never fall below 0, so that no weight turns its
 * sign. Null before 30 outcomes: then the assumption stands. Deterministic; the order of the cases does not matter.
 * @param prior what is assumed, or stated by the user
 */
export function learnRates(cases: readonly OutcomeCase[], prior: Rates): LearnedRates | null {
  const outcomes = cases.reduce((count, one) => count + (one.happened ? 1 : 0), 0)
  if (outcomes < LEAST_OUTCOMES) return null
  const start = [logit(prior.baseRate), prior.perCloseness, prior.perTrust, prior.perFit, prior.perHistory]
  const rows = cases.map(featuresOf)
  const posterior = fitted(rows, cases, start, prior.baseRate)
  const [intercept = 0, perCloseness = 0, perTrust = 0, perFit = 0, perHistory = 0] = posterior.at
  const spread = Z95 * Math.sqrt(posterior.interceptVariance)
  const low = sigmoid(intercept - spread)
  const high = sigmoid(intercept + spread)
  const baseRate = sigmoid(intercept)
  return {
    baseRate,
    perCloseness,
    perTrust,
    perFit,
    perHistory,
    assumption: false,
    basis: { from: 'outcomes', outcomes, low, high },
    low,
    high,
    outcomes,
    cases: cases.length,
  }
}

/** The maximum of the posterior by Fisher scoring; slopes that would turn negative stay at 0. */
function fitted(
  rows: readonly (readonly number[])[],
  cases: readonly OutcomeCase[],
  start: Parameters,
  baseRate: number,
): { at: number[]; interceptVariance: number } {
  const spreads = start.map((value) => Math.max(Math.abs(value), 0.1) * SLOPE_SPREAD)
  const posterior = (at: Parameters) => {
    let value = 0
    const gradient = at.map(() => 0)
    const curvature = at.map(() => at.map(() => 0))
    const add = (features: readonly number[], calibre: number, happened: number, weight: number): void => {
      const z = dot(features, at)
      const p = sigmoid(z)
      // ln p and ln(1 − p) without overflow; with calibre below 1 the second is ln(1 − calibre · p).
      const softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))
      const failed = calibre === 1 ? -softplus : Math.log1p(-calibre * p)
      value += weight * (happened * (Math.log(calibre) + z - softplus) + (1 - happened) * failed)
      // How ln(1 − calibre · p) falls with z, against the p of a plain logistic.
      const against = calibre === 1 ? p : (calibre * p * (1 - p)) / (1 - calibre * p)
      const slope = happened * (1 - p) - (1 - happened) * against
      const information = against * (1 - p)
      for (let i = 0; i < at.length; i++) {
        gradient[i]! += weight * features[i]! * slope
        for (let k = 0; k < at.length; k++)
          curvature[i]![k]! += weight * features[i]! * features[k]! * information
      }
    }
    for (let i = 0; i < rows.length; i++) add(rows[i]!, cases[i]!.calibre, cases[i]!.happened ? 1 : 0, 1)
    add([1, 0, 0, 0, 0], 1, baseRate, PRIOR_STRENGTH)
    for (let i = 1; i < at.length; i++) {
      const off = (at[i]! - start[i]!) / spreads[i]!
      value -= (off * off) / 2
      gradient[i]! -= off / spreads[i]!
      curvature[i]![i]! += 1 / (spreads[i]! * spreads[i]!)
    }
    return { value, gradient, curvature }
  }
  let at = [...start]
  let here = posterior(at)
  for (let round = 0; round < ROUNDS; round++) {
    // A slope at 0 that wants to fall is left out of the step.
    const free = at.map((value, i) => i === 0 || value > 0 || here.gradient[i]! > 0)
    const index = free.flatMap((is, i) => (is ? [i] : []))
    const step = solved(
      index.map((i) => index.map((k) => here.curvature[i]![k]!)),
      index.map((i) => here.gradient[i]!),
    )
    if (step === null) break
    let moved = false
    for (let scale = 1; scale > 1e-6; scale /= 2) {
      const next = [...at]
      index.forEach((i, k) => {
        next[i] = at[i]! + scale * step[k]!
        if (i > 0 && next[i]! < 0) next[i] = 0
      })
      const there = posterior(next)
      if (there.value > here.value + 1e-12) {
        at = next
        here = there
        moved = true
        break
      }
    }
    if (!moved) break
  }
  const unit = at.map((_, i) => (i === 0 ? 1 : 0))
  const variance = solved(here.curvature, unit)?.[0] ?? 0
  return { at, interceptVariance: Math.max(0, variance) }
}

/** The probability of success within a quarter that rates give a case: its value, calibre · p. */
export const expectedOf = (one: OutcomeCase, rates: Rates): number =>
  one.calibre *
  sigmoid(
    dot(featuresOf(one), [
      logit(rates.baseRate),
      rates.perCloseness,
      rates.perTrust,
      rates.perFit,
      rates.perHistory,
    ]),
  )
