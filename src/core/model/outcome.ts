import type { GoalKind } from './goal.ts'

/** What came of a network. */
export const outcomeKinds = [
  'help',
  'support',
  'referral',
  'introduction',
  'partnership',
  'sale',
  'hire',
  'investment',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/** The kind of goal an outcome counts toward; an introduction is help on the way and counts as such. */
export const goalKindOf: Readonly<Record<OutcomeKind, GoalKind>> = {
  help: 'help',
  support: 'support',
  referral: 'referrals',
  introduction: 'help',
  partnership: 'partnerships',
  sale: 'sales',
  hire: 'hires',
  investment: 'investments',
}
