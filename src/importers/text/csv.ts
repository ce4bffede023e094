import { parse } from 'csv-parse/sync'
import type { Entry } from '../importer.ts'
import { SNIFF_BYTES, textBlocks } from './decode.ts'

/** A record longer than this, or of more lines, has lost a quotation mark. */
const MAX_RECORD_CHARS = 1 << 20
const MAX_RECORD_LINES = 5_000

/** One record of a CSV file. The number is the row a spreadsheet shows: the first record is 1, blank ones count. */
export type CsvRow = { readonly number: number; readonly cells: readonly string[] }
export type BrokenRow = { readonly number: number; readonly broken: string }

export type CsvBlock = {
  readonly rows: readonly (CsvRow | BrokenRow)[]
  readonly bytes: number
}

const DELIMITERS = [',', ';', '\t'] as const

/** Characters by which the delimiter and the kind of line end are told; every first block holds as many, or the end. */
const SNIFF_CHARS = SNIFF_BYTES / 4

/** What ends a line: a lone carriage return where there is no other. */
const sniffSeparator = (text: string): string => {
  const beginning = text.slice(0, SNIFF_CHARS)
  return !beginning.includes('\n') && beginning.includes('\r') ? '\r' : '\n'
}

/** The delimiter of a CSV text: the most frequent one in the first line that has any outside quotes; else a comma. */
export function sniffDelimiter(text: string): string {
  for (const line of text.slice(0, SNIFF_CHARS).split(/\r\n|\n|\r/, 10)) {
    const bare = line.replace(/"[^"]*"/g, '')
    const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length - 1)
    const most = Math.max(...counts)
    if (most > 0) return DELIMITERS[counts.indexOf(most)] ?? ','
  }
  return ','
}

/** Whether a quoted cell is still open at the end of a line, as csv-parse with relaxed quotes sees it. */
function opensQuote(line: string, delimiter: string, openBefore: boolean): boolean {
  let open = openBefore
  let at = 0
  let fieldStart = true
  for (;;) {
    const quote = line.indexOf('"', at)
    if (quote < 0) return open
    if (!open) {
      // Only a quotation mark that begins a cell opens one; others are text.
      if (quote === 0 ? fieldStart && at === 0 : line[quote - 1] === delimiter) open = true
      at = quote + 1
    } else if (line[quote + 1] === '"') {
      at = quote + 2
    } else {
      open = false
      at = quote + 1
    }
    fieldStart = false
  }
}

type Piece = { readonly number: number; readonly text: string; readonly broken?: string }

/**
 * Cuts CSV text into records, block by block. A quotation mark that is never closed costs the row in which it
 * stands, not the rest of the file.
 */
class RecordSplitter {
  private readonly delimiter: string
  private readonly separator: string
  private tail = ''
  private overflow = false
  private pending: string[] = []
  private pendingChars = 0
  private number = 0

  constructor(delimiter: string, separator: string) {
    this.delimiter = delimiter
    this.separator = separator
  }

  push(text: string): Piece[] {
    const out: Piece[] = []
    const lines = (this.tail === '' ? text : this.tail + text).split(this.separator)
    this.tail = lines.pop() ?? ''
    for (const line of lines) this.line(line, out)
    if (this.tail.length > MAX_RECORD_CHARS) {
      this.tail = this.tail.slice(0, MAX_RECORD_CHARS)
      this.overflow = true
    }
    return out
  }

  end(): Piece[] {
    const out: Piece[] = []
    if (this.tail !== '') this.line(this.tail, out)
    this.tail = ''
    while (this.pending.length > 0) this.giveUp(out)
    return out
  }

  private line(raw: string, out: Piece[]): void {
    if (this.overflow) {
      this.overflow = false
      while (this.pending.length > 0) this.giveUp(out)
      out.push({
        number: ++this.number,
        text: '',
        broken: `a line longer than ${MAX_RECORD_CHARS} characters`,
      })
      return
    }
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (this.pending.length === 0) {
      if (line.includes('"') && opensQuote(line, this.delimiter, false)) this.hold(line)
      else out.push({ number: ++this.number, text: line })
      return
    }
    this.hold(line)
    if (line.includes('"') && !opensQuote(line, this.delimiter, true)) {
      out.push({ number: ++this.number, text: this.pending.join('\n') })
      this.pending = []
      this.pendingChars = 0
    } else if (this.pendingChars > MAX_RECORD_CHARS || this.pending.length > MAX_RECORD_LINES) {
      this.giveUp(out)
    }
  }

  private hold(line: string): void {
    this.pending.push(line)
    this.pendingChars += line.length + 1
  }

  /** Reports the line with the open quotation mark and reads those after it anew. */
  private giveUp(out: Piece[]): void {
    const [, ...rest] = this.pending
    this.pending = []
    this.pendingChars = 0
    out.push({ number: ++this.number, text: '', broken: 'a quotation mark is opened and never closed' })
    for (const line of rest) this.line(line, out)
  }
}

/** The cells of records that hold quotation marks; null for one that csv-parse does not see as one record. */
function quotedCells(records: readonly string[], delimiter: string): (readonly string[] | null)[] {
  const cells = (text: string): string[][] | null => {
    try {
      return parse(text, {
        delimiter,
        relax_quotes: true,
        relax_column_count: true,
        record_delimiter: '\n',
        max_record_size: 0,
      })
    } catch {
      return null
    }
  }
  const all = cells(records.join('\n'))
  if (all?.length === records.length) return all
  return records.map((record) => {
    const one = cells(record)
    return one?.length === 1 ? (one[0] ?? null) : null
  })
}

/** Cells of the pieces; blank lines are no rows. */
function toRows(pieces: readonly Piece[], delimiter: string): (CsvRow | BrokenRow)[] {
  const quoted = pieces.filter((piece) => piece.broken === undefined && piece.text.includes('"'))
  const parsed =
    quoted.length === 0
      ? []
      : quotedCells(
          quoted.map((piece) => piece.text),
          delimiter,
        )
  let next = 0
  const rows: (CsvRow | BrokenRow)[] = []
  for (const { number, text, broken } of pieces) {
    if (broken !== undefined) rows.push({ number, broken })
    else if (text.includes('"')) {
      const cells = parsed[next++]
      rows.push(cells ? { number, cells } : { number, broken: 'its quotation marks do not match' })
    } else if (text.trim() !== '') rows.push({ number, cells: text.split(delimiter) })
  }
  return rows
}

/**
 * The rows of a CSV file with any of the usual delimiters, line ends and encodings, in blocks.
 * Memory stays within a few megabytes whatever the file holds.
 */
export async function* csvBlocks(entry: Entry): AsyncIterable<CsvBlock> {
  let splitter: RecordSplitter | null = null
  let delimiter = ','
  let bytes = 0
  for await (const block of textBlocks(entry)) {
    if (splitter === null) {
      delimiter = sniffDelimiter(block.text)
      splitter = new RecordSplitter(delimiter, sniffSeparator(block.text))
    }
    bytes = block.bytes
    yield { rows: toRows(splitter.push(block.text), delimiter), bytes }
  }
  if (splitter !== null) yield { rows: toRows(splitter.end(), delimiter), bytes }
}

/** The first rows of a text, for telling what a file is. */
export function firstRows(text: string, count: number): (readonly string[])[] {
  const delimiter = sniffDelimiter(text)
  const splitter = new RecordSplitter(delimiter, sniffSeparator(text))
  const pieces = splitter.push(`${text.slice(0, 32_768)}\n`).slice(0, count)
  return toRows(pieces, delimiter).flatMap((row) => ('cells' in row ? [row.cells] : []))
}
