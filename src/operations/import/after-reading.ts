import type { KeptRecord } from '#core/model/records.ts'
import type { Context } from '../operation.ts'
import { scoresOfNow } from '../fresh-scores.ts'
import { resolveWho } from '../identity/resolve-identities.ts'
import { learnAfterImport } from '../learn-closeness.ts'
import { freshOrganisations } from '../organisations/fresh.ts'
import { refreshProfiles, refreshTouchpoints } from './derive.ts'
import { type Found, settleMe } from './settle-me.ts'

/**
 * What follows the last batch of a reading: who the owner is, who is who, what to show of everybody, scores. Who is
 * who is not worked out again where nothing changed since it last was: a mailbox that was read before. What touchpoints,
 * organisations and scores are made from they know themselves.
 * @param before the store's `conclusion` from before the reading. That all is concluded now is not enough: another
 * process may have said so that saw this reading half done.
 * @param kept what the owner told another kith
 */
export async function afterReading(
  context: Context,
  found: Found,
  before: string | null,
  kept: readonly KeptRecord[] = [],
): Promise<void> {
  const { store, owner } = context
  context.progress({ step: 'working out who is who', done: 0, total: null, unit: 'contacts' })
  await settleMe(context, [], found)
  if (kept.length > 0) await store.putKeptRows(owner, kept)
  const brought = await store.brought(owner)
  const concluded = before !== null && (await store.conclusion(owner)) === before
  if (!concluded) {
    await resolveWho(context)
    await refreshProfiles(context)
  }
  await refreshTouchpoints(context)
  await freshOrganisations(context)
  if (!concluded) await learnAfterImport(context)
  await scoresOfNow(context)
  if (!concluded) await store.setConcluded(owner, brought)
}
