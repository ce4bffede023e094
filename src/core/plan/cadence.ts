import { skipDays } from '../model/action.ts'
import type { ActionKind, ActionState, SkipReason } from '../model/action.ts'
import { DAY_MS } from '../stats/decay.ts'

/** What became of an earlier proposal for somebody. */
export type PastAction = {
  readonly kind: ActionKind
  readonly state: ActionState
  readonly changedAt: number | null
  readonly until: number | null
  readonly reason: SkipReason | null
}

/** How the user wants to be in touch with somebody. */
export type ContactMark = { readonly leaveAlone: boolean; readonly until: number | null }

const WEEK_MS = 7 * DAY_MS
/** 1 January 1970 was a Thursday: weeks of the plan begin on Mondays, at midnight UTC. */
const FIRST_MONDAY_MS = 4 * DAY_MS
/** The same kind of action for the same person comes back after this, unless they wrote meanwhile. */
const SAME_ACTION_DAYS = 45

/** The beginning of the week that a time lies in: Monday, 0:00 UTC; epoch milliseconds. */
export const weekStart = (now: number): number =>
  Math.floor((now - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS

/**
 * Whether somebody may be proposed for a kind of action now. Not where they are to be left alone; not twice in one
 * week, nor the same again within six weeks, unless they wrote since; not before a snooze has ended; and not while
 * the reason for which the user skipped them holds.
 * @param lastInMs when they last wrote, NaN = never
 */
export function mayPropose(
  kind: ActionKind,
  past: readonly PastAction[],
  mark: ContactMark | null,
  lastInMs: number,
  now: number,
): boolean {
  if (mark?.leaveAlone === true && (mark.until === null || mark.until > now)) return false
  return past.every(({ kind: earlier, state, changedAt, until, reason }) => {
    if (changedAt === null) return true
    if (state === 'snoozed') return until === null || until <= now
    if (state === 'skipped') {
      const days = skipDays[reason ?? 'other']
      if (now < changedAt + days.person * DAY_MS) return false
      return earlier !== kind || now >= changedAt + days.action * DAY_MS
    }
    if (state !== 'done' || lastInMs > changedAt) return true
    return changedAt < weekStart(now) && (earlier !== kind || now >= changedAt + SAME_ACTION_DAYS * DAY_MS)
  })
}

/**
 * The day to propose within the week: the next of the days somebody prefers, from today on; today without any.
 * @param days 0 = Monday … 6 = Sunday
 */
export function preferredDay(days: readonly number[], now: number): number {
  const today = Math.floor(now / DAY_MS) * DAY_MS
  if (days.length === 0) return today
  for (let ahead = 0; ahead < 7; ahead++) {
    const day = today + ahead * DAY_MS
    if (days.includes(Math.floor((day - weekStart(day)) / DAY_MS))) return day
  }
  return today
}
