import { stringify } from 'csv-stringify/sync'
import { isoTimeOrNull } from '../dates.ts'
import type { Context } from '../operation.ts'
import { type ExportedPerson, exportedPeople, valuesOf } from './exported-people.ts'

type Cell = string | number | null

/** What stands in a table of people: a name a column, from each person. Shared by CSV and Parquet. */
export const columns: readonly (readonly [
  name: string,
  type: 'text' | 'number' | 'whole' | 'time',
  cell: (person: ExportedPerson) => Cell,
])[] = [
  ['id', 'whole', (p) => p.personId],
  ['name', 'text', (p) => p.name],
  ['organisation', 'text', (p) => p.organisation],
  ['title', 'text', (p) => p.title],
  ['industry', 'text', (p) => p.industry],
  ['place', 'text', (p) => p.place],
  ['mails', 'text', (p) => valuesOf(p, 'mail').join('; ')],
  ['phones', 'text', (p) => valuesOf(p, 'phone').join('; ')],
  [
    'profiles',
    'text',
    (p) =>
      p.identities
        .filter(({ kind }) => kind === 'linkedin' || kind === 'profile' || kind === 'handle')
        .map(({ kind, value }) => (kind === 'linkedin' ? `linkedin.com/in/${value}` : value))
        .join('; '),
  ],
  ['closeness', 'number', (p) => p.closeness],
  ['trust', 'number', (p) => p.trust],
  ['calibre', 'number', (p) => p.calibre],
  ['worth', 'number', (p) => p.worth],
  ['contribution', 'number', (p) => p.contribution],
  ['interactions_in', 'whole', (p) => p.interactionsIn],
  ['interactions_out', 'whole', (p) => p.interactionsOut],
  ['interactions_together', 'whole', (p) => p.interactionsTogether],
  ['last_at', 'time', (p) => p.lastAt],
]

/** Rows turned into text at once. */
const ROWS = 1_000

/**
 * People with their scores as CSV (RFC 4180, UTF-8). Unknown is an empty cell. A cell that a spreadsheet would take
 * for a formula (it starts with = + - @, a tab or a carriage return) gets a ' before it.
 */
export async function* peopleCsv(context: Context): AsyncGenerator<string> {
  const people = await exportedPeople(context)
  yield stringify([columns.map(([name]) => name)], { record_delimiter: 'windows' })
  for (let from = 0; from < people.length; from += ROWS)
    yield stringify(
      people
        .slice(from, from + ROWS)
        .map((person) =>
          columns.map(([, type, cell]) =>
            type === 'time' ? isoTimeOrNull(cell(person) as number | null) : cell(person),
          ),
        ),
      { record_delimiter: 'windows', escape_formulas: true },
    )
}
