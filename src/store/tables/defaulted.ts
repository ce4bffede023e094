import type { ColumnType } from 'kysely'

/** A column that an insert may leave to the database. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>
