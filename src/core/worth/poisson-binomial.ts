import { INDEPENDENT, shockedOdds, underShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'

/**
 * The distribution of a number of successes while trials are added one by one: `mass[k]` is the probability of
 * exactly k for k below the target, `reached` that of the target or more. Only `low` … `high` are above nought.
 */
export type Programme = {
  readonly target: number
  readonly mass: Float64Array
  reached: number
  low: number
  high: number
}

/**
 * Probabilities below this are dropped at both ends of the distribution, so that large targets cost by the width
 * of the distribution and not by the target; all that is dropped in a million trials stays below 1e-29.
 */
const NEGLIGIBLE = 1e-36

/** No trials yet: 0 successes for certain. `target` is whole and at least 1. */
export function programme(target: number): Programme {
  const mass = new Float64Array(target)
  mass[0] = 1
  return { target, mass, reached: 0, low: 0, high: 0 }
}

/** A programme of its own that goes on from where this one is. O(target). */
export const copyProgramme = (from: Programme): Programme => ({ ...from, mass: from.mass.slice() })

/** Adds one trial with the given probability of success. O(width of the distribution). */
export function addTrial(to: Programme, probability: number): void {
  if (!(probability > 0)) return
  const { mass, target } = to
  const failure = 1 - probability
  let { low, high } = to
  if (high === target - 1) to.reached += mass[high]! * probability
  else mass[++high] = 0
  for (let k = high; k > low; k--) mass[k] = mass[k]! * failure + mass[k - 1]! * probability
  mass[low]! *= failure
  while (low < high && mass[low]! < NEGLIGIBLE) mass[low++] = 0
  while (high > low && mass[high]! < NEGLIGIBLE) mass[high--] = 0
  to.low = low
  to.high = high
}

/**
 * Takes one trial out again, as a product of polynomials is divided by one factor: `g_k = (f_k − p·g_{k−1}) / (1 − p)`.
 * Stable only below ½: each removal multiplies rounding errors by 1/(1 − 2p) at most, so callers count with
 * `removalError`. O(width of the distribution).
 */
export function removeTrial(from: Programme, probability: number): void {
  if (!(probability > 0)) return
  const { mass, target, low, high } = from
  const failure = 1 - probability
  let before = 0
  for (let k = low; k <= high; k++) {
    before = Math.max(0, (mass[k]! - probability * before) / failure)
    mass[k] = before
  }
  if (high === target - 1) from.reached = Math.max(0, from.reached - probability * before)
}

/** What taking one trial out multiplies rounding errors by, at most; Infinity from ½ on. */
export const removalError = (probability: number): number =>
  probability < 0.5 ? 1 / (1 - 2 * probability) : Infinity

/** Several programmes in step, one for each case of a shared shock. */
export type MixedProgramme = { readonly shock: SharedShock; readonly cases: readonly Programme[] }

/** Programmes without a trial yet: each case has N = 0 for certain. */
export const mixedProgramme = (target: number, shock: SharedShock): MixedProgramme => ({
  shock,
  cases: Array.from(shock.weights, () => programme(target)),
})

/** Programmes of their own that go on from where these are; the shock is shared. */
export const copyMixed = ({ shock, cases }: MixedProgramme): MixedProgramme => ({
  shock,
  cases: cases.map(copyProgramme),
})

/**
 * Adds one contact with the given probability of success; 0 changes nothing. A `part` below 1 adds so much of a
 * contact: the probability that part of it has in each case of the shock.
 */
export function addContact(to: MixedProgramme, probability: number, part: number = 1): void {
  if (!(probability > 0)) return
  const { shock, cases } = to
  const odds = shockedOdds(probability, shock)
  for (let node = 0; node < cases.length; node++) {
    addTrial(cases[node]!, part * (shock === INDEPENDENT ? probability : underShock(odds, shock, node)))
  }
}

/** Takes a contact out that was added before, in every case of the shock. */
export function removeContact(from: MixedProgramme, probability: number): void {
  if (!(probability > 0)) return
  const { shock, cases } = from
  const odds = shockedOdds(probability, shock)
  for (let node = 0; node < cases.length; node++)
    removeTrial(cases[node]!, shock === INDEPENDENT ? probability : underShock(odds, shock, node))
}

/** P(N ≥ target) with the contacts added so far; for a lower target than the programme's, if asked. */
export function reachedBy(mixed: MixedProgramme, target: number = Infinity): number {
  let sum = 0
  for (let node = 0; node < mixed.cases.length; node++) {
    const { mass, reached, high } = mixed.cases[node]!
    let here = reached
    for (let k = high; k >= target; k--) here += mass[k]!
    sum += mixed.shock.weights[node]! * here
  }
  return Math.min(1, sum)
}

/** How many of the probabilities are above 0: only these can ever bring a success. */
export function countAboveZero(probabilities: Float64Array): number {
  let count = 0
  for (const probability of probabilities) if (probability > 0) count++
  return count
}

/**
 * P(N ≥ target) for N = Σ Bernoulli(p_j): the Poisson-binomial tail, by dynamic programme, exact up to rounding
 * (about 1e-13); with a shared shock its mean over the shock's cases.
 *
 * Range [0, 1], rising in every p, the same in every order; 1 for a target of 0 or less. O(n · target) at most,
 * for each case of the shock; zeros cost nothing.
 */
export function probabilityOfAtLeast(
  probabilities: Float64Array,
  target: number,
  shock: SharedShock = INDEPENDENT,
): number {
  if (target <= 0) return 1
  if (countAboveZero(probabilities) < target) return 0
  const mixed = mixedProgramme(target, shock)
  for (let j = 0; j < probabilities.length; j++) {
    if (j % LOOKS === 0 && isDecided(mixed)) break
    addContact(mixed, probabilities[j]!)
  }
  return reachedBy(mixed)
}

/** After so many contacts it is looked whether the rest can change anything. */
export const LOOKS = 256

/** A probability smaller than this changes none that is added to it: a number near 1 has 16 digits. */
export const UNSEEN = 1e-18

/** Whether the target is reached but for what no number shows: then no further contact changes anything. */
export function isDecided({ shock, cases }: MixedProgramme): boolean {
  let open = 0
  for (let node = 0; node < cases.length; node++) open += shock.weights[node]! * unreached(cases[node]!)
  return open < UNSEEN
}

/** P(N < target) with the trials added so far. */
export function unreached({ mass, low, high }: Programme): number {
  let sum = 0
  for (let k = low; k <= high; k++) sum += mass[k]!
  return sum
}

/** P(N ≥ target) with the first contact, the first two and so on; entry n belongs to n contacts, entry 0 to none. */
export function probabilityByCount(
  probabilities: Float64Array,
  target: number,
  shock: SharedShock = INDEPENDENT,
): Float64Array {
  const curve = new Float64Array(probabilities.length + 1)
  if (target <= 0) return curve.fill(1)
  if (countAboveZero(probabilities) < target) return curve
  const mixed = mixedProgramme(target, shock)
  for (let n = 0; n < probabilities.length; n++) {
    if (n % LOOKS === 0 && isDecided(mixed)) return curve.fill(curve[n]!, n + 1)
    addContact(mixed, probabilities[n]!)
    curve[n + 1] = reachedBy(mixed)
  }
  return curve
}
