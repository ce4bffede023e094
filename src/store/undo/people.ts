import { sql } from 'kysely'
import { KEYS_TOGETHER, ONLY_MEMBER } from '#core/identity/edits.ts'
import { personId } from '#core/model/ids.ts'
import { addToDirectory } from '../ingest.ts'
import type { Backend } from '../backend.ts'
import { OWNER_REASON, USER_SOURCE } from '../me.ts'
import type { Tx } from '../owners.ts'
import { NO_IMPORT } from '../provenance.ts'
import { identityFrom } from '../directory.ts'
import { searchLines } from '../search.ts'

/** Reasons of joins that kith concludes from all that is there. */
const CONCLUDED = [OWNER_REASON, KEYS_TOGETHER, ONLY_MEMBER]

/** Whether an edit is what kith concluded, by likeness or for a reason above: it is concluded again after an undo. */
const isConcluded = (edit: Edit): boolean =>
  edit.import_id === null &&
  edit.kind === 'merge' &&
  edit.made_by !== 'user' &&
  (edit.made_by === 'match' || CONCLUDED.includes(edit.reason))

/**
 * Where the user keeps somebody by their identity: whoever stands there stays, whatever import brought them. Every
 * other table that names people or identities is derived, holds what an import said, or names them by their keys.
 */
const keptByTheUser: readonly (readonly [table: string, column: string])[] = [
  ['introductions', 'to_identity_id'],
  ['introductions', 'via_identity_id'],
  ['ratings', 'identity_id'],
  ['list_decisions', 'identity_id'],
]
export const tablesOfTheUser: readonly string[] = [...new Set(keptByTheUser.map(([table]) => table))]

/** Takes what an import said of facts away; a fact that another import says, too, stays with the latest time left. */
export async function undoFacts(backend: Backend, tx: Tx, importId: number): Promise<number> {
  const said = await tx
    .selectFrom('fact_sources')
    .select('identity_id')
    .distinct()
    .where('import_id', '=', importId)
    .execute()
  const list = backend.listOf(said.map((row) => row.identity_id))
  await tx.deleteFrom('fact_sources').where('import_id', '=', importId).execute()
  const same = sql`s.identity_id = person_facts.identity_id and s.field = person_facts.field
    and s.source = person_facts.source and s.value_hash = person_facts.value_hash`
  const { numAffectedRows } = await sql`
    delete from person_facts where identity_id in ${list} and import_id is not null
      and not exists (select 1 from fact_sources s where ${same})`.execute(tx)
  await sql`
    update person_facts set
      at_ms = (select max(s.at_ms) from fact_sources s where ${same}),
      import_id = (select min(s.import_id) from fact_sources s where ${same})
    where identity_id in ${list} and import_id is not null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The same for what an import said of where people work, with the times that are left. */
export async function undoPositions(backend: Backend, tx: Tx, importId: number): Promise<void> {
  const said = await tx
    .selectFrom('position_sources')
    .select('identity_id')
    .distinct()
    .where('import_id', '=', importId)
    .execute()
  if (said.length === 0) return
  const list = backend.listOf(said.map((row) => row.identity_id))
  await tx.deleteFrom('position_sources').where('import_id', '=', importId).execute()
  const same = sql`s.identity_id = position_facts.identity_id and s.fact_hash = position_facts.fact_hash`
  await sql`
    delete from position_facts where identity_id in ${list} and import_id is not null
      and not exists (select 1 from position_sources s where ${same})`.execute(tx)
  await sql`
    update position_facts set
      first_ms = (select min(s.first_ms) from position_sources s where ${same}),
      last_ms = (select max(s.last_ms) from position_sources s where ${same}),
      seen_ms = (select min(s.seen_ms) from position_sources s where ${same}),
      import_id = (select min(s.import_id) from position_sources s where ${same})
    where identity_id in ${list} and import_id is not null`.execute(tx)
  await tx
    .updateTable('meta')
    .set((is) => ({ value: is('value', '+', 1) }))
    .where('name', '=', 'positions_version')
    .execute()
}

/** The same for stated ties of an owner, and lines of lists. */
export async function undoTies(tx: Tx, owner: number, importId: number): Promise<number> {
  await tx.deleteFrom('tie_sources').where('owner_id', '=', owner).where('import_id', '=', importId).execute()
  let gone = 0
  for (const [table, key] of [
    ['declarations', 'key_hash'],
    ['endorsements', 'key_hash'],
    ['list_entries', 'entry_hash'],
  ] as const) {
    const same = sql`s.owner_id = ${sql.ref(`${table}.owner_id`)} and s.kind = ${table}
      and s.key_hash = ${sql.ref(`${table}.${key}`)}`
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where owner_id = ${owner} and import_id = ${importId}
        and not exists (select 1 from tie_sources s where ${same})`.execute(tx)
    gone += Number(numAffectedRows ?? 0)
    await sql`
      update ${sql.table(table)} set import_id = (select min(s.import_id) from tie_sources s where ${same})
      where owner_id = ${owner} and import_id = ${importId}`.execute(tx)
  }
  return gone
}

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

