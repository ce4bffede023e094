import { sql } from 'kysely'
import { personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { meOf } from './owners.ts'
import { seekingBefore } from './seeking.ts'
import type { Store } from './store.ts'

const someone = (identity: number | null, person: number | null): PersonId | 'owner' =>
  identity === null || person === null ? 'owner' : personId(person)

/** Rows that somebody is at either end of, the ends joined as `f` and `t`; no identity is the owner's. */
const atEitherEnd = (person: PersonId | undefined, me: PersonId | null) =>
  sql<boolean>`(f.person_id = ${person} or t.person_id = ${person}${
    person === me ? sql` or f.identity_id is null or t.identity_id is null` : sql``
  })`

export const evidencePart = (
  backend: Backend,
): Pick<Store, 'attention' | 'endorsements' | 'declarations'> => ({
  attention: (before) => seekingBefore(backend, before),

  async endorsements(owner, person) {
    const me = await meOf(backend, owner)
    const rows = await backend.db
      .selectFrom('endorsements as e')
      .leftJoin('identities as f', 'f.identity_id', 'e.from_identity_id')
      .leftJoin('identities as t', 't.identity_id', 'e.to_identity_id')
      .select(['e.kind', 'e.topic', 'e.at_ms', 'e.from_identity_id', 'e.to_identity_id'])
      .select(['f.person_id as from_person', 't.person_id as to_person'])
      .where('e.owner_id', '=', owner)
      .$if(person !== undefined, (query) => query.where(atEitherEnd(person, me)))
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
      .$if(person !== undefined, (query) => query.where(atEitherEnd(person, me)))
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
