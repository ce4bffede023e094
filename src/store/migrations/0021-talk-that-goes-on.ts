import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Talk with what it is made of, so that new interactions are added to it. The next scoring makes it again. */
export async function talkThatGoesOn(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await db.schema.dropTable('talks').execute()
  await create(
    facts('talks')
      .addColumn('person_id', 'bigint', required)
      .addColumn('subjects', 'integer', required)
      .addColumn('words', text, required)
      .addColumn('marks', spelling.bytes, required)
      .addPrimaryKeyConstraint('talks_key', ['owner_id', 'person_id']),
  )
  await db.deleteFrom('talk_marks').execute()
}
