import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Which messages of a Maildir an import has read, so that the next one leaves them alone. */
export async function readFolders(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('read_folders')
      .addColumn('import_id', 'bigint', required)
      .addColumn('folder', text, required)
      .addColumn('names', text, required)
      .addPrimaryKeyConstraint('read_folders_key', ['owner_id', 'import_id', 'folder']),
  )
}
