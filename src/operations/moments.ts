import { KithError } from '#core/model/errors.ts'
import { timeOfIso } from './iso-time.ts'

const DAY_MS = 86_400_000
const unitDays: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 }

/**
 * A time as people write it: a day, a time, "today", "tomorrow", "yesterday", "in 3 days", "2 weeks ago", "monday".
 * @throws KithError 'invalid-input' for what is none
 */
export function momentOf(text: string, now: number): number {
  const words = text.trim().toLowerCase()
  const today = Math.floor(now / DAY_MS) * DAY_MS
  if (words === 'now') return now
  if (words === 'today') return today
  if (words === 'tomorrow') return today + DAY_MS
  if (words === 'yesterday') return today - DAY_MS
  if (words === 'next week') return today + 7 * DAY_MS
  const span = /^(?:(in)\s+)?(\d{1,4})\s*(day|week|month|year)s?(\s+ago)?$/.exec(words)
  if (span !== null) {
    const days = Number(span[2]) * (unitDays[span[3] ?? 'day'] ?? 1)
    return today + (span[4] === undefined ? days : -days) * DAY_MS
  }
  const weekday = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].findIndex(
    (day) => words === day || words === `next ${day}` || words === day.slice(0, 3),
  )
  if (weekday >= 0) {
    const ahead = (weekday - dayOfWeek(today) + 7) % 7
    return today + (ahead === 0 ? 7 : ahead) * DAY_MS
  }
  const at = timeOfIso(text)
  if (at !== null) return at
  throw new KithError(
    'invalid-input',
    `"${text}" is no time kith understands; write 2026-03-31, "tomorrow", "monday" or "in 3 days".`,
  )
}

/** 0 = Monday … 6 = Sunday, in UTC; 1 January 1970 was a Thursday. */
export const dayOfWeek = (at: number): number => (((Math.floor(at / DAY_MS) + 3) % 7) + 7) % 7
