import { sql } from 'kysely'
import type { Backend } from './backend.ts'
import { setDirectoryVersion } from './ingest.ts'
import { keptTables, otherTables } from './kept-rows.ts'
import { lockDirectory } from './owners.ts'
import type { Tables } from './schema.ts'

export interface ClearStore {
  /**
   * Deletes everything that anybody brought in or entered, of all owners, and leaves nothing of it in the files; what
   * remains is an empty database that is ready for use. Nothing brings it back but a backup.
   */
  readonly clearAll: () => Promise<void>
}

/** What says which database this is, and what numbers come next. */
const stay = new Set(['schema_version', 'meta'])
/** Others refer to these: they go last, in this order. */
const last = ['owners', 'identities', 'people'] as const

export const clearPart = (backend: Backend): ClearStore => ({
  clearAll: async () => {
    const all = [...keptTables.map(([table]) => table), ...otherTables, 'identity_verdicts']
    const first = all.filter((table) => !stay.has(table) && !last.some((one) => one === table))
    await backend.write(async (tx) => {
      const version = await lockDirectory(backend, tx, true)
      for (const table of [...first, ...last])
        await sql`delete from ${sql.table(table as keyof Tables)}`.execute(tx)
      await setDirectoryVersion(tx, version + 1)
    })
    await backend.reclaim()
  },
})
