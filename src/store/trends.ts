import { sql } from 'kysely'
import { DORMANT_CLOSENESS, DORMANT_TRUST } from '#core/closeness/trust.ts'
import { TREND_CHANGE } from '#core/closeness/trend.ts'
import { AMBER_RATIO } from '#core/closeness/overdue.ts'
import { personId } from '#core/model/ids.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { trendRows } from './bulk-tables.ts'
import { lockOwner, meOf } from './owners.ts'

/** Where a tie is heading, beside its scores. */
export type TrendRow = {
  readonly personId: PersonId
  /** Closeness 90 days before the time of the scores; null where there had been no contact. */
  readonly before: number | null
  /** Days since the last contact, and usually between two; null with too few days of contact to say. */
  readonly gapDays: number | null
  readonly meanGapDays: number | null
}

export const trendFilters = ['warming', 'cooling', 'overdue', 'dormant', 'new'] as const
export type TrendFilter = (typeof trendFilters)[number]

export interface TrendStore {
  /** Replaces where the owner's ties are heading; made with the scores, and saved before them. */
  readonly saveTrends: (owner: OwnerId, rows: readonly TrendRow[]) => Promise<void>
  /** The contacts of one kind, those it is most true of first; `total` counts all. */
  readonly trends: (
    owner: OwnerId,
    filter: TrendFilter,
    limit: number,
    offset: number,
  ) => Promise<{ readonly total: number; readonly rows: readonly TrendRow[] }>
  readonly trend: (owner: OwnerId, person: PersonId) => Promise<TrendRow | null>
}

const change = sql<number>`s.closeness - t.closeness_before`

/** What makes a tie one of the kind, and what puts it first. */
const kinds: Readonly<
  Record<
    TrendFilter,
    { readonly is: ReturnType<typeof sql<boolean>>; readonly order: ReturnType<typeof sql> }
  >
> = {
  warming: {
    is: sql`s.closeness - t.closeness_before >= ${sql.lit(TREND_CHANGE)}`,
    order: sql`${change} desc`,
  },
  cooling: { is: sql`s.closeness - t.closeness_before <= ${sql.lit(-TREND_CHANGE)}`, order: sql`${change}` },
  overdue: {
    is: sql`t.gap_days > ${sql.lit(AMBER_RATIO)} * t.mean_gap_days`,
    order: sql`s.worth desc, s.trust desc`,
  },
  dormant: {
    is: sql`s.trust >= ${sql.lit(DORMANT_TRUST)} and s.closeness < ${sql.lit(DORMANT_CLOSENESS)}`,
    order: sql`s.trust desc`,
  },
  new: { is: sql`t.closeness_before is null and s.closeness > 0e0`, order: sql`s.closeness desc` },
}

type Stored = {
  readonly person_id: number
  readonly closeness_before: number | null
  readonly gap_days: number | null
  readonly mean_gap_days: number | null
}

const fromRow = (row: Stored): TrendRow => ({
  personId: personId(row.person_id),
  before: row.closeness_before,
  gapDays: row.gap_days,
  meanGapDays: row.mean_gap_days,
})

export const trendsPart = (backend: Backend): TrendStore => ({
  saveTrends: (owner, rows) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx.deleteFrom('tie_trends').where('owner_id', '=', owner).execute()
      await backend.insert(tx, trendRows, [
        rows.map(() => owner),
        rows.map((row) => row.personId),
        rows.map((row) => row.before),
        rows.map((row) => row.gapDays),
        rows.map((row) => row.meanGapDays),
      ])
    }),

  async trends(owner, filter, limit, offset) {
    const me = await meOf(backend, owner)
    const { is, order } = kinds[filter]
    const found = backend.db
      .selectFrom('scores as s')
      .innerJoin('tie_trends as t', (on) =>
        on.onRef('t.owner_id', '=', 's.owner_id').onRef('t.person_id', '=', 's.person_id'),
      )
      .innerJoin('people as p', 'p.person_id', 's.person_id')
      .where('s.owner_id', '=', owner)
      .where('p.is_person', '=', 1)
      .where('s.person_id', '!=', me ?? 0)
      .where(is)
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found
      .select(['t.person_id', 't.closeness_before', 't.gap_days', 't.mean_gap_days'])
      .orderBy(order)
      .orderBy('s.person_id')
      .limit(limit)
      .offset(offset)
      .execute()
    return { total, rows: rows.map(fromRow) }
  },

  async trend(owner, person) {
    const row = await backend.db
      .selectFrom('tie_trends')
      .select(['person_id', 'closeness_before', 'gap_days', 'mean_gap_days'])
      .where('owner_id', '=', owner)
      .where('person_id', '=', person)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  },
})
