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

const FORM = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/i

/** One time; null when it is none. */
export function parseTime(text: string, tzid?: string): CalendarTime | null {
  const match = FORM.exec(text.replaceAll('"', '').trim())
  if (!match) return null
  const isDate = match[4] === undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0))
  const wall = wallTime(year ?? 0, month ?? 0, day ?? 0, hour, minute, second)
  return wall === null ? null : { wall, isDate, isUtc: match[7] !== undefined, tzid }
}

/** The times of a property: DTSTART has one, EXDATE and RDATE several, of a period the start counts. */
export function timesOf({ value, params }: ContentLine): CalendarTime[] {
  const tzid = params.get('TZID')?.join(',')
  return value
    .split(',')
    .map((part) => parseTime(part.replace(/\/.*$/, ''), tzid))
    .filter((time) => time !== null)
}
