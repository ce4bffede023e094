import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockDirectory, lockOwner } from './owners.ts'

export interface ConclusionStore {
  /**
   * Stands for the data as it is, where nothing changed since `setConcluded`: neither what the owner has, nor who is
   * who. Null where something did. The same word twice means that nothing changed in between, by any process.
   */
  readonly conclusion: (owner: OwnerId) => Promise<string | null>
  /** Notes that all that follows from the data as it is now has been worked out and stored. */
  readonly setConcluded: (owner: OwnerId) => Promise<void>
}

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

  setConcluded: (owner) =>
    backend.write(async (tx) => {
      const directory = await lockDirectory(backend, tx, false)
      const { changes } = await lockOwner(backend, tx, owner)
      await tx
        .updateTable('owners')
        .set({ concluded_changes: changes, concluded_directory: directory })
        .where('owner_id', '=', owner)
        .execute()
    }),
})
