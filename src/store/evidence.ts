import { personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { BULK_AUDIENCE, roleCode } from '#core/model/interaction.ts'
import type { Role } from '#core/model/interaction.ts'
import type { Backend } from './backend.ts'
import { meOf } from './owners.ts'
import type { Store } from './store.ts'

const codes = (...roles: readonly Role[]): ReadonlySet<number> => new Set(roles.map(roleCode))
const authors = codes('from')
const addressees = codes('to', 'cc', 'bcc')
const present = codes('organiser', 'attendee')

const someone = (identity: number | null, person: number | null): PersonId | 'owner' =>
  identity === null || person === null ? 'owner' : personId(person)

export const evidencePart = (
  backend: Backend,
): Pick<Store, 'attention' | 'endorsements' | 'declarations'> => ({
  /** Authors to those they address; everybody at a meeting to everybody else there. */
  async attention() {
    const personOf = await peopleOfIdentities(backend)
    const pairs = new PersonPairs()
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
      .orderBy('p.owner_id')
      .orderBy('p.interaction_id')
    await backend.scan(query.compile(), ([of, id, identity, role]) => {
      if (id !== interaction || of !== owner) {
        pairs.addAll(group)
        group = []
        interaction = Number(id)
        owner = Number(of)
      }
      const person = personOf.get(Number(identity))
      if (person !== undefined) group.push({ person, role: Number(role) })
    })
    pairs.addAll(group)
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
async function peopleOfIdentities(backend: Backend): Promise<ReadonlyMap<number, number>> {
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

/** Ids below this make a pair that a number holds exactly. */
const MAX_ID = 2 ** 26

class PersonPairs {
  readonly #pairs = new Set<number>()

  #add(from: number, to: number): void {
    if (from !== to) this.#pairs.add(from * MAX_ID + to)
  }

  /** Adds the pairs of one interaction; what reaches many is bulk, marked or not. */
  addAll(group: readonly { readonly person: number; readonly role: number }[]): void {
    const reached = group.filter(({ role }) => addressees.has(role) || present.has(role))
    if (reached.length > BULK_AUDIENCE && new Set(reached.map(({ person }) => person)).size > BULK_AUDIENCE)
      return
    for (const one of group) {
      const others = authors.has(one.role) ? addressees : present.has(one.role) ? present : null
      if (others === null) continue
      for (const other of group) if (others.has(other.role)) this.#add(one.person, other.person)
    }
  }

  /** Ordered by who, then whom. */
  columns(): { readonly from: Int32Array; readonly to: Int32Array } {
    const sorted = Float64Array.from(this.#pairs).sort()
    return {
      from: Int32Array.from(sorted, (pair) => Math.floor(pair / MAX_ID)),
      to: Int32Array.from(sorted, (pair) => pair % MAX_ID),
    }
  }
}
