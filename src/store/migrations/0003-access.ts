import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Tokens for programs, and answers kept so that a change asked for twice is done once. */
export async function access(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create, counter } = migrationTools(db, spelling)
  await counter('next_token_id')
  await create(
    facts('tokens')
      .addColumn('token_id', 'bigint', required)
      .addColumn('token_hash', text, required)
      .addColumn('name', text, required)
      .addColumn('scope', text, required)
      .addColumn('added_ms', 'bigint', required)
      .addColumn('used_ms', 'bigint')
      .addPrimaryKeyConstraint('tokens_key', ['owner_id', 'token_id'])
      .addUniqueConstraint('tokens_hash', ['owner_id', 'token_hash']),
  )
  await create(
    facts('kept_answers')
      .addColumn('key_hash', text, required)
      .addColumn('request_hash', text, required)
      .addColumn('status', 'integer')
      .addColumn('body', text)
      .addColumn('at_ms', 'bigint', required)
      .addPrimaryKeyConstraint('kept_answers_key', ['owner_id', 'key_hash']),
  )
}
