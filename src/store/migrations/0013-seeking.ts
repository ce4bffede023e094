import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Who sought whom, kept so that a scoring need not read every participant again. */
export async function seeking(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { facts, create } = migrationTools(db, spelling)
  await create(
    facts('seeking_pairs')
      .addColumn('from_identity_id', 'bigint', required)
      .addColumn('to_identity_id', 'bigint', required)
      .addColumn('first_ms', 'bigint', required)
      .addColumn('grouped_ms', 'bigint', required)
      .addPrimaryKeyConstraint('seeking_pairs_key', ['owner_id', 'from_identity_id', 'to_identity_id']),
  )
  await create(
    facts('seeking_wide')
      .addColumn('interaction_id', 'bigint', required)
      .addPrimaryKeyConstraint('seeking_wide_key', ['owner_id', 'interaction_id']),
  )
  await create(
    facts('seeking_marks')
      .addColumn('up_to', 'bigint', required)
      .addColumn('made_at_change', 'bigint', required)
      .addColumn('identities_to', 'bigint', required)
      .addColumn('turns', 'bigint', required)
      .addPrimaryKeyConstraint('seeking_marks_key', ['owner_id']),
  )
}
