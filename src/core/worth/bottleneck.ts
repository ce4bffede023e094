import type { Goal } from '../model/goal.ts'
import {
  addContact,
  countAboveZero,
  isDecided,
  LOOKS,
  mixedProgramme,
  probabilityOfAtLeast,
  reachedBy,
} from './poisson-binomial.ts'
import type { SharedShock } from './shared-shock.ts'
import { contactValues, valuesFrom } from './values.ts'
import type { ContactColumns } from './values.ts'

/** The three things a network's worth rests on. */
export const pillars = ['calibre', 'closeness', 'number'] as const
export type Pillar = (typeof pillars)[number]

/** What a tenth more of each pillar would add. */
export type Gains = Readonly<Record<Pillar, number>>

/** How much better a pillar is made to see what it brings. */
const IMPROVEMENT = 0.1

/**
 * Gains in probability below this are none: of a goal that is reached but for one time in a million, or out of reach, it
 * tells nothing which pillar would gain the more digits. Then the gains in expected successes decide.
 */
const NO_GAIN = 1e-6

export type GoalGains = {
  /** What is added to P(N ≥ target), in [0, 1]. */
  readonly probability: Gains
  /** What is added to the expected number of successes. */
  readonly expected: Gains
}

/** Sum of the values; a loop, since a function called for each costs more than the rest over many contacts. */
export function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/**
 * What a tenth more of each pillar adds to a goal, never below 0, and 0 in probability where it is reached for certain:
 * - calibre: everybody's calibre times 1.1, at most 1 (the field's mean likewise, where calibre is unknown);
 * - closeness: everybody's odds of an exchange and trust times 1.1, trust at most 1;
 * - number: beside each contact one more of a tenth of their value, which is a tenth more of the same mixture.
 * @param now as they are: the contacts' probabilities of a success, their values, and P(N ≥ target)
 */
export function goalGains(
  contacts: ContactColumns,
  goal: Goal,
  fieldMean: number,
  shock: SharedShock,
  {
    probabilities,
    values,
    probability,
  }: {
    readonly probabilities: Float64Array
    readonly values: Float64Array
    readonly probability: number
  },
): GoalGains {
  const better = {
    calibre: valuesFrom(contacts, probabilities, fieldMean, 1 + IMPROVEMENT),
    closeness: contactValues(contacts, goal, fieldMean, { calibre: 1, closeness: 1 + IMPROVEMENT }),
  }
  const gained = (reached: () => number): number =>
    1 - probability < NO_GAIN ? 0 : Math.max(0, reached() - probability)
  const expected = sum(values)
  return {
    probability: {
      calibre: gained(() => probabilityOfAtLeast(better.calibre, goal.target, shock)),
      closeness: gained(() => probabilityOfAtLeast(better.closeness, goal.target, shock)),
      number: gained(() => withTenthMore(values, goal.target, shock)),
    },
    expected: {
      calibre: Math.max(0, sum(better.calibre) - expected),
      closeness: Math.max(0, sum(better.closeness) - expected),
      number: IMPROVEMENT * expected,
    },
  }
}

/** P(N ≥ target) with a tenth of a further contact beside each. */
function withTenthMore(values: Float64Array, target: number, shock: SharedShock): number {
  if (2 * countAboveZero(values) < target) return 0
  const mixed = mixedProgramme(target, shock)
  for (let j = 0; j < values.length; j++) {
    if (j % LOOKS === 0 && isDecided(mixed)) break
    addContact(mixed, values[j]!)
    addContact(mixed, values[j]!, IMPROVEMENT)
  }
  return reachedBy(mixed)
}

/** A tenth more calibre and a tenth more contacts often bring nearly the same; closer than this is a draw. */
const DRAW = 0.1

/**
 * The pillar whose improvement brings most: by probability, and where that is out of reach by expected successes.
 *
 * Both calibre and number raise the expected successes by a tenth as long as nobody is at the top, so they often
 * draw; then it is calibre if that of the contacts who count is below the field's mean, and number if not.
 * Where no contact counts there are no gains to compare; then it is what is missing altogether: contacts at all, or
 * an exchange in both directions, or calibre.
 */
export function bottleneckPillar(gains: GoalGains, contacts: ContactColumns, fieldMean: number): Pillar {
  const byProbability = mostOf(gains.probability)
  const [of, most] =
    gains.probability[byProbability] > NO_GAIN
      ? [gains.probability, byProbability]
      : [gains.expected, mostOf(gains.expected)]
  if (of[most] <= 0) {
    if (contacts.twoWay.length === 0) return 'number'
    return contacts.twoWay.includes(1) ? 'calibre' : 'closeness'
  }
  const draw = most !== 'closeness' && Math.abs(of.calibre - of.number) <= DRAW * of[most]
  return draw ? (meanCalibre(contacts, fieldMean) < fieldMean ? 'calibre' : 'number') : most
}

const mostOf = (gains: Gains): Pillar =>
  pillars.reduce((best, pillar) => (gains[pillar] > gains[best] ? pillar : best))

/** Mean calibre of the contacts who count; the field's mean where it is unknown. */
function meanCalibre({ calibre, twoWay }: ContactColumns, fieldMean: number): number {
  let total = 0
  let count = 0
  for (let j = 0; j < calibre.length; j++) {
    const level = Number.isNaN(calibre[j]!) ? fieldMean : calibre[j]!
    if (twoWay[j] === 0 || level <= 0) continue
    total += level
    count++
  }
  return count === 0 ? fieldMean : total / count
}
