import { sql } from 'kysely'
import type { ColumnBuilderCallback, CreateTableBuilder, Kysely, RawBuilder } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'

/** A column that always holds something. */
export const required: ColumnBuilderCallback = (column) => column.notNull()

/** What every migration needs to make tables that both engines spell in their own way. */
export type MigrationTools = {
  /** The type of text that every engine sorts alike. */
  readonly text: RawBuilder<unknown>
  readonly table: (name: string) => CreateTableBuilder<string, string>
  /** A table of an owner's facts: `owner_id` is its first column, and must be the first of each of its keys. */
  readonly facts: (name: string) => CreateTableBuilder<string, string>
  readonly create: <T extends string>(builder: CreateTableBuilder<T, string>) => Promise<void>
  /** Adds a counter to `meta`, from which `nextId` takes ids. */
  readonly counter: (name: string) => Promise<void>
}

export function migrationTools(db: Kysely<Tables>, spelling: Spelling): MigrationTools {
  const table = (name: string): CreateTableBuilder<string, string> => db.schema.createTable(name)
  return {
    text: spelling.text,
    table,
    facts: (name) => table(name).addColumn('owner_id', 'bigint', required),
    create: async (builder) =>
      (spelling.tableEnd === '' ? builder : builder.modifyEnd(sql.raw(spelling.tableEnd))).execute(),
    counter: async (name) => {
      await sql`insert into meta (name, value) values (${name}, 1)`.execute(db)
    },
  }
}
