import { periodDays } from '../model/goal.ts'
import { DAY_MS } from '../stats/decay.ts'

/** A past quarter in which outcomes were counted; `end` is excluded. Epoch milliseconds. */
export type OutcomeWindow = { readonly start: number; readonly end: number }

const QUARTER_MS = periodDays.quarter * DAY_MS
/** Older quarters say little of how things stand now. */
const MOST_WINDOWS = 12

/**
 * The whole quarters before `now` in which the user recorded outcomes, oldest first: counted back from `now` as far as
 * the first outcome, at most three years. None before a whole quarter has passed since the first outcome.
 */
export function outcomeWindows(first: number, now: number): OutcomeWindow[] {
  const count = Math.min(MOST_WINDOWS, Math.floor((now - first) / QUARTER_MS))
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const end = now - (count - 1 - i) * QUARTER_MS
    return { start: end - QUARTER_MS, end }
  })
}
