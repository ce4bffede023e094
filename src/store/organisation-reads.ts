import { sql } from 'kysely'
import { personId } from '#core/model/ids.ts'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keyHash } from './keys.ts'
import type {
  OrganisationQuery,
  OrganisationRow,
  OrganisationSort,
  OrganisationsStore,
  PositionChangeRow,
  PositionRow,
} from './organisations-store.ts'
import { meOf } from './owners.ts'
import { contactColumns, contactFrom } from './people.ts'
import type { Tables } from './schema.ts'
import { searchPatterns } from './search.ts'

type Counted = {
  readonly organisation_id: number
  readonly name: string
  readonly names: string
  readonly domains: string
  readonly people: number
  readonly former: number
  readonly reach: number
  readonly trust: number | null
}

const list = (json: string): readonly string[] => JSON.parse(json) as readonly string[]

const organisationFrom = (row: Counted): OrganisationRow => ({
  organisationId: row.organisation_id,
  name: row.name,
  names: list(row.names),
  domains: list(row.domains),
  people: row.people,
  former: row.former,
  reach: row.reach,
  trust: row.trust,
})

const positionFrom = (row: Tables['positions'] & { readonly name: string | null }): PositionRow => ({
  organisation: row.organisation_id,
  name: row.name,
  title: row.title,
  startedAt: row.started_ms,
  endedAt: row.ended_ms,
  firstAt: row.first_ms,
  lastAt: row.last_ms,
  current: row.is_current === 1,
  sources: list(row.sources),
})

const order: Readonly<Record<OrganisationSort, ReturnType<typeof sql>>> = {
  people: sql`people desc, reach desc, o.name_key, o.organisation_id`,
  reach: sql`reach desc, people desc, o.name_key, o.organisation_id`,
  trust: sql`trust desc nulls last, people desc, o.name_key, o.organisation_id`,
  name: sql`o.name_key, o.organisation_id`,
}

