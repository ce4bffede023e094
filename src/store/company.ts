import type { Backend } from './backend.ts'
import type { IdentityStore } from './identity-store.ts'

/** Ids in one list of a query: more make the list itself the work. */
const MAX_IDS = 5_000
/** Interactions looked at in all; a directory with more questions than that has other evidence. */
const MAX_INTERACTIONS = 100_000
/** Whoever is there with more people than this is in nobody's company in particular. */
const LARGE = 20

export const companyPart = (backend: Backend): Pick<IdentityStore, 'companyOf'> => ({
  async companyOf(owner, people) {
    const interactions = new Set<number>()
    const taken = backend.db
      .selectFrom('participants as p')
      .innerJoin('identities as i', 'i.identity_id', 'p.identity_id')
      .select('p.interaction_id')
      .distinct()
      .where('p.owner_id', '=', owner)
      .where('i.person_id', 'in', backend.listOf([...people]))
      .orderBy('p.interaction_id', 'desc')
      .limit(MAX_INTERACTIONS)
    await backend.scan(taken.compile(), ([id]) => {
      interactions.add(Number(id))
    })
    const ids = [...interactions]
    const groups: number[][] = []
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      let current = -1
      const query = backend.db
        .selectFrom('participants as p')
        .innerJoin('identities as i', 'i.identity_id', 'p.identity_id')
        .innerJoin('interactions as x', (on) =>
          on.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.interaction_id', '=', 'p.interaction_id'),
        )
        .select(['p.interaction_id', 'i.person_id'])
        .where('p.owner_id', '=', owner)
        .where('p.interaction_id', 'in', backend.listOf(ids.slice(start, start + MAX_IDS)))
        .where('x.bulk', '=', 0)
        .orderBy('p.interaction_id')
      await backend.scan(query.compile(), ([id, person]) => {
        if (id !== current) groups.push([])
        current = Number(id)
        groups.at(-1)!.push(Number(person))
      })
    }
    return groups.filter((group) => group.length <= LARGE)
  },
})
