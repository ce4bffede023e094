import { sql } from 'kysely'
import { KithError } from '#core/model/errors.ts'
import { identityKey } from '#core/model/identity.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import { ownerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { identityFrom } from './directory.ts'
import { setDirectoryVersion } from './ingest.ts'
import { keyHash } from './keys.ts'
import { lockDirectory, lockOwner, markChanged } from './owners.ts'
import type { Tx } from './owners.ts'
import { seekingTables } from './seeking.ts'
import { talkTables } from './talk.ts'

/** Who was deleted for good: only hashes of their keys are kept, so that an import knows whom to leave out. */
export interface ForgetStore {
  /**
   * Deletes a person with all that any owner holds about them: identities, facts, exchanges that were with them alone,
   * their part in the others, ties, scores and what the user kept; nothing of it is left in the files, either. Only
   * hashes of their keys stay.
   * @throws KithError 'conflict' for somebody who is an owner
   */
  readonly forgetPerson: (owner: OwnerId, person: PersonId, at: number) => Promise<void>
  /** Hashes of the keys of everybody who was deleted, as `keyHash` makes them. */
  readonly forgottenKeys: () => Promise<ReadonlySet<string>>
}

/** Columns that name a person or an identity, in whatever table. */
const namesPerson = /^(?:.*_)?person_id$/
const namesIdentity = /^(?:.*_)?identity_id$|^other_id$/
/** Taken care of one by one, in an order that keeps references right. */
const directoryTables = new Set(['people', 'identities', 'owners'])
/** Made from the rest, with people in their text or bytes: they are made again when somebody looks. */
const derivedTables = new Set<string>([
  'network_studies',
  'kept_answers',
  'standings',
  ...seekingTables,
  ...talkTables,
])

export const forgetPart = (backend: Backend): ForgetStore => ({
  forgetPerson: async (_owner, person, at) => {
    await backend.write(async (tx) => {
      const version = await lockDirectory(backend, tx, true)
      const owners = await tx.selectFrom('owners').select(['owner_id', 'me_person_id']).execute()
      if (owners.some((row) => row.me_person_id === person))
        throw new KithError(
          'conflict',
          'This is yourself, or somebody whose network is kept here; delete the database to delete that.',
        )
      for (const row of owners) await lockOwner(backend, tx, ownerId(row.owner_id))
      const identities = await tx
        .selectFrom('identities')
        .select(['identity_id', 'kind', 'value'])
        .where('person_id', '=', person)
        .execute()
      const ids = identities.map((row) => row.identity_id)
      const keys = new Set(identities.map((row) => identityKey(identityFrom(row))))
      for (const row of owners) {
        const owner = ownerId(row.owner_id)
        await forgetExchanges(backend, tx, owner, ids)
        await forgetEntries(backend, tx, owner, keys)
      }
      await forgetEverywhere(backend, tx, person, ids)
      await tx.deleteFrom('identities').where('person_id', '=', person).execute()
      await tx.deleteFrom('people').where('person_id', '=', person).execute()
      for (const hash of [...keys].map(keyHash))
        await tx
          .insertInto('forgotten')
          .values({ key_hash: hash, at_ms: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      await setDirectoryVersion(tx, version + 1)
      for (const row of owners) await markChanged(tx, ownerId(row.owner_id))
    })
    await backend.reclaim()
  },

  async forgottenKeys() {
    const rows = await backend.db.selectFrom('forgotten').select('key_hash').execute()
    return new Set(rows.map((row) => row.key_hash))
  },
})

/** Drops interactions in which nobody but the owner is left without these identities. */
async function forgetExchanges(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  identities: readonly number[],
): Promise<void> {
  const took = await tx
    .selectFrom('participants')
    .select('interaction_id')
    .distinct()
    .where('owner_id', '=', owner)
    .where('identity_id', 'in', backend.listOf(identities))
    .execute()
  const all = took.map((row) => row.interaction_id)
  if (all.length === 0) return
  const kept = await tx
    .selectFrom('participants')
    .select(['owner_id', 'interaction_id'])
    .where('owner_id', '=', owner)
    .where('interaction_id', 'in', backend.listOf(all))
    .where('identity_id', 'not in', backend.listOf(identities))
    .groupBy(['owner_id', 'interaction_id'])
    .having((eb) => eb.fn.count('identity_id').distinct(), '>', 1)
    .execute()
  const stay = new Set(kept.map((row) => row.interaction_id))
  const gone = all.filter((id) => !stay.has(id))
  for (const table of await tablesWith(backend, tx, /^interaction_id$/))
    await sql`delete from ${sql.table(table)} where owner_id = ${owner} and interaction_id in ${backend.listOf(gone)}`.execute(
      tx,
    )
  await tx
    .updateTable('owners')
    .set((is) => ({ interactions: is('interactions', '-', gone.length) }))
    .where('owner_id', '=', owner)
    .execute()
}

/** Drops what the user kept about somebody: entries name people by their keys. */
async function forgetEntries(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  keys: ReadonlySet<string>,
): Promise<void> {
  const rows = await tx
    .selectFrom('entries')
    .select(['entry_id', 'about', 'via'])
    .where('owner_id', '=', owner)
    .execute()
  const names = (stored: string | null): boolean =>
    stored !== null && (JSON.parse(stored) as { keys: readonly string[] }).keys.some((key) => keys.has(key))
  const gone = rows.filter(({ about, via }) => names(about) || names(via)).map((row) => row.entry_id)
  await tx
    .deleteFrom('entries')
    .where('owner_id', '=', owner)
    .where('entry_id', 'in', backend.listOf(gone))
    .execute()
}

type Columns = { readonly table: string; readonly columns: readonly string[] }

/** The tables of this schema with the columns that match. */
async function columnsLike(backend: Backend, tx: Tx, name: RegExp): Promise<Columns[]> {
  const own = new Set(await backend.tableNames(tx))
  const tables = await tx.introspection.getTables()
  const found = new Map<string, Set<string>>()
  for (const { name: table, columns } of tables) {
    if (!own.has(table) || directoryTables.has(table)) continue
    const matching = columns.map((column) => column.name).filter((column) => name.test(column))
    if (matching.length > 0) found.set(table, new Set([...(found.get(table) ?? []), ...matching]))
  }
  return [...found].map(([table, columns]) => ({ table, columns: [...columns] }))
}

const tablesWith = async (backend: Backend, tx: Tx, name: RegExp): Promise<string[]> =>
  (await columnsLike(backend, tx, name)).map(({ table }) => table)

/** Drops every row that names the person or one of the identities, also in tables added after this was written. */
async function forgetEverywhere(
  backend: Backend,
  tx: Tx,
  person: PersonId,
  identities: readonly number[],
): Promise<void> {
  for (const { table, columns } of await columnsLike(backend, tx, namesIdentity))
    for (const column of columns)
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in ${backend.listOf(identities)}`.execute(
        tx,
      )
  for (const { table, columns } of await columnsLike(backend, tx, namesPerson))
    for (const column of columns)
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${person}`.execute(tx)
  for (const table of await backend.tableNames(tx))
    if (derivedTables.has(table)) await sql`delete from ${sql.table(table)}`.execute(tx)
}
