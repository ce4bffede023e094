import type { Context } from './operation.ts'
import { scoreNetwork } from './score-network.ts'

/**
 * Sees to it that the stored scores reflect the data and the time asked for; scores anew where they do not.
 * Nothing happens while it is not known whose network this is.
 */
export async function freshScores(context: Context): Promise<void> {
  const { store, owner } = context
  const row = await store.owner(owner)
  if (row.me === null) return
  const seen = row.scoredAt !== null && row.scoredChanges === row.changes && row.touchpointsReady
  const askedFor = await store.setting(owner, 'scored-for')
  if (!seen || askedFor !== (context.at ?? 'end')) await context.run(scoreNetwork, {})
}
