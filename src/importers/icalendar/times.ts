import type { ContentLine } from '../text/content-lines.ts'
import { wallTime } from '../text/time.ts'

/** A time as iCalendar writes it. */
export type CalendarTime = {
  /** The wall clock reading as if UTC, in milliseconds. */
  readonly wall: number
  readonly isDate: boolean
  readonly isUtc: boolean
  readonly tzid: string | undefined
}

const FORM = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/i

/** One time; null when it is none. */
export function parseTime(text: string, tzid?: string): CalendarTime | null {
  const match = FORM.exec(text.replaceAll('"', '').trim())
  if (!match) return null
  const isDate = match[4] === undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0))
  const wall = wallTime(year ?? 0, month ?? 0, day ?? 0, hour, minute, second)
  if (wall === null) return null
  // RFC 5545 forbids an offset, ISO 8601 has one.
  const [sign, hours = 0, minutes = 0] = match.slice(8)
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000)
  return { wall: wall - ahead, isDate, isUtc: match[7] !== undefined || sign !== undefined, tzid }
}

/** The times of a property: DTSTART has one, EXDATE and RDATE several, of a period the start counts. */
export function timesOf({ value, params }: ContentLine): CalendarTime[] {
  // Microsoft writes TZID=tzone://Microsoft/Utc without the quotes that its colon needs.
  const [, rest = ''] = /^(\/\/[^:]*):/.exec(value) ?? []
  const tzid = rest === '' ? params.get('TZID')?.join(',') : `${params.get('TZID')?.join(',') ?? ''}:${rest}`
  return value
    .slice(rest === '' ? 0 : rest.length + 1)
    .split(',')
    .map((part) => parseTime(part.replace(/\/.*$/, ''), tzid))
    .filter((time) => time !== null)
}
