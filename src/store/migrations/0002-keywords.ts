import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** What interactions are about where no subject says so: hashtags, words of posts and messages. */
export async function keywords(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('interaction_keywords')
      .addColumn('interaction_id', 'bigint', required)
      .addColumn('keywords', text, required)
      .addColumn('import_id', 'bigint', required)
      .addPrimaryKeyConstraint('interaction_keywords_key', ['owner_id', 'interaction_id']),
  )
}
