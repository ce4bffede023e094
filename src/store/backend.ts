import type { CompiledQuery, Kysely, RawBuilder, Transaction } from 'kysely'
import type { BackupEngine } from './backup.ts'
import type { Tables } from './schema.ts'

export type SqlValue = number | string | null

export type SqlType = 'bigint' | 'integer' | 'text' | 'double precision' | 'bytea'

/** A table to write many rows into at once. */
export type BulkTable = {
  readonly table: keyof Tables
  readonly columns: readonly (readonly [name: string, type: SqlType])[]
  /** What comes after the values, for example `on conflict do nothing`. */
  readonly conflict: string
}

/**
 * What the store needs of a database engine. Queries are written once, in Kysely; only what is listed here differs.
 */
export type Backend = {
  /** Where the data is, without a password. */
  readonly location: string
  readonly db: Kysely<Tables>
  /** True where rows are locked one by one; false where a write transaction has the database to itself. */
  readonly rowLocks: boolean
  /** How this engine spells parts of a table definition. */
  readonly spelling: Spelling
  /** One write transaction: done wholly or not at all. */
  readonly write: <T>(work: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>
  /** Inserts rows given as columns, and returns how many were written. */
  readonly insert: (
    tx: Transaction<Tables>,
    into: BulkTable,
    columns: readonly (readonly (SqlValue | Uint8Array)[])[],
  ) => Promise<number>
  /** Many values as one parameter, for what stands after `in`. */
  readonly listOf: (values: readonly number[] | readonly string[]) => RawBuilder<never>
  /** The same as a table `l` with one column `value`, for joins that should start from the list. */
  readonly tableOf: (values: readonly number[] | readonly string[]) => RawBuilder<never>
  /**
   * All numbers of a group as text, joined by commas, in this order. The order must be what the table is clustered
   * by after the columns of the group.
   */
  readonly joined: (expression: RawBuilder<unknown>, order: RawBuilder<unknown>) => RawBuilder<string>
  /** Calls `row` with each row of the result as an array; the quickest way to read many. */
  readonly scan: (query: CompiledQuery, row: (values: readonly SqlValue[]) => void) => Promise<void>
  /** Keeps other processes from migrating until the transaction ends. */
  readonly lockSchema: (tx: Transaction<Tables>) => Promise<void>
  readonly tableNames: (db: Kysely<Tables>) => Promise<readonly string[]>
  /** Name and version of the database program. */
  readonly engine: () => Promise<string>
  readonly sizeBytes: () => Promise<number | null>
  /** Another text after anything was written, by whomever; the same one as long as nothing is. */
  readonly stamp: () => Promise<string>
  /** What the engine finds wrong with its own files, a sentence each. */
  readonly checkFiles: () => Promise<readonly string[]>
  /** A database error as a plain sentence; anything else as it is. */
  readonly explain: (error: unknown) => unknown
  /** Copies the whole database into a file and back. */
  readonly backup: BackupEngine
  /** Gives back the space of what was deleted, so that none of it stays in the files. */
  readonly reclaim: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Spelling = {
  /** Text compared byte by byte, so that every engine sorts alike. */
  readonly text: RawBuilder<unknown>
  /** Any bytes. */
  readonly bytes: RawBuilder<unknown>
  /** After the column list of a table; empty text where there is nothing to say. */
  readonly tableEnd: string
}
