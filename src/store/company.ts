import { sql } from 'kysely'
import { personId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import type { IdentityStore } from './identity-store.ts'
import { numbersOf } from './ledger-columns.ts'

/** Ids in one list of a query: more make the list itself the work. */
const MAX_IDS = 5_000
/** Interactions looked at in all; a directory with more questions than that has other evidence. */
const MAX_INTERACTIONS = 100_000
/** Whoever is there with more people than this is in nobody's company in particular. */
const LARGE = 20

export const companyPart = (backend: Backend): Pick<IdentityStore, 'companyOf' | 'bulkOnly'> => ({
  async companyOf(owner, people) {
    const interactions = new Set<number>()
    // Their identities first: joined in one query, SQLite would look through all participants once an identity.
    const identities = await backend.db
      .selectFrom('identities')
      .select('identity_id')
      .where('person_id', 'in', backend.listOf([...people]))
      .execute()
    const taken = backend.db
      .selectFrom('participants as p')
      .select('p.interaction_id')
      .distinct()
      .where('p.owner_id', '=', owner)
      .where('p.identity_id', 'in', backend.listOf(identities.map((one) => one.identity_id)))
      .orderBy('p.interaction_id', 'desc')
      .limit(MAX_INTERACTIONS)
    await backend.scan(taken.compile(), ([id]) => {
      interactions.add(Number(id))
    })
    const ids = [...interactions]
    const groups: number[][] = []
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      const byKey = sql`p.interaction_id`
      const lists = await backend.db
        .selectFrom('participants as p')
        .innerJoin('interactions as x', (on) =>
          on.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.interaction_id', '=', 'p.interaction_id'),
        )
        .select([
          backend.joined(sql`p.interaction_id`, byKey).as('of'),
          backend.joined(sql`p.identity_id`, byKey).as('identities'),
        ])
        .where('p.owner_id', '=', owner)
        .where('p.interaction_id', 'in', backend.listOf(ids.slice(start, start + MAX_IDS)))
        .where('x.bulk', '=', 0)
        .executeTakeFirstOrThrow()
      const of = numbersOf(lists.of)
      for (const [i, identity] of numbersOf(lists.identities).entries()) {
        if (i === 0 || of[i] !== of[i - 1]) groups.push([])
        groups.at(-1)!.push(identity)
      }
    }
    return groups.filter((group) => group.length <= LARGE)
  },

  async bulkOnly(owner, people) {
    const list = backend.listOf([...people])
    const senders = await backend.db
      .selectFrom('touchpoints')
      .select('person_id')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', list)
      .groupBy('person_id')
      .having((eb) => eb.fn.min('bulk'), '=', 1)
      .execute()
    const declared = await backend.db
      .selectFrom('declarations as d')
      .innerJoin('identities as i', (on) =>
        on.on((eb) =>
          eb.or([
            eb('i.identity_id', '=', eb.ref('d.from_identity_id')),
            eb('i.identity_id', '=', eb.ref('d.to_identity_id')),
          ]),
        ),
      )
      .select('i.person_id')
      .distinct()
      .where('d.owner_id', '=', owner)
      .where('i.person_id', 'in', list)
      .execute()
    const known = new Set(declared.map((row) => row.person_id))
    return new Set(
      senders
        .map((row) => row.person_id)
        .filter((id) => !known.has(id))
        .map(personId),
    )
  },
})
