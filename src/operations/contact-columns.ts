import { isTwoWay } from '#core/scoring/score-ties.ts'
import type { ContactColumns } from '#core/worth/values.ts'
import type { PersonRow } from '#store/store.ts'

/** Stored scores as the columns that worth is computed from. */
export const contactColumns = (rows: readonly PersonRow[]): ContactColumns => ({
  closeness: Float64Array.from(rows, (row) => row.closeness),
  trust: Float64Array.from(rows, (row) => row.trust),
  calibre: Float64Array.from(rows, (row) => row.calibre ?? NaN),
  twoWay: Uint8Array.from(rows, (row) =>
    isTwoWay({ in: row.interactionsIn, out: row.interactionsOut, together: row.interactionsTogether })
      ? 1
      : 0,
  ),
})
