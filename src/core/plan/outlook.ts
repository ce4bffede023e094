import { closenessColumn } from '../closeness/closeness.ts'
import { trustColumn } from '../closeness/trust.ts'
import { columnsFor } from '../closeness/columns-for.ts'
import { defaultCloseness } from '../closeness/model.ts'
import type { ClosenessModel } from '../closeness/model.ts'
import { byTie } from '../ledger/by-tie.ts'
import type { TieLedger } from '../ledger/by-tie.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { IN, OUT } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'

/** How far the plan looks ahead: as far as closeness does. */
export const HORIZON_DAYS = 30

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
  const then = at + horizonDays * DAY_MS
  const ordered = byTie(ledger)
  const look = (touched: boolean) => {
    const columns = columnsFor(model, byTie(chosenTies(ordered, ties, at, touched)), then)
    return { closeness: closenessColumn(columns, model), trust: trustColumn(columns) }
  }
  return { silent: look(false), touched: look(true) }
}

/** The events of these ties before `at`, numbered as in the list; with one message each way at `at` if touched. */
function chosenTies(ledger: TieLedger, ties: readonly number[], at: number, touched: boolean): Ledger {
  const rowsOf = (tie: number): { first: number; end: number } => {
    const first = ledger.starts[tie] ?? 0
    let end = ledger.starts[tie + 1] ?? first
    while (end > first && !(ledger.atMs[end - 1]! < at)) end--
    return { first, end }
  }
  const added = touched ? [OUT, IN] : []
  const length = ties.reduce((sum, tie) => {
    const { first, end } = rowsOf(tie)
    return sum + end - first + added.length
  }, 0)
  const chosen = {
    length,
    tieCount: ties.length,
    tie: new Int32Array(length),
    atMs: new Float64Array(length),
    direction: new Uint8Array(length),
    channel: new Uint8Array(length),
    audience: new Int32Array(length),
    bulk: new Uint8Array(length),
  }
  let row = 0
  for (const [k, tie] of ties.entries()) {
    const { first, end } = rowsOf(tie)
    chosen.tie.fill(k, row, row + end - first + added.length)
    for (const column of ['atMs', 'direction', 'channel', 'audience', 'bulk'] as const)
      chosen[column].set(ledger[column].subarray(first, end), row)
    row += end - first
    for (const direction of added) {
      chosen.atMs[row] = at
      chosen.direction[row] = direction
      chosen.audience[row++] = 1
    }
  }
  return chosen
}
