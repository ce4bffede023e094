import { sigmoid } from './logistic.ts'

/** A case whose outcome is all but certain still bends the curve this much, so that steps stay finite. */
const LEAST_CURVATURE = 1e-6

/** A straight line on the log-odds: calibrated log-odds = shift + slope · log-odds (Platt 1999). */
export type PlattLine = { readonly slope: number; readonly shift: number }

/** What changes nothing. */
export const straight: PlattLine = { slope: 1, shift: 0 }

/**
 * Platt calibration: the line on the log-odds that best explains the outcomes, by maximum a posteriori with
 * slope ~ N(1, 1/strength) and shift ~ N(0, 1/strength): near the line that changes nothing, which it is without
 * cases. The slope is at least .1, so that no order is turned.
 * @param strength of the prior, its precision: the greater, the nearer to that line
 */
export function fitPlatt(
  logOdds: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
  strength: number,
): PlattLine {
  let slope = 1
  let shift = 0
  for (let round = 0; round < 50; round++) {
    let g0 = -strength * shift
    let g1 = -strength * (slope - 1)
    let h00 = strength
    let h01 = 0
    let h11 = strength
    for (let i = 0; i < logOdds.length; i++) {
      const x = logOdds[i]!
      if (!Number.isFinite(x)) continue
      const p = sigmoid(shift + slope * x)
      const error = weights[i]! * (labels[i]! - p)
      const bend = weights[i]! * Math.max(LEAST_CURVATURE, p * (1 - p))
      g0 += error
      g1 += error * x
      h00 += bend
      h01 += bend * x
      h11 += bend * x * x
    }
    const det = h00 * h11 - h01 * h01
    const d0 = (h11 * g0 - h01 * g1) / det
    const d1 = (h00 * g1 - h01 * g0) / det
    shift += d0
    slope = Math.max(0.1, slope + d1)
    if (Math.abs(d0) + Math.abs(d1) < 1e-9) break
  }
  return { slope, shift }
}

/**
 * One number added to the log-odds of everybody: maximum a posteriori with b ~ N(0, 1²).
 * Range (−∞, ∞); 0 without cases. Source: docs/the-maths/closeness.md.
 */
export function fitShift(
  logOdds: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number>,
): number {
  let b = 0
  for (let round = 0; round < 50; round++) {
    let slope = -b
    let bend = 1
    for (let i = 0; i < logOdds.length; i++) {
      const p = sigmoid(logOdds[i]! + b)
      slope += weights[i]! * (labels[i]! - p)
      bend += weights[i]! * p * (1 - p)
    }
    // A step of one log-odd at the most: far from the answer the curve is flat and Newton would overshoot.
    const step = Math.max(-1, Math.min(1, slope / bend))
    b += step
    if (Math.abs(step) < 1e-10) break
  }
  return b
}
