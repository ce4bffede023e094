import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { openBackend } from './open-store.ts'
import { sqlStore } from './sql-store.ts'
import { canonicalDump } from './contract/support/canonical-dump.ts'
import { BATCH, batchOf } from './contract/support/endless-batches.ts'
import { sqliteInMemory } from './contract/support/harness.ts'
import { importBatch, mail, refresh, startImport } from './contract/support/small-import.ts'

const program = fileURLToPath(new URL('contract/support/endless-import.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Lets an import run until it has told of some batches, then kills it in the midst of a later one. */
const killAfter = (location: string, batches: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, location], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text.split('\n').length - 1
      if (told >= batches) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('exit', (_, signal) => resolve(signal))
  })

// Five processes are started and killed: on a busy machine each start takes seconds.
const SLOW = { timeout: 120_000 }

test(
  'killed in the midst of writing again and again, the import completes to what it would have been',
  SLOW,
  async () => {
    const location = join(folder, 'kith.db')
    let before = 0
    for (const batches of [1, 3, 2, 4, 1]) {
      expect(await killAfter(location, batches)).toBe('SIGKILL')
      const backend = await openBackend(location)
      const store = sqlStore(backend)
      expect(await store.health()).toMatchObject({ ok: true, problems: [] })
      const { interactions } = await store.counts(SOLE_OWNER)
      // No batch that was told of is lost, none is there in part.
      expect(interactions % BATCH).toBe(0)
      expect(interactions).toBeGreaterThanOrEqual(before + batches * BATCH)
      expect(await store.touchpointCount(SOLE_OWNER)).toBe(2 * interactions)
      expect(await store.imports(SOLE_OWNER, 1)).toMatchObject([{ state: 'running' }])
      before = interactions
      await backend.close()
    }

    const fresh = await sqliteInMemory.open()
    await fresh.store.setMe(SOLE_OWNER, [mail('me@x.org')], null)
    await refresh(fresh.store, SOLE_OWNER)
    const id = await startImport(fresh.store, SOLE_OWNER)
    for (let batch = 0; batch < before / BATCH; batch++)
      await importBatch(fresh.store, SOLE_OWNER, id, batchOf(batch))
    const backend = await openBackend(location)
    expect(await canonicalDump(backend.db)).toEqual(await fresh.dump())
    await backend.close()
    await fresh.drop()
  },
)
