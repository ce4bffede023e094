import { type Kysely, sql } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'

/** Which import brought what, also where several brought the same: what undoing one of them needs. */
export async function provenance(db: Kysely<Tables>, { text, tableEnd }: Spelling): Promise<void> {
  const end = sql.raw(tableEnd)
  await sql`create table interaction_repeats (
    owner_id bigint not null, import_id bigint not null, position bigint not null, ranges ${text} not null,
    primary key (owner_id, import_id, position)) ${end}`.execute(db)
  await sql`create table interaction_versions (
    owner_id bigint not null, interaction_id bigint not null, import_id bigint not null, told ${text} not null,
    primary key (owner_id, interaction_id, import_id)) ${end}`.execute(db)
  await sql`create table tie_sources (
    owner_id bigint not null, kind ${text} not null, key_hash ${text} not null, import_id bigint not null,
    primary key (owner_id, kind, key_hash, import_id)) ${end}`.execute(db)
  await sql`create table import_hints (
    owner_id bigint not null, import_id bigint not null, run_id bigint not null, hints ${text} not null,
    primary key (owner_id, import_id)) ${end}`.execute(db)
  await sql`create table fact_sources (
    identity_id bigint not null, field ${text} not null, source ${text} not null, value_hash ${text} not null,
    import_id bigint not null, at_ms bigint,
    primary key (identity_id, field, source, value_hash, import_id)) ${end}`.execute(db)
  await sql`create table position_sources (
    identity_id bigint not null, fact_hash ${text} not null, import_id bigint not null,
    first_ms bigint, last_ms bigint, seen_ms bigint not null,
    primary key (identity_id, fact_hash, import_id)) ${end}`.execute(db)
  await sql`create table identity_claims (
    identity_id bigint not null, other_id bigint not null, import_id bigint not null,
    primary key (identity_id, other_id, import_id)) ${end}`.execute(db)

  // Of what was imported before, the import that brought it first is known.
  await sql`insert into fact_sources (identity_id, field, source, value_hash, import_id, at_ms)
    select identity_id, field, source, value_hash, import_id, at_ms from person_facts where import_id is not null`.execute(
    db,
  )
  await sql`insert into position_sources (identity_id, fact_hash, import_id, first_ms, last_ms, seen_ms)
    select identity_id, fact_hash, import_id, first_ms, last_ms, seen_ms
    from position_facts where import_id is not null`.execute(db)
  await sql`insert into tie_sources (owner_id, kind, key_hash, import_id)
    select owner_id, 'declarations', key_hash, import_id from declarations`.execute(db)
  await sql`insert into tie_sources (owner_id, kind, key_hash, import_id)
    select owner_id, 'endorsements', key_hash, import_id from endorsements`.execute(db)
  await sql`insert into identity_claims (identity_id, other_id, import_id)
    select f.first_id, i.identity_id, coalesce(i.import_id, 0)
    from identities i
    join (select person_id, min(identity_id) as first_id from identities group by person_id) f
      on f.person_id = i.person_id
    where i.identity_id <> f.first_id`.execute(db)
}
