import { periodDays } from '../model/goal.ts'
import type { Goal, GoalKind } from '../model/goal.ts'
import { segmentKey } from '../model/segment.ts'
import { ratesOf, successFunction } from './rates.ts'
import type { Rates } from './rates.ts'

/** All contacts as columns; row j of each is one contact. */
export type ContactColumns = {
  /** In [0, 1]. */
  readonly closeness: Float64Array
  /** In [0, 1]. */
  readonly trust: Float64Array
  /** In [0, 1]; NaN = unknown: the field's mean stands in. */
  readonly calibre: Float64Array
  /** 1 = there was an exchange in both directions or a meeting; 0 = never. */
  readonly twoWay: Uint8Array
  /** Fit with the goal in [0, 1]; NaN, or no column: unknown, counts as neutral. */
  readonly fit?: Float64Array
  /** Successes and failures so far, by kind of goal; absent: none. */
  readonly history?: Partial<Readonly<Record<GoalKind, OutcomeColumns>>>
  /** Rates learned from the user's outcomes, by kind; absent: those of the goal, which are assumptions. */
  readonly rates?: Partial<Readonly<Record<GoalKind, Rates>>>
  /** Who is in a segment, by segmentKey(): 1 = in it. Needed for every segment that a goal names. */
  readonly segments?: ReadonlyMap<string, Uint8Array>
}

/** The rates that a goal is judged by: learned ones where there are any. */
export const ratesFor = (
  contacts: Pick<ContactColumns, 'rates'>,
  goal: Pick<Goal, 'kind' | 'baseRate'>,
): Rates => contacts.rates?.[goal.kind] ?? ratesOf(goal)

/** Who counts for a goal by its segment; null where everybody does. */
export const membersOf = (contacts: ContactColumns, goal: Goal): Uint8Array | null => {
  if (goal.segment == null) return null
  const members = contacts.segments?.get(segmentKey(goal.segment))
  if (members === undefined) throw new RangeError('A goal names a segment whose members were not worked out.')
  return members
}

export type OutcomeColumns = { readonly successes: Float64Array; readonly failures: Float64Array }

/**
 * What if one pillar were better? Factors on calibre and on the relationship: the odds of closeness and trust.
 * (The odds, since ten times nearly certain is no more than certain; where closeness is small they are the same.)
 */
export type Lift = { readonly calibre: number; readonly closeness: number }

export const NO_LIFT: Lift = { calibre: 1, closeness: 1 }

const withOdds = (probability: number, factor: number): number =>
  (probability * factor) / (1 - probability + probability * factor)

/**
 * Value of each contact for a goal: `v = calibre · p`, the probability that this contact brings a success that
 * counts, in the goal's period. Range [0, 1]; exactly 0 with calibre 0, without any exchange in both directions, or
 * outside the goal's segment.
 */
export const contactValues = (
  contacts: ContactColumns,
  goal: Goal,
  fieldMean: number,
  lift: Lift = NO_LIFT,
): Float64Array =>
  valuesFrom(contacts, successProbabilities(contacts, goal, lift.closeness), fieldMean, lift.calibre)

/** The values from the probabilities of a success. */
export function valuesFrom(
  { calibre }: ContactColumns,
  probabilities: Float64Array,
  fieldMean: number,
  lift: Lift['calibre'] = 1,
): Float64Array {
  const values = new Float64Array(calibre.length)
  for (let j = 0; j < values.length; j++) {
    const known = calibre[j]!
    const level = (Number.isNaN(known) ? fieldMean : known) * lift
    if (level > 0) values[j] = Math.min(1, level) * probabilities[j]!
  }
  return values
}

/**
 * Probability that each contact brings a success of the goal's kind in its period, whatever their calibre; exactly 0
 * without any exchange in both directions, or outside the goal's segment.
 */
export function successProbabilities(
  contacts: ContactColumns,
  goal: Goal,
  lift: Lift['closeness'] = 1,
): Float64Array {
  const { closeness, trust, twoWay, fit } = contacts
  const members = membersOf(contacts, goal)
  const history = contacts.history?.[goal.kind]
  const probabilityOf = successFunction(ratesFor(contacts, goal), periodDays[goal.period])
  const probabilities = new Float64Array(closeness.length)
  for (let j = 0; j < probabilities.length; j++) {
    if (twoWay[j] === 0 || members?.[j] === 0) continue
    const suits = fit?.[j] ?? NaN
    probabilities[j] = probabilityOf({
      closeness: withOdds(closeness[j]!, lift),
      trust: Math.min(1, trust[j]! * lift),
      fit: Number.isNaN(suits) ? null : suits,
      successes: history?.successes[j] ?? 0,
      failures: history?.failures[j] ?? 0,
      twoWay: true,
    })
  }
  return probabilities
}
