import { importId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockOwner, nextId } from './owners.ts'
import { plainText } from './plain-text.ts'
import type { ImportRow, Store } from './store.ts'

export const importsPart = (
  backend: Backend,
): Pick<Store, 'startImport' | 'finishImport' | 'imports' | 'skips'> => ({
  startImport: (owner, { path, source, at }) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const id = await nextId(tx, 'next_import_id')
      await tx
        .insertInto('imports')
        .values({
          owner_id: owner,
          import_id: id,
          path: plainText(path),
          source,
          started_ms: at,
          finished_ms: null,
          state: 'running',
          read_count: 0,
          new_count: 0,
          skipped_count: 0,
        })
        .execute()
      return importId(id)
    }),

  finishImport: (owner, id, at, state) =>
    backend.write(async (tx) => {
      await tx
        .updateTable('imports')
        .set({ finished_ms: at, state })
        .where('owner_id', '=', owner)
        .where('import_id', '=', id)
        .execute()
    }),

  async imports(owner, limit) {
    const rows = await backend.db
      .selectFrom('imports as m')
      .leftJoin('import_hints as h', (on) =>
        on.onRef('h.owner_id', '=', 'm.owner_id').onRef('h.import_id', '=', 'm.import_id'),
      )
      .selectAll('m')
      .select('h.run_id')
      .where('m.owner_id', '=', owner)
      .orderBy('m.import_id', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      importId: importId(row.import_id),
      runId: row.run_id === null ? null : importId(row.run_id),
      path: row.path,
      source: row.source,
      startedAt: row.started_ms,
      finishedAt: row.finished_ms,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only states are stored
      state: row.state as ImportRow['state'],
      read: row.read_count,
      new: row.new_count,
      skipped: row.skipped_count,
    }))
  },

  async skips(owner, id, limit) {
    const rows = await backend.db
      .selectFrom('skips')
      .select(['place', 'reason'])
      .where('owner_id', '=', owner)
      .where('import_id', '=', id)
      .orderBy('position')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ where: row.place, reason: row.reason }))
  },
})
