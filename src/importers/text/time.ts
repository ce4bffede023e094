import type { TimeQuality } from '#core/model/interaction.ts'

/** A time as a source states it: epoch milliseconds, and how far to trust them. */
export type Instant = { readonly at: number; readonly timeQuality: TimeQuality }

/** Times outside these years are mistakes of a clock or a program, not dates of contacts. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const FIRST_MS = Date.UTC(FIRST_YEAR, 0)
const LAST_MS = Date.UTC(LAST_YEAR + 1, 0)

/** Whether an epoch time lies in a year in which somebody can have written to somebody. */
export const isPlausible = (at: number): boolean => at >= FIRST_MS && at < LAST_MS

/** The wall clock reading as if it were UTC, in milliseconds; null for a day or hour that does not exist. */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  // Date.UTC rolls 30 February over into March.
  if (!Number.isInteger(day) || day < 1 || day > daysIn(year, month)) return null
  const at = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59))
  return Number.isNaN(at) ? null : at
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days of a month of the Gregorian calendar; January is 1. */
const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0)

const formats = new Map<string, Intl.DateTimeFormat | null>()

function format(zone: string): Intl.DateTimeFormat | null {
  let found = formats.get(zone)
  if (found === undefined) {
    try {
      found = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    } catch {
      found = null
    }
    // A hostile file may name many zones.
    if (formats.size > 1_000) formats.clear()
    formats.set(zone, found)
  }
  return found
}

/** Whether the name is a time zone of the IANA database. */
export const isZone = (zone: string): boolean => /^[A-Za-z]/.test(zone) && format(zone) !== null

/** What the clocks of a zone are ahead of UTC at an instant, in milliseconds; 0 for an unknown zone. */
export function zoneOffset(zone: string, at: number): number {
  if (zone === 'UTC') return 0
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format(zone)?.format(at) ?? '')
  if (!match) return 0
  const ms = (Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)) * 1000
  return match[1] === '-' ? -ms : ms
}

const DAY = 86_400_000

/**
 * The instant at which the clocks showed a wall time, given how far they are ahead at any instant. A wall time
 * that happened twice is the first of both; one that was skipped is read with the offset from before the gap.
 */
export function wallToInstant(wall: number, offsetAt: (at: number) => number): number {
  const before = offsetAt(wall - DAY)
  if (offsetAt(wall - before) === before) return wall - before
  const after = offsetAt(wall + DAY)
  return offsetAt(wall - after) === after ? wall - after : wall - before
}

/** The instant of a wall time in an IANA zone. */
export const inZone = (wall: number, zone: string): number =>
  zone === 'UTC' ? wall : wallToInstant(wall, (at) => zoneOffset(zone, at))

const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * A time in ISO 8601: with a zone exact, without one in `timeZone`, a day alone as its midnight in UTC.
 * Null for anything else, for days that do not exist, and for years outside 1900 to 2199.
 */
export function parseIso(text: string, timeZone: string): Instant | null {
  const match = ISO.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const wall = wallTime(
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
  )
  if (wall === null) return null
  if (hour === undefined) return { at: wall, timeQuality: 'day' }
  const ms = wall + Math.floor(Number(`0.${fraction ?? 0}`) * 1000)
  if (zone === undefined) return { at: inZone(ms, timeZone), timeQuality: 'local' }
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!offset) return { at: ms, timeQuality: 'exact' }
  const ahead = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * 60_000
  return { at: offset[1] === '-' ? ms + ahead : ms - ahead, timeQuality: 'offset' }
}
