import type { ImportId, OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockOwner } from './owners.ts'

/** Files of a folder that an import has read and that need not be read again. */
export type ReadFolder = {
  readonly importId: ImportId
  /** Where on this machine. */
  readonly folder: string
  /** A line each. */
  readonly names: string
}

export interface ReadFolderStore {
  /** Keeps with an import what it has read; undoing the import forgets it, so that the next one reads it again. */
  readonly keepReadFolders: (
    owner: OwnerId,
    id: ImportId,
    folders: readonly Omit<ReadFolder, 'importId'>[],
  ) => Promise<void>
  readonly readFolders: (owner: OwnerId) => Promise<readonly ReadFolder[]>
}

export const readFoldersPart = (backend: Backend): ReadFolderStore => ({
  keepReadFolders: (owner, id, folders) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      for (const { folder, names } of folders)
        await tx
          .insertInto('read_folders')
          .values({ owner_id: owner, import_id: id, folder, names })
          .onConflict((on) => on.columns(['owner_id', 'import_id', 'folder']).doUpdateSet({ names }))
          .execute()
    }),

  async readFolders(owner) {
    const rows = await backend.db
      .selectFrom('read_folders')
      .selectAll()
      .where('owner_id', '=', owner)
      .orderBy('import_id')
      .orderBy('folder')
      .execute()
    return rows.map(({ import_id, folder, names }) => ({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the branded form of the same number
      importId: import_id as ImportId,
      folder,
      names,
    }))
  },
})
