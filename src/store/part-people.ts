import { type OwnerId, personId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import type { Edited, IdentityStore, Parting } from './identity-store.ts'
import { setDirectoryVersion } from './ingest.ts'
import { isStandIn, moveIdentities } from './move-identities.ts'
import { lockDirectory, lockOwner, nextId } from './owners.ts'
import type { Tx } from './owners.ts'

export const partPeoplePart = (backend: Backend): Pick<IdentityStore, 'partPeople' | 'claims'> => ({
  partPeople: (owner, partings, at) =>
    backend.write(async (tx) => {
      const version = await lockDirectory(backend, tx, true)
      await lockOwner(backend, tx, owner)
      const edited = await part(backend, tx, owner, partings, at)
      if (edited.people.length > 0) await setDirectoryVersion(tx, version + 1)
      return edited
    }),

  async claims() {
    const claims: [number, number][] = []
    const query = backend.db.selectFrom('identity_claims').select(['identity_id', 'other_id']).distinct()
    await backend.scan(query.compile(), ([one, other]) => {
      claims.push([Number(one), Number(other)])
    })
    return claims
  },
})

async function part(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  partings: readonly Parting[],
  at: number,
): Promise<Edited> {
  const held = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id', 'kind', 'value'])
    .where('identity_id', 'in', backend.listOf(partings.flatMap(({ identities }) => identities)))
    .execute()
  const rowOf = new Map(held.map((row) => [row.identity_id, row]))
  const to = new Map<number, number>()
  const edits: { readonly parting: Parting; readonly moved: number[]; readonly person: number }[] = []
  for (const parting of partings) {
    // Whoever changed meanwhile is looked at when kith looks again.
    const moved = parting.identities.filter((id) => {
      const row = rowOf.get(id)
      return row !== undefined && row.person_id === parting.from && !isStandIn(row)
    })
    if (moved.length === 0) continue
    const person = await nextId(tx, 'next_person_id')
    for (const id of moved) to.set(id, person)
    edits.push({ parting, moved, person })
  }
  if (edits.length === 0) return { editId: -1, people: [], changedInteractions: [] }
  const { changed, people } = await moveIdentities(backend, tx, { to, rows: new Map(), me: new Map() })
  const first = await nextId(tx, 'next_edit_id', edits.length)
  for (const [index, { parting, moved, person }] of edits.entries())
    await tx
      .insertInto('identity_edits')
      .values({
        edit_id: first + index,
        kind: 'split',
        made_by: 'match',
        at_ms: at,
        kept_person_id: parting.from,
        gone_person_id: person,
        reason: parting.reason,
        moved: JSON.stringify(moved),
        me_of: '[]',
        import_id: null,
      })
      .execute()
  return { editId: first, people: people.map(personId), changedInteractions: changed.get(owner) ?? [] }
}
