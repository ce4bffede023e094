import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Backend } from '../../backend.ts'
import { openBackend, openStore } from '../../open-store.ts'
import { openPostgres } from '../../postgres/open.ts'
import { sqlStore } from '../../sql-store.ts'
import type { Store } from '../../store.ts'
import { canonicalDump } from './canonical-dump.ts'
import type { CanonicalDump } from './canonical-dump.ts'

/** A new, empty store, and what tests need beside it. */
export type OpenedStore = {
  readonly store: Store
  /** What the store stands on. */
  readonly backend: Backend
  readonly dump: () => Promise<CanonicalDump>
  /** A second store on the same data, as another process has it; null where data is in memory. */
  readonly another: (() => Promise<Store>) | null
  /** Closes and deletes it. */
  readonly drop: () => Promise<void>
}

export type StoreKind = {
  readonly name: string
  /** How many cases of a law take a second or two. */
  readonly runs: number
  readonly open: () => Promise<OpenedStore>
}

async function opened(
  location: string,
  another: OpenedStore['another'],
  clear: () => Promise<void>,
): Promise<OpenedStore> {
  const backend = await openBackend(location)
  return {
    store: sqlStore(backend),
    backend,
    dump: () => canonicalDump(backend.db),
    another,
    drop: async () => {
      await backend.close()
      await clear()
    },
  }
}

export const sqliteInMemory: StoreKind = {
  name: 'SQLite in memory',
  runs: 40,
  open: () => opened(':memory:', null, async () => {}),
}

export const sqliteFile: StoreKind = {
  name: 'SQLite file',
  runs: 15,
  open: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kith-store-'))
    const location = join(folder, 'kith.db')
    return opened(
      location,
      () => openStore(location),
      async () => rmSync(folder, { recursive: true }),
    )
  },
}

let schemas = 0

/** A schema of its own on this server for each store: much quicker to make than a database. */
export const postgresAt = (server: string): StoreKind => ({
  name: 'PostgreSQL',
  runs: 6,
  open: async () => {
    const schema = `kith_test_${process.pid}_${schemas++}`
    await administer(server, `create schema ${schema}`)
    const url = new URL(server)
    url.searchParams.set('options', `-c search_path=${schema}`)
    return opened(
      url.href,
      () => openStore(url.href),
      () => administer(server, `drop schema ${schema} cascade`),
    )
  },
})

/** Runs one statement on the server, outside any transaction. */
async function administer(server: string, statement: string): Promise<void> {
  const backend = openPostgres(server)
  try {
    await sql.raw(statement).execute(backend.db)
  } finally {
    await backend.close()
  }
}