/** What is read of organisations, positions and moves. */
export const organisationReads = (
  backend: Backend,
): Omit<OrganisationsStore, 'positionFacts' | 'organisationsVersion' | 'saveOrganisations'> => {
  /** Each contact of the owner once at each organisation: now, where one of their positions there is current. */
  const counted = async (owner: OwnerId) => {
    const me = (await meOf(backend, owner)) ?? 0
    return sql`
      select h.organisation_id, sum(h.here) as people, count(*) - sum(h.here) as former,
        sum(case when h.here = 1 then h.closeness else 0e0 end) as reach,
        max(case when h.here = 1 then h.trust end) as trust
      from (
        select s.owner_id, p.organisation_id, p.person_id, max(p.is_current) as here,
          max(s.closeness) as closeness, max(s.trust) as trust
        from scores s
        join people e on e.person_id = s.person_id and e.is_person = 1
        join positions p on p.person_id = s.person_id and p.organisation_id is not null
        where s.owner_id = ${owner} and s.person_id <> ${me}
        group by s.owner_id, p.organisation_id, p.person_id
      ) h
      group by h.organisation_id`
  }

  return {
    async organisations(owner, query: OrganisationQuery) {
      const patterns = searchPatterns(query.search)
      if (patterns === null) return { total: 0, rows: [] }
      const matching =
        patterns.length === 0
          ? sql`true`
          : sql.join(
              patterns.map((pattern) => sql`o.search_text like ${pattern}`),
              sql` and `,
            )
      const from = sql`from (${await counted(owner)}) c join organisations o on o.organisation_id = c.organisation_id where ${matching}`
      const total = await sql<{ total: number }>`select count(*) as total ${from}`.execute(backend.db)
      const found = await sql<Counted>`
        select o.organisation_id, o.name, o.names, o.domains, c.people, c.former, c.reach, c.trust ${from}
        order by ${order[query.sort]} limit ${query.limit} offset ${query.offset}`.execute(backend.db)
      return { total: total.rows[0]?.total ?? 0, rows: found.rows.map(organisationFrom) }
    },

    async organisation(owner, id) {
      const found = await sql<Counted>`
        select o.organisation_id, o.name, o.names, o.domains, coalesce(c.people, 0) as people,
          coalesce(c.former, 0) as former, coalesce(c.reach, 0e0) as reach, c.trust
        from organisations o left join (${await counted(owner)}) c on o.organisation_id = c.organisation_id
        where o.organisation_id = ${id}`.execute(backend.db)
      return found.rows[0] === undefined ? null : organisationFrom(found.rows[0])
    },

    async organisationOfKeys(keys) {
      const row = await backend.db
        .selectFrom('organisation_keys')
        .select('organisation_id')
        .where('key_hash', 'in', backend.listOf(keys.map(keyHash)))
        .orderBy('organisation_id')
        .executeTakeFirst()
      return row?.organisation_id ?? null
    },

    async peopleAt(owner, id, limit) {
      const me = await meOf(backend, owner)
      const rows = await backend.db
        .selectFrom('scores as s')
        .innerJoin('people as p', 'p.person_id', 's.person_id')
        .innerJoin('positions as q', 'q.person_id', 's.person_id')
        .innerJoin('organisations as o', 'o.organisation_id', 'q.organisation_id')
        .select(contactColumns)
        .select(['q.place', 'q.organisation_id', 'q.title as position_title', 'q.started_ms', 'q.ended_ms'])
        .select([
          'q.first_ms',
          'q.last_ms as said_ms',
          'q.is_current',
          'q.sources',
          'o.name as organisation_name',
        ])
        .where('s.owner_id', '=', owner)
        .where('q.organisation_id', '=', id)
        .where('p.is_person', '=', 1)
        .$if(me !== null, (query) => query.where('s.person_id', '!=', me ?? 0))
        .orderBy('q.is_current', 'desc')
        .orderBy('s.closeness', 'desc')
        .orderBy('s.trust', 'desc')
        .orderBy('s.person_id')
        .orderBy('q.place')
        .execute()
      // Several positions at one organisation: the first, which is the most current, stands for the person.
      const first = new Map(rows.toReversed().map((row) => [row.person_id, row]))
      return rows
        .filter((row) => first.get(row.person_id) === row)
        .slice(0, limit)
        .map((row) => ({
          person: contactFrom(row),
          position: positionFrom({
            ...row,
            name: row.organisation_name,
            title: row.position_title,
            last_ms: row.said_ms,
          }),
        }))
    },

    async positions(person) {
      const rows = await backend.db
        .selectFrom('positions as p')
        .leftJoin('organisations as o', 'o.organisation_id', 'p.organisation_id')
        .selectAll('p')
        .select('o.name')
        .where('p.person_id', '=', person)
        .orderBy('p.place')
        .execute()
      return rows.map(positionFrom)
    },

    async positionChanges(owner, since, person) {
      const me = await meOf(backend, owner)
      const rows = await backend.db
        .selectFrom('scores as s')
        .innerJoin('people as p', 'p.person_id', 's.person_id')
        .innerJoin('position_changes as c', 'c.person_id', 's.person_id')
        .leftJoin('organisations as f', 'f.organisation_id', 'c.from_organisation_id')
        .leftJoin('organisations as t', 't.organisation_id', 'c.to_organisation_id')
        .selectAll('c')
        .select(['f.name as from_name', 't.name as to_name'])
        .where('s.owner_id', '=', owner)
        .where('p.is_person', '=', 1)
        .where('c.noticed_ms', '>=', since)
        .$if(me !== null, (query) => query.where('s.person_id', '!=', me ?? 0))
        .$if(person !== undefined, (query) => query.where('s.person_id', '=', person ?? 0))
        .orderBy('c.noticed_ms', 'desc')
        .orderBy('s.worth', 'desc')
        .orderBy('c.person_id')
        .orderBy('c.change_id')
        .execute()
      return rows.map((row): PositionChangeRow => ({
        personId: personId(row.person_id),
        changeId: row.change_id,
        kind: row.kind === 'title' ? 'title' : 'organisation',
        from: { organisation: row.from_organisation_id, name: row.from_name, title: row.from_title },
        to: { organisation: row.to_organisation_id, name: row.to_name, title: row.to_title },
        noticedAt: row.noticed_ms,
        lastBeforeAt: row.last_before_ms,
        source: row.source,
      }))
    },
  }
}
