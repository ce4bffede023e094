import { sql } from 'kysely'
import type { OwnerId } from '#core/model/ids.ts'
import { identityKey } from '#core/model/identity.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Backend, SqlValue } from './backend.ts'
import { keyHash } from './keys.ts'
import { lockDirectory, lockOwner, markChanged } from './owners.ts'
import type { MetaName, Tables } from './schema.ts'
import { portableVerdicts, takeVerdicts } from './verdicts.ts'

/**
 * What the user told kith, as against what sources say: tables whose rows an export carries to another database, with
 * the counter their ids come from, and the column by which rows belong together (null: all of them). Columns that end in `person_id` or `identity_id` are carried as keys of identities.
 */
export const keptTables: readonly (readonly [
  table: keyof Tables,
  counter: MetaName | null,
  group: string | null,
])[] = [
  ['goals', 'next_goal_id', null],
  ['settings', null, 'name'],
  ['entries', 'next_entry_id', 'kind'],
  ['introductions', 'next_introduction_id', null],
  ['ratings', null, null],
  ['list_decisions', null, null],
  ['accounts', 'next_account_id', null],
]

/** Tables that no export carries: facts, which it carries as records, what is derived from them, and what is of here. */
export const otherTables: readonly string[] = [
  // Facts and the directory.
  'people',
  'identities',
  'person_facts',
  'position_facts',
  'interactions',
  'participants',
  'interaction_keywords',
  'declarations',
  'endorsements',
  'list_entries',
  // Derived.
  'touchpoints',
  'waiting_interactions',
  'seeking_pairs',
  'seeking_wide',
  'seeking_marks',
  'scores',
  'outlooks',
  'touches',
  'talks',
  'talk_marks',
  'standings',
  'match_questions',
  'tie_trends',
  'network_studies',
  // Learned again from the same past.
  'closeness_models',
  'organisations',
  'organisation_keys',
  'positions',
  'position_changes',
  // Of this database alone.
  'schema_version',
  'meta',
  'owners',
  'identity_edits',
  'identity_claims',
  'fact_sources',
  'position_sources',
  'tie_sources',
  'interaction_repeats',
  'interaction_versions',
  'import_hints',
  'imports',
  'skips',
  'read_folders',
  'tokens',
  // Another database reads each account from the beginning: nothing is doubled, and nothing can be missing.
  'account_syncs',
  'kept_answers',
  'forgotten',
]

/** The user's word on pairs of identities; shared, and by hashes of keys, which are the same in every database. */
const VERDICTS = 'identity_verdicts'

/** A row of one of these tables, ids of people and identities replaced by keys. */
export type KeptRow = { readonly table: string; readonly row: Readonly<Record<string, SqlValue>> }

/** What the user told kith, to carry it from one database to another. */
export interface KeptRowStore {
  readonly keptRows: (owner: OwnerId) => Promise<readonly KeptRow[]>
  /**
   * Takes rows of another database: settings not made here, and kinds of entries and goals of which the owner has none.
   * What stands here is not overridden. Returns how many rows were taken.
   */
  readonly putKeptRows: (owner: OwnerId, rows: readonly KeptRow[]) => Promise<number>
}

const isPerson = (column: string): boolean => column.endsWith('person_id')
const isIdentity = (column: string): boolean => column.endsWith('identity_id')

export const keptRowsPart = (backend: Backend): KeptRowStore => ({
  async keptRows(owner) {
    const identities = await backend.db
      .selectFrom('identities')
      .select(['identity_id', 'person_id', 'kind', 'value'])
      .orderBy('identity_id')
      .execute()
    const keyOf = new Map(identities.map((row) => [row.identity_id, keyOfRow(row)]))
    const keyOfPerson = new Map(identities.toReversed().map((row) => [row.person_id, keyOfRow(row)]))
    const kept: KeptRow[] = []
    for (const [table] of keptTables) {
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      const { rows } = await sql<Record<string, SqlValue>>`
        select * from ${sql.table(table)} where owner_id = ${owner}`.execute(backend.db)
      for (const { owner_id: _, ...row } of rows)
        kept.push({
          table,
          row: Object.fromEntries(
            Object.entries(row).map(([column, value]) => [
              column,
              typeof value !== 'number'
                ? value
                : isPerson(column)
                  ? (keyOfPerson.get(value) ?? null)
                  : isIdentity(column)
                    ? (keyOf.get(value) ?? null)
                    : value,
            ]),
          ),
        })
    }
    for (const verdict of await portableVerdicts(backend)) kept.push({ table: VERDICTS, row: verdict })
    return kept
  },

  putKeptRows: (owner, rows) =>
    backend.write(async (tx) => {
      await lockDirectory(backend, tx, false)
      await lockOwner(backend, tx, owner)
      let taken = 0
      for (const [table, counter, group] of keptTables) {
        // oxlint-disable-next-line no-await-in-loop -- one table after the other
        const { rows: there } = await sql<Record<string, SqlValue>>`
          select * from ${sql.table(table)} where owner_id = ${owner}`.execute(tx)
        const groupOf = (row: KeptRow['row']): SqlValue => (group === null ? null : (row[group] ?? null))
        const known = new Set(there.map(groupOf))
        const mine = rows.filter((row) => row.table === table && !known.has(groupOf(row.row)))
        if (mine.length === 0) continue
        for (const { row } of mine) {
          // oxlint-disable-next-line no-await-in-loop -- few rows, once
          const columns = await withIds(row, async (key) => {
            const found = await tx
              .selectFrom('identities')
              .select(['identity_id', 'person_id'])
              .where('key_hash', '=', keyHash(key))
              .executeTakeFirst()
            return found ?? null
          })
          if (columns === null) continue
          const names = Object.keys(columns)
          // oxlint-disable-next-line no-await-in-loop -- few rows, once
          await sql`insert into ${sql.table(table)} (owner_id, ${sql.join(names.map((name) => sql.ref(name)))})
            values (${owner}, ${sql.join(names.map((name) => columns[name]))})`.execute(tx)
          taken++
        }
        if (counter !== null) {
          const id = counter.replace(/^next_/, '')
          // oxlint-disable-next-line no-await-in-loop -- one table after the other
          await sql`update meta set value = (select max(value) from (
            select value from meta where name = ${counter} union all select max(${sql.ref(id)}) + 1 from ${sql.table(table)}
          ) as ids) where name = ${counter}`.execute(tx)
        }
      }
      taken += await takeVerdicts(
        backend,
        tx,
        rows.flatMap(({ table, row }) => (table === VERDICTS ? [row] : [])),
      )
      if (taken > 0) await markChanged(tx, owner)
      return taken
    }),
})

const keyOfRow = (row: { readonly kind: string; readonly value: string }): string =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only identities are stored
  identityKey(row as Identity)

/** The row with ids of this database; null where it speaks of somebody who is not here. */
async function withIds(
  row: KeptRow['row'],
  find: (key: string) => Promise<{ readonly identity_id: number; readonly person_id: number } | null>,
): Promise<Record<string, SqlValue> | null> {
  const columns: Record<string, SqlValue> = {}
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string' || !(isPerson(column) || isIdentity(column))) {
      columns[column] = value
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- one or two columns
    const found = await find(value)
    if (found === null) return null
    columns[column] = isPerson(column) ? found.person_id : found.identity_id
  }
  return columns
}
