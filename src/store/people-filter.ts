import { type SelectQueryBuilder, sql } from 'kysely'
import { type Channel, channelCode } from '#core/model/interaction.ts'
import { DORMANT_CLOSENESS, DORMANT_TRUST } from '#core/closeness/trust.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import type { Tables } from './schema.ts'

/** A range of a score, both ends within; an end left out is open. */
export type Range = { readonly from?: number | undefined; readonly to?: number | undefined }

/** Which contacts a list is of; whatever is left out does not narrow it. All of it must hold. */
export type PeopleFilter = {
  readonly closeness?: Range
  /** A range leaves out whose calibre is unknown. */
  readonly calibre?: Range
  /** Whether there is any evidence of calibre. */
  readonly calibreKnown?: boolean | undefined
  readonly organisation?: string | undefined
  readonly channel?: Channel | undefined
  /** Out of touch, still trusted; false for all others. */
  readonly dormant?: boolean | undefined
  /** Only these people: those with a tag, a topic, or who wait for an answer. */
  readonly among?: readonly PersonId[] | undefined
}

type Scored = Tables & { s: Tables['scores']; p: Tables['people'] }
type ContactQuery<Row> = SelectQueryBuilder<Scored, 's' | 'p', Row>

const within = <Row>(
  query: ContactQuery<Row>,
  column: 's.closeness' | 's.calibre',
  { from, to }: Range = {},
): ContactQuery<Row> =>
  query
    .$if(from !== undefined, (narrowed) => narrowed.where(column, '>=', from ?? 0))
    .$if(to !== undefined, (narrowed) => narrowed.where(column, '<=', to ?? 1))

/** Narrows a query of contacts to those that a filter lets through. */
export function filtered<Row>(
  backend: Backend,
  query: ContactQuery<Row>,
  { closeness, calibre, calibreKnown, organisation, channel, dormant, among }: PeopleFilter,
): ContactQuery<Row> {
  let narrowed = within(within(query, 's.closeness', closeness), 's.calibre', calibre)
  if (calibreKnown !== undefined) narrowed = narrowed.where('s.calibre', calibreKnown ? 'is not' : 'is', null)
  if (organisation !== undefined) narrowed = narrowed.where('p.organisation', '=', organisation)
  if (channel !== undefined)
    narrowed = narrowed.where(sql<boolean>`s.channels & ${sql.lit(2 ** channelCode(channel))} <> 0`)
  if (dormant !== undefined)
    narrowed = narrowed.where((eb) => {
      const is = eb.and([eb('s.trust', '>=', DORMANT_TRUST), eb('s.closeness', '<', DORMANT_CLOSENESS)])
      return dormant ? is : eb.not(is)
    })
  if (among !== undefined) narrowed = narrowed.where('s.person_id', 'in', backend.listOf(among))
  return narrowed
}
