import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockOwner, markChanged } from './owners.ts'

/** What was learned of closeness at one time. */
export type ClosenessModelRow = {
  /** Counts from 1. */
  readonly version: number
  readonly kind: string
  /** When it was learned, and up to when the data went; epoch milliseconds. */
  readonly fittedAt: number
  readonly dataAt: number
  /** Of the data it was learned from: the same data has the same one. */
  readonly fingerprint: string
  /** As core/closeness/model-text.ts writes it. */
  readonly model: string
  /** Any JSON: metrics, what changed. */
  readonly report: unknown
}

/** Versions kept of each owner. */
const KEPT_VERSIONS = 50

export interface ModelStore {
  /** What was learned of closeness, newest first. */
  readonly closenessModels: (owner: OwnerId, limit: number) => Promise<readonly ClosenessModelRow[]>
  /** Adds a version, by which closeness is scored from now on: scores count as old. Returns its number. */
  readonly addClosenessModel: (owner: OwnerId, model: Omit<ClosenessModelRow, 'version'>) => Promise<number>
}

export const modelsPart = (backend: Backend): ModelStore => ({
  async closenessModels(owner, limit) {
    const rows = await backend.db
      .selectFrom('closeness_models')
      .selectAll()
      .where('owner_id', '=', owner)
      .orderBy('version', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      version: row.version,
      kind: row.kind,
      fittedAt: row.fitted_ms,
      dataAt: row.data_ms,
      fingerprint: row.fingerprint,
      model: row.model,
      report: JSON.parse(row.report) as unknown,
    }))
  },

  addClosenessModel: (owner, { kind, fittedAt, dataAt, fingerprint, model, report }) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const last = await tx
        .selectFrom('closeness_models')
        .select('version')
        .where('owner_id', '=', owner)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst()
      const version = (last?.version ?? 0) + 1
      await tx
        .insertInto('closeness_models')
        .values({
          owner_id: owner,
          version,
          kind,
          fitted_ms: fittedAt,
          data_ms: dataAt,
          fingerprint,
          model,
          report: JSON.stringify(report),
        })
        .execute()
      await tx
        .deleteFrom('closeness_models')
        .where('owner_id', '=', owner)
        .where('version', '<=', version - KEPT_VERSIONS)
        .execute()
      await markChanged(tx, owner)
      return version
    }),
})
