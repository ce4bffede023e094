import { KEYS_TOGETHER, ONLY_MEMBER } from '#core/identity/edits.ts'
import { personId } from '#core/model/ids.ts'
import type { Backend } from '../backend.ts'
import { identityFrom } from '../directory.ts'
import { addToDirectory } from '../ingest.ts'
import { OWNER_REASON } from '../me.ts'
import type { Tx } from '../owners.ts'
import { NO_IMPORT } from '../provenance.ts'
import { searchLines } from '../search.ts'

/** Reasons of joins that kith concludes from all that is there. */
const CONCLUDED = [OWNER_REASON, KEYS_TOGETHER, ONLY_MEMBER]

/** Whether an edit is what kith concluded, by likeness or for a reason above: it is concluded again after an undo. */
const isConcluded = (edit: Edit): boolean =>
  edit.import_id === null &&
  edit.kind === 'merge' &&
  edit.made_by !== 'user' &&
  (edit.made_by === 'match' || CONCLUDED.includes(edit.reason))

type Edit = {
  readonly edit_id: number
  readonly kind: string
  readonly kept_person_id: number
  readonly gone_person_id: number
  readonly reason: string
  readonly moved: string
  readonly import_id: number | null
  readonly made_by: string
  readonly undone_ms: number | null
}

/**
 * Takes away what an import said of who is one person, and what made the owner who they are, and parts those whom
 * nothing else holds together. Returns whether anybody was parted.
 * @param me the owner's person, who is settled anew afterwards; null when nobody is
 */
export async function undoClaims(
  backend: Backend,
  tx: Tx,
  importId: number,
  me: number | null,
): Promise<boolean> {
  const edits: Edit[] = await tx
    .selectFrom('identity_edits')
    .selectAll()
    .where('undone_ms', 'is', null)
    .where('kind', '!=', 'apart')
    .orderBy('edit_id', 'desc')
    .execute()
  const claims = await tx
    .selectFrom('identity_claims')
    .select(['identity_id', 'other_id'])
    .where('import_id', '=', importId)
    .execute()
  const touched = new Set<number>(claims.flatMap((row) => [row.identity_id, row.other_id]))
  for (const edit of edits)
    if (edit.import_id === importId || isConcluded(edit))
      for (const moved of movedBy(edit)) touched.add(moved)
  await tx.deleteFrom('identity_claims').where('import_id', '=', importId).execute()
  await tx.deleteFrom('identity_edits').where('import_id', '=', importId).execute()

  const held = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id', 'kind', 'value'])
    .where(({ eb, or, selectFrom }) =>
      or([
        eb(
          'person_id',
          'in',
          selectFrom('identities')
            .select('person_id')
            .where('identity_id', 'in', backend.listOf([...touched])),
        ),
        eb('person_id', '=', me),
      ]),
    )
    .orderBy('identity_id')
    .execute()
  const ids = held.map((row) => row.identity_id)
  if (me !== null)
    await tx
      .deleteFrom('identity_claims')
      .where('import_id', '=', NO_IMPORT)
      .where(
        'identity_id',
        'in',
        backend.listOf(held.filter((row) => row.person_id === me).map((row) => row.identity_id)),
      )
      .execute()
  const left = await tx
    .selectFrom('identity_claims')
    .select(['identity_id', 'other_id'])
    .where('identity_id', 'in', backend.listOf(ids))
    .execute()

  const sets = new Sets()
  const now = new Map(held.map((row) => [row.identity_id, row.person_id]))
  for (const { identity_id, other_id } of left)
    if (now.get(identity_id) === now.get(other_id)) sets.join(identity_id, other_id)
  glue(edits, importId, new Map(now), sets)
  const parted: { readonly person: number; readonly members: typeof held }[] = []
  for (const [person, members] of Map.groupBy(held, (row) => row.person_id)) {
    const groups = [...Map.groupBy(members, (row) => sets.root(row.identity_id)).values()]
    // The person stays with what is known for longest; the owner with the identity that stands for them.
    const stays =
      (person === me && groups.find((group) => group.some(({ value }) => value.startsWith('kith:owner-')))) ||
      groups[0]
    for (const group of groups) if (group !== stays) parted.push({ person, members: group })
  }
  await tx
    .deleteFrom('identity_edits')
    .where(
      'edit_id',
      'in',
      backend.listOf(
        edits
          .filter((edit) => isConcluded(edit) && movedBy(edit).some((id) => now.has(id)))
          .map(({ edit_id }) => edit_id),
      ),
    )
    .execute()
  if (parted.length === 0) return false
  const { value: next } = await tx
    .selectFrom('meta')
    .select('value')
    .where('name', '=', 'next_person_id')
    .executeTakeFirstOrThrow()
  await addToDirectory(
    backend,
    tx,
    parted.map((_, index) => personId(next + index)),
    [],
    null,
  )
  for (const [index, { members }] of parted.entries()) {
    await tx
      .updateTable('identities')
      .set({ person_id: next + index })
      .where('identity_id', 'in', backend.listOf(members.map((row) => row.identity_id)))
      .execute()
    await tx
      .updateTable('people')
      .set({ search_text: searchLines([], members.map(identityFrom)) })
      .where('person_id', '=', next + index)
      .execute()
  }
  return true
}

const movedBy = (edit: Edit): number[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list of ids is all that is stored there
  JSON.parse(edit.moved) as number[]

/** Joins what the user joined: the journal is read backwards, so that it is known who was whom at each step. */
function glue(edits: readonly Edit[], importId: number, was: Map<number, number>, sets: Sets): void {
  for (const edit of edits) {
    if (edit.kind === 'split') {
      // Before it they were with whom they left.
      for (const id of movedBy(edit))
        if (was.get(id) === edit.gone_person_id) was.set(id, edit.kept_person_id)
      continue
    }
    const moved = movedBy(edit).filter((id) => was.get(id) === edit.kept_person_id)
    const [first] = moved
    if (first === undefined) continue
    const others = new Set(moved)
    const anchor = [...was].find(([id, person]) => person === edit.kept_person_id && !others.has(id))
    if (edit.import_id === null && !isConcluded(edit) && anchor !== undefined) sets.join(first, anchor[0])
    if (edit.import_id !== importId || anchor !== undefined)
      for (const id of moved) was.set(id, edit.gone_person_id)
  }
}

/** Sets of identities that belong together. */
class Sets {
  readonly #above = new Map<number, number>()

  root(id: number): number {
    let root = id
    for (let next = this.#above.get(root); next !== undefined; next = this.#above.get(root)) root = next
    return root
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)]
    if (first !== second) this.#above.set(Math.max(first, second), Math.min(first, second))
  }
}
