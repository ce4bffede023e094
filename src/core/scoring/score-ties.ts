import { closenessColumn } from '../closeness/closeness.ts'
import { trustColumn } from '../closeness/trust.ts'
import { columnsFor } from '../closeness/columns-for.ts'
import { type ClosenessModel, defaultCloseness } from '../closeness/model.ts'
import { TREND_DAYS } from '../closeness/trend.ts'
import { byTie } from '../ledger/by-tie.ts'
import { DAY_MS } from '../stats/decay.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'
import type { Goal } from '../model/goal.ts'
import type { ContactColumns } from '../worth/values.ts'
import { type NetworkWorth, networkWorth } from '../worth/worth.ts'

/** Every score of every tie of one ego; row j of each column is tie j. */
export type TieScores = Pick<ContactColumns, 'segments' | 'history' | 'rates'> & {
  readonly ties: TieColumns
  readonly closeness: Float64Array
  /** Closeness 90 days before, by the same model; NaN where there had been no contact. */
  readonly before: Float64Array
  readonly trust: Float64Array
  /** NaN is unknown. */
  readonly calibre: Float64Array
  /** 1 = there was an exchange in both directions or a meeting. */
  readonly twoWay: Uint8Array
  readonly worth: NetworkWorth
}

/** Whether there ever was an exchange in both directions, or a meeting or call: what any contribution needs. */
export const isTwoWay = (counts: {
  readonly in: number
  readonly out: number
  readonly together: number
}): boolean => counts.together > 0 || (counts.in > 0 && counts.out > 0)

/**
 * Scores the ties of one ego from their events before `at` (epoch milliseconds).
 * @param calibre of each tie's alter, NaN where unknown
 * @param fieldMean what stands in for unknown calibre
 * @param more what the user keeps that worth depends on, and the time by which goals may have ended
 * @param model of closeness
 */
export function scoreTies(
  ledger: Ledger,
  calibre: Float64Array,
  goals: readonly Goal[],
  fieldMean: number,
  at: number,
  more: Pick<ContactColumns, 'segments' | 'history' | 'rates'> & { readonly now?: number } = {},
  model: ClosenessModel = defaultCloseness,
): TieScores {
  const ordered = byTie(ledger)
  const ties = columnsFor(model, ordered, at)
  const closeness = closenessColumn(ties, model)
  const earlier = columnsFor(model, ordered, at - TREND_DAYS * DAY_MS)
  const before = closenessColumn(earlier, model)
  for (let tie = 0; tie < before.length; tie++) if (Number.isNaN(earlier.lastMs[tie]!)) before[tie] = NaN
  const trust = trustColumn(ties)
  const twoWay = Uint8Array.from({ length: ties.length }, (_, tie) =>
    isTwoWay({ in: ties.in[tie] ?? 0, out: ties.out[tie] ?? 0, together: ties.together[tie] ?? 0 }) ? 1 : 0,
  )
  const { now, ...kept } = more
  const contacts: ContactColumns = { closeness, trust, calibre, twoWay, ...kept }
  return {
    ties,
    before,
    ...contacts,
    worth: networkWorth(contacts, goals, { fieldMean, ...(now === undefined ? {} : { now }) }),
  }
}
