import { KithError } from '#core/model/errors.ts'
import type { Batch, Entry, Head, Importer, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { csvBlocks, firstRows } from '../text/csv.ts'
import { headText, textBlocks } from '../text/decode.ts'
import { isStatement, kindOf, rowReader, type EventRow } from './row.ts'

const COLUMNS = ['at', 'from', 'to', 'channel', 'id', 'subject', 'kind', 'topic'] as const
/** Another name of a column. */
const ALIASES: Partial<Readonly<Record<Column, string>>> = { kind: 'type' }
const NEEDED = ['at', 'from', 'to'] as const
/** A line of JSON longer than this is not an event. */
const MAX_JSON_CHARS = 1 << 20

type Column = (typeof COLUMNS)[number]
type Places = Readonly<Record<Column, number>>

/** Where each column stands in a header; null when a needed one is missing. */
function columnPlaces(header: readonly string[]): Places | null {
  const names = header.map((cell) => cell.trim().toLowerCase())
  const place = (column: Column): number => {
    const found = names.indexOf(column)
    return found < 0 ? names.indexOf(ALIASES[column] ?? column) : found
  }
  if (NEEDED.some((column) => place(column) < 0)) return null
  return filled(place)
}

/** Something for every column. */
const filled = <Value>(of: (column: Column) => Value): Readonly<Record<Column, Value>> => ({
  at: of('at'),
  from: of('from'),
  to: of('to'),
  channel: of('channel'),
  id: of('id'),
  subject: of('subject'),
  kind: of('kind'),
  topic: of('topic'),
})

/** A cell of JSON as text; lists as the CSV form writes them. */
function jsonCell(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) ? value.map(jsonCell).join(';') : ''
}

/** A line of JSON Lines as a row; null when it is no object. */
function jsonRow(line: string): EventRow | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const object = value as Readonly<Record<string, unknown>>
  return filled((column) => jsonCell(object[column] ?? object[ALIASES[column] ?? column]))
}

const isJson = (text: string): boolean => /^\s*\{/.test(text)

/** Whether the first line of JSON Lines has the keys of an event. */
function isJsonEvent(text: string): boolean {
  const line = text.split(/\r?\n/, 20).find((candidate) => candidate.trim() !== '')
  const row = line === undefined ? null : jsonRow(line)
  return row !== null && (row.at !== '' || isStatement(kindOf(row))) && row.from !== '' && row.to !== ''
}

function detect(head: Head): number {
  const text = headText(head)
  if (text === null) return 0
  if (isJson(text)) return isJsonEvent(text) ? 0.95 : 0
  const [header] = firstRows(text, 1)
  return header !== undefined && columnPlaces(header) !== null ? 0.95 : 0
}

async function* readCsv(entry: Entry, options: ReadOptions): AsyncIterable<Batch> {
  const batch = new Batching()
  const read = rowReader(options)
  let places: Places | null = null
  for await (const block of csvBlocks(entry)) {
    for (const row of block.rows) {
      if (places === null) {
        places = 'cells' in row ? columnPlaces(row.cells) : null
        if (places === null) throw noHeader(entry)
        continue
      }
      const where = `row ${row.number}`
      if ('broken' in row) batch.skip(where, row.broken)
      else {
        const { cells } = row
        const at = places
        const result = read(filled((column) => cells[at[column]] ?? ''))
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(block.bytes)
    }
  }
  if (places === null) throw noHeader(entry)
  yield batch.flush(entry.size)
}

async function* readJsonLines(entry: Entry, options: ReadOptions): AsyncIterable<Batch> {
  const batch = new Batching()
  const read = rowReader(options)
  let number = 0
  const line = (text: string): void => {
    number++
    if (text.trim() === '') return
    const row = jsonRow(text)
    const result = row === null ? 'it is not a JSON object' : read(row)
    if (typeof result === 'string') batch.skip(`line ${number}`, result)
    else batch.took(result)
  }
  let tail = ''
  for await (const block of textBlocks(entry)) {
    const lines = (tail + block.text).split('\n')
    // What is cut off here is no JSON any more, and is counted as such when its line ends.
    tail = (lines.pop() ?? '').slice(0, MAX_JSON_CHARS)
    for (const text of lines) {
      line(text)
      if (batch.full) yield batch.flush(block.bytes)
    }
  }
  if (tail !== '') line(tail)
  yield batch.flush(entry.size)
}

const noHeader = (entry: Entry): KithError =>
  new KithError(
    'unreadable',
    `${entry.path} is no events file: its first line must name the columns at, from and to ` +
      '(and may name channel, id, subject, kind, topic), or be a JSON object with these keys.',
  )

/** Whether the first block of a file begins with a JSON object. */
async function beginsWithJson(entry: Entry): Promise<boolean> {
  for await (const block of textBlocks(entry)) if (block.text.trim() !== '') return isJson(block.text)
  return false
}

/**
 * The generic events file, kith's own format (docs/reference/events-format.md): CSV or JSON Lines with
 * `at, from, to, channel[, id][, subject][, kind][, topic]`. Reads rows as they come; holds no more than a block of
 * them.
 */
export const events: Importer = {
  id: 'events',
  title: 'Events file',
  reads:
    'A CSV or JSON Lines file of contacts, stated ties and endorsements with the columns at, from, to, channel, id, subject, kind, topic.',
  howToExport: [
    'Write one line for each message, meeting or call, with the header at,from,to,channel,id,subject.',
    'at is an ISO 8601 time or epoch seconds (milliseconds when above 100,000,000,000).',
    'from and to are mail addresses, telephone numbers with +, profile URLs or any ids; several in to are separated by ;.',
    `channel is mail, meeting, message, post or call (email, chat, sms and phone are understood); empty means mail. id and subject may be left out.`,
    'A stated tie or an endorsement has a word in the column kind: connection, invitation, follow, address-book, skill or recommendation. What a skill is stands in topic; at may be empty.',
  ],
  detect,
  async *read(entry, options) {
    yield* (await beginsWithJson(entry)) ? readJsonLines(entry, options) : readCsv(entry, options)
  },
}
