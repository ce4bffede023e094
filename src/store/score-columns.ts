import type { BulkTable, SqlValue } from './backend.ts'
import type { ScoreRow } from './store.ts'

const values: Readonly<Record<string, (row: Partial<ScoreRow>) => SqlValue | undefined>> = {
  person_id: (row) => row.personId,
  closeness: (row) => row.closeness,
  trust: (row) => row.trust,
  calibre: (row) => row.calibre,
  worth: (row) => row.worth,
  contribution: (row) => row.contribution,
  interactions_out: (row) => row.interactionsOut,
  interactions_in: (row) => row.interactionsIn,
  interactions_together: (row) => row.interactionsTogether,
  last_ms: (row) => row.lastAt,
  sought: (row) => row.sought?.level ?? null,
  seekers: (row) => row.sought?.seekers ?? null,
  sought_seekers: (row) => row.sought?.soughtSeekers ?? null,
  channels: (row) => row.channels,
}

/** Scores as the columns of a table of them. What a row does not tell is 0: written where nothing else stands yet. */
export const scoreColumns = (
  { columns }: BulkTable,
  owner: number,
  rows: readonly Partial<ScoreRow>[],
): SqlValue[][] =>
  columns.map(([name]) => {
    const value = name === 'owner_id' ? () => owner : values[name]
    if (value === undefined) throw new Error(`no score is called ${name}`)
    return rows.map((row) => {
      const told = value(row)
      return told === undefined ? 0 : told
    })
  })
