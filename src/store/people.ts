import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { identityKinds } from '#core/model/identity.ts'
import { identityKey } from '#core/model/identity.ts'
import { linkedinIdentity, mailIdentity, nameKey, profileIdentity } from '#core/identity/normalise.ts'
import { personId } from '#core/model/ids.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { scoreRows } from './bulk-tables.ts'
import { keyHash } from './keys.ts'
import { lockOwner, meOf } from './owners.ts'
import { filtered } from './people-filter.ts'
import { scoreColumns } from './score-columns.ts'
import type { Tables } from './schema.ts'
import { searchPatterns } from './search.ts'
import { settle } from './standings.ts'
import type { PeopleQuery, PersonRow, Store } from './store.ts'

type Scored = Tables & { s: Tables['scores']; p: Tables['people'] }
type ContactQuery<Row> = SelectQueryBuilder<Scored, 's' | 'p', Row>

export const contactColumns = [
  's.person_id',
  'p.name',
  'p.organisation',
  'p.title',
  'p.industry',
  'p.place',
  's.closeness',
  's.trust',
  's.calibre',
  's.worth',
  's.contribution',
  's.interactions_out',
  's.interactions_in',
  's.interactions_together',
  's.last_ms',
  's.sought',
  's.seekers',
  's.sought_seekers',
  's.channels',
] as const

type ContactColumns = Omit<Tables['scores'], 'owner_id'> &
  Pick<Tables['people'], 'name' | 'organisation' | 'title' | 'industry' | 'place'>

export const contactFrom = (row: ContactColumns): PersonRow => ({
  personId: personId(row.person_id),
  name: row.name,
  organisation: row.organisation,
  title: row.title,
  industry: row.industry,
  place: row.place,
  closeness: row.closeness,
  trust: row.trust,
  calibre: row.calibre,
  worth: row.worth,
  contribution: row.contribution,
  interactionsOut: row.interactions_out,
  interactionsIn: row.interactions_in,
  interactionsTogether: row.interactions_together,
  lastAt: row.last_ms,
  channels: row.channels,
  sought:
    row.sought === null
      ? null
      : { level: row.sought, seekers: row.seekers ?? 0, soughtSeekers: row.sought_seekers ?? 0 },
})

export const peoplePart = (
  backend: Backend,
): Pick<
  Store,
  | 'findPeople'
  | 'people'
  | 'contacts'
  | 'inTouchSince'
  | 'personIds'
  | 'peopleFacets'
  | 'person'
  | 'saveScores'
