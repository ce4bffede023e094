import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Where people work: what sources say, and what is derived from it. */
export async function organisations(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, create, table, counter } = migrationTools(db, spelling)
  await counter('next_organisation_id')
  await counter('positions_version')
  // Where there is a directory already, its version has gone on: nothing has been derived from it yet.
  await counter('organisations_of_directory')
  await counter('organisations_of_positions')
  await create(
    table('position_facts')
      .addColumn('identity_id', 'bigint', required)
      .addColumn('fact_hash', text, required)
      .addColumn('source', text, required)
      .addColumn('organisation', text)
      .addColumn('domain', text)
      .addColumn('title', text)
      .addColumn('started_ms', 'bigint')
      .addColumn('ended_ms', 'bigint')
      .addColumn('first_ms', 'bigint')
      .addColumn('last_ms', 'bigint')
      .addColumn('seen_ms', 'bigint', required)
      .addColumn('import_id', 'bigint')
      .addPrimaryKeyConstraint('position_facts_key', ['identity_id', 'fact_hash']),
  )
  await create(
    table('organisations')
      .addColumn('organisation_id', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('name', text, required)
      .addColumn('name_key', text, required)
      .addColumn('names', text, required)
      .addColumn('domains', text, required)
      .addColumn('search_text', text, required),
  )
  await create(
    table('organisation_keys')
      .addColumn('key_hash', text, (column) => column.primaryKey().notNull())
      .addColumn('organisation_id', 'bigint', required),
  )
  await create(
    table('positions')
      .addColumn('person_id', 'bigint', required)
      .addColumn('place', 'bigint', required)
      .addColumn('organisation_id', 'bigint')
      .addColumn('title', text)
      .addColumn('started_ms', 'bigint')
      .addColumn('ended_ms', 'bigint')
      .addColumn('first_ms', 'bigint')
      .addColumn('last_ms', 'bigint')
      .addColumn('is_current', 'integer', required)
      .addColumn('sources', text, required)
      .addPrimaryKeyConstraint('positions_key', ['person_id', 'place']),
  )
  await db.schema
    .createIndex('positions_organisation')
    .on('positions')
    .columns(['organisation_id', 'person_id'])
    .execute()
  await create(
    table('position_changes')
      .addColumn('person_id', 'bigint', required)
      .addColumn('change_id', text, required)
      .addColumn('kind', text, required)
      .addColumn('from_organisation_id', 'bigint')
      .addColumn('from_title', text)
      .addColumn('to_organisation_id', 'bigint')
      .addColumn('to_title', text)
      .addColumn('noticed_ms', 'bigint', required)
      .addColumn('last_before_ms', 'bigint', required)
      .addColumn('source', text, required)
      .addPrimaryKeyConstraint('position_changes_key', ['person_id', 'change_id']),
  )
}
