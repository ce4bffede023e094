import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** The kept study of the network's structure, and the introductions asked for. */
export async function discover(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create, counter } = migrationTools(db, spelling)
  await counter('next_introduction_id')
  await create(
    facts('network_studies')
      .addColumn('part', text, required)
      .addColumn('mark', text, required)
      .addColumn('body', text, required)
      .addPrimaryKeyConstraint('network_studies_key', ['owner_id', 'part']),
  )
  await create(
    facts('introductions')
      .addColumn('introduction_id', 'bigint', required)
      .addColumn('to_identity_id', 'bigint', required)
      .addColumn('via_identity_id', 'bigint', required)
      .addColumn('state', text, required)
      .addColumn('asked_ms', 'bigint', required)
      .addColumn('changed_ms', 'bigint', required)
      .addColumn('note', text)
      .addPrimaryKeyConstraint('introductions_key', ['owner_id', 'introduction_id']),
  )
}
