/**
 * `node endless-import.ts <file>`: imports batch after batch, and says so after each, until it is killed.
 * Takes up where an earlier one stopped.
 */
import { SOLE_OWNER } from '#core/model/ids.ts'
import { openStore } from '../../open-store.ts'
import { BATCH, batchOf } from './endless-batches.ts'
import { importBatch, mail, refresh, startImport } from './small-import.ts'

const store = await openStore(process.argv[2] ?? '')
await store.setMe(SOLE_OWNER, [mail('me@x.org')], null)
await refresh(store, SOLE_OWNER)
const id = await startImport(store, SOLE_OWNER)
const { interactions } = await store.counts(SOLE_OWNER)
for (let batch = interactions / BATCH; ; batch++) {
  await importBatch(store, SOLE_OWNER, id, batchOf(batch))
  process.stdout.write(`${batch}\n`)
}
