import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import type { RawBuilder, Transaction } from 'kysely'
import { Pool, types } from 'pg'
import type { CustomTypesConfig } from 'pg'
import { KithError } from '#core/model/errors.ts'
import type { Backend, BulkTable, Spelling, SqlValue } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { postgresBackup } from './backup.ts'
import { explainPostgres } from './errors.ts'

const MAX_CONNECTIONS = 8
const CONNECT_MS = 10_000
/** Rows fetched at a time while reading many. */
const FETCH_ROWS = 20_000
/** Names kith's advisory lock for migrations; any number that other programs are unlikely to use. */
const SCHEMA_LOCK = 5_178_001

/** PostgreSQL's int8 arrives as text; kith's numbers are ids, counts and milliseconds, all below 2^53. */
const int8AsNumber: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
}

const spelling: Spelling = { text: sql`text collate "C"`, bytes: sql`bytea`, tableEnd: '' }

/** Connects to a PostgreSQL server given as `postgres://…`; the schema is not looked at. */
export function openPostgres(url: string): Backend {
  const location = withoutPassword(url)
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: int8AsNumber,
    application_name: 'kith',
  })
  // An idle connection that the server closes must not end the process; the next query takes a new one.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    location,
    db,
    rowLocks: true,
    spelling,
    write: (work) => db.transaction().execute(work),
    insert,
    listOf: (values) => sql<never>`(select unnest(${arrayOf(values)}))`,
    tableOf: (values) => sql<never>`unnest(${arrayOf(values)}) as l(value)`,
    joined: (expression, order) =>
      sql<string>`string_agg(cast(${expression} as text), ',' order by ${order})`,
    scan: (query, row) => scan(pool, query, row),
    lockSchema: async (tx) => {
      await sql`select pg_advisory_xact_lock(${SCHEMA_LOCK})`.execute(tx)
    },
    tableNames: async (any) => {
      const tables = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
        any,
      )
      return tables.rows.map((table) => table.name)
    },
    engine: async () => {
      const result = await sql<{
        version: string
      }>`select current_setting('server_version') as version`.execute(db)
      return `PostgreSQL ${result.rows[0]?.version ?? ''}`.trim()
    },
    sizeBytes: async () => {
      const result = await sql<{
        bytes: number
      }>`select pg_database_size(current_database()) as bytes`.execute(db)
      return result.rows[0]?.bytes ?? null
    },
    // A snapshot names the transactions whose writes can be seen; one that only reads has no number.
    stamp: async () => {
      const result = await sql<{ seen: string }>`select pg_current_snapshot()::text as seen`.execute(db)
      return result.rows[0]?.seen ?? ''
    },
    checkFiles: async () => [],
    backup: postgresBackup(pool, spelling),
    explain: (error) => explainPostgres(error, location),
    reclaim: async () => {
      await pool.query('vacuum full')
    },
    close: () => pool.end(),
  }
}

const arrayOf = (values: readonly number[] | readonly string[]): RawBuilder<unknown> =>
  typeof values[0] === 'string' ? sql`cast(${values} as text[])` : sql`cast(${values} as bigint[])`

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    parsed.password = ''
    parsed.searchParams.delete('password')
    return parsed.href
  } catch (cause) {
    throw new KithError(
      'database',
      'This is no address of a PostgreSQL database. It looks like postgres://user@host:5432/database.',
      { cause },
    )
  }
}

/** Through a cursor, so that memory stays bounded however many rows there are. */
async function scan(
  pool: Pool,
  query: CompiledQuery,
  row: (values: readonly SqlValue[]) => void,
): Promise<void> {
  const client = await pool.connect()
  let failed: unknown
  try {
    await client.query('begin read only')
    await client.query(`declare rows no scroll cursor for ${query.sql}`, [...query.parameters])
    for (;;) {
      const page = await client.query<SqlValue[]>({ text: `fetch ${FETCH_ROWS} from rows`, rowMode: 'array' })
      for (const values of page.rows) row(values)
      if (page.rows.length < FETCH_ROWS) break
    }
    await client.query('commit')
  } catch (error) {
    failed = error
    throw error
  } finally {
    // A connection in the middle of a failed transaction is of no more use.
    client.release(failed !== undefined)
  }
}

async function insert(
  tx: Transaction<Tables>,
  into: BulkTable,
  columns: readonly (readonly (SqlValue | Uint8Array)[])[],
): Promise<number> {
  if ((columns[0]?.length ?? 0) === 0) return 0
  const names = into.columns.map(([name]) => name).join(', ')
  const arrays = into.columns.map(([, type], index) => `cast($${index + 1} as ${type}[])`).join(', ')
  const statement = `insert into ${into.table} (${names}) select * from unnest(${arrays}) ${into.conflict}`
  const result = await tx.executeQuery(CompiledQuery.raw(statement, [...columns]))
  return Number(result.numAffectedRows ?? 0n)
}
