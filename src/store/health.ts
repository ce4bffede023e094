import { sql } from 'kysely'
import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { schemaVersion } from './migrate.ts'
import { meOf } from './owners.ts'
import type { Store } from './store.ts'

/** What must hold between tables that no foreign key watches over: a count of the rows that break it. */
const rules = [
  {
    broken: sql`select count(*) as rows from participants p where not exists (select 1 from interactions x
      where x.owner_id = p.owner_id and x.interaction_id = p.interaction_id)`,
    tell: (rows: number) => `${rows} participants belong to no interaction.`,
  },
  {
    broken: sql`select count(*) as rows from touchpoints t where not exists (select 1 from interactions x
      where x.owner_id = t.owner_id and x.interaction_id = t.interaction_id and x.occurred_ms = t.occurred_ms)`,
    tell: (rows: number) => `${rows} touchpoints belong to no interaction of their time.`,
  },
  {
    broken: sql`select count(*) as rows from (select distinct owner_id, person_id from touchpoints) t
      where not exists (select 1 from people p where p.person_id = t.person_id)`,
    tell: (rows: number) => `${rows} ties lead to people who are not there.`,
  },
  {
    broken: sql`select count(*) as rows from (select distinct owner_id, identity_id from participants) t
      where not exists (select 1 from identities i where i.identity_id = t.identity_id)`,
    tell: (rows: number) => `${rows} participants have identities that are not there.`,
  },
  {
    broken: sql`select count(*) as rows from owners o
      where o.interactions <> (select count(*) from interactions x where x.owner_id = o.owner_id)`,
    tell: (rows: number) => `The number of interactions is wrong for ${rows} owners.`,
  },
] as const

async function rowsOf(
  backend: Backend,
  table: 'touchpoints' | 'declarations' | 'endorsements',
  owner: OwnerId,
): Promise<number> {
  const { count } = await backend.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  return count
}

export const healthPart = (
  backend: Backend,
): Pick<Store, 'counts' | 'health' | 'stamp' | 'touchpointCount'> => ({
  stamp: () => backend.stamp(),

  touchpointCount: (owner) => rowsOf(backend, 'touchpoints', owner),

  async counts(owner) {
    const me = await meOf(backend, owner)
    const { people } = await backend.db
      .selectFrom('people')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .where('is_person', '=', 1)
      .$if(me !== null, (query) => query.where('person_id', '!=', me ?? 0))
      .executeTakeFirstOrThrow()
    const { identities } = await backend.db
      .selectFrom('identities')
      .select(({ fn }) => fn.countAll<number>().as('identities'))
      .executeTakeFirstOrThrow()
    const extent = await backend.db
      .selectFrom('owners')
      .select(['interactions', 'first_ms', 'last_ms'])
      .where('owner_id', '=', owner)
      .executeTakeFirst()
    return {
      people,
      identities,
      interactions: extent?.interactions ?? 0,
      declarations: await rowsOf(backend, 'declarations', owner),
      endorsements: await rowsOf(backend, 'endorsements', owner),
      firstAt: extent?.first_ms ?? null,
      lastAt: extent?.last_ms ?? null,
    }
  },

  async health() {
    const problems = [...(await backend.checkFiles())]
    for (const { broken, tell } of rules) {
      const { rows } = await sql<{ rows: number }>`${broken}`.execute(backend.db)
      const count = rows[0]?.rows ?? 0
      if (count > 0) problems.push(tell(count))
    }
    return {
      ok: problems.length === 0,
      engine: await backend.engine(),
      schemaVersion: await schemaVersion(backend, backend.db),
      sizeBytes: await backend.sizeBytes(),
      problems,
    }
  },
})
