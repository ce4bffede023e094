import { logit, sigmoid } from './logistic.ts'

/** Cases to learn from, row by row: `width` values a case. */
export type Cases = {
  readonly length: number
  readonly width: number
  /** values[row · width + column]. */
  readonly values: Float64Array
  /** 1 where it happened. */
  readonly labels: Uint8Array
  /** How much each case counts; above 0. */
  readonly weights: Float64Array
}

/** What is believed of each weight beforehand: a Gaussian, and on which side of zero it may lie. */
export type WeightPrior = {
  readonly mean: number
  /** 1: never below 0; −1: never above. */
  readonly sign: 1 | -1
}

export type LogisticFit = { readonly intercept: number; readonly weights: Float64Array }

const MAX_STEPS = 30
const MAX_SWEEPS = 200
const SETTLED_STEP = 1e-6
const SETTLED_SWEEP = 1e-9
/** A case whose outcome is all but certain still bends the curve this much, so that steps stay finite. */
const LEAST_CURVATURE = 1e-6

/**
 * Logistic regression with a Gaussian prior and weights that keep their sign.
 *
 *   maximise Σ_i c_i ln P(y_i | b + w·x_i) − ½ strength · Σ_j s_j² (w_j − m_j)²,  sign_j · w_j ≥ 0
 *
 * s_j is the standard deviation of column j, so that the unit of a feature does not matter; the intercept is free.
 * Newton's method; each step's quadratic is minimised under the signs by coordinate descent. Deterministic.
 * Where all outcomes are equal the intercept stops at the log-odds of (½)/(n + 1).
 * @param strength of the prior, in cases: 1/variance of a standardised weight
 */
export function fitLogistic(cases: Cases, priors: readonly WeightPrior[], strength: number): LogisticFit {
  const { length, width, labels, weights: counts } = cases
  const { mean, spread } = momentsOf(cases)
  const z = standardised(cases, mean, spread)
  const prior = Float64Array.from(priors, (one, j) => one.mean * (spread[j] ?? 1))
  const w = prior.slice()
  let total = 0
  let happened = 0
  for (let i = 0; i < length; i++) {
    total += counts[i]!
    happened += counts[i]! * labels[i]!
  }
  let b = logit((happened + 0.5) / (total + 1))
  if (length === 0) b = 0
  const curve = new Float64Array(width * width)
  const slope = new Float64Array(width)
  const mixed = new Float64Array(width)
  const step = new Float64Array(width)
  for (let round = 0; round < MAX_STEPS && happened > 0 && happened < total; round++) {
    curve.fill(0)
    slope.fill(0)
    mixed.fill(0)
    let curveB = 0
    let slopeB = 0
    for (let i = 0; i < length; i++) {
      const x = i * width
      let logOdds = b
      for (let j = 0; j < width; j++) logOdds += w[j]! * z[x + j]!
      const p = sigmoid(logOdds)
      const bend = counts[i]! * Math.max(LEAST_CURVATURE, p * (1 - p))
      const error = counts[i]! * (labels[i]! - p)
      curveB += bend
      slopeB += error
      for (let j = 0; j < width; j++) {
        const value = z[x + j]!
        if (value === 0) continue
        slope[j]! += error * value
        const bent = bend * value
        mixed[j]! += bent
        const row = j * width
        for (let k = 0; k <= j; k++) curve[row + k]! += bent * z[x + k]!
      }
    }
    for (let j = 0; j < width; j++) for (let k = 0; k < j; k++) curve[k * width + j] = curve[j * width + k]!
    const stepB = boxStep({ curve, slope, mixed, curveB, slopeB, w, prior, priors, strength, step })
    let moved = Math.abs(stepB)
    b += stepB
    for (let j = 0; j < width; j++) {
      w[j]! += step[j]!
      moved = Math.max(moved, Math.abs(step[j]!))
    }
    if (moved < SETTLED_STEP) break
  }
  let intercept = b
  const weights = w.map((value, j) => value / spread[j]!)
  for (let j = 0; j < width; j++) intercept -= weights[j]! * mean[j]!
  return { intercept, weights }
}

type Quadratic = {
  readonly curve: Float64Array
  readonly slope: Float64Array
  readonly mixed: Float64Array
  readonly curveB: number
  readonly slopeB: number
  readonly w: Float64Array
  readonly prior: Float64Array
  readonly priors: readonly WeightPrior[]
  readonly strength: number
  readonly step: Float64Array
}

/** The best step of one Newton quadratic under the signs, written into `step`; returns that of the intercept. */
function boxStep(q: Quadratic): number {
  const { curve, slope, mixed, curveB, slopeB, w, prior, priors, strength, step } = q
  const width = step.length
  step.fill(0)
  let stepB = 0
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let moved = 0
    let rest = slopeB
    for (let j = 0; j < width; j++) rest -= mixed[j]! * step[j]!
    const nextB = rest / curveB
    moved = Math.abs(nextB - stepB)
    stepB = nextB
    for (let j = 0; j < width; j++) {
      let pull = slope[j]! - mixed[j]! * stepB + strength * (prior[j]! - w[j]!)
      for (let k = 0; k < width; k++) if (k !== j) pull -= curve[j * width + k]! * step[k]!
      const free = w[j]! + pull / (curve[j * width + j]! + strength)
      const kept = priors[j]!.sign > 0 ? Math.max(0, free) : Math.min(0, free)
      const next = kept - w[j]!
      moved = Math.max(moved, Math.abs(next - step[j]!))
      step[j] = next
    }
    if (moved < SETTLED_SWEEP) break
  }
  return stepB
}

/** Mean and standard deviation of each column; 1 stands in for a column that never varies. */
function momentsOf({ length, width, values, weights }: Cases) {
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  let total = 0
  for (let i = 0; i < length; i++) {
    total += weights[i]!
    for (let j = 0; j < width; j++) mean[j]! += weights[i]! * values[i * width + j]!
  }
  for (let j = 0; j < width; j++) mean[j] = total > 0 ? mean[j]! / total : 0
  for (let i = 0; i < length; i++)
    for (let j = 0; j < width; j++) spread[j]! += weights[i]! * (values[i * width + j]! - mean[j]!) ** 2
  for (let j = 0; j < width; j++) {
    const deviation = total > 0 ? Math.sqrt(spread[j]! / total) : 0
    spread[j] = deviation > 1e-9 ? deviation : 1
  }
  return { mean, spread }
}

function standardised({ length, width, values }: Cases, mean: Float64Array, spread: Float64Array) {
  const z = new Float64Array(values.length)
  for (let i = 0; i < length; i++)
    for (let j = 0; j < width; j++) z[i * width + j] = (values[i * width + j]! - mean[j]!) / spread[j]!
  return z
}
