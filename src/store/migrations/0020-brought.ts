import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/** Which change last brought something from a source, and up to which such change who is who was worked out. */
export async function brought(db: Kysely<Tables>): Promise<void> {
  await sql`alter table owners add column brought_changes bigint not null default 0`.execute(db)
  await sql`alter table owners add column concluded_brought bigint not null default 0`.execute(db)
}
