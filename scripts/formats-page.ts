import { KithError } from '../src/core/model/errors.ts'
import type { SourceRecord } from '../src/core/model/records.ts'
import type { Importer, ReadOptions } from '../src/importers/importer.ts'
import { importers } from '../src/importers/index.ts'
import { memoryEntry, readAll } from '../src/importers/text/entries.ts'
import { openPaths } from '../src/intake/open-paths.ts'
import { detectSource } from '../src/operations/import/sources.ts'
import { fixturesOf } from '../src/testing/importing/fixtures.ts'

/** Fixed, so that the same files give the same page wherever and whenever it is made. */
const OPTIONS: ReadOptions = { region: 'US', timeZone: 'UTC', until: Date.UTC(2026, 0) }

/** Reasons shown for a source; the rest is summed up. */
const SHOWN_REASONS = 6

export type Row = {
  /** Sample files that the source claims. */
  files: number
  read: number
  /** Records left out, by reason. */
  readonly skipped: Map<string, number>
  /** Files refused as a whole, by the sentence without the path. */
  readonly refused: Map<string, number>
}

export const emptyRow = (): Row => ({ files: 0, read: 0, skipped: new Map(), refused: new Map() })

/** A reason without what is of one record only. */
const general = (reason: string): string => reason.replace(/"[^"]*"/g, '"…"').replace(/\d{3,}/g, '…')

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/**
 * Reads files and archives as an import would, and counts by source.
 * @returns the rows, and the files that no source claims
 */
export async function survey(
  paths: readonly string[],
): Promise<{ readonly rows: ReadonlyMap<string, Row>; readonly unclaimed: number }> {
  const rows = new Map<string, Row>()
  let unclaimed = 0
  for await (const opened of openPaths(paths)) {
    const importer = 'head' in opened ? detectSource(opened.head) : null
    if (!('head' in opened) || importer === null) {
      unclaimed++
      continue
    }
    const row = rows.get(importer.id) ?? emptyRow()
    rows.set(importer.id, row)
    row.files++
    try {
      for await (const batch of importer.read(opened.entry, OPTIONS)) {
        row.read += batch.read
        for (const { reason } of batch.skipped) count(row.skipped, general(reason))
      }
    } catch (error) {
      if (!(error instanceof KithError)) throw error
      count(row.refused, general(error.message.replaceAll(opened.entry.path, 'the file')))
    }
  }
  return { rows, unclaimed }
}

const CHANNELS = {
  mail: 'mail',
  meeting: 'meetings',
  message: 'messages',
  post: 'posts',
  call: 'calls',
} as const
const DECLARATIONS = {
  connection: 'connections',
  invitation: 'invitations',
  follow: 'follows',
  'address-book': 'address-book entries',
  repost: 'attention (reposts)',
  like: 'attention (likes)',
} as const

/** What a record is, in the words of the page. */
function kindOf(record: SourceRecord): string {
  switch (record.type) {
    case 'person':
      return 'people'
    case 'position':
      return 'positions'
    case 'interaction':
      return CHANNELS[record.channel]
    case 'declaration':
      return DECLARATIONS[record.kind]
    case 'endorsement':
      return record.kind === 'skill' ? 'endorsements' : 'recommendations'
    case 'listing':
      return 'lines of lists'
    case 'owner':
      return 'who you are'
    case 'fact':
      return 'people'
    case 'kept':
      return 'what you told kith'
  }
}

/** In the order in which the page names them. */
const ORDER = [
  ...Object.values(CHANNELS),
  ...Object.values(DECLARATIONS),
  'endorsements',
  'recommendations',
  'people',
  'positions',
  'lines of lists',
  'who you are',
  'what you told kith',
]

/** What a source yields, as its own fixtures show. */
export async function yieldOf(importer: Importer): Promise<string> {
  const kinds = new Set<string>()
  for (const { path, bytes } of fixturesOf(importer.id)) {
    const { records } = await readAll(importer, memoryEntry(path, bytes), OPTIONS)
    for (const record of records) kinds.add(kindOf(record))
  }
  return ORDER.filter((kind) => kinds.has(kind)).join(', ')
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, one) => total + one, 0)

const number = (value: number): string => value.toLocaleString('en')

/** The most frequent first; equal ones by their words, so that the page does not change by itself. */
function reasons({ skipped, refused }: Row): string {
  const sorted = [...skipped].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const shown = sorted.slice(0, SHOWN_REASONS).map(([reason, times]) => `${number(times)} × ${reason}`)
  const rest = sorted.slice(SHOWN_REASONS).reduce((total, [, times]) => total + times, 0)
  if (rest > 0) shown.push(`${number(rest)} × other reasons`)
  for (const [sentence, times] of [...refused].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    shown.push(`refused, ${number(times)} × ${sentence}`)
  return shown.join('; ').replaceAll('|', '\\|')
}

/** The marks between which the page is made by the command. */
const INTRODUCTION = `# Formats

Made by \`npm run docs:formats\`; edit \`scripts/formats-page.ts\`, not this page.

Every source that kith reads, told by the content of a file, never by its name. *Yields* is what the source's own fixtures give. The numbers are of sample files by other programs and people (public test files, and pseudonymised exports), which are not part of kith: records read, and records left out with the reason that the user is shown. A record is a message, a row, a card, an event; *refused* files could not be read as a whole, and the sentence says why. \`kith sources\` says how to get each export.

`

/** docs/formats.md. */
export async function formatsPage(rows: ReadonlyMap<string, Row>, unclaimed: number): Promise<string> {
  const lines = [
    '| source | yields | sample files | read | skipped | why |',
    '| --- | --- | ---: | ---: | ---: | --- |',
  ]
  let files = 0
  for (const importer of importers) {
    const row = rows.get(importer.id) ?? emptyRow()
    files += row.files
    const figures =
      row.files === 0
        ? ['none', '', '', '']
        : [number(row.files), number(row.read), number(sum(row.skipped)), reasons(row)]
    lines.push(
      `| ${[`${importer.title} (\`${importer.id}\`)`, await yieldOf(importer), ...figures].join(' | ')} |`,
    )
  }
  return `${INTRODUCTION}${lines.join('\n')}\n\n${number(files)} sample files were read; ${number(unclaimed)} more are of other formats (calendar rules, notes, pictures, expected results) and no source claims them.\n`
}
