import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Whom the user deleted for good: hashes of their keys alone, so that an import leaves them out. */
export async function forgotten(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, table, create } = migrationTools(db, spelling)
  await create(
    table('forgotten')
      .addColumn('key_hash', text, (column) => column.primaryKey().notNull())
      .addColumn('at_ms', 'bigint', required),
  )
}
