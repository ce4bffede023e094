import { byTie } from './by-tie.ts'
import type { Ledger } from './ledger.ts'
import type { TieColumns } from './tie-columns.ts'
import { columnsOfFold, emptyFold, foldOn } from './tie-fold.ts'

/**
 * Folds the events before `at` (epoch milliseconds) into one entry a tie; the rows may come in any order. Equal to
 * folding each tie with `tie-statistics.ts` up to rounding, and the same to the last digit for any order of rows.
 * @param withDetail whether to fold what only learned models look at, too
 */
export function foldLedger(ledger: Ledger, at: number, withDetail = false): TieColumns {
  const ordered = byTie(ledger)
  const fold = emptyFold(ledger.tieCount, at, withDetail)
  foldOn(fold, ordered, ordered.starts.slice(0, ledger.tieCount), at)
  return columnsOfFold(fold, at)
}
