/** What kith proposes to do next (docs/the-maths/plan.md). */
export const actionKinds = [
  'answer',
  'follow-up',
  'thank',
  'congratulate',
  'reconnect',
  'deepen',
  'meet',
  'ask',
  'introduction',
  'let-go',
] as const
export type ActionKind = (typeof actionKinds)[number]

export const actionStates = ['proposed', 'done', 'snoozed', 'skipped'] as const
export type ActionState = (typeof actionStates)[number]

/** Why a proposal is not for the user; the plan respects each in its own way. */
export const skipReasons = [
  'not-now',
  'not-this-action',
  'not-this-person',
  'already-done',
  'wrong-person',
  'other',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** Days a skip keeps proposals away: of this action with this person, and of this person altogether. */
export const skipDays: Readonly<Record<SkipReason, { readonly action: number; readonly person: number }>> = {
  'not-now': { action: 30, person: 7 },
  'not-this-action': { action: 365, person: 0 },
  'not-this-person': { action: 365, person: 365 },
  'already-done': { action: 30, person: 14 },
  'wrong-person': { action: 3650, person: 3650 },
  other: { action: 90, person: 14 },
}
