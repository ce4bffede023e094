import {
  addTrial,
  copyProgramme,
  countAboveZero,
  LOOKS,
  programme,
  unreached,
  UNSEEN,
} from './poisson-binomial.ts'
import type { Programme } from './poisson-binomial.ts'
import { INDEPENDENT, shockedOdds, underShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'

/**
 * What each contact is worth: how much P(N ≥ target) falls without them.
 *
 *   P(N ≥ K) − P(N₋ⱼ ≥ K) = p_j · P(N₋ⱼ = K − 1)
 *
 * Range [0, 1], 0 for a contact of probability 0; higher = more of the goal hangs on this contact. N₋ⱼ comes from
 * taking the trial out of the finished programme, as a product of polynomials is divided by one factor:
 * `g_k = (f_k − p·g_{k−1}) / (1 − p)`. That is stable only where p < ½ (a rounding error shrinks by p/(1 − p) at
 * each step), so contacts above get their programme without them by halving the list of these contacts.
 * O(n · target) for each case of the shock, with a further log n for contacts above ½.
 */
export function leaveOneOut(
  probabilities: Float64Array,
  target: number,
  shock: SharedShock = INDEPENDENT,
): Float64Array {
  const worth = new Float64Array(probabilities.length)
  if (target <= 0 || countAboveZero(probabilities) < target) return worth
  const odds = new Float64Array(probabilities.length)
  const shifted = new Float64Array(probabilities.length)
  /** Odds that were looked at in a case before. */
  let known = 0
  for (let node = 0; node < shock.weights.length; node++) {
    addCase(worth, shifted, target, shock.weights[node]!, (j) => {
      if (shock === INDEPENDENT) return probabilities[j]!
      if (j === known) odds[known++] = shockedOdds(probabilities[j]!, shock)
      return underShock(odds[j]!, shock, node)
    })
  }
  return worth
}

/**
 * Adds weight · p_j · P(N₋ⱼ = target − 1) for all contacts, whose probabilities are asked for from the first one on and
 * put into `probabilities`.
 */
function addCase(
  worth: Float64Array,
  probabilities: Float64Array,
  target: number,
  weight: number,
  probabilityOf: (j: number) => number,
): void {
  const large: number[] = []
  const small = programme(target)
  for (let j = 0; j < probabilities.length; j++) {
    // Without any one of them the target is reached by the others as surely as can be said.
    if (j % LOOKS === 0 && weight * unreached(small) < UNSEEN) return
    const probability = probabilityOf(j)
    probabilities[j] = probability
    if (probability < 0.5) addTrial(small, probability)
    else large.push(j)
  }
  const whole = copyProgramme(small)
  for (const j of large) addTrial(whole, probabilities[j]!)
  probabilities.forEach((probability, j) => {
    if (probability > 0 && probability < 0.5)
      worth[j]! += weight * probability * oneShortWithout(whole, probability)
  })
  halve(large, small, (j, without) => {
    worth[j]! += weight * probabilities[j]! * without.mass[target - 1]!
  })

  /** Hands each listed contact the programme of all trials but theirs. */
  function halve(
    listed: readonly number[],
    withoutListed: Programme,
    use: (j: number, without: Programme) => void,
  ): void {
    const only = listed[0]
    if (only === undefined) return
    if (listed.length === 1) {
      use(only, withoutListed)
      return
    }
    const middle = listed.length >> 1
    const left = listed.slice(0, middle)
    const right = listed.slice(middle)
    const withRight = copyProgramme(withoutListed)
    for (const j of right) addTrial(withRight, probabilities[j]!)
    halve(left, withRight, use)
    const withLeft = copyProgramme(withoutListed)
    for (const j of left) addTrial(withLeft, probabilities[j]!)
    halve(right, withLeft, use)
  }
}

/** P(N₋ⱼ = target − 1) from the programme with the trial in it, for a probability below ½. */
function oneShortWithout(whole: Programme, probability: number): number {
  const { mass, target, low, high } = whole
  if (high < target - 1) return 0
  const failure = 1 - probability
  const ratio = probability / failure
  let without = 0
  for (let k = low; k < target; k++) without = mass[k]! / failure - ratio * without
  return Math.max(0, without)
}
