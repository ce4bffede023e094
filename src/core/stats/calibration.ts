/**
 * Brier score: the mean squared difference between probability and outcome (Brier 1950).
 * Range [0, 1]; lower is better. Null without cases.
 */
export function brier(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  let sum = 0
  for (let i = 0; i < labels.length; i++) sum += (probabilities[i]! - labels[i]!) ** 2
  return labels.length > 0 ? sum / labels.length : null
}

/** One bin of a calibration curve. */
export type CalibrationBin = {
  readonly count: number
  /** Mean probability said, and share that came true. */
  readonly said: number
  readonly happened: number
}

/** The cases in bins of equal width on [0, 1], empty ones left out. */
export function calibrationCurve(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins = 10,
): CalibrationBin[] {
  const count = new Float64Array(bins)
  const said = new Float64Array(bins)
  const happened = new Float64Array(bins)
  for (let i = 0; i < labels.length; i++) {
    const bin = Math.min(bins - 1, Math.floor(probabilities[i]! * bins))
    count[bin]!++
    said[bin]! += probabilities[i]!
    happened[bin]! += labels[i]!
  }
  return Array.from(count, (n, bin) => ({
    count: n,
    said: said[bin]! / n,
    happened: happened[bin]! / n,
  })).filter((bin) => bin.count > 0)
}

/**
 * Expected calibration error: the mean distance between what was said and what happened, over ten bins of equal
 * width, weighted by their cases (Naeini, Cooper & Hauskrecht 2015).
 * Range [0, 1]; 0 is perfectly calibrated. Null without cases.
 */
export function calibrationError(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  if (labels.length === 0) return null
  let sum = 0
  for (const bin of calibrationCurve(probabilities, labels))
    sum += bin.count * Math.abs(bin.said - bin.happened)
  return sum / labels.length
}

/**
 * Mean of −ln of the probability given to what happened. Range [0, ∞); lower is better. Null without cases.
 * @param weights how much each case counts; null for 1 each
 */
export function logLoss(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
): number | null {
  let sum = 0
  let total = 0
  for (let i = 0; i < labels.length; i++) {
    const weight = weights === null ? 1 : weights[i]!
    // Certain and wrong would be infinite; one case must not decide alone.
    const p = Math.min(1 - 1e-9, Math.max(1e-9, probabilities[i]!))
    sum -= weight * Math.log(labels[i] === 1 ? p : 1 - p)
    total += weight
  }
  return total > 0 ? sum / total : null
}
