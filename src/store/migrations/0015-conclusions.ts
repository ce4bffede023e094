import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** At which state of the data who is who was last worked out; nothing counts as concluded yet. */
export async function conclusions(db: Kysely<Tables>): Promise<void> {
  await sql`alter table owners add column concluded_changes bigint not null default -1`.execute(db)
  await sql`alter table owners add column concluded_directory bigint not null default -1`.execute(db)
}
