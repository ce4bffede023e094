import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { isBusy } from './errors.ts'

/** How long a write waits for another process. */
export const BUSY_MS = 15_000
const MAX_PAUSE_MS = 10
/** Prepared statements kept; the store has far fewer, lists of values are passed as one parameter. */
const MAX_STATEMENTS = 500

/**
 * One connection of node:sqlite. Statements are prepared once: preparing costs more than most of them.
 * Statements with and without `setReturnArrays` are kept apart, since the mode stays with the statement.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  /** By their text alone: to join it with the mode would copy and hash kilobytes each time. */
  readonly #statements = {
    objects: new Map<string, StatementSync>(),
    arrays: new Map<string, StatementSync>(),
  }
  /** Statements that return no rows; asking a statement for its columns makes objects each time. */
  readonly #rowless = new WeakMap<StatementSync, boolean>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  #prepare(sql: string, kind: 'objects' | 'arrays'): StatementSync {
    const statements = this.#statements[kind]
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= MAX_STATEMENTS) statements.clear()
    const statement = this.#database.prepare(sql)
    if (kind === 'arrays') statement.setReturnArrays(true)
    statements.set(sql, statement)
    return statement
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql, 'objects')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely leaves the types of parameters open
    const parameters = query.parameters as SQLInputValue[]
    // A statement without columns returns no rows: insert, update, delete and the like.
    let rowless = this.#rowless.get(statement)
    if (rowless === undefined) {
      rowless = statement.columns().length === 0
      this.#rowless.set(statement, rowless)
    }
    if (rowless) return { rows: [], numAffectedRows: BigInt(change(statement, parameters)) }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is Kysely's to know
    return { rows: statement.all(...parameters) as R[] }
  }

  /**
   * Runs a statement that returns no rows, at once: to wait for each of thousands would take as long as they do.
   * @returns how many rows it changed
   */
  run(sql: string, parameters: readonly SQLInputValue[]): number {
    return change(this.#prepare(sql, 'objects'), parameters)
  }

  /** The rows as arrays, one after the other. */
  iterate(query: CompiledQuery): Iterable<unknown> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return this.#prepare(query.sql, 'arrays').iterate(...(query.parameters as SQLInputValue[]))
  }

  // oxlint-disable-next-line require-yield -- the interface asks for it, the store reads through iterate()
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('kith reads many rows through Backend.scan')
  }
}

const change = (statement: StatementSync, parameters: readonly SQLInputValue[]): number =>
  Number(statement.run(...parameters).changes)

/**
 * Transactions are for writing only and take the write lock at once: a transaction that began by reading could not
 * be carried on when another process wrote in between.
 */
class SqliteDriver implements Driver {
  readonly #database: DatabaseSync
  readonly #connection: SqliteConnection

  constructor(database: DatabaseSync, connection: SqliteConnection) {
    this.#database = database
    this.#connection = connection
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  /** Waits for other writers without holding up this thread, as SQLite's own waiting would. */
  async beginTransaction(): Promise<void> {
    const until = performance.now() + BUSY_MS
    for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs + 1, MAX_PAUSE_MS)) {
      try {
        this.#database.exec('pragma busy_timeout = 0; begin immediate')
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
        await setTimeout(pauseMs)
      } finally {
        this.#database.exec(`pragma busy_timeout = ${BUSY_MS}`)
      }
    }
  }
  async commitTransaction(): Promise<void> {
    this.#database.exec('commit')
  }
  async rollbackTransaction(): Promise<void> {
    // A full disk may have ended the transaction already.
    if (this.#database.isTransaction) this.#database.exec('rollback')
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }
}

/** Kysely over one connection of node:sqlite; Kysely itself keeps its users one after the other. */
export const sqliteDialect = (database: DatabaseSync, connection: SqliteConnection): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SqliteDriver(database, connection),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})
