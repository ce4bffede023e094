/** Batches into a new database as an import stores them, without what comes after it. */
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Batch } from '#importers/importer.ts'
import { BatchWriter } from '#operations/import/batch-writer.ts'
import { openStore } from '#store/open-store.ts'
import { BenchError } from '../bench.ts'

export async function importAll(batches: AsyncIterable<Batch>, db: string, path: string): Promise<void> {
  const store = await openStore(db)
  try {
    const owner = SOLE_OWNER
    const writer = await BatchWriter.open({
      store,
      owner,
      now: () => Date.now(),
      at: null,
      version: 'bench',
      progress: () => {},
      signal: new AbortController().signal,
      run: () => Promise.reject(new BenchError('Storing runs no other operation.')),
    })
    const importId = await store.startImport(owner, { path, source: 'mbox', at: Date.now() })
    const report = { path, source: 'mbox', read: 0, new: 0, skipped: 0, problems: [] }
    for await (const batch of batches) await writer.write(batch, 'mbox', importId, report, null)
    await writer.flush()
    await store.finishImport(owner, importId, Date.now(), 'done')
  } finally {
    await store.close()
  }
}
