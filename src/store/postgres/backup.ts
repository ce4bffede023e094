import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { KithError } from '#core/model/errors.ts'
import type { Spelling } from '../backend.ts'
import { type BackupEngine, type BackupFacts, type CopyProgress, PEOPLE_IN_BACKUP } from '../backup.ts'
import { migrations } from '../migrations/index.ts'
import type { Tables } from '../schema.ts'

/** First line of a dump; what follows in it is JSON: engine, schema, and how many rows each table has. */
const MARK = '-- kith backup '
/** Last line of a dump: a hash of all lines between, so that a file cut short is seen. */
const SEAL = '-- sha256 '
/** Rows read at a time, and rows in one insert. */
const ROWS_AT_ONCE = 2_000
const ROWS_IN_INSERT = 200
/** Characters gathered before they are written. */
const WRITE_AT_ONCE = 1_000_000

type Head = {
  readonly engine: string
  readonly schema: number
  readonly rows: Readonly<Record<string, number>>
  /** Absent in older backups: then rows that are no people count, too. */
  readonly people?: number
}

/**
 * A dump as SQL, one statement a line: psql reads it into an empty database, and so does kith. Everything is of one
 * moment (repeatable read).
 */
export const postgresBackup = (pool: Pool, spelling: Spelling): BackupEngine => ({
  write: (file, progress) =>
    inTransaction(pool, 'begin isolation level repeatable read read only', async (client) => {
      const tables = await tablesOf(client)
      const rows: Record<string, number> = {}
      for (const { name } of tables)
        rows[name] = Number((await valueOf(client, `select count(*) from ${name}`)) ?? 0)
      const schema = Number(await valueOf(client, 'select version from schema_version'))
      const people = Number(await valueOf(client, PEOPLE_IN_BACKUP))
      const engine = `PostgreSQL ${String(await valueOf(client, `select current_setting('server_version')`))}`
      const handle = await open(file, 'w', 0o600)
      try {
        await dumpAll(client, new Dump(handle), { engine, schema, rows, people }, tables, spelling, progress)
      } finally {
        await handle.close()
      }
    }),
  verify,
  restore: async (file, progress) => {
    const { rows } = await headOf(file)
    const total = Object.values(rows).reduce((sum, count) => sum + Math.ceil(count / ROWS_IN_INSERT), 0)
    await inTransaction(pool, 'begin', async (client) => {
      for (const { name } of await tablesOf(client)) await client.query(`drop table ${name} cascade`)
      let done = 0
      for await (const line of linesOf(file)) {
        if (line.startsWith('--')) continue
        await client.query(line)
        progress(Math.min(total, (done += 1)), total)
      }
    })
  },
})

async function dumpAll(
  client: PoolClient,
  dump: Dump,
  head: Head,
  tables: readonly Table[],
  spelling: Spelling,
  progress: CopyProgress,
): Promise<void> {
  await dump.line(`${MARK}${JSON.stringify(head)}`)
  for (const statement of await definitions(spelling, head.schema)) await dump.line(`${statement};`)
  for (const [done, table] of tables.entries()) {
    progress(done, tables.length)
    await dumpRows(client, table, dump)
  }
  progress(tables.length, tables.length)
  await dump.seal()
}

async function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}

const valueOf = async (client: PoolClient, query: string): Promise<unknown> =>
  (await client.query<unknown[]>({ text: query, rowMode: 'array' })).rows[0]?.[0]

type Table = { readonly name: string; readonly columns: readonly string[] }

/** Tables in an order in which rows can be put back: those that others refer to come first. */
async function tablesOf(client: PoolClient): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select t.table_name as name,
      (select array_agg(cast(c.column_name as text) order by c.ordinal_position) from information_schema.columns c
        where c.table_schema = current_schema() and c.table_name = t.table_name) as columns
    from information_schema.tables t
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'`)
  const first = ['schema_version', 'meta', 'people', 'owners', 'identities']
  const place = ({ name }: Table): number => (first.includes(name) ? first.indexOf(name) : first.length)
  return rows
    .map(({ name, columns }) => ({ name, columns }))
    .sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
}

/** The tables and indexes of a schema as statements: the migrations, run on a database that only listens. */
async function definitions(spelling: Spelling, schema: number): Promise<readonly string[]> {
  const statements: string[] = ['create table schema_version (version integer not null)']
  const listening = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      // Rows that a migration adds are among the rows dumped.
      if (/^\s*(create|alter|drop)\b/i.test(query.sql))
        statements.push(query.sql.replace(/\s*\n\s*/g, ' ').trim())
    },
  })
  for (const step of migrations.slice(0, schema)) await step(listening, spelling)
  await listening.destroy()
  return statements
}

/** A value as it stands in SQL, without a line break. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`
  // Dates and the like have no place in kith's tables: what is left is text.
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!/[\\\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`
  const escaped = text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `E'${escaped}'`
}

async function dumpRows(client: PoolClient, { name, columns }: Table, dump: Dump): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ')
  await client.query(`declare dumped no scroll cursor for select ${names} from ${name}`)
  for (;;) {
    const { rows } = await client.query<unknown[]>({
      text: `fetch ${ROWS_AT_ONCE} from dumped`,
      rowMode: 'array',
    })
    for (let from = 0; from < rows.length; from += ROWS_IN_INSERT) {
      const values = rows.slice(from, from + ROWS_IN_INSERT).map((row) => `(${row.map(literal).join(',')})`)
      await dump.line(`insert into ${name} (${names}) values ${values.join(',')};`)
    }
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('close dumped')
}

/** Lines of a dump, written with a hash of them. */
class Dump {
  readonly #file: FileHandle
  readonly #hash = createHash('sha256')
  #waiting = ''
  constructor(file: FileHandle) {
    this.#file = file
  }
  async line(text: string): Promise<void> {
    this.#hash.update(`${text}\n`)
    this.#waiting += `${text}\n`
    if (this.#waiting.length > WRITE_AT_ONCE) await this.#flush()
  }
  async seal(): Promise<void> {
    this.#waiting += `${SEAL}${this.#hash.digest('hex')}\n`
    await this.#flush()
    await this.#file.sync()
  }
  async #flush(): Promise<void> {
    const text = this.#waiting
    this.#waiting = ''
    await this.#file.writeFile(text)
  }
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file), crlfDelay: Infinity })

async function headOf(file: string): Promise<Head> {
  const notOurs = new KithError('unreadable', `${file} is no backup that kith made of a PostgreSQL database.`)
  for await (const line of linesOf(file)) {
    if (!line.startsWith(MARK)) throw notOurs
    try {
      return JSON.parse(line.slice(MARK.length)) as Head
    } catch {
      throw notOurs
    }
  }
  throw notOurs
}

async function verify(file: string): Promise<BackupFacts> {
  const { engine, schema, rows, people = rows['people'] ?? 0 } = await headOf(file)
  const hash = createHash('sha256')
  let sealed = false
  for await (const line of linesOf(file)) {
    sealed = line.startsWith(SEAL)
    if (!sealed) hash.update(`${line}\n`)
    else if (line.slice(SEAL.length) !== hash.digest('hex'))
      throw new KithError(
        'unreadable',
        `${file} has been changed or damaged since it was written. Take another backup.`,
      )
  }
  if (!sealed) throw new KithError('unreadable', `${file} is cut short. Take another backup.`)
  return {
    engine,
    schemaVersion: schema,
    interactions: rows['interactions'] ?? 0,
    people,
  }
}
