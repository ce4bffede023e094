import type { EditKind } from '#core/identity/edits.ts'
import { KithError } from '#core/model/errors.ts'
import { identityId, type OwnerId, personId, type PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { identityFrom } from './directory.ts'
import { knownBy } from './edit-people.ts'
import { kindOf, makerOf, numbersIn, rowIn } from './edit-rows.ts'
import type { Edited, EditRow, IdentityStore, UserEdit } from './identity-store.ts'
import { setDirectoryVersion } from './ingest.ts'
import { mergePeople } from './merge-people.ts'
import { isStandIn, moveIdentities } from './move-identities.ts'
import { lockDirectory, lockOwner, nextId } from './owners.ts'
import type { Tx } from './owners.ts'
import type { Tables } from './schema.ts'
import { undoEdit } from './undo-edit.ts'
import { lastVerdicts, writeVerdicts } from './verdicts.ts'

type Part = Pick<IdentityStore, 'editIdentities' | 'undoEdit' | 'edits' | 'verdicts' | 'identityIdsOf'>

export const identityEditsPart = (backend: Backend): Part => ({
  editIdentities: (owner, edit, at) =>
    backend.write(async (tx) => {
      const version = await lockDirectory(backend, tx, true)
      await lockOwner(backend, tx, owner)
      const edited = await apply(backend, tx, owner, edit, at)
      if (edit.kind !== 'apart') await setDirectoryVersion(tx, version + 1)
      return edited
    }),

  undoEdit: (owner, editId, at) =>
    backend.write(async (tx) => {
      const version = await lockDirectory(backend, tx, true)
      await lockOwner(backend, tx, owner)
      const edited = await undoEdit(backend, tx, owner, editId, at)
      await setDirectoryVersion(tx, version + 1)
      return edited
    }),

  async edits({ person, limit, before }) {
    const rows = await backend.db
      .selectFrom('identity_edits as e')
      .leftJoin('people as k', 'k.person_id', 'e.kept_person_id')
      .leftJoin('people as g', 'g.person_id', 'e.gone_person_id')
      .select(['e.edit_id', 'e.kind', 'e.made_by', 'e.at_ms', 'e.undone_ms', 'e.reason', 'e.probability'])
      .select([
        'e.kept_person_id',
        'e.gone_person_id',
        'e.moved',
        'e.gone_row',
        'k.name as kept',
        'g.name as gone',
      ])
      .$if(person !== undefined, (some) =>
        some.where((eb) =>
          eb.or([eb('e.kept_person_id', '=', person ?? null!), eb('e.gone_person_id', '=', person ?? null!)]),
        ),
      )
      .$if(before !== undefined, (some) => some.where('e.edit_id', '<', before ?? 0))
      .orderBy('e.edit_id', 'desc')
      .limit(limit)
      .execute()
    const ids = rows.flatMap((row) => numbersIn(row.moved))
    const identities = await backend.db
      .selectFrom('identities')
      .select(['identity_id', 'kind', 'value'])
      .where('identity_id', 'in', backend.listOf(ids))
      .execute()
    const byId = new Map(identities.map((row) => [row.identity_id, identityFrom(row)]))
    const nameless = rows.flatMap((row) => [
      ...(row.kept === null ? [row.kept_person_id] : []),
      ...(row.gone === null && row.gone_row === null ? [row.gone_person_id] : []),
    ])
    const known = await knownBy(backend, [...new Set(nameless)])
    return rows.map((row): EditRow => ({
      editId: row.edit_id,
      kind: kindOf(row.kind),
      by: makerOf(row.made_by),
      at: row.at_ms,
      undoneAt: row.undone_ms,
      reason: row.reason,
      probability: row.probability,
      kept: personId(row.kept_person_id),
      gone: personId(row.gone_person_id),
      keptName: row.kept ?? known.get(row.kept_person_id)?.name ?? null,
      // What this edit brought is told beside it.
      keptBy: (known.get(row.kept_person_id)?.identities ?? []).filter(
        ({ kind, value }) =>
          !numbersIn(row.moved).some((id) => byId.get(id)?.kind === kind && byId.get(id)?.value === value),
      ),
      goneName:
        row.gone ??
        (row.gone_row === null ? (known.get(row.gone_person_id)?.name ?? null) : rowIn(row.gone_row).name),
      moved: numbersIn(row.moved).flatMap((id) => byId.get(id) ?? []),
    }))
  },

  verdicts: () => lastVerdicts(backend),

  async identityIdsOf(person) {
    const rows = await backend.db
      .selectFrom('identities')
      .select(['identity_id', 'kind', 'value'])
      .where('person_id', '=', person)
      .orderBy('kind')
      .orderBy('value')
      .execute()
    return rows.map((row) => ({ ...identityFrom(row), id: identityId(row.identity_id) }))
  },
})

async function apply(backend: Backend, tx: Tx, owner: OwnerId, edit: UserEdit, at: number): Promise<Edited> {
  if (edit.kind === 'merge') {
    const [kept, gone] = [await identitiesAt(tx, edit.kept), await identitiesAt(tx, edit.gone)]
    if (edit.kept === edit.gone) throw new KithError('conflict', 'These two are one person already.')
    const { changed, firstEdit } = await mergePeople(
      backend,
      tx,
      [{ kept: edit.kept, gone: edit.gone, reason: 'you said so', by: 'user', at }],
      null,
    )
    await writeVerdicts(backend, tx, kept, gone, 'same', firstEdit)
    return { editId: firstEdit, people: [edit.kept], changedInteractions: changed.get(owner) ?? [] }
  }
  if (edit.kind === 'apart') {
    const [first, second] = [await identitiesAt(tx, edit.first), await identitiesAt(tx, edit.second)]
    if (edit.first === edit.second)
      throw new KithError('conflict', 'These two are one person; split them instead.')
    const editId = await journal(tx, {
      ...edit,
      kind: 'apart',
      kept: edit.first,
      gone: edit.second,
      moved: [],
      at,
    })
    await writeVerdicts(backend, tx, first, second, 'apart', editId)
    await tx
      .deleteFrom('match_questions')
      .where('first_person_id', 'in', [edit.first, edit.second])
      .where('second_person_id', 'in', [edit.first, edit.second])
      .execute()
    return { editId, people: [], changedInteractions: [] }
  }
  const held = await identitiesAt(tx, edit.person)
  const leaving = new Set<number>(edit.identities)
  const moved = held.filter((row) => leaving.has(row.identity_id))
  const staying = held.filter((row) => !leaving.has(row.identity_id))
  if (moved.length === 0 || moved.some(isStandIn) || staying.every(isStandIn))
    throw new KithError(
      'invalid-input',
      'Say which of the identities are somebody else’s; at least one has to stay.',
    )
  const edited = await splitOff(backend, tx, owner, edit.person, moved, staying, 'you said so', at)
  // Each side is one person by the user's word, also where only the other side held its parts together.
  for (const side of [moved, staying.filter((row) => !isStandIn(row))])
    await writeVerdicts(backend, tx, side.slice(0, 1), side.slice(1), 'same', edited.editId)
  return edited
}

/** The identities become a new person, told apart from what stays for good. */
export async function splitOff(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  from: number,
  moved: readonly Held[],
  staying: readonly Held[],
  reason: string,
  at: number | null,
): Promise<Edited> {
  const person = await nextId(tx, 'next_person_id')
  const { changed, people } = await moveIdentities(backend, tx, {
    to: new Map(moved.map((row) => [row.identity_id, person])),
    rows: new Map(),
    me: new Map(),
  })
  const editId = await journal(tx, {
    kind: 'split',
    kept: from,
    gone: person,
    moved: moved.map((row) => row.identity_id),
    reason,
    at,
  })
  await writeVerdicts(backend, tx, moved, staying, 'apart', editId)
  return { editId, people: people.map(personId), changedInteractions: changed.get(owner) ?? [] }
}

export type Held = Pick<Tables['identities'], 'identity_id' | 'key_hash' | 'kind' | 'value'>

/** @throws KithError 'not-found' when there is no such person */
async function identitiesAt(tx: Tx, person: PersonId): Promise<Held[]> {
  const rows = await tx
    .selectFrom('identities')
    .select(['identity_id', 'key_hash', 'kind', 'value'])
    .where('person_id', '=', person)
    .orderBy('identity_id')
    .execute()
  if (rows.length === 0)
    throw new KithError(
      'not-found',
      `There is no person ${person} any more; kith people lists those there are.`,
    )
  return rows
}

async function journal(
  tx: Tx,
  edit: {
    readonly kind: EditKind
    readonly kept: number
    readonly gone: number
    readonly moved: readonly number[]
    readonly reason?: string
    readonly at: number | null
  },
): Promise<number> {
  const edit_id = await nextId(tx, 'next_edit_id')
  await tx
    .insertInto('identity_edits')
    .values({
      edit_id,
      kind: edit.kind,
      made_by: 'user',
      at_ms: edit.at,
      kept_person_id: edit.kept,
      gone_person_id: edit.gone,
      reason: edit.reason ?? 'you said so',
      moved: JSON.stringify(edit.moved),
      me_of: '[]',
      import_id: null,
    })
    .execute()
  return edit_id
}
