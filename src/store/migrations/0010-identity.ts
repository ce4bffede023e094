import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** A journal that says who made each edit and lets each be taken back, the user's word on pairs, open questions. */
export async function identity(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, table, create } = migrationTools(db, spelling)
  const edits = db.schema.alterTable('identity_edits')
  await edits.addColumn('kind', text, (column) => column.notNull().defaultTo('merge')).execute()
  await edits.addColumn('made_by', text, (column) => column.notNull().defaultTo('keys')).execute()
  await edits.addColumn('at_ms', 'bigint').execute()
  await edits.addColumn('probability', 'double precision').execute()
  await edits.addColumn('undone_ms', 'bigint').execute()
  await edits.addColumn('gone_row', text).execute()
  // Splits used to be written as merges the other way round.
  await db
    .updateTable('identity_edits')
    .set((is) => ({
      kind: 'split',
      made_by: 'user',
      kept_person_id: is.ref('gone_person_id'),
      gone_person_id: is.ref('kept_person_id'),
    }))
    .where('reason', '=', 'the user said that this is not the owner')
    .execute()
  await db.schema.createIndex('identity_edits_kept').on('identity_edits').column('kept_person_id').execute()
  await db.schema.createIndex('identity_edits_gone').on('identity_edits').column('gone_person_id').execute()
  await create(
    table('identity_verdicts')
      .addColumn('first_hash', text, required)
      .addColumn('second_hash', text, required)
      .addColumn('edit_id', 'bigint', required)
      .addColumn('verdict', text, required)
      .addPrimaryKeyConstraint('identity_verdicts_key', ['first_hash', 'second_hash', 'edit_id']),
  )
  await create(
    table('match_questions')
      .addColumn('first_person_id', 'bigint', required)
      .addColumn('second_person_id', 'bigint', required)
      .addColumn('probability', 'double precision', required)
      .addColumn('evidence', text, required)
      .addPrimaryKeyConstraint('match_questions_key', ['first_person_id', 'second_person_id']),
  )
}
