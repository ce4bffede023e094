import { type IdentityEdit, replayEdits } from '#core/identity/edits.ts'
import { KithError } from '#core/model/errors.ts'
import { identityId, type IdentityId, type OwnerId, personId, type PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { kindOf, numbersIn, rowIn } from './edit-rows.ts'
import type { Held } from './identity-edits.ts'
import type { Edited } from './identity-store.ts'
import { isStandIn, moveIdentities } from './move-identities.ts'
import type { Tx } from './owners.ts'
import { dropVerdicts, writeVerdicts } from './verdicts.ts'

/**
 * Takes an edit back: all edits that are connected with it are done again without it, and what it said of who is one
 * person is said otherwise.
 * @throws KithError 'not-found' for no edit; 'conflict' for one that is taken back already
 */
export async function undoEdit(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  editId: number,
  at: number,
): Promise<Edited> {
  const target = await tx
    .selectFrom('identity_edits')
    .selectAll()
    .where('edit_id', '=', editId)
    .executeTakeFirst()
  if (target === undefined)
    throw new KithError('not-found', `There is no edit ${editId}; kith journal lists those there are.`)
  if (target.undone_ms !== null) throw new KithError('conflict', `Edit ${editId} is taken back already.`)
  await tx.updateTable('identity_edits').set({ undone_ms: at }).where('edit_id', '=', editId).execute()
  const edits = await connected(backend, tx, [target.kept_person_id, target.gone_person_id])
  const everybody = [...new Set(edits.flatMap((edit) => [edit.kept_person_id, edit.gone_person_id]))]
  const held = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id', 'key_hash', 'kind', 'value'])
    .where('person_id', 'in', backend.listOf(everybody))
    .execute()
  const { to, me } = replayed(edits, held, await ownersAmong(tx, everybody))
  const rows = new Map(
    edits.flatMap((edit) =>
      edit.gone_row === null ? [] : [[edit.gone_person_id, rowIn(edit.gone_row)] as const],
    ),
  )
  const { changed, people } = await moveIdentities(backend, tx, { to, rows, me })
  await dropVerdicts(tx, editId)
  await sayOtherwise(backend, tx, target, held, to)
  return { editId, people: people.map(personId), changedInteractions: changed.get(owner) ?? [] }
}

type HeldBy = Held & { readonly person_id: number }
type OwnerRow = { readonly owner_id: number; readonly me_person_id: number }

/** Owners who are one of these people. */
async function ownersAmong(tx: Tx, people: readonly number[]): Promise<OwnerRow[]> {
  const rows = await tx.selectFrom('owners').select(['owner_id', 'me_person_id']).execute()
  return rows.flatMap(({ owner_id, me_person_id }) =>
    me_person_id !== null && people.includes(me_person_id) ? [{ owner_id, me_person_id }] : [],
  )
}

/** Whom each identity belongs to once the edits are done again, and who each owner is then. */
function replayed(
  edits: readonly StoredRow[],
  held: readonly HeldBy[],
  owners: readonly OwnerRow[],
): { readonly to: ReadonlyMap<number, number>; readonly me: ReadonlyMap<number, number> } {
  const present = new Map(
    held
      .filter((row) => !isStandIn(row))
      .map((row): [IdentityId, PersonId] => [identityId(row.identity_id), personId(row.person_id)]),
  )
  // Who an owner is goes along with merges, and stays where it is in splits: as an identity of its own would.
  for (const { owner_id, me_person_id } of owners) present.set(markerOf(owner_id), personId(me_person_id))
  const to = new Map<number, number>(replayEdits(edits.map(editFrom), present))
  const me = new Map<number, number>()
  for (const { owner_id } of owners) {
    const marker = markerOf(owner_id)
    const person = to.get(marker)
    to.delete(marker)
    const standIn = held.find((row) => isStandIn(row) && row.value === `kith:owner-${owner_id}`)
    if (person === undefined) continue
    if (standIn !== undefined) to.set(standIn.identity_id, person)
    if ([...to.values()].includes(person)) me.set(owner_id, person)
  }
  return { to, me }
}

/** Keeps what an undone edit means from now on: a verdict on those it joined or parted. */
async function sayOtherwise(
  backend: Backend,
  tx: Tx,
  undone: StoredRow & { readonly made_by: string },
  held: readonly HeldBy[],
  after: ReadonlyMap<number, number>,
): Promise<void> {
  const moved = new Set(numbersIn(undone.moved))
  const apart = held.filter((row) => moved.has(row.identity_id))
  const rest = held.filter((row) => !moved.has(row.identity_id))
  if (undone.kind === 'split' && undone.made_by !== 'user') {
    // What kith parted by itself stays one person now.
    const others = rest.filter((row) => after.get(row.identity_id) === undone.kept_person_id)
    await writeVerdicts(backend, tx, apart, others, 'same', undone.edit_id)
  }
  if (undone.kind === 'merge') {
    const others = rest.filter((row) => row.person_id === apart[0]?.person_id)
    await writeVerdicts(
      backend,
      tx,
      apart,
      others,
      undone.made_by === 'user' ? 'ask' : 'apart',
      undone.edit_id,
    )
  }
}

/** All edits that touch these people, directly or through one another, by ascending id. */
async function connected(backend: Backend, tx: Tx, start: readonly number[]): Promise<StoredRow[]> {
  const people = new Set<number>(start)
  for (;;) {
    const list = backend.listOf([...people])
    const edits = await tx
      .selectFrom('identity_edits')
      .selectAll()
      .where((eb) => eb.or([eb('kept_person_id', 'in', list), eb('gone_person_id', 'in', list)]))
      .orderBy('edit_id')
      .execute()
    const size = people.size
    for (const edit of edits) people.add(edit.kept_person_id).add(edit.gone_person_id)
    if (people.size === size) return edits
  }
}

type StoredRow = {
  readonly edit_id: number
  readonly kind: string
  readonly kept_person_id: number
  readonly gone_person_id: number
  readonly moved: string
  readonly undone_ms: number | null
  readonly gone_row: string | null
  readonly me_of: string
}

const editFrom = (row: StoredRow): IdentityEdit => {
  const kind = kindOf(row.kind)
  const [from, to] =
    kind === 'split' ? [row.kept_person_id, row.gone_person_id] : [row.gone_person_id, row.kept_person_id]
  return {
    id: row.edit_id,
    kind,
    from: personId(from),
    to: personId(to),
    moved: [
      ...numbersIn(row.moved).map(identityId),
      ...(kind === 'merge' ? numbersIn(row.me_of).map(markerOf) : []),
    ],
    undone: row.undone_ms !== null,
  }
}

/** Stands for who an owner is among the identities of a replay. */
const markerOf = (owner: number): IdentityId => identityId(-owner)
