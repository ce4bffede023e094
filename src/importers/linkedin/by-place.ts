import { linkedinIdentity } from '#core/identity/normalise.ts'
import { columnName } from './columns.ts'
import { connections } from './connections.ts'
import { dayMonthName, isoDate, readDate, usTime, utcStamp } from './dates.ts'
import { invitations } from './invitations.ts'
import { messages } from './messages.ts'
import type { Table } from './table.ts'

/** Said once of a file whose columns were told by their places. */
export const BY_PLACE = 'its column names are in a language that kith does not know: it went by their places'

const isProfile = (cell: string | undefined): boolean =>
  (cell ?? '').split(',').some((url) => linkedinIdentity(url) !== null)

/** Tables whose rows are like no other's, with what their rows look like. Their columns are in LinkedIn's order. */
const LOOKS: readonly (readonly [Table, (row: readonly string[]) => boolean])[] = [
  [
    connections,
    (row) =>
      row.length === 7 &&
      isProfile(row[2]) &&
      readDate(row[6] ?? '', [dayMonthName, isoDate], 'UTC') !== null &&
      /^$|@/.test((row[3] ?? '').trim()),
  ],
  [
    messages,
    (row) =>
      row.length >= 10 &&
      row.length <= 13 &&
      (isProfile(row[3]) || isProfile(row[5])) &&
      readDate(row[6] ?? '', [utcStamp], 'UTC') !== null,
  ],
  [
    invitations,
    (row) =>
      row.length === 7 &&
      isProfile(row[5]) &&
      isProfile(row[6]) &&
      readDate(row[2] ?? '', [usTime, utcStamp], 'UTC') !== null,
  ],
]

/** The table to which a row belongs by what it looks like; null for none. */
export const tableOf = (row: readonly string[]): Table | null =>
  LOOKS.find(([, looks]) => looks(row))?.[0] ?? null

/**
 * A header with the names that LinkedIn gives its columns, by their places, where some of its words are unknown and
 * the others stand where they belong. Null where all are known, or where the columns are not LinkedIn's.
 */
export function named(header: readonly string[], table: Table): readonly string[] | null {
  if (!LOOKS.some(([one]) => one === table)) return null
  const { columns } = table
  const names = header.map(columnName)
  const strange = names.filter((name) => !columns.includes(name))
  if (strange.length === 0 || strange.includes('')) return null
  // A table of few columns is another: whose first is a name as well says nothing of its second.
  if (names.length > columns.length || names.length * 2 <= columns.length) return null
  const inPlace = names.every((name, i) => name === columns[i] || !columns.includes(name))
  return inPlace ? columns.slice(0, names.length) : null
}

/** Of the rows of a beginning the one below which the table stands, with its table; null where no row looks like one. */
export function headerByPlace(
  rows: readonly (readonly string[])[],
): { readonly table: Table; readonly place: number } | null {
  for (const row of rows) {
    const table = tableOf(row)
    const place = rows.findIndex((one) => one.length === row.length)
    const header = rows[place]
    if (table !== null && header !== undefined && header !== row && !header.some(isValue))
      return { table, place }
  }
  return null
}

/** Addresses, dates and numbers are values: a header has words. */
const isValue = (cell: string): boolean => cell.trim() === '' || /\d|@|\/\//.test(cell)