/** Takes away the name that kith itself gave the owner when it only guessed who they are. */
export const forgetGuessedName = (tx: Tx, me: number): Promise<unknown> =>
  tx
    .deleteFrom('person_facts')
    .where('source', '=', USER_SOURCE)
    .where('field', '=', 'name')
    .where('identity_id', 'in', (query) =>
      query.selectFrom('identities').select('identity_id').where('person_id', '=', me),
    )
    .execute()

/** Identities of the owner that no import brought: some stood only for what kith took the owner to be. */
export const ofNoImport = async (tx: Tx, me: number | null): Promise<readonly number[]> =>
  (
    await tx
      .selectFrom('identities')
      .select('identity_id')
      .where('person_id', '=', me)
      .where('import_id', 'is', null)
      .execute()
  ).map((row) => row.identity_id)

/**
 * Takes identities away that only this import brought, and `others` where nothing needs them, and people who are left
 * with none. What another import or the user still refers to stays, as theirs. Returns how many people went.
 */
export async function dropUnknown(
  backend: Backend,
  tx: Tx,
  importId: number,
  others: readonly number[],
): Promise<number> {
  const candidates = await tx
    .selectFrom('identities')
    .select(['identity_id', 'person_id'])
    .where(({ eb, or }) =>
      or([eb('import_id', '=', importId), eb('identity_id', 'in', backend.listOf(others))]),
    )
    .execute()
  const heirs = await heirsOf(
    backend,
    tx,
    candidates.map((row) => row.identity_id),
  )
  const kept = Map.groupBy(
    candidates.filter((row) => heirs.has(row.identity_id)),
    (row) => heirs.get(row.identity_id) ?? NO_IMPORT,
  )
  for (const [heir, rows] of kept)
    await tx
      .updateTable('identities')
      .set({ import_id: heir === NO_IMPORT ? null : heir })
      .where('identity_id', 'in', backend.listOf(rows.map((row) => row.identity_id)))
      .execute()
  const gone = candidates.filter((row) => !heirs.has(row.identity_id))
  const goneIds = backend.listOf(gone.map((row) => row.identity_id))
  await tx.deleteFrom('identities').where('identity_id', 'in', goneIds).execute()
  const people = backend.listOf([...new Set(gone.map((row) => row.person_id))])
  const empty = await tx
    .selectFrom('people')
    .select('person_id')
    .where('person_id', 'in', people)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identities')
            .select('identity_id')
            .whereRef('identities.person_id', '=', 'people.person_id'),
        ),
      ),
    )
    .execute()
  const emptyIds = backend.listOf(empty.map((row) => row.person_id))
  for (const owner of await tx.selectFrom('owners').select('owner_id').execute())
    for (const table of ['scores', 'touchpoints'] as const)
      await tx
        .deleteFrom(table)
        .where('owner_id', '=', owner.owner_id)
        .where('person_id', 'in', emptyIds)
        .execute()
  await tx.updateTable('owners').set({ me_person_id: null }).where('me_person_id', 'in', emptyIds).execute()
  await tx.deleteFrom('people').where('person_id', 'in', emptyIds).execute()
  return empty.length
}

/** Those among the identities that something still refers to, with the first import that does, or NO_IMPORT. */
async function heirsOf(
  backend: Backend,
  tx: Tx,
  candidates: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const list = backend.listOf(candidates)
  const heirs = new Map<number, number>()
  const note = (rows: readonly { readonly id: number | null; readonly heir: number | null }[]): void => {
    for (const { id, heir } of rows) {
      if (id === null) continue
      const known = heirs.get(id)
      const found = heir ?? NO_IMPORT
      // An import is the better heir: what only the user keeps has none.
      heirs.set(
        id,
        known === undefined || known === NO_IMPORT
          ? found
          : found === NO_IMPORT
            ? known
            : Math.min(known, found),
      )
    }
  }
  type Found = { readonly id: number; readonly heir: number | null }
  const references: readonly (readonly [table: string, column: string])[] = [
    ['participants', 'identity_id'],
    ['fact_sources', 'identity_id'],
    ['person_facts', 'identity_id'],
    ['position_facts', 'identity_id'],
    ['identity_claims', 'identity_id'],
    ['identity_claims', 'other_id'],
    ['declarations', 'from_identity_id'],
    ['declarations', 'to_identity_id'],
    ['endorsements', 'from_identity_id'],
    ['endorsements', 'to_identity_id'],
    ['list_entries', 'identity_id'],
  ]
  for (const [table, column] of references) {
    const id = sql.ref(column)
    const { rows } = await sql<Found>`
      select ${id} as id, min(import_id) as heir from ${sql.table(table)} where ${id} in ${list} group by ${id}`.execute(
      tx,
    )
    note(rows)
  }
  for (const [table, column] of keptByTheUser) {
    const id = sql.ref(column)
    const { rows } = await sql<Found>`
      select distinct ${id} as id, null as heir from ${sql.table(table)} where ${id} in ${list}`.execute(tx)
    note(rows)
  }
  return heirs
}
