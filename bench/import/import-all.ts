/** Batches into a new database as an import stores them, and what comes after it step by step. */
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Batch } from '#importers/importer.ts'
import { freshScores } from '#operations/fresh-scores.ts'
import { resolveWho } from '#operations/identity/resolve-identities.ts'
import { BatchWriter } from '#operations/import/batch-writer.ts'
import { refreshProfiles, refreshTouchpoints } from '#operations/import/derive.ts'
import { foundIn, settleMe } from '#operations/import/settle-me.ts'
import { learnAfterImport } from '#operations/learn-closeness.ts'
import type { Context } from '#operations/operation.ts'
import { freshOrganisations } from '#operations/organisations/fresh.ts'
import { runOperation } from '#operations/run.ts'
import { openStore } from '#store/open-store.ts'

/** What an import does once everything is stored, in its order. */
const conclusions: readonly (readonly [step: string, work: (context: Context) => Promise<unknown>])[] = [
  ['who is who', resolveWho],
  ['profiles', refreshProfiles],
  ['touchpoints', refreshTouchpoints],
  ['organisations', freshOrganisations],
  ['learning', learnAfterImport],
  ['scores', freshScores],
]

export type Step = { readonly step: string; readonly seconds: number }

/** @returns how long the steps after storing took */
export async function importAll(
  batches: AsyncIterable<Batch>,
  db: string,
  path: string,
): Promise<{ readonly stored: number; readonly after: readonly Step[] }> {
  const began = performance.now()
  const store = await openStore(db)
  try {
    const owner = SOLE_OWNER
    const context: Context = {
      store,
      owner,
      now: () => Date.now(),
      at: null,
      version: 'bench',
      progress: () => {},
      signal: new AbortController().signal,
      run: (other, input) => runOperation(other, context, input),
    }
    const writer = await BatchWriter.open(context)
    const importId = await store.startImport(owner, { path, source: 'mbox', at: Date.now() })
    const report = { path, source: 'mbox', read: 0, new: 0, skipped: 0, problems: [] }
    for await (const batch of batches) await writer.write(batch, 'mbox', importId, report, null)
    await writer.flush()
    await store.finishImport(owner, importId, Date.now(), 'done')
    const stored = (performance.now() - began) / 1000
    await settleMe(context, [], foundIn(writer.hints))
    const after: Step[] = []
    for (const [step, work] of conclusions) {
      const before = performance.now()
      await work(context)
      after.push({ step, seconds: (performance.now() - before) / 1000 })
    }
    return { stored, after }
  } finally {
    await store.close()
  }
}
