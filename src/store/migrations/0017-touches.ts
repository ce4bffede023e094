import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Which people new interactions touched since the last scoring, and what scoring keeps to score them alone. */
export async function touches(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('touches')
      .addColumn('change_number', 'bigint', required)
      .addColumn('person_id', 'bigint', required)
      .addColumn('since_ms', 'bigint')
      .addColumn('told', 'integer', required)
      .addPrimaryKeyConstraint('touches_key', ['owner_id', 'change_number', 'person_id']),
  )
  await create(
    facts('standings')
      .addColumn('part', text, required)
      .addColumn('body', text, required)
      .addPrimaryKeyConstraint('standings_key', ['owner_id', 'part']),
  )
}
