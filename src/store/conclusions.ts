import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockDirectory, lockOwner } from './owners.ts'

export interface ConclusionStore {
  /**
   * Stands for the data as it is, where nothing changed since `setConcluded`: neither what the owner has, nor who is
   * who. Null where something did. The same word twice means that nothing changed in between, by any process.
   */
  readonly conclusion: (owner: OwnerId) => Promise<string | null>
  /** How far imports have brought something; a number that grows with each batch. */
  readonly brought: (owner: OwnerId) => Promise<number>
  /**
   * Notes that all that follows from the data has been worked out and stored: of what imports brought, up to `brought`;
   * absent is all that is there now.
   */
  readonly setConcluded: (owner: OwnerId, brought?: number) => Promise<void>
  /**
   * Whether an import ended without its conclusions: its process was killed after the last batch. False while an import
   * is under way, which draws them itself; one that began over an hour ago counts as killed.
   */
  readonly isUnconcluded: (owner: OwnerId, now: number) => Promise<boolean>
}

/** An import that began longer ago and has not ended was killed, or is one that nobody waits for. */
const ALIVE_MS = 3_600_000

/** Kept with the owner and not as a setting: a setting counts as a change itself. */
export const conclusionsPart = (backend: Backend): ConclusionStore => ({
  async conclusion(owner) {
    const row = await backend.db
      .selectFrom('owners as o')
      .innerJoin('meta as m', (on) => on.on('m.name', '=', 'directory_version'))
      .select(['o.changes', 'm.value as directory'])
      .where('o.owner_id', '=', owner)
      .whereRef('o.concluded_changes', '=', 'o.changes')
      .whereRef('o.concluded_directory', '=', 'm.value')
      .executeTakeFirst()
    return row === undefined ? null : `${row.changes}.${row.directory}`
  },

  async brought(owner) {
    const row = await backend.db
      .selectFrom('owners')
      .select('brought_changes')
      .where('owner_id', '=', owner)
      .executeTakeFirst()
    return row?.brought_changes ?? 0
  },

  async isUnconcluded(owner, now) {
    const row = await backend.db
      .selectFrom('owners')
      .select('owner_id')
      .where('owner_id', '=', owner)
      .whereRef('brought_changes', '>', 'concluded_brought')
      .executeTakeFirst()
    if (row === undefined) return false
    const imports = await backend.db
      .selectFrom('imports')
      .select('state')
      .where('owner_id', '=', owner)
      .where(({ eb, or }) => or([eb('state', '!=', 'running'), eb('started_ms', '>', now - ALIVE_MS)]))
      .groupBy('state')
      .execute()
    return imports.length > 0 && imports.every(({ state }) => state !== 'running')
  },

  setConcluded: (owner, brought = Infinity) =>
    backend.write(async (tx) => {
      const directory = await lockDirectory(backend, tx, false)
      const { changes, brought_changes: there } = await lockOwner(backend, tx, owner)
      const all = brought >= there
      await tx
        .updateTable('owners')
        .set({
          concluded_brought: Math.min(brought, there),
          // Another process brought something meanwhile: the next one who asks has to conclude from it.
          ...(all ? { concluded_changes: changes, concluded_directory: directory } : {}),
        })
        .where('owner_id', '=', owner)
        .execute()
    }),
})
