import { defaultCloseness } from '#core/closeness/model.ts'
import type { ClosenessModel } from '#core/closeness/model.ts'
import { modelOfText } from '#core/closeness/model-text.ts'
import type { Context } from './operation.ts'

/** Setting that holds the user to the shipped default: `default`; absent for what was learned. */
export const MODEL_SETTING = 'closeness-model'

/** What closeness is scored by for this owner. */
export type ModelInUse = {
  readonly model: ClosenessModel
  /** The version it was stored as; null for the shipped default that nothing was learned against. */
  readonly version: number | null
}

/** Versions looked through for one that had seen nothing later than the time asked for. */
const LOOKED_THROUGH = 50

/**
 * The model that closeness is scored by: the newest one learned, unless the user keeps to the shipped default. At an
 * earlier time it is the newest that had seen nothing later.
 */
export async function closenessModelOf({ store, owner, at }: Context): Promise<ModelInUse> {
  if ((await store.setting(owner, MODEL_SETTING)) === 'default')
    return { model: defaultCloseness, version: null }
  const rows = await store.closenessModels(owner, at === null ? 1 : LOOKED_THROUGH)
  const newest = rows.find((row) => at === null || row.dataAt <= at)
  const model = newest === undefined ? null : modelOfText(newest.model)
  return model === null
    ? { model: defaultCloseness, version: null }
    : { model, version: newest?.version ?? null }
}
