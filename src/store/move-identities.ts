import { sql } from 'kysely'
import { interactionId, ownerId } from '#core/model/ids.ts'
import type { InteractionId, OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { identityFrom } from './directory.ts'
import { dropTouchpoints } from './merge-people.ts'
import type { Tx } from './owners.ts'
import { forgetSeeking } from './seeking.ts'
import type { Tables } from './schema.ts'
import { searchLines } from './search.ts'

type PeopleRow = Tables['people']

export type Moves = {
  /** Whose these identities are to be: each becomes this person's. */
  readonly to: ReadonlyMap<number, number>
  /** Rows of people who come back, by person; whoever is new gets an empty one. */
  readonly rows: ReadonlyMap<number, PeopleRow>
  /** Who an owner is from now on, where that is said; otherwise they stay who they are, as far as that is possible. */
  readonly me: ReadonlyMap<number, number>
}

/** What stands for an owner in sources that do not name them; it is always with whom the owner is. */
export const isStandIn = ({ kind, value }: { readonly kind: string; readonly value: string }): boolean =>
  kind === 'handle' && value.startsWith('kith:owner-')

/**
 * Gives identities to other people: whoever is new is made, whoever has none left is removed, touchpoints of their
 * interactions are dropped to be derived anew. Needs the directory locked for changing. Returns the interactions that
 * wait, by owner, and the people whose identities changed and who are there.
 */
export async function moveIdentities(
  backend: Backend,
  tx: Tx,
  { to, rows, me }: Moves,
): Promise<{ readonly changed: ReadonlyMap<OwnerId, InteractionId[]>; readonly people: readonly number[] }> {
  const before = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id', 'kind', 'value'])
    .where('identity_id', 'in', backend.listOf([...to.keys()]))
    .orderBy('identity_id')
    .execute()
  const moving = before.filter((row) => to.get(row.identity_id) !== row.person_id)
  if (moving.length === 0) return { changed: new Map(), people: [] }
  const affected = [...new Set(moving.flatMap((row) => [row.person_id, to.get(row.identity_id)!]))]
  const owners = await tx.selectFrom('owners').select(['owner_id', 'me_person_id', 'interactions']).execute()
  const changed = new Map<OwnerId, InteractionId[]>()
  for (const { owner_id, me_person_id, interactions } of owners) {
    if (interactions === 0) continue
    const ids = await interactionsOf(
      backend,
      tx,
      owner_id,
      moving.map((row) => row.identity_id),
    )
    await dropTouchpoints(backend, tx, ownerId(owner_id), ids, me_person_id !== null)
    if (ids.length === 0) continue
    changed.set(ownerId(owner_id), ids)
    await forgetSeeking(tx, owner_id)
  }
  await makePeople(backend, tx, affected, rows)
  for (const [person, list] of Map.groupBy(moving, (row) => to.get(row.identity_id)!))
    await tx
      .updateTable('identities')
      .set({ person_id: person })
      .where('identity_id', 'in', backend.listOf(list.map((row) => row.identity_id)))
      .execute()
  for (const owner of owners) await settleOwner(backend, tx, owner, affected, moving, to, me)
  const people = await removeEmpty(backend, tx, affected)
  await describe(backend, tx, people)
  await tx
    .updateTable('owners')
    .set((is) => ({ changes: is('changes', '+', 1) }))
    .execute()
  return { changed, people }
}

async function interactionsOf(
  backend: Backend,
  tx: Tx,
  owner: number,
  identities: readonly number[],
): Promise<InteractionId[]> {
  const rows = await tx
    .selectFrom('participants')
    .select('interaction_id')
    .distinct()
    .where('owner_id', '=', owner)
    .where('identity_id', 'in', backend.listOf(identities))
    .orderBy('interaction_id')
    .execute()
  return rows.map((row) => interactionId(row.interaction_id))
}

async function makePeople(
  backend: Backend,
  tx: Tx,
  people: readonly number[],
  rows: ReadonlyMap<number, PeopleRow>,
): Promise<void> {
  const there = await tx
    .selectFrom('people')
    .select('person_id')
    .where('person_id', 'in', backend.listOf(people))
    .execute()
  const known = new Set(there.map((row) => row.person_id))
  for (const person of people) {
    if (known.has(person)) continue
    const row = rows.get(person) ?? {
      person_id: person,
      name: '',
      name_key: '',
      organisation: null,
      title: null,
      industry: null,
      place: null,
      is_person: 1,
      search_text: '',
    }
    await tx.insertInto('people').values(row).execute()
  }
}

type Owner = Pick<Tables['owners'], 'owner_id' | 'me_person_id'>
type Moving = Pick<Tables['identities'], 'identity_id' | 'person_id' | 'kind' | 'value'>

/** Who an owner is after the move, and what stands for them goes with them. */
async function settleOwner(
  backend: Backend,
  tx: Tx,
  owner: Owner,
  affected: readonly number[],
  moving: readonly Moving[],
  to: ReadonlyMap<number, number>,
  said: ReadonlyMap<number, number>,
): Promise<void> {
  const was = owner.me_person_id
  if (was === null || (!affected.includes(was) && !said.has(owner.owner_id))) return
  const left = await tx
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('person_id', '=', was)
    .execute()
  const remains = left.some((row) => !isStandIn(row))
  const went = moving.find((row) => row.person_id === was && !isStandIn(row))
  const wanted = said.get(owner.owner_id)
  const me = wanted ?? (remains || went === undefined ? was : to.get(went.identity_id)!)
  if (me !== was) {
    const standIns = await tx
      .selectFrom('identities')
      .select(['identity_id', 'kind', 'value'])
      .where('person_id', '=', was)
      .execute()
    await tx
      .updateTable('identities')
      .set({ person_id: me })
      .where(
        'identity_id',
        'in',
        backend.listOf(
          standIns
            .filter((row) => isStandIn(row) && row.value === `kith:owner-${owner.owner_id}`)
            .map((row) => row.identity_id),
        ),
      )
      .execute()
  }
  await tx
    .updateTable('owners')
    .set({ me_person_id: me, touchpoints_ready: 0 })
    .where('owner_id', '=', owner.owner_id)
    .execute()
  // The owner is nobody's contact.
  await tx.deleteFrom('scores').where('owner_id', '=', owner.owner_id).where('person_id', '=', me).execute()
}

/** Removes those of the people who have no identity left; returns the others. */
async function removeEmpty(backend: Backend, tx: Tx, people: readonly number[]): Promise<number[]> {
  const held = await tx
    .selectFrom('identities')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', backend.listOf(people))
    .execute()
  const alive = new Set(held.map((row) => row.person_id))
  const gone = people.filter((person) => !alive.has(person))
  if (gone.length > 0) {
    const list = backend.listOf(gone)
    await sql`delete from scores where (owner_id, person_id) in (
      select o.owner_id, p.person_id from owners o cross join people p where p.person_id in ${list})`.execute(
      tx,
    )
    await tx
      .deleteFrom('match_questions')
      .where((eb) => eb.or([eb('first_person_id', 'in', list), eb('second_person_id', 'in', list)]))
      .execute()
    await tx.deleteFrom('people').where('person_id', 'in', list).execute()
  }
  return people.filter((person) => alive.has(person))
}

/** What they are found by follows their identities; the rest of the profile is derived from the facts afterwards. */
async function describe(backend: Backend, tx: Tx, people: readonly number[]): Promise<void> {
  const rows = await tx
    .selectFrom('people')
    .select(['person_id', 'name', 'organisation', 'title'])
    .where('person_id', 'in', backend.listOf(people))
    .execute()
  for (const row of rows) {
    const identities = await tx
      .selectFrom('identities')
      .select(['kind', 'value'])
      .where('person_id', '=', row.person_id)
      .orderBy('identity_id')
      .execute()
    await tx
      .updateTable('people')
      .set({
        search_text: searchLines([row.name, row.organisation, row.title], identities.map(identityFrom)),
      })
      .where('person_id', '=', row.person_id)
      .execute()
  }
}
