import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { canonicalDump } from '../contract/support/canonical-dump.ts'
import { BATCH, batchOf } from '../contract/support/endless-batches.ts'
import { sqliteInMemory } from '../contract/support/harness.ts'
import { importBatch, startImport } from '../contract/support/small-import.ts'
import { openBackend } from '../open-store.ts'
import { sqlStore } from '../sql-store.ts'
import { interactionTables } from './interactions.ts'
import { tablesOfTheUser } from './people.ts'

/** What an undo does with every table that names a person, an identity, an interaction or an import. */
const known: Readonly<Record<string, 'undone' | 'derived' | 'the user’s'>> = {
  people: 'undone',
  identities: 'undone',
  person_facts: 'undone',
  fact_sources: 'undone',
  identity_claims: 'undone',
  position_facts: 'undone',
  position_sources: 'undone',
  identity_edits: 'undone',
  declarations: 'undone',
  endorsements: 'undone',
  tie_sources: 'undone',
  list_entries: 'undone',
  imports: 'undone',
  import_hints: 'undone',
  interaction_repeats: 'undone',
  skips: 'undone',
  read_folders: 'undone',
  ...Object.fromEntries(interactionTables.map((table) => [table, 'undone' as const])),
  touchpoints: 'derived',
  seeking_pairs: 'derived',
  seeking_wide: 'derived',
  owners: 'undone',
  scores: 'derived',
  match_questions: 'derived',
  outlooks: 'derived',
  tie_trends: 'derived',
  touches: 'derived',
  talks: 'derived',
  positions: 'derived',
  position_changes: 'derived',
  ...Object.fromEntries(tablesOfTheUser.map((table) => [table, 'the user’s' as const])),
}

test('a new table that names somebody or an import has to say what an undo does with it', async () => {
  const { backend, drop } = await sqliteInMemory.open()
  try {
    const { rows } = await sql<{ name: string }>`
      select distinct m.name from sqlite_master m join pragma_table_info(m.name) c
      where m.type = 'table' and (c.name in ('interaction_id', 'import_id')
        or c.name like '%person~_id' escape '~' or c.name like '%identity~_id' escape '~')`.execute(
      backend.db,
    )
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(known).sort())
  } finally {
    await drop()
  }
})

const program = fileURLToPath(new URL('../contract/support/undo-once.ts', import.meta.url))

/** Undoes an import in a process of its own, which is killed as soon as it begins, or left to end. */
const undoElsewhere = (location: string, id: number, kill: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, location, String(id)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => {
      if (kill) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('exit', () => resolve())
  })

test('an undo that is killed has not begun, and can be done again', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-undo-'))
  const location = join(folder, 'kith.db')
  try {
    const backend = await openBackend(location)
    const store = sqlStore(backend)
    const first = await startImport(store, SOLE_OWNER)
    await importBatch(store, SOLE_OWNER, first, batchOf(0))
    const before = await canonicalDump(backend.db)
    const second = await startImport(store, SOLE_OWNER)
    for (let batch = 0; batch < 2; batch++) await importBatch(store, SOLE_OWNER, second, batchOf(batch))
    const after = await canonicalDump(backend.db)
    expect(after.interactions).toHaveLength(2 * BATCH)
    await undoElsewhere(location, second, true)
    expect([before, after]).toContainEqual(await canonicalDump(backend.db))
    await undoElsewhere(location, second, false)
    expect(await canonicalDump(backend.db)).toEqual(before)
    expect(await store.health()).toMatchObject({ ok: true, problems: [] })
    await backend.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
