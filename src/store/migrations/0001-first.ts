import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Later migrations add counters of their own. */
const counters = [
  'directory_version',
  'next_person_id',
  'next_identity_id',
  'next_import_id',
  'next_goal_id',
  'next_edit_id',
] as const

/** The first schema: owners, the shared directory, and the facts of each owner. */
export async function first(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, table, facts, create } = migrationTools(db, spelling)

  await create(
    table('meta')
      .addColumn('name', text, (column) => column.primaryKey().notNull())
      .addColumn('value', 'bigint', required),
  )
  await db
    .insertInto('meta')
    .values(counters.map((name) => ({ name, value: 1 })))
    .execute()

  await create(
    table('people')
      .addColumn('person_id', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('name', text, required)
      .addColumn('name_key', text, required)
      .addColumn('organisation', text)
      .addColumn('title', text)
      .addColumn('industry', text)
      .addColumn('place', text)
      .addColumn('is_person', 'integer', required)
      .addColumn('search_text', text, required),
  )
  await create(
    table('owners')
      .addColumn('owner_id', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('me_person_id', 'bigint', (column) => column.references('people.person_id'))
      .addColumn('touchpoints_ready', 'integer', required)
      .addColumn('scored_at_ms', 'bigint')
      .addColumn('score_summary', text)
      .addColumn('changes', 'bigint', required)
      .addColumn('scored_changes', 'bigint', required)
      .addColumn('next_interaction_id', 'bigint', required)
      .addColumn('interactions', 'bigint', required)
      .addColumn('first_ms', 'bigint')
      .addColumn('last_ms', 'bigint'),
  )
  await create(
    table('identities')
      .addColumn('identity_id', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('key_hash', text, (column) => column.notNull().unique())
      .addColumn('kind', text, required)
      .addColumn('value', text, required)
      .addColumn('person_id', 'bigint', (column) => column.notNull().references('people.person_id'))
      .addColumn('import_id', 'bigint'),
  )
  await db.schema.createIndex('identities_person').on('identities').column('person_id').execute()
  await create(
    table('person_facts')
      .addColumn('identity_id', 'bigint', (column) => column.notNull().references('identities.identity_id'))
      .addColumn('field', text, required)
      .addColumn('source', text, required)
      .addColumn('value_hash', text, required)
      .addColumn('value', text, required)
      .addColumn('at_ms', 'bigint')
      .addColumn('import_id', 'bigint')
      .addPrimaryKeyConstraint('person_facts_key', ['identity_id', 'field', 'source', 'value_hash']),
  )
  await create(
    table('identity_edits')
      .addColumn('edit_id', 'bigint', (column) => column.primaryKey().notNull())
      .addColumn('kept_person_id', 'bigint', required)
      .addColumn('gone_person_id', 'bigint', required)
      .addColumn('reason', text, required)
      .addColumn('moved', text, required)
      .addColumn('me_of', text, required)
      .addColumn('import_id', 'bigint'),
  )

  // The facts refer to the directory without foreign keys: taking a merged person away would otherwise look through
  // every fact of every owner, since their keys lead with the owner.
  await create(
    facts('interactions')
      .addColumn('interaction_id', 'bigint', required)
      .addColumn('key_hash', text, required)
      .addColumn('occurred_ms', 'bigint')
      .addColumn('time_quality', 'integer', required)
      .addColumn('channel', 'integer', required)
      .addColumn('bulk', 'integer', required)
      .addColumn('subject', text)
      .addColumn('words', 'bigint')
      .addColumn('thread', text)
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('interactions_key', ['owner_id', 'interaction_id'])
      .addUniqueConstraint('interactions_natural_key', ['owner_id', 'key_hash']),
  )
  await create(
    facts('participants')
      .addColumn('interaction_id', 'bigint', required)
      .addColumn('identity_id', 'bigint', required)
      .addColumn('role', 'integer', required)
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('participants_key', ['owner_id', 'interaction_id', 'identity_id', 'role']),
  )
  await create(
    facts('touchpoints')
      .addColumn('person_id', 'bigint', required)
      .addColumn('occurred_ms', 'bigint', required)
      .addColumn('interaction_id', 'bigint', required)
      .addColumn('direction', 'integer', required)
      .addColumn('channel', 'integer', required)
      .addColumn('audience', 'integer', required)
      .addColumn('role', 'integer', required)
      .addColumn('bulk', 'integer', required)
      .addPrimaryKeyConstraint('touchpoints_key', ['owner_id', 'person_id', 'occurred_ms', 'interaction_id']),
  )
  await create(
    facts('waiting_interactions')
      .addColumn('interaction_id', 'bigint', required)
      .addPrimaryKeyConstraint('waiting_interactions_key', ['owner_id', 'interaction_id']),
  )
  await create(
    facts('declarations')
      .addColumn('key_hash', text, required)
      .addColumn('kind', text, required)
      .addColumn('from_identity_id', 'bigint')
      .addColumn('to_identity_id', 'bigint')
      .addColumn('at_ms', 'bigint')
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('declarations_key', ['owner_id', 'key_hash']),
  )
  await create(
    facts('endorsements')
      .addColumn('key_hash', text, required)
      .addColumn('kind', text, required)
      .addColumn('from_identity_id', 'bigint')
      .addColumn('to_identity_id', 'bigint')
      .addColumn('topic', text)
      .addColumn('at_ms', 'bigint')
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('endorsements_key', ['owner_id', 'key_hash']),
  )

  await create(
    facts('imports')
      .addColumn('import_id', 'bigint', required)
      .addColumn('path', text, required)
      .addColumn('source', text, required)
      .addColumn('started_ms', 'bigint', required)
      .addColumn('finished_ms', 'bigint')
      .addColumn('state', text, required)
      .addColumn('read_count', 'bigint', required)
      .addColumn('new_count', 'bigint', required)
      .addColumn('skipped_count', 'bigint', required)
      .addPrimaryKeyConstraint('imports_key', ['owner_id', 'import_id']),
  )
  await create(
    facts('skips')
      .addColumn('import_id', 'bigint', required)
      .addColumn('position', 'bigint', required)
      .addColumn('place', text, required)
      .addColumn('reason', text, required)
      .addPrimaryKeyConstraint('skips_key', ['owner_id', 'import_id', 'position']),
  )
  await create(
    facts('goals')
      .addColumn('goal_id', 'bigint', required)
      .addColumn('kind', text, required)
      .addColumn('target', 'bigint', required)
      .addColumn('period', text, required)
      .addColumn('confidence', 'double precision', required)
      .addColumn('weight', 'double precision', required)
      .addColumn('base_rate', 'double precision')
      .addColumn('added_ms', 'bigint', required)
      .addPrimaryKeyConstraint('goals_key', ['owner_id', 'goal_id']),
  )
  await create(
    facts('settings')
      .addColumn('name', text, required)
      .addColumn('value', text, required)
      .addPrimaryKeyConstraint('settings_key', ['owner_id', 'name']),
  )
  await create(
    facts('scores')
      .addColumn('person_id', 'bigint', required)
      .addColumn('closeness', 'double precision', required)
      .addColumn('trust', 'double precision', required)
      .addColumn('calibre', 'double precision')
      .addColumn('worth', 'double precision', required)
      .addColumn('contribution', 'double precision', required)
      .addColumn('interactions_out', 'bigint', required)
      .addColumn('interactions_in', 'bigint', required)
      .addColumn('interactions_together', 'bigint', required)
      .addColumn('last_ms', 'bigint')
      .addColumn('sought', 'double precision')
      .addColumn('seekers', 'bigint')
      .addColumn('sought_seekers', 'bigint')
      .addPrimaryKeyConstraint('scores_key', ['owner_id', 'person_id']),
  )
}
