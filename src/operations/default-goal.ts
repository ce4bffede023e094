import type { Goal } from '#core/model/goal.ts'
import type { Context } from './operation.ts'

/** What kith counts toward until the user sets a goal; shown as assumed wherever it shows. */
export const assumedGoal: Goal = {
  kind: 'referrals',
  target: 3,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: null,
}

/** The user's goals, or the assumed one. */
export async function goalsOf(context: Context): Promise<{
  readonly assumed: boolean
  readonly goals: readonly (Goal & { readonly id: number | null })[]
}> {
  const stored = await context.store.goals(context.owner)
  return stored.length > 0
    ? { assumed: false, goals: stored }
    : { assumed: true, goals: [{ ...assumedGoal, id: null }] }
}
