import { cleanName, linkedinIdentity, mailIdentity, profileIdentity } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import type { Identity } from '#core/model/identity.ts'
import type { ListRecord } from '#core/model/records.ts'
import type { Head, Importer, ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { Batching } from '../text/batching.ts'
import { csvBlocks, firstRows } from '../text/csv.ts'
import { headText } from '../text/decode.ts'

/** The columns of a list, with the names they may have in a file, in lower case. */
const columns = {
  name: ['name', 'full name', 'person', 'nom', 'nombre', 'nome', 'naam'],
  key: [
    'key',
    'mail',
    'email',
    'e-mail',
    'address',
    'url',
    'profile',
    'profile url',
    'linkedin',
    'website',
    'phone',
  ],
  list: ['list', 'liste', 'award', 'source', 'event', 'lista', 'lijst'],
  level: ['level', 'grade', 'stufe', 'niveau', 'nivel', 'livello'],
  field: ['field', 'topic', 'category', 'fachgebiet', 'gebiet', 'domaine', 'campo', 'settore', 'vakgebied'],
  year: ['year', 'jahr', 'année', 'annee', 'año', 'ano', 'anno', 'jaar'],
} as const
type Column = keyof typeof columns
type Places = Readonly<Record<Column, number>>

/** Where each column stands; null where the header is no list's: it needs `list`, and a name or a key. */
function placesIn(header: readonly string[]): Places | null {
  const names = header.map((cell) => cell.trim().toLowerCase())
  const place = (column: Column): number =>
    names.findIndex((name) => (columns[column] as readonly string[]).includes(name))
  const places: Places = {
    name: place('name'),
    key: place('key'),
    list: place('list'),
    level: place('level'),
    field: place('field'),
    year: place('year'),
  }
  const others = [places.level, places.field, places.year].filter((at) => at >= 0).length
  return places.list >= 0 && (places.name >= 0 || places.key >= 0) && others > 0 ? places : null
}

/** What somebody is known by: an address, a profile, a number; null for anything else. */
function identityOf(key: string, options: ReadOptions): Identity | null {
  return (
    mailIdentity(key) ?? linkedinIdentity(key) ?? profileIdentity(key) ?? phoneIdentity(key, options.region)
  )
}

/** A line of the list, or why it gives none. */
function readLine(cell: (column: Column) => string, options: ReadOptions): ListRecord | string {
  const list = cleanName(cell('list'))
  if (list === '') return 'it does not say which list it is of'
  const name = cleanName(cell('name'))
  const key = cell('key')
  const identity = key === '' ? null : identityOf(key, options)
  if (key !== '' && identity === null && name === '')
    return `"${cleanName(key)}" is no mail address, profile URL or telephone number`
  if (identity === null && name === '') return 'it names nobody'
  const level = cell('level')
  const percent = level === '' ? null : Number(level.replace(',', '.').replace(/\s*%$/, ''))
  if (percent !== null && !(percent >= 0 && percent <= 100))
    return `its level "${level}" is no number from 0 to 100`
  const year = cell('year')
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) return `its year "${year}" is none from 1900 to 2099`
  const field = cleanName(cell('field'))
  return {
    type: 'listing',
    list,
    name,
    ...(identity === null ? {} : { identity }),
    ...(percent === null ? {} : { level: percent / 100 }),
    ...(field === '' ? {} : { field }),
    ...(year === '' ? {} : { year: Number(year) }),
  }
}

/**
 * Lists that name people: one line a person, made by hand or copied from a page into a spreadsheet. The form is kith's
 * own (docs/how-to/use-lists-and-ratings.md).
 */
export const lists: Importer = {
  id: 'lists',
  title: 'Lists that name people (CSV)',
  reads:
    'Lists on which others name people: speakers of a conference, award winners, fellows of a trade body, a "top 100".',
  howToExport: [
    'Copy the list into a spreadsheet, one person a row.',
    'Columns: name, key (mail address, profile URL or telephone number, where you have one), list (what it is called), level (0 to 100, where it has grades), field, year.',
    'Save it as CSV. Lines with a key are matched by themselves; for lines with a name alone kith asks you who is meant.',
  ],
  detect: (head: Head) => {
    const text = headText(head)
    const header = text === null ? undefined : firstRows(text, 1)[0]
    return header !== undefined && placesIn(header) !== null ? 0.9 : 0
  },
  async *read(entry, options) {
    const batch = new Batching()
    let places: Places | null = null
    for await (const { rows, bytes } of csvBlocks(entry)) {
      for (const row of rows) {
        if (places === null) {
          places = 'cells' in row ? placesIn(row.cells) : null
          if (places === null) throw noList(entry.path)
          continue
        }
        const at = places
        const result =
          'cells' in row ? readLine((column) => (row.cells[at[column]] ?? '').trim(), options) : row.broken
        if (typeof result === 'string') batch.skip(`row ${row.number}`, result)
        else batch.took([result])
        if (batch.full) yield batch.flush(bytes)
      }
    }
    if (places === null) throw noList(entry.path)
    yield batch.flush(entry.size)
  },
}

const noList = (path: string): KithError =>
  new KithError(
    'unreadable',
    `${path} is no list that kith reads: its first line has to name the columns list, name or key, and one of level, field, year.`,
  )
