import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** What was learned of closeness, and where each tie is heading. Scores made before are due again. */
export async function closenessModels(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('closeness_models')
      .addColumn('version', 'bigint', required)
      .addColumn('kind', text, required)
      .addColumn('fitted_ms', 'bigint', required)
      .addColumn('data_ms', 'bigint', required)
      .addColumn('fingerprint', text, required)
      .addColumn('model', text, required)
      .addColumn('report', text, required)
      .addPrimaryKeyConstraint('closeness_models_key', ['owner_id', 'version']),
  )
  await create(
    facts('tie_trends')
      .addColumn('person_id', 'bigint', required)
      .addColumn('closeness_before', 'double precision')
      .addColumn('gap_days', 'double precision')
      .addColumn('mean_gap_days', 'double precision')
      .addPrimaryKeyConstraint('tie_trends_key', ['owner_id', 'person_id']),
  )
  await sql`update owners set scored_changes = -1`.execute(db)
}
