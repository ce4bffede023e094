import { byTie } from '../ledger/by-tie.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { DAY_MS } from '../stats/decay.ts'
import { closenessOf } from './closeness.ts'
import { columnsFor } from './columns-for.ts'
import type { ClosenessModel } from './model.ts'

/** A trend compares closeness with what it was so many days ago. */
export const TREND_DAYS = 90
/** A change of probability smaller than this is no trend. */
export const TREND_CHANGE = 0.1

export const trendKinds = ['warming', 'cooling', 'steady', 'new'] as const
export type TrendKind = (typeof trendKinds)[number]

/**
 * Where a tie is heading.
 *
 * New: no contact that counts until 90 days ago. Warming or cooling: closeness rose or fell by at least .1 over the
 * last 90 days. Everything else is steady.
 * @param before closeness 90 days ago; null where there had been no contact
 */
export function trendKind(now: number, before: number | null): TrendKind {
  if (before === null) return 'new'
  const change = now - before
  return change >= TREND_CHANGE ? 'warming' : change <= -TREND_CHANGE ? 'cooling' : 'steady'
}

/** Closeness of a tie at one time. */
export type TrendPoint = {
  /** Epoch milliseconds. */
  readonly at: number
  /** Null before the first contact. */
  readonly closeness: number | null
}

/**
 * Closeness over time, oldest first, by one model throughout, so that a change is the tie's and not the formula's.
 * @param ledger the events of one tie (tie 0)
 * @param steps how many points before the last one, `stepDays` apart; the last one is at `at`
 */
export function trendOf(
  ledger: Ledger,
  model: ClosenessModel,
  steps: number,
  stepDays: number,
  at: number,
): TrendPoint[] {
  const ordered = byTie({ ...ledger, tieCount: 1 })
  return Array.from({ length: steps + 1 }, (_, i) => {
    const time = at - (steps - i) * stepDays * DAY_MS
    const ties = columnsFor(model, ordered, time)
    const { closeness, parts } = closenessOf(ties, 0, model)
    return { at: time, closeness: parts.length > 0 ? closeness : null }
  })
}
