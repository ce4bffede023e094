import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import '#testing/postgres-setup.ts'
import type { Backend } from './backend.ts'
import { keptTables, otherTables } from './kept-rows.ts'
import { sharedTables } from './schema.ts'
import { postgresAt, sqliteInMemory } from './contract/support/harness.ts'
import type { StoreKind } from './contract/support/harness.ts'
import { postgresKeys, sqliteKeys, unrulyKeys } from './contract/support/unruly-keys.ts'
import type { ReadKeys } from './contract/support/unruly-keys.ts'

const postgresUrl = inject('postgresUrl') ?? null

function rules(kind: StoreKind, readKeys: ReadKeys): void {
  const withSchema = async (body: (backend: Backend) => Promise<void>): Promise<void> => {
    const { backend, drop } = await kind.open()
    try {
      await body(backend)
    } finally {
      await drop()
    }
  }

  test('every key and index of an owner’s facts leads with owner_id', () =>
    withSchema(async (backend) => {
      expect(await unrulyKeys(backend, readKeys)).toEqual([])
      const keys = await readKeys(backend)
      // The rule has something to look at: each fact table has a key, and two indexes lead with something else.
      expect(keys.find((key) => key.table === 'touchpoints')?.columns).toEqual([
        'owner_id',
        'person_id',
        'occurred_ms',
        'interaction_id',
      ])
      expect(new Set(keys.map((key) => key.table)).size).toBe(
        (await backend.tableNames(backend.db)).length - 1,
      )
    }))

  test('a key, an index or a table that breaks the rule is seen', () =>
    withSchema(async (backend) => {
      for (const planted of [
        'create table calls (call_id bigint primary key, owner_id bigint not null)',
        'create table notes (owner_id bigint, note text)',
        'create index by_person on scores (person_id, owner_id)',
        'create unique index by_text on skips (lower(place), owner_id)',
      ])
        await sql.raw(planted).execute(backend.db)
      expect(await unrulyKeys(backend, readKeys)).toEqual([
        'calls (call_id) does not lead with owner_id',
        'notes has no key',
        'scores (person_id, owner_id) does not lead with owner_id',
        'skips ((expression), owner_id) does not lead with owner_id',
      ])
    }))

  test('every table is either carried by an export or known not to be', () =>
    withSchema(async (backend) => {
      const carried = keptTables.map(([table]) => table)
      expect([...carried, 'identity_verdicts', ...otherTables].sort()).toEqual(
        [...(await backend.tableNames(backend.db))].sort(),
      )
    }))

  test('the shared tables are there, and hold no facts', () =>
    withSchema(async (backend) => {
      expect(await backend.tableNames(backend.db)).toEqual(expect.arrayContaining([...sharedTables]))
    }))
}

describe('SQLite', () => {
  rules(sqliteInMemory, sqliteKeys)
})

describe.skipIf(postgresUrl === null)('PostgreSQL (skipped where there is none)', () => {
  rules(postgresAt(postgresUrl ?? ''), postgresKeys)
})
