import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'

/** What interactions are about where no subject says so: hashtags, words of posts and messages. */
export async function keywords(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const table = db.schema
    .createTable('interaction_keywords')
    .addColumn('owner_id', 'bigint', (column) => column.notNull())
    .addColumn('interaction_id', 'bigint', (column) => column.notNull())
    .addColumn('keywords', sql`${spelling.text}`, (column) => column.notNull())
    .addColumn('import_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('interaction_keywords_key', ['owner_id', 'interaction_id'])
  await (spelling.tableEnd === '' ? table : table.modifyEnd(sql.raw(spelling.tableEnd))).execute()
}
