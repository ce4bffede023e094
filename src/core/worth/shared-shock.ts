import { gaussHermite } from './gauss-hermite.ts'

/**
 * Good and bad times that all contacts share, as a finite list of cases: in case i, which has the probability
 * `weights[i]`, the odds of every contact are multiplied by `factors[i]`.
 */
export type SharedShock = {
  /** Standard deviation τ of the shock on the log-odds; 0 = contacts succeed independently. */
  readonly tau: number
  readonly factors: Float64Array
  readonly weights: Float64Array
  /** What the log-odds are stretched by, so that the mean over the cases stays near the probability put in. */
  readonly slope: number
}

/** τ as measured to keep "at least k with 80 %" true in organisations and drifting mailboxes (docs/the-maths/worth.md). */
export const DEFAULT_TAU = 0.6

/** Number of cases: the nodes of the quadrature. */
const NODES = 15

/** (16√3 / 15π)², what the logistic curve shrinks by under a normal shock: Zeger, Liang and Albert (1988). */
const LOGISTIC_NORMAL = ((16 * Math.sqrt(3)) / (15 * Math.PI)) ** 2

/** Contacts succeed or fail independently of one another. */
export const INDEPENDENT: SharedShock = {
  tau: 0,
  factors: Float64Array.of(1),
  weights: Float64Array.of(1),
  slope: 1,
}

/**
 * The shock x ~ N(0, 1) under which a contact of probability v succeeds with
 * `σ(√(1 + .346 τ²)·logit v + τ x)`; the root undoes the flattening that the mean over x brings.
 */
export function sharedShock(tau: number = DEFAULT_TAU): SharedShock {
  if (tau === 0) return INDEPENDENT
  if (tau === DEFAULT_TAU) return (shipped ??= shockOf(tau))
  return shockOf(tau)
}

/** The nodes of the quadrature take as long to find as a thousand contacts to add. */
let shipped: SharedShock | null = null

function shockOf(tau: number): SharedShock {
  const { nodes, weights } = gaussHermite(NODES)
  return {
    tau,
    factors: nodes.map((node) => Math.exp(tau * node)),
    weights,
    slope: Math.sqrt(1 + LOGISTIC_NORMAL * tau * tau),
  }
}

/** The odds of a probability, stretched for the shock; 0 stays 0, 1 becomes Infinity. */
export const shockedOdds = (probability: number, shock: SharedShock): number =>
  shock.slope === 1 ? probability / (1 - probability) : (probability / (1 - probability)) ** shock.slope

/** The probability in case `node`, from the stretched odds. */
export function underShock(odds: number, shock: SharedShock, node: number): number {
  const shifted = odds * shock.factors[node]!
  return shifted === Infinity ? 1 : shifted / (1 + shifted)
}
