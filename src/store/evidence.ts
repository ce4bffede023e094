import { personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { SeekingPairs } from '#core/calibre/seeking-pairs.ts'
import type { Backend } from './backend.ts'
import { meOf } from './owners.ts'
import type { Store } from './store.ts'

const someone = (identity: number | null, person: number | null): PersonId | 'owner' =>
  identity === null || person === null ? 'owner' : personId(person)

export const evidencePart = (
  backend: Backend,
): Pick<Store, 'attention' | 'endorsements' | 'declarations'> => ({
  async attention(before) {
    const personOf = await peopleOfIdentities(backend)
    const pairs = new SeekingPairs()
    let owner = -1
    let interaction = -1
    let group: { readonly person: number; readonly role: number }[] = []
    const query = backend.db
      .selectFrom('participants as p')
      .innerJoin('interactions as x', (on) =>
        on.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.interaction_id', '=', 'p.interaction_id'),
      )
      .select(['p.owner_id', 'p.interaction_id', 'p.identity_id', 'p.role'])
      .where('x.bulk', '=', 0)
      .where('x.occurred_ms', '<', before)
      .orderBy('p.owner_id')
      .orderBy('p.interaction_id')
    await backend.scan(query.compile(), ([of, id, identity, role]) => {
      if (id !== interaction || of !== owner) {
        pairs.add(group)
        group = []
        interaction = Number(id)
        owner = Number(of)
      }
      const person = personOf.get(Number(identity))
      if (person !== undefined) group.push({ person, role: Number(role) })
    })
    pairs.add(group)
    return pairs.columns()
  },

  async endorsements(owner, person) {
    const me = await meOf(backend, owner)
    const rows = await backend.db
      .selectFrom('endorsements as e')
      .leftJoin('identities as f', 'f.identity_id', 'e.from_identity_id')
      .leftJoin('identities as t', 't.identity_id', 'e.to_identity_id')
      .select(['e.kind', 'e.topic', 'e.at_ms', 'e.from_identity_id', 'e.to_identity_id'])
      .select(['f.person_id as from_person', 't.person_id as to_person'])
      .where('e.owner_id', '=', owner)
      .$if(person !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('f.person_id', '=', person ?? null),
            eb('t.person_id', '=', person ?? null),
            ...(person === me
              ? [eb('e.from_identity_id', 'is', null), eb('e.to_identity_id', 'is', null)]
              : []),
          ]),
        ),
      )
      .orderBy('e.key_hash')
      .execute()
    return rows.map((row) => ({
      kind: row.kind,
      from: someone(row.from_identity_id, row.from_person),
      to: someone(row.to_identity_id, row.to_person),
      topic: row.topic,
      at: row.at_ms,
    }))
  },

  async declarations(owner, person) {
    const me = await meOf(backend, owner)
    const rows = await backend.db
      .selectFrom('declarations as d')
      .leftJoin('identities as f', 'f.identity_id', 'd.from_identity_id')
      .leftJoin('identities as t', 't.identity_id', 'd.to_identity_id')
      .select(['d.kind', 'd.at_ms', 'd.from_identity_id', 'd.to_identity_id'])
      .select(['f.person_id as from_person', 't.person_id as to_person'])
      .where('d.owner_id', '=', owner)
      .$if(person !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('f.person_id', '=', person ?? null),
            eb('t.person_id', '=', person ?? null),
            ...(person === me
              ? [eb('d.from_identity_id', 'is', null), eb('d.to_identity_id', 'is', null)]
              : []),
          ]),
        ),
      )
      .orderBy('d.key_hash')
      .execute()
    return rows.map((row) => ({
      kind: row.kind,
      from: someone(row.from_identity_id, row.from_person),
      to: someone(row.to_identity_id, row.to_person),
      at: row.at_ms,
    }))
  },
})

/** Whom an identity stands for; role addresses and machines stand for nobody. */
export async function peopleOfIdentities(backend: Backend): Promise<ReadonlyMap<number, number>> {
  const people = new Map<number, number>()
  const query = backend.db
    .selectFrom('identities as i')
    .innerJoin('people as p', 'p.person_id', 'i.person_id')
    .select(['i.identity_id', 'i.person_id'])
    .where('p.is_person', '=', 1)
  await backend.scan(query.compile(), ([identity, person]) => {
    people.set(Number(identity), Number(person))
  })
  return people
}
