import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/**
 * Standings as bytes, in parts of a few ties: as two texts they took longer to read than all that follows. The next
 * scoring of everybody makes them again.
 */
export async function standings(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { facts, create } = migrationTools(db, spelling)
  await db.schema.dropTable('standings').execute()
  await create(
    facts('standings')
      .addColumn('part', 'bigint', required)
      .addColumn('body', spelling.bytes, required)
      .addPrimaryKeyConstraint('standings_key', ['owner_id', 'part']),
  )
}
