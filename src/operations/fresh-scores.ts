import type { Context } from './operation.ts'
import { summaryOf } from './score-summary.ts'

/**
 * `scoresOfNow`, after what follows from an import whose process was killed before it said who is who: whoever asks
 * next works that out.
 */
export async function freshScores(context: Context): Promise<void> {
  if (await context.store.isUnconcluded(context.owner, context.now())) {
    // Loaded where it is needed: comparing people is a large part of kith.
    const { resolveIdentities } = await import('./identity/resolve-identities.ts')
    await context.run(resolveIdentities, {})
  }
  await scoresOfNow(context)
}

/**
 * Sees to it that the stored scores reflect the data and the time asked for; scores anew where they do not: after a
 * change, for another time, and when an event that lay in the future (a meeting to come) has taken place.
 * Nothing happens while it is not known whose network this is.
 */
export async function scoresOfNow(context: Context): Promise<void> {
  if (await areFresh(context)) return
  // Loaded where it is needed: most find the scores fresh.
  const { scoreNetwork } = await import('./score-network.ts')
  await context.run(scoreNetwork, {})
  // Scoring that was under way already may have begun before the last change.
  if (!(await areFresh(context))) await context.run(scoreNetwork, {})
}

async function areFresh(context: Context): Promise<boolean> {
  const row = await context.store.owner(context.owner)
  if (row.me === null) return true
  const summary = summaryOf(row)
  return (
    summary !== null &&
    row.scoredChanges === row.changes &&
    row.touchpointsReady &&
    summary.scoredFor === context.at &&
    (context.at !== null || summary.nextEventAt === null || context.now() < summary.nextEventAt)
  )
}
