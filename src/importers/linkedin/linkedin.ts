import { KithError } from '#core/model/errors.ts'
import type { Entry, Head, Importer, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { csvBlocks, firstRows, type BrokenRow, type CsvRow } from '../text/csv.ts'
import { headText } from '../text/decode.ts'
import { BY_PLACE, headerByPlace, named } from './by-place.ts'
import { cellReader, columnName, type Cell } from './columns.ts'
import type { Table, TableReader } from './table.ts'
import { recognise } from './tables.ts'

/** The header stands below a note of a few lines, or in the first one. */
const HEADER_WITHIN_ROWS = 10

/** XLSX files are zip archives. */
const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** Sure enough to be asked, so that the user hears what is wrong with the file. */
const WORKBOOK_SURENESS = 0.35

/** Rows that look like LinkedIn's below words that are not known. */
const BY_PLACE_SURENESS = 0.6

/** What the names of columns are made of: lines of a program that hold them have more. */
const COLUMN_NAME = /^[\p{L}\p{M}\p{N} _.:()/'’&-]*$/u

/**
 * Whether the row at a place is the header of a table, and not a line of a text about one: its cells are words, above it
 * stands nothing but LinkedIn's note ("Notes:"), and rows of its width follow, if any do.
 */
function isHeader(rows: readonly (readonly string[])[], place: number): boolean {
  const header = rows[place] ?? []
  const below = rows.slice(place + 1)
  const above = rows.slice(0, place).find((row) => row.some((cell) => cell.trim() !== ''))
  return (
    header.every((cell) => COLUMN_NAME.test(cell)) &&
    (above === undefined || /^\p{L}[\p{L}\s]*[:：]\s*$/u.test(above[0] ?? '')) &&
    (below.length === 0 || below.some((row) => row.length === header.length))
  )
}

function detect(head: Head): number {
  if (isZip(head.bytes)) return /\.csv$/i.test(head.path) ? WORKBOOK_SURENESS : 0
  const text = headText(head)
  if (text === null) return 0
  const rows = firstRows(text, HEADER_WITHIN_ROWS)
  const sure = rows.map((row) => recognise(row, head.path)?.sureness ?? 0)
  const place = sure.findIndex((one) => one > 0)
  if (place >= 0) return isHeader(rows, place) ? (sure[place] ?? 0) : 0
  const byPlace = headerByPlace(rows)
  return byPlace !== null && isHeader(rows, byPlace.place) ? BY_PLACE_SURENESS : 0
}

/** The columns that a table lacks to be of use, as the user sees them; null when it has what it needs. */
function missing(table: Table, has: (column: string) => boolean): string | null {
  const lacks = table.needs.map((group) => group.filter((column) => !has(column)))
  if (lacks.length === 0 || lacks.some((group) => group.length === 0)) return null
  return lacks
    .map((group) => group.map((column) => COLUMN_TITLES[column] ?? column).join(' and '))
    .join(', or ')
}

/** How LinkedIn writes the columns that a table can lack. */
const COLUMN_TITLES: Readonly<Record<string, string>> = {
  firstname: 'First Name',
  lastname: 'Last Name',
  url: 'URL',
  emailaddress: 'Email Address',
  date: 'DATE',
  from: 'FROM',
  to: 'TO',
  direction: 'Direction',
  senderprofileurl: 'SENDER PROFILE URL',
  recipientprofileurls: 'RECIPIENT PROFILE URLS',
  endorserpublicurl: 'Endorser Public Url',
  endorserfirstname: 'Endorser First Name',
  endorserlastname: 'Endorser Last Name',
  endorseepublicurl: 'Endorsee Public Url',
  endorseefirstname: 'Endorsee First Name',
  endorseelastname: 'Endorsee Last Name',
  companyname: 'Company Name',
  title: 'Title',
  headline: 'Headline',
  industry: 'Industry',
  number: 'Number',
  emails: 'Emails',
  phonenumbers: 'PhoneNumbers',
  profiles: 'Profiles',
  sharelink: 'ShareLink',
  message: 'Message',
  fullname: 'FullName',
  connectionprofileurl: 'Connection Profile URL',
  connectionfirstname: 'Connection First Name',
  connectionlastname: 'Connection Last Name',
}

type Opened = {
  readonly reader: TableReader
  readonly cells: (row: readonly string[]) => Cell
  /** Whether the words of the header were not all known. */
  readonly byPlace: boolean
}

/** The reader of the table to which a header belongs; null when it belongs to none. */
function open(entry: Entry, header: readonly string[], options: ReadOptions): Opened | null {
  const found = recognise(header, entry.path)
  return found && openTable(found.table, entry, header, options)
}

function openTable(table: Table, entry: Entry, words: readonly string[], options: ReadOptions): Opened {
  const byPlace = named(words, table)
  const header = byPlace ?? words
  const names = new Set(header.map(columnName))
  const has = (column: string): boolean => names.has(column)
  const lacks = missing(table, has)
  if (lacks !== null) {
    throw new KithError(
      'unreadable',
      `${entry.path} looks like LinkedIn's ${table.file}, but its columns have changed: it lacks ${lacks}. ` +
        'Take the file from the export as LinkedIn made it.',
    )
  }
  return {
    reader: table.open?.({ path: entry.path, has, options }) ?? IDLE,
    cells: cellReader(header),
    byPlace: byPlace !== null,
  }
}

const IDLE: TableReader = { row: () => [] }

const isRow = (row: CsvRow | BrokenRow): row is CsvRow => 'cells' in row

/** A workbook saved under the name of a CSV file gets a sentence of its own. */
async function refuseWorkbook(entry: Entry): Promise<void> {
  for await (const chunk of entry.bytes()) {
    if (chunk.length === 0) continue
    if (isZip(chunk)) {
      throw new KithError(
        'unreadable',
        `${entry.path} is an Excel workbook under the name of a CSV file. ` +
          'Open it in Excel and save it as "CSV UTF-8", or take the file from the export as LinkedIn made it.',
      )
    }
    return
  }
}

type Beginning = {
  readonly opened: Opened
  readonly header: CsvRow
  /** The first rows of a table that was told by them. */
  readonly rows: readonly (CsvRow | BrokenRow)[]
}

/** Where the table begins, once the last of the rows that were read says so. */
function begun(
  entry: Entry,
  before: readonly (CsvRow | BrokenRow)[],
  options: ReadOptions,
): Beginning | null {
  const last = before.at(-1)
  if (last === undefined || !isRow(last)) return null
  const known = open(entry, last.cells, options)
  if (known) return { opened: known, header: last, rows: [] }
  const sound = before.filter(isRow)
  const found = headerByPlace(sound.map(({ cells }) => cells))
  const header = found && sound[found.place]
  if (!found || !header) return null
  const opened = openTable(found.table, entry, header.cells, options)
  return { opened, header, rows: before.slice(before.indexOf(header) + 1) }
}

function readRows(batch: Batching, { opened, header, rows }: Beginning): void {
  if (opened.byPlace) batch.skip(`row ${header.number}`, BY_PLACE)
  for (const row of rows) readRow(batch, opened, row)
}

function readRow(batch: Batching, { reader, cells }: Opened, row: CsvRow | BrokenRow): void {
  const where = `row ${row.number}`
  const result = isRow(row) ? reader.row(cells(row.cells)) : { skip: row.broken }
  if ('skip' in result) batch.skip(where, result.skip)
  else batch.took(result)
}

/**
 * The files of LinkedIn's "Get a copy of your data" (linkedin.com/help/linkedin/answer/a1339364, which lists the files
 * but not their columns; those are of real exports from 2018 to 2024), each told by its columns.
 */
export const linkedin: Importer = {
  id: 'linkedin',
  title: 'LinkedIn export',
  reads:
    'Connections, messages, invitations, endorsements, recommendations and profile of a LinkedIn export.',
  howToExport: [
    'On linkedin.com, on a computer, open Me (your picture) > Settings & Privacy > Data privacy > Get a copy of your data.',
    'Choose the larger archive ("Download larger data archive"), then Request archive.',
    'LinkedIn mails a link: a first part within minutes, the complete archive within a day. It works for 72 hours.',
    'Download the zip and give it to kith as it is; do not open and save the CSV files in Excel.',
  ],
  detect,
  async *read(entry, options) {
    await refuseWorkbook(entry)
    const batch = new Batching()
    let opened: Opened | null = null
    const before: (CsvRow | BrokenRow)[] = []
    for await (const block of csvBlocks(entry)) {
      for (const row of block.rows) {
        if (opened === null) {
          before.push(row)
          const beginning = begun(entry, before, options)
          opened = beginning?.opened ?? null
          if (beginning) readRows(batch, beginning)
          else if (before.length >= HEADER_WITHIN_ROWS) throw unknownTable(entry)
          continue
        }
        readRow(batch, opened, row)
        if (batch.full) yield batch.flush(block.bytes)
      }
    }
    if (opened === null) throw unknownTable(entry)
    batch.add(opened.reader.end?.() ?? [])
    yield batch.flush(entry.size)
  },
}

const unknownTable = (entry: Entry): KithError =>
  new KithError(
    'unreadable',
    entry.size === 0
      ? `${entry.path} is empty. Take the file from the export as LinkedIn made it.`
      : `${entry.path} is no table of a LinkedIn export that kith knows: none of its first lines holds the ` +
          'column names. Take the file from the export as LinkedIn made it.',
  )
