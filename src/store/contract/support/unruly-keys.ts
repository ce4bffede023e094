import { sql } from 'kysely'
import type { Backend } from '../../backend.ts'
import { sharedTables } from '../../schema.ts'

/** A key or index of a table, with its columns in order. */
type Key = { readonly table: string; readonly name: string; readonly columns: readonly string[] }

/** Reads the keys and indexes that the database itself has: how differs by engine. */
export type ReadKeys = (backend: Backend) => Promise<readonly Key[]>

type KeyColumn = { readonly table: string; readonly name: string; readonly column: string }

const grouped = (rows: readonly KeyColumn[]): Key[] =>
  [...Map.groupBy(rows, (row) => `${row.table} ${row.name}`).values()].map((columns) => ({
    table: columns[0]?.table ?? '',
    name: columns[0]?.name ?? '',
    columns: columns.map((row) => row.column),
  }))

export const sqliteKeys: ReadKeys = async ({ db }) => {
  const { rows } = await sql<KeyColumn>`
    select t.name as "table", l.name as name, coalesce(c.name, '(expression)') as "column"
    from sqlite_master t, pragma_index_list(t.name) l, pragma_index_info(l.name) c
    where t.type = 'table' order by t.name, l.name, c.seqno`.execute(db)
  return grouped(rows)
}

export const postgresKeys: ReadKeys = async ({ db }) => {
  const { rows } = await sql<KeyColumn>`
    select t.relname as "table", i.relname as name, coalesce(a.attname, '(expression)') as "column"
    from pg_index x
    join pg_class t on t.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = current_schema()
    cross join generate_subscripts(x.indkey, 1) as s(place)
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[s.place] and a.attnum > 0
    order by t.relname, i.relname, s.place`.execute(db)
  return grouped(rows)
}

/**
 * What breaks the rule that facts can be spread by owner: a table of an owner without any key, and every key or
 * index that does not lead with `owner_id`. Tables are an owner's unless they are listed as shared.
 */
export async function unrulyKeys(backend: Backend, readKeys: ReadKeys): Promise<readonly string[]> {
  const keys = await readKeys(backend)
  const tables = (await backend.tableNames(backend.db)).filter((table) => !sharedTables.includes(table))
  return [
    ...tables
      .filter((table) => !keys.some((key) => key.table === table))
      .map((table) => `${table} has no key`),
    ...keys
      .filter((key) => tables.includes(key.table) && key.columns[0] !== 'owner_id')
      .map((key) => `${key.table} (${key.columns.join(', ')}) does not lead with owner_id`),
  ].sort()
}
