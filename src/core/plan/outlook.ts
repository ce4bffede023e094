import { closenessColumn } from '../closeness/closeness.ts'
import { trustColumn } from '../closeness/trust.ts'
import { columnsFor } from '../closeness/columns-for.ts'
import { defaultCloseness } from '../closeness/model.ts'
import type { ClosenessModel } from '../closeness/model.ts'
import { byTie } from '../ledger/by-tie.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { selectRows } from '../ledger/select.ts'
import { IN, OUT } from '../ledger/weights.ts'
import { periodDays } from '../model/goal.ts'
import { DAY_MS } from '../stats/decay.ts'

const QUARTER_MS = periodDays.quarter * DAY_MS

/** How far the plan looks ahead: as far as closeness does. */
export const HORIZON_DAYS = 30

/** Closeness of every tie after a quarter of silence from `at` on: the same measure, looked at later. */
export function closenessAfterSilence(
  ledger: Ledger,
  at: number,
  model: ClosenessModel = defaultCloseness,
): Float64Array {
  // What is to come must not be seen when looking ahead.
  const seen = selectRows(ledger, (row) => ledger.atMs[row]! < at)
  return closenessColumn(columnsFor(model, byTie(seen), at + QUARTER_MS), model)
}

/** How some ties stand at the horizon: if nothing happens, and if there is an exchange in both directions now. */
export type TouchOutlook = {
  readonly silent: { readonly closeness: Float64Array; readonly trust: Float64Array }
  readonly touched: { readonly closeness: Float64Array; readonly trust: Float64Array }
}

/**
 * Looks ahead for these ties by letting the measures themselves look: at the events so far, and at the same events
 * with one message each way at `at`. Entry k belongs to `ties[k]`.
 */
export function touchOutlook(
  ledger: Ledger,
  ties: readonly number[],
  at: number,
  model: ClosenessModel = defaultCloseness,
  horizonDays: number = HORIZON_DAYS,
): TouchOutlook {
  const place = new Map(ties.map((tie, k) => [tie, k]))
  const silent = new LedgerBuilder()
  const touched = new LedgerBuilder()
  for (let row = 0; row < ledger.length; row++) {
    const k = place.get(ledger.tie[row]!)
    if (k === undefined || !(ledger.atMs[row]! < at)) continue
    for (const builder of [silent, touched])
      builder.push(
        k,
        ledger.atMs[row]!,
        ledger.direction[row]!,
        ledger.channel[row]!,
        ledger.audience[row]!,
        ledger.bulk[row] === 1,
      )
  }
  for (let k = 0; k < ties.length; k++) {
    touched.push(k, at, OUT, 0, 1, false)
    touched.push(k, at, IN, 0, 1, false)
  }
  const then = at + horizonDays * DAY_MS
  const look = (builder: LedgerBuilder) => {
    const columns = columnsFor(model, byTie(builder.finish(ties.length)), then)
    return { closeness: closenessColumn(columns, model), trust: trustColumn(columns) }
  }
  return { silent: look(silent), touched: look(touched) }
}
