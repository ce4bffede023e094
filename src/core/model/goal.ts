import type { Segment } from './segment.ts'

/** What a network can bring. */
export const goalKinds = [
  'referrals',
  'partnerships',
  'sales',
  'support',
  'help',
  'replies',
  'hires',
  'investments',
] as const
export type GoalKind = (typeof goalKinds)[number]

export const goalPeriods = ['week', 'month', 'quarter', 'year'] as const
export type GoalPeriod = (typeof goalPeriods)[number]

/** Length of a period in days, as goals count them. */
export const periodDays: Readonly<Record<GoalPeriod, number>> = {
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
}

/** What the user hopes to achieve: `target` successes a period, with a probability of `confidence`. */
export type Goal = {
  readonly kind: GoalKind
  /** Successes wanted in a period; whole, at least 1. */
  readonly target: number
  readonly period: GoalPeriod
  /** Probability in (0, 1) with which the target should be reached. */
  readonly confidence: number
  /** Share of this goal in the worth of the network, relative to the other goals. */
  readonly weight: number
  /**
   * The user's own estimate of how often a typical good contact brings one success in a quarter, in (0, 1);
   * null takes the preset of the kind, which is an assumption.
   */
  readonly baseRate: number | null
  /** Whom the goal is about; absent or null is everybody. */
  readonly segment?: Segment | null
  /** From when on, and until when, the goal holds, epoch milliseconds; absent or null is without end. */
  readonly startsAt?: number | null
  readonly endsAt?: number | null
}

export type GoalState = 'current' | 'upcoming' | 'over'

/** Whether a goal holds at a time (epoch milliseconds), is still to come, or has ended. */
export const goalState = (goal: Pick<Goal, 'startsAt' | 'endsAt'>, now: number): GoalState =>
  goal.endsAt != null && goal.endsAt <= now
    ? 'over'
    : goal.startsAt != null && goal.startsAt > now
      ? 'upcoming'
      : 'current'
