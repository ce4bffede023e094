import type { KeptRecord } from '#core/model/records.ts'
import type { Context } from '../operation.ts'
import { freshScores } from '../fresh-scores.ts'
import { resolveWho } from '../identity/resolve-identities.ts'
import { learnAfterImport } from '../learn-closeness.ts'
import { freshOrganisations } from '../organisations/fresh.ts'
import { refreshProfiles, refreshTouchpoints } from './derive.ts'
import { type Found, settleMe } from './settle-me.ts'

/**
 * What follows the last batch of a reading: who the owner is, who is who, what to show of everybody, scores.
 * @param kept what the owner told another kith
 */
export async function afterReading(
  context: Context,
  found: Found,
  kept: readonly KeptRecord[] = [],
): Promise<void> {
  context.progress({ step: 'working out who is who', done: 0, total: null, unit: 'contacts' })
  await settleMe(context, [], found)
  if (kept.length > 0) await context.store.putKeptRows(context.owner, kept)
  await resolveWho(context)
  await refreshProfiles(context)
  await refreshTouchpoints(context)
  await freshOrganisations(context)
  await learnAfterImport(context)
  await freshScores(context)
}
