import { sql } from 'kysely'
import type { Backend } from '../backend.ts'
import { USER_SOURCE } from '../me.ts'
import type { Tx } from '../owners.ts'
import { NO_IMPORT } from '../provenance.ts'

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
