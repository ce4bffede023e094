import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { migrationTools, required } from './tools.ts'

/** Accounts on servers, and how far each has been read. */
export async function accounts(db: Kysely<Tables>, spelling: Spelling): Promise<void> {
  const { text, facts, create, counter } = migrationTools(db, spelling)
  await counter('next_account_id')
  await create(
    facts('accounts')
      .addColumn('account_id', 'bigint', required)
      .addColumn('kind', text, required)
      .addColumn('server', text, required)
      .addColumn('user_name', text, required)
      .addColumn('vault_key', text, required)
      .addColumn('options', text, required)
      .addColumn('added_ms', 'bigint', required)
      .addPrimaryKeyConstraint('accounts_key', ['owner_id', 'account_id'])
      .addUniqueConstraint('accounts_name', ['owner_id', 'kind', 'server', 'user_name']),
  )
  await create(
    facts('account_syncs')
      .addColumn('account_id', 'bigint', required)
      .addColumn('state', text, required)
      .addColumn('started_ms', 'bigint')
      .addColumn('finished_ms', 'bigint')
      .addColumn('succeeded_ms', 'bigint')
      .addColumn('failures', 'integer', required)
      .addColumn('last_error', text)
      .addColumn('lease', text)
      .addColumn('lease_until_ms', 'bigint')
      .addPrimaryKeyConstraint('account_syncs_key', ['owner_id', 'account_id']),
  )
}
