import type { OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import { scoreRows, trendRows } from './bulk-tables.ts'
import { outlookRows } from './outlook.ts'
import { lockOwner } from './owners.ts'
import type { Tx } from './owners.ts'
import { scoreColumns } from './score-columns.ts'
import type { ScoreRow } from './store.ts'
import { dropTouches } from './touches.ts'
import type { TrendRow } from './trends.ts'

/** What scoring keeps for scoring some people alone; bytes that only scoring reads. */
export type Standing = {
  /** As of the beginning of the day of the scores, a few ties each: written by a scoring of everybody. */
  readonly settled: readonly Uint8Array[]
  /** As of the scores. */
  readonly current: Uint8Array
}

/** Scores of some people, made from a standing. */
type Rescored = {
  /** `scoredChanges` of the scores that they were made from, and the value of `changes` they have seen. */
  readonly scoredChanges: number
  readonly seenChanges: number
  readonly rows: readonly ScoreRow[]
  /** Closeness 90 days ago stays as it is where it is known. */
  readonly trends: readonly TrendRow[]
  readonly silent: readonly { readonly personId: PersonId; readonly silent: number }[]
  /** People whose own scores stay, whose worth does not: that hangs on everybody's. */
  readonly worth: readonly Pick<ScoreRow, 'personId' | 'worth' | 'contribution'>[]
  readonly summary: unknown
  readonly current: Uint8Array
}

export interface StandingStore {
  /** What was kept of everybody; null where nothing was. */
  readonly standing: (owner: OwnerId) => Promise<Standing['current'] | null>
  /** Some of what was kept as of the beginning of the day, by place. */
  readonly settledParts: (
    owner: OwnerId,
    places: readonly number[],
  ) => Promise<ReadonlyMap<number, Uint8Array>>
  /** Puts the scores of some people in place of theirs; false where others were made meanwhile, and nothing is written. */
  readonly saveRescored: (owner: OwnerId, rescored: Rescored) => Promise<boolean>
}

/** Rows of people who have some already: of those only the named columns are written. */
function writingOver(rows: BulkTable, names: readonly string[]): BulkTable {
  const set = names.map((name) => `${name} = excluded.${name}`).join(', ')
  return { ...rows, conflict: `on conflict (owner_id, person_id) do update set ${set}` }
}

/** Found out by scoring everybody alone. */
const SOUGHT = new Set(['sought', 'seekers', 'sought_seekers'])
const rescored: BulkTable = {
  ...scoreRows,
  columns: scoreRows.columns.filter(([name]) => !SOUGHT.has(name)),
}
const KEY = new Set(['owner_id', 'person_id'])

const rescoredRows = writingOver(
  rescored,
  rescored.columns.map(([name]) => name).filter((name) => !KEY.has(name)),
)
/** The rows are there: what an insert would need beside is never written. */
const worthRows = writingOver(rescored, ['worth', 'contribution'])
const regappedRows = writingOver(trendRows, ['gap_days', 'mean_gap_days'])
const silentRows = writingOver(outlookRows, ['silent'])

/** Numbers of the parts of a standing: everybody as of the scores, and the first of those of the beginning of the day. */
const CURRENT = 0
const SETTLED = 1

const standingRows: BulkTable = {
  table: 'standings',
  columns: [
    ['owner_id', 'bigint'],
    ['part', 'bigint'],
    ['body', 'bytea'],
  ],
  conflict: 'on conflict (owner_id, part) do update set body = excluded.body',
}

const keep = (backend: Backend, tx: Tx, owner: number, from: number, parts: readonly Uint8Array[]) =>
  backend.insert(tx, standingRows, [parts.map(() => owner), parts.map((_, i) => from + i), parts])

/** Drops what scores of everybody have seen by now, and keeps what was made with them in place of what was. */
export async function settle(
  backend: Backend,
  tx: Tx,
  owner: number,
  seenChanges: number,
  standing: Standing | null,
): Promise<void> {
  await dropTouches(tx, owner, seenChanges)
  await tx.deleteFrom('standings').where('owner_id', '=', owner).execute()
  if (standing === null) return
  await keep(backend, tx, owner, CURRENT, [standing.current])
  await keep(backend, tx, owner, SETTLED, standing.settled)
}

export const standingsPart = (backend: Backend): StandingStore => ({
  async standing(owner) {
    const row = await backend.db
      .selectFrom('standings')
      .select('body')
      .where('owner_id', '=', owner)
      .where('part', '=', CURRENT)
      .executeTakeFirst()
    return row?.body ?? null
  },

  async settledParts(owner, places) {
    const rows = await backend.db
      .selectFrom('standings')
      .select(['part', 'body'])
      .where('owner_id', '=', owner)
      .where('part', 'in', backend.listOf(places.map((place) => SETTLED + place)))
      .execute()
    return new Map(rows.map(({ part, body }) => [part - SETTLED, body]))
  },

  saveRescored: (owner, { rows, trends, silent, worth, ...made }) =>
    backend.write(async (tx) => {
      const { scored_changes } = await lockOwner(backend, tx, owner)
      if (scored_changes !== made.scoredChanges) return false
      await backend.insert(tx, rescoredRows, scoreColumns(rescoredRows, owner, rows))
      await backend.insert(tx, worthRows, scoreColumns(worthRows, owner, worth))
      await backend.insert(tx, regappedRows, [
        trends.map(() => owner),
        trends.map((row) => row.personId),
        trends.map((row) => row.before),
        trends.map((row) => row.gapDays),
        trends.map((row) => row.meanGapDays),
      ])
      await backend.insert(tx, silentRows, [
        silent.map(() => owner),
        silent.map((row) => row.personId),
        silent.map((row) => row.silent),
        silent.map(() => null),
      ])
      await tx
        .updateTable('owners')
        .set({ scored_changes: made.seenChanges, score_summary: JSON.stringify(made.summary) })
        .where('owner_id', '=', owner)
        .execute()
      await dropTouches(tx, owner, made.seenChanges)
      await keep(backend, tx, owner, CURRENT, [made.current])
      return true
    }),
})
