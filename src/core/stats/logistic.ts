/** Probability of log-odds: σ(z) = 1/(1 + e^−z). Range [0, 1], rising; written so that no z overflows. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z))
  const e = Math.exp(z)
  return e / (1 + e)
}

/** Log-odds of a probability: ln(p/(1 − p)). −∞ at 0 and ∞ at 1. */
export const logit = (p: number): number => Math.log(p / (1 - p))
