import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** What the user keeps (notes, tags, marks, reminders, actions, outcomes, snapshots), and goals with more to them. */
export async function entries(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create, counter } = migrationTools(db, spelling)
  for (const [name, type] of [
    ['segment', sql`${text}`],
    ['starts_ms', sql`bigint`],
    ['ends_ms', sql`bigint`],
    ['removed_ms', sql`bigint`],
    ['previous', sql`${text}`],
  ] as const)
    await db.schema.alterTable('goals').addColumn(name, type).execute()
  await create(
    facts('entries')
      .addColumn('entry_id', 'bigint', required)
      .addColumn('kind', sql`${text}`, required)
      .addColumn('about', sql`${text}`)
      .addColumn('via', sql`${text}`)
      .addColumn('at_ms', 'bigint', required)
      .addColumn('made_ms', 'bigint', required)
      .addColumn('removed_ms', 'bigint')
      .addColumn('body', sql`${text}`, required)
      .addColumn('previous', sql`${text}`)
      .addPrimaryKeyConstraint('entries_key', ['owner_id', 'kind', 'entry_id']),
  )
  await create(
    facts('outlooks')
      .addColumn('person_id', 'bigint', required)
      .addColumn('silent', 'double precision', required)
      .addColumn('overlap', 'double precision')
      .addPrimaryKeyConstraint('outlooks_key', ['owner_id', 'person_id']),
  )
  await counter('next_entry_id')
}