> => {
  /** The owner's contacts: scored people, without the owner and without role addresses. */
  const contacts = async (owner: OwnerId): Promise<ContactQuery<object>> => {
    const me = await meOf(backend, owner)
    return backend.db
      .selectFrom('scores as s')
      .innerJoin('people as p', 'p.person_id', 's.person_id')
      .where('s.owner_id', '=', owner)
      .where('p.is_person', '=', 1)
      .$if(me !== null, (query) => query.where('s.person_id', '!=', me ?? 0))
  }

  return {
    async findPeople(owner, text, limit) {
      const base = await contacts(owner)
      const exact = await base
        .select(contactColumns)
        .where('s.person_id', 'in', (eb) =>
          eb
            .selectFrom('identities')
            .select('person_id')
            .where('key_hash', 'in', backend.listOf(possibleKeys(text).map(keyHash))),
        )
        .orderBy('s.person_id')
        .limit(limit)
        .execute()
      const patterns = searchPatterns(text)
      if (patterns === null || patterns.length === 0) return exact.map(contactFrom)
      const key = nameKey(text)
      const found = await matching(base, patterns)
        .select(contactColumns)
        // Who bears exactly this name comes first.
        .orderBy((eb) => eb.case().when('p.name_key', '=', key).then(0).else(1).end())
        .orderBy('s.worth', 'desc')
        .orderBy('s.closeness', 'desc')
        .orderBy('s.person_id')
        .limit(limit)
        .execute()
      const rows = new Map([...exact, ...found].map((row) => [row.person_id, row]))
      return [...rows.values()].slice(0, limit).map(contactFrom)
    },

    async people(owner, query) {
      const patterns = searchPatterns(query.search)
      if (patterns === null) return { total: 0, rows: [] }
      const found = filtered(backend, matching(await contacts(owner), patterns), query.filter ?? {})
      const { total } = await found
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await sorted(found.select(contactColumns), query)
        .limit(query.limit)
        .offset(query.offset)
        .execute()
      return { total, rows: rows.map(contactFrom) }
    },

    async contacts(owner) {
      const base = await contacts(owner)
      return (await base.select(contactColumns).orderBy('s.person_id').execute()).map(contactFrom)
    },

    async inTouchSince(owner, since, limit) {
      const base = await contacts(owner)
      const rows = await base
        .select('s.person_id')
        .where('s.last_ms', '>=', since)
        .orderBy('s.last_ms', 'desc')
        .orderBy('s.person_id')
        .limit(limit)
        .execute()
      return rows.map((row) => personId(row.person_id))
    },

    async personIds(owner, query) {
      const patterns = searchPatterns(query.search)
      if (patterns === null) return []
      const found = filtered(backend, matching(await contacts(owner), patterns), query.filter ?? {})
      const rows = await sorted(found.select('s.person_id'), query).execute()
      return rows.map((row) => personId(row.person_id))
    },

    async peopleFacets(owner, most) {
      const base = await contacts(owner)
      const organisations = await base
        .select(['p.organisation', ({ fn }) => fn.countAll<number>().as('people')])
        .where('p.organisation', 'is not', null)
        .groupBy('p.organisation')
        .orderBy('people', 'desc')
        .orderBy('p.organisation')
        .limit(most)
        .execute()
      const channels = await base
        .select(['s.channels', ({ fn }) => fn.countAll<number>().as('people')])
        .groupBy('s.channels')
        .execute()
      return {
        organisations: organisations.map(({ organisation, people }) => ({
          name: organisation ?? '',
          people,
        })),
        channels: channels.map(({ channels: bits, people }) => ({ channels: bits, people })),
      }
    },

    async person(owner, person) {
      const base = await contacts(owner)
      const row = await base.select(contactColumns).where('s.person_id', '=', person).executeTakeFirst()
      return row === undefined ? null : contactFrom(row)
    },

    saveScores: (owner, at, scores, { seenChanges, summary, standing } = {}) =>
      backend.write(async (tx) => {
        const { changes } = await lockOwner(backend, tx, owner)
        await tx.deleteFrom('scores').where('owner_id', '=', owner).execute()
        await backend.insert(tx, scoreRows, scoreColumns(scoreRows, owner, scores))
        await tx
          .updateTable('owners')
          .set({
            scored_at_ms: at,
            scored_changes: seenChanges ?? changes,
            score_summary: summary === undefined ? null : JSON.stringify(summary),
          })
          .where('owner_id', '=', owner)
          .execute()
        await settle(backend, tx, owner, seenChanges ?? changes, standing ?? null)
      }),
  }
}

/** The keys under which somebody may be known who is written like this. */
export function possibleKeys(text: string): string[] {
  const word = text.trim()
  const recognised = [mailIdentity(word), linkedinIdentity(word), profileIdentity(word)].filter(
    (one) => one !== null,
  )
  const asWritten = [word, word.toLowerCase()].flatMap((value) =>
    identityKinds.map((kind) => ({ kind, value })),
  )
  return [word, ...[...recognised, ...asWritten].map(identityKey)]
}

const matching = (query: ContactQuery<object>, patterns: readonly string[]): ContactQuery<object> =>
  patterns.reduce((narrowed, pattern) => narrowed.where('p.search_text', 'like', pattern), query)

/** Best, newest or A first; reversed on demand; unknown last either way, and equal ones always in the same order. */
function sorted<Row>(
  query: ContactQuery<Row>,
  { sort, reverse }: Pick<PeopleQuery, 'sort' | 'reverse'>,
): ContactQuery<Row> {
  if (sort === 'name') {
    const nameless = (eb: ExpressionBuilder<Scored, 's' | 'p'>) =>
      eb.case().when('p.name_key', '=', '').then(1).else(0).end()
    return query
      .orderBy(nameless)
      .orderBy('p.name_key', reverse ? 'desc' : 'asc')
      .orderBy('s.person_id')
  }
  const column = sort === 'recent' ? 's.last_ms' : (`s.${sort}` as const)
  return (
    query
      .orderBy(column, (order) => (reverse ? order.asc() : order.desc()).nullsLast())
      // Where a goal is as good as reached, nothing hangs on anybody: then who brings most.
      .$if(sort === 'worth', (same) => same.orderBy('s.contribution', reverse ? 'asc' : 'desc'))
      .orderBy('s.person_id')
  )
}
