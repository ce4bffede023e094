import { goalState } from '../model/goal.ts'
import type { Goal } from '../model/goal.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
import { bottleneckPillar, goalGains, sum } from './bottleneck.ts'
import type { Gains, GoalGains, Pillar } from './bottleneck.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { probabilityByCount } from './poisson-binomial.ts'
import { bestFirst, rightNumber } from './right-number.ts'
import type { RightNumber } from './right-number.ts'
import type { Rates } from './rates.ts'
import { sharedShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'
import { membersOf, ratesFor, successProbabilities, valuesFrom } from './values.ts'
import type { ContactColumns } from './values.ts'

export type GoalWorth = {
  readonly goal: Goal
  /** P(N ≥ target) with the network as it is. */
  readonly probability: number
  /** Successes to expect in one period. */
  readonly expected: number
  /** P(N ≥ target) with the best n of the contacts who count; entry n belongs to n of them. */
  readonly byCount: Float64Array
  /** Have, needed and missing contacts. */
  readonly right: RightNumber
  readonly bottleneck: Pillar
  /** What a tenth more of each pillar would add to the probability. */
  readonly gains: Gains
  /** By which it was judged, and whether they are assumed. */
  readonly rates: Rates
  /** The goal names a segment, and nobody is known to be in it. */
  readonly nobodyInSegment: boolean
}

export type NetworkWorth = {
  /** Mean probability over the goals by weight, in [0, 1]; null without contacts or without a usable goal. */
  readonly worth: number | null
  readonly goals: readonly GoalWorth[]
  /** Goals that cannot be computed, or have ended; `goalProblem` says why. */
  readonly rejected: readonly Goal[]
  /** The pillar whose improvement raises worth most over all goals; null where worth is null. */
  readonly bottleneck: Pillar | null
  /** What a tenth more of each pillar would add to worth. */
  readonly gains: Gains
  /** Successes to expect of each contact in one period, mean over the goals by weight. */
  readonly contribution: Float64Array
  /** How much worth falls without each contact, in [0, 1]. */
  readonly contactWorth: Float64Array
  /** Contacts who count with the field's mean because their calibre is unknown. */
  readonly unknownCalibre: number
  readonly fieldMean: number
}

export type WorthOptions = {
  /** The calibre that stands in where it is unknown: the mean of the field, in [0, 1]. */
  readonly fieldMean: number
  /** How contacts succeed or fail together; the shipped shock unless given. */
  readonly shock?: SharedShock
  /** Epoch milliseconds: goals that have ended by then do not count; without it, all do. */
  readonly now?: number
}

/** Why a goal cannot be computed, or has ended by `now`; null when it counts. */
export function goalProblem(
  goal: Goal,
  now?: number,
  words: Sentences['worth'] = sentences.en.worth,
): string | null {
  if (now !== undefined && goalState(goal, now) === 'over')
    return words.ended(goal, (goal.endsAt ?? now) - 1, now)
  if (!Number.isInteger(goal.target) || goal.target < 1) return words.wrongTarget(goal.target)
  if (!(goal.confidence > 0 && goal.confidence < 1)) return words.wrongConfidence
  if (goal.baseRate !== null && !(goal.baseRate > 0 && goal.baseRate < 1)) return words.wrongRate
  if (!(goal.weight > 0 && goal.weight < Infinity)) return words.wrongWeight
  return null
}

/**
 * What a network is worth for the user's goals: the probability of each, how many contacts it takes, what is
 * missing, which pillar holds back, and what each contact brings.
 *
 * Contacts without any exchange in both directions, or of calibre 0, contribute exactly 0 and change no number.
 * Goals that make no sense are listed instead of being computed. Deterministic; never NaN.
 */
export function networkWorth(
  contacts: ContactColumns,
  goals: readonly Goal[],
  { fieldMean, shock = sharedShock(), now }: WorthOptions,
): NetworkWorth {
  const size = contacts.calibre.length
  const rejected = goals.filter((goal) => goalProblem(goal, now) !== null)
  const usable = goals.filter((goal) => goalProblem(goal, now) === null)
  const totalWeight = usable.reduce((sum, goal) => sum + goal.weight, 0)
  const contribution = new Float64Array(size)
  const contactWorth = new Float64Array(size)
  const mean = { worth: 0, calibre: 0, closeness: 0, number: 0 }
  const expectedMean = { calibre: 0, closeness: 0, number: 0 }
  const perGoal = usable.map((goal): GoalWorth => {
    const share = goal.weight / totalWeight
    const probabilities = successProbabilities(contacts, goal)
    const values = valuesFrom(contacts, probabilities, fieldMean)
    const lost = leaveOneOut(values, goal.target, shock)
    for (let j = 0; j < size; j++) {
      contribution[j]! += share * values[j]!
      contactWorth[j]! += share * lost[j]!
    }
    const one = oneGoal(contacts, goal, fieldMean, shock, probabilities, values)
    mean.worth += share * one.result.probability
    for (const pillar of ['calibre', 'closeness', 'number'] as const) {
      mean[pillar] += share * one.gains.probability[pillar]
      expectedMean[pillar] += share * one.gains.expected[pillar]
    }
    return one.result
  })
  const none = size === 0 || usable.length === 0
  return {
    worth: none ? null : Math.min(1, mean.worth),
    goals: perGoal,
    rejected,
    bottleneck: none
      ? null
      : bottleneckPillar({ probability: mean, expected: expectedMean }, contacts, fieldMean),
    gains: { calibre: mean.calibre, closeness: mean.closeness, number: mean.number },
    contribution,
    contactWorth,
    unknownCalibre: countUnknown(contacts),
    fieldMean,
  }
}

function countUnknown({ calibre, twoWay }: ContactColumns): number {
  let count = 0
  for (let j = 0; j < calibre.length; j++) if (Number.isNaN(calibre[j]!) && twoWay[j] !== 0) count++
  return count
}

function oneGoal(
  contacts: ContactColumns,
  goal: Goal,
  fieldMean: number,
  shock: SharedShock,
  probabilities: Float64Array,
  values: Float64Array,
): { result: GoalWorth; gains: GoalGains } {
  const best = bestFirst(values)
  const byCount = probabilityByCount(best, goal.target, shock)
  const probability = byCount[best.length]!
  const right = rightNumber(best, goal.target, goal.confidence, shock)
  const gains = goalGains(contacts, goal, fieldMean, shock, { probabilities, values, probability })
  const bottleneck = bottleneckPillar(gains, contacts, fieldMean)
  const members = membersOf(contacts, goal)
  const result: GoalWorth = {
    goal,
    probability,
    expected: sum(values),
    byCount,
    right,
    bottleneck,
    gains: gains.probability,
    rates: ratesFor(contacts, goal),
    nobodyInSegment: members !== null && !members.includes(1),
  }
  return { result, gains }
}
