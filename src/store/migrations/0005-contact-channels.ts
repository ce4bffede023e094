import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema.ts'
import { required } from './tools.ts'

/**
 * Which channels a contact is reached by, beside their scores: a filter that looked through every touchpoint would
 * take a quarter of a second. Scores made before are due again.
 */
export async function contactChannels(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('scores')
    .addColumn('channels', 'integer', (column) => required(column).defaultTo(0))
    .execute()
  await sql`update owners set scored_changes = -1`.execute(db)
}
