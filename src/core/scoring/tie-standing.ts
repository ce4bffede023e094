import { closenessColumn } from '../closeness/closeness.ts'
import { needsDetail } from '../closeness/model.ts'
import type { ClosenessModel } from '../closeness/model.ts'
import { TREND_DAYS } from '../closeness/trend.ts'
import { trustColumn } from '../closeness/trust.ts'
import type { TieLedger } from '../ledger/by-tie.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'
import { columnsOfFold, emptyFold, foldOn } from '../ledger/tie-fold.ts'
import type { TieFold } from '../ledger/tie-fold.ts'
import { periodDays } from '../model/goal.ts'
import { DAY_MS } from '../stats/decay.ts'

const QUARTER_MS = periodDays.quarter * DAY_MS

/** How ties stand at a time: one entry a tie. */
export type TieStanding = {
  readonly ties: TieColumns
  readonly closeness: Float64Array
  readonly trust: Float64Array
  /** 1 = there was an exchange in both directions or a meeting. */
  readonly twoWay: Uint8Array
  /** Closeness after a quarter of silence: the same measure, looked at later. */
  readonly silent: Float64Array
}

/** Whether there ever was an exchange in both directions, or a meeting or call: what any contribution needs. */
export const isTwoWay = (counts: {
  readonly in: number
  readonly out: number
  readonly together: number
}): boolean => counts.together > 0 || (counts.in > 0 && counts.out > 0)

/** How folded ties stand at a time. */
export function standingOf(fold: TieFold, at: number, model: ClosenessModel): TieStanding {
  const ties = columnsOfFold(fold, at)
  return {
    ties,
    closeness: closenessColumn(ties, model),
    trust: trustColumn(ties),
    twoWay: Uint8Array.from({ length: ties.length }, (_, tie) =>
      Number(isTwoWay({ in: ties.in[tie]!, out: ties.out[tie]!, together: ties.together[tie]! })),
    ),
    silent: closenessColumn(columnsOfFold(fold, at + QUARTER_MS), model),
  }
}

/**
 * Folds all events before `until` once, and says how the ties stand at `at`, and what closeness was 90 days before
 * (NaN where there had been no contact).
 * @param settled called with the fold of the events before a time on the way
 */
export function standingOfLedger(
  ledger: TieLedger,
  times: { readonly at: number; readonly until: number },
  model: ClosenessModel,
  settled?: { readonly before: number; readonly take: (fold: TieFold) => void },
): TieStanding & { readonly before: Float64Array } {
  const { at, until } = times
  const fold = emptyFold(ledger.tieCount, at, needsDetail(model))
  const next = ledger.starts.slice(0, ledger.tieCount)
  const trendAt = at - TREND_DAYS * DAY_MS
  foldOn(fold, ledger, next, trendAt)
  const earlier = columnsOfFold(fold, trendAt)
  const before = closenessColumn(earlier, model)
  for (let tie = 0; tie < before.length; tie++) if (Number.isNaN(earlier.lastMs[tie]!)) before[tie] = NaN
  if (settled !== undefined) {
    foldOn(fold, ledger, next, settled.before)
    settled.take(fold)
  }
  foldOn(fold, ledger, next, until)
  return { ...standingOf(fold, at, model), before }
}
