import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { KithError } from '#core/model/errors.ts'
import type { Backend } from './backend.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'

/**
 * Brings the database to the newest schema. Safe when several processes open it at once: one of them migrates.
 * @throws KithError 'database' when the schema is newer than this kith, or belongs to another program
 */
export async function migrate(backend: Backend, steps = migrations): Promise<void> {
  const found = await schemaVersion(backend, backend.db)
  if (found === steps.length) return
  await backend.write(async (tx) => {
    await backend.lockSchema(tx)
    const version = await schemaVersion(backend, tx)
    if (version > steps.length)
      throw new KithError(
        'database',
        `${backend.location} was written by a newer kith (schema ${version}, this one knows ${steps.length}). ` +
          'Update kith, or choose another database with --db.',
      )
    if (version === 0) await sql`create table schema_version (version integer not null)`.execute(tx)
    for (const step of steps.slice(version)) await step(tx, backend.spelling)
    await sql`delete from schema_version`.execute(tx)
    await sql`insert into schema_version (version) values (${steps.length})`.execute(tx)
  })
}

/** How many migrations the database has seen; 0 when it is empty. */
export async function schemaVersion(backend: Backend, db: Kysely<Tables>): Promise<number> {
  const tables = await backend.tableNames(db)
  if (tables.length === 0) return 0
  const stored = tables.includes('schema_version')
    ? await sql<{ version: number }>`select version from schema_version`.execute(db)
    : null
  const version = stored?.rows[0]?.version
  if (version === undefined)
    throw new KithError(
      'database',
      `${backend.location} holds the tables of another program. Give kith a database of its own with --db.`,
    )
  return version
}
