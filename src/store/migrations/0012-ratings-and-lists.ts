import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** What users and lists say of people's calibre. */
export async function ratingsAndLists(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('ratings')
      .addColumn('identity_id', 'bigint', required)
      .addColumn('level', 'double precision', required)
      .addColumn('at_ms', 'bigint', required)
      .addPrimaryKeyConstraint('ratings_key', ['owner_id', 'identity_id']),
  )
  await create(
    facts('list_entries')
      .addColumn('entry_hash', text, required)
      .addColumn('list', text, required)
      .addColumn('name', text, required)
      .addColumn('name_key', text, required)
      .addColumn('identity_id', 'bigint')
      .addColumn('level', 'double precision')
      .addColumn('field', text)
      .addColumn('year', 'integer')
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('list_entries_key', ['owner_id', 'entry_hash']),
  )
  await create(
    facts('list_decisions')
      .addColumn('entry_hash', text, required)
      .addColumn('identity_id', 'bigint', required)
      .addColumn('accepted', 'integer', required)
      .addColumn('at_ms', 'bigint', required)
      .addPrimaryKeyConstraint('list_decisions_key', ['owner_id', 'entry_hash', 'identity_id']),
  )
}
