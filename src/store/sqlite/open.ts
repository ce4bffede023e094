import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { KithError } from '#core/model/errors.ts'
import type { Backend, BulkTable, SqlValue } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { sqliteBackup } from './backup.ts'
import { BUSY_MS, SqliteConnection, sqliteDialect } from './dialect.ts'
import { explainFile, explainSqlite, isBusy } from './errors.ts'

/**
 * Page cache in KiB: the pages that a batch of 10,000 interactions adds, and many of those of the index of natural keys, all
 * over which it writes. Twice as much took 26 MB more, and no less time, for 200,000 and for 990,000 interactions.
 */
const CACHE_KIB = 16_384
/** Pages of the log before they move to the file: each page that many batches change is then moved once. */
const CHECKPOINT_PAGES = 8_000
const PAGE_BYTES = 8_192
/** Rows in one insert, the largest that fits first: each call into SQLite costs as much as several rows. */
const CHUNKS = [128, 16, 1]

/** Opens or makes an SQLite file, or a database in memory for `:memory:`; the schema is not looked at. */
export function openSqlite(location: string): Backend {
  const database = openFile(location)
  const connection = new SqliteConnection(database)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, connection) })
  const value = (statement: string): unknown => {
    const row = database.prepare(statement).get()
    return row && Object.values(row)[0]
  }
  return {
    location,
    db,
    rowLocks: false,
    spelling: { text: sql`text`, bytes: sql`blob`, tableEnd: 'without rowid' },
    write: (work) => db.transaction().execute(work),
    // The transaction has this connection, the only one.
    insert: async (_tx, into, columns) => insert(connection, into, columns),
    listOf: (values) => sql<never>`(select value from json_each(${JSON.stringify(values)}))`,
    tableOf: (values) => sql<never>`json_each(${JSON.stringify(values)}) as l`,
    // Rows of a group arrive in the order of the key; saying so would make SQLite sort each group again.
    joined: (expression) => sql<string>`group_concat(${expression}, ',')`,
    scan: (query, row) =>
      db.connection().execute(async () => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays of values is what setReturnArrays means
        for (const values of connection.iterate(query)) row(values as SqlValue[])
      }),
    lockSchema: async () => {},
    tableNames: async (any) => {
      const tables = await sql<{ name: string }>`
        select name from sqlite_master where type = 'table' and name not like 'sqlite~_%' escape '~'`.execute(
        any,
      )
      return tables.rows.map((table) => table.name)
    },
    engine: async () => `SQLite ${String(value('select sqlite_version()'))}`,
    sizeBytes: async () =>
      location === ':memory:' ? null : Number(value('pragma page_count')) * Number(value('pragma page_size')),
    // What others wrote, and what this connection did (https://sqlite.org/pragma.html#pragma_data_version).
    stamp: async () => `${Number(value('pragma data_version'))}/${Number(value('select total_changes()'))}`,
    checkFiles: async () => {
      const damage = database.prepare('pragma quick_check(5)').all()
      const broken = database.prepare('pragma foreign_key_check').all().length
      return [
        ...damage.map((row) => String(Object.values(row)[0])).filter((text) => text !== 'ok'),
        ...(broken === 0 ? [] : [`${broken} rows refer to rows that are not there.`]),
      ]
    },
    backup: sqliteBackup(database, location),
    explain: (error) => explainSqlite(error, location),
    reclaim: async () => {
      // The log first takes in the rewritten pages, then is cut to nothing: both held what was deleted.
      database.exec('vacuum')
      database.exec('pragma wal_checkpoint(truncate)')
    },
    close: () => db.destroy(),
  }
}

function openFile(location: string): DatabaseSync {
  if (location !== ':memory:') makeFile(location)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(location, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
    database.exec(
      `pragma page_size = ${PAGE_BYTES}; pragma cache_size = -${CACHE_KIB}; pragma synchronous = full`,
    )
    if (location !== ':memory:') useLog(database)
    database.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    return database
  } catch (error) {
    database?.close()
    throw explainSqlite(error, location)
  }
}

/**
 * Private to the user (0600); SQLite gives its side files the mode of the file. Its folder has to be there: a path
 * that leads nowhere is a mistyped one.
 */
function makeFile(location: string): void {
  try {
    closeSync(openSync(location, 'a', 0o600))
  } catch (error) {
    throw explainFile(error, location)
  }
}

/** Switching to the log does not wait for other processes by itself, and several may open a new file at once. */
function useLog(database: DatabaseSync): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; ; waited += 20) {
    try {
      const mode = database.prepare('pragma journal_mode = wal').get()?.['journal_mode']
      if (mode === 'wal') return
      throw new KithError(
        'database',
        `The file system under ${database.location() ?? 'the database'} does not support SQLite's log. Choose a local disk with --db.`,
      )
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_MS) throw error
      Atomics.wait(pause, 0, 0, 20)
    }
  }
}

function insert(
  connection: SqliteConnection,
  into: BulkTable,
  columns: readonly (readonly (SqlValue | Uint8Array)[])[],
): number {
  const rows = columns[0]?.length ?? 0
  let written = 0
  let done = 0
  for (const chunk of CHUNKS) {
    const statement = rows - done >= chunk ? insertStatement(into, chunk) : ''
    for (; rows - done >= chunk; done += chunk) {
      // Of its length at once: growing would allocate it several times over.
      const parameters = new Array<SqlValue | Uint8Array>(chunk * columns.length)
      let next = 0
      for (let row = done; row < done + chunk; row++)
        for (const column of columns) parameters[next++] = column[row] ?? null
      written += connection.run(statement, parameters)
    }
  }
  return written
}

/** The same text is the same object, which is found without being read again. */
const insertStatements = new WeakMap<BulkTable, Map<number, string>>()

/**
 * `or fail`: without it SQLite keeps a copy of every page that an insert of several rows changes, to take back the
 * rows before one that breaks a constraint (sqlite.org/lang_conflict.html). Whoever inserts takes back the whole
 * transaction then, so that this only tripled the time.
 */
function insertStatement(into: BulkTable, rows: number): string {
  const known = insertStatements.get(into)?.get(rows)
  if (known !== undefined) return known
  const names = into.columns.map(([name]) => name).join(', ')
  const row = `(${into.columns.map(() => '?').join(', ')})`
  const statement = `insert or fail into ${into.table} (${names}) values ${Array(rows).fill(row).join(', ')} ${into.conflict}`
  insertStatements.set(into, (insertStatements.get(into) ?? new Map<number, string>()).set(rows, statement))
  return statement
}
