import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import type { Cell } from './columns.ts'

/** What a row gave: source records (perhaps none), or the reason why it was left out. */
export type RowResult = readonly SourceRecord[] | { readonly skip: string }

/** Reads the rows of one table of the export. */
export type TableReader = {
  readonly row: (cell: Cell) => RowResult
  /** What only the whole table tells. */
  readonly end?: () => readonly SourceRecord[]
}

export type TableContext = {
  readonly path: string
  /** Whether the file has a column. */
  readonly has: (column: string) => boolean
  readonly options: ReadOptions
}

/** One CSV file of a LinkedIn export. Column names as `columnName` gives them. */
export type Table = {
  /** As LinkedIn calls the file. */
  readonly file: string
  /** All columns it has or had. */
  readonly columns: readonly string[]
  /** Sets of columns that no other CSV is likely to have; one set is enough to recognise the table. */
  readonly marks: readonly (readonly string[])[]
  /** Groups of columns of which one must be complete for the table to be of use. */
  readonly needs: readonly (readonly string[])[]
  /** Absent for a table that says nothing about ties. */
  readonly open?: (context: TableContext) => TableReader
}
