import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** What each person is seen talking about, as far as the owner's field goes, and of which data that is. */
export async function talk(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create } = migrationTools(db, spelling)
  await create(
    facts('talks')
      .addColumn('person_id', 'bigint', required)
      .addColumn('subjects', 'integer', required)
      .addColumn('words', text, required)
      .addPrimaryKeyConstraint('talks_key', ['owner_id', 'person_id']),
  )
  await create(
    facts('talk_marks')
      .addColumn('about', text, required)
      .addColumn('up_to', 'bigint', required)
      .addPrimaryKeyConstraint('talk_marks_key', ['owner_id']),
  )
}
