import type { AppointmentRecur } from '@kenjiuno/msgreader/lib/AppointmentRecurParser.js'
import type { Recurrence } from './item.ts'

/** Minutes between 1601, where Outlook begins to count, and the epoch. */
const EPOCH_MINUTES = 194_074_560
const DAY_MINUTES = 1_440
/** A series with more changes than this is cut there. */
const MAX_CHANGES = 2_000
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** Codes of MS-OXOCAL 2.2.1.44.1. */
const WEEK = 1
const MONTH = 2
const MONTH_NTH = 3
const MONTH_END = 4
const YEARLY_OR_MONTHLY = 8_204
const DAILY = 8_202
const WEEKLY = 8_203
const ENDS_AT_DATE = 8_225
const ENDS_AFTER_COUNT = 8_226

const digits = (value: number, count: number): string => String(value).padStart(count, '0')

/** A count of minutes since 1601 as iCalendar writes it; null for what is no time. */
function stamp(minutes: number, dateOnly = false): string | null {
  const date = new Date((minutes - EPOCH_MINUTES) * 60_000)
  const year = date.getUTCFullYear()
  if (!(year >= 1900 && year < 2200)) return null
  const day = digits(year, 4) + digits(date.getUTCMonth() + 1, 2) + digits(date.getUTCDate(), 2)
  return dateOnly ? day : `${day}T${digits(date.getUTCHours(), 2)}${digits(date.getUTCMinutes(), 2)}00`
}

const byDay = (bits: number): string => DAYS.filter((_, day) => (bits & (1 << day)) !== 0).join()

/** The day of the month; in months that are too short Outlook takes the last one. */
const byMonthDay = (day: number): string => {
  const days = []
  for (let one = 28; one <= Math.min(day, 31); one++) days.push(one)
  return day <= 28 ? `BYMONTHDAY=${day}` : `BYMONTHDAY=${days.join()};BYSETPOS=-1`
}

/** The rule of a pattern; null when it is none that kith knows (those of other calendars). */
function ruleOf(pattern: AppointmentRecur['recurrencePattern']): string | null {
  const { patternType, period } = pattern
  // Compared as numbers: the package exports its codes as types only.
  const frequency = Number(pattern.recurFrequency)
  const type = Number(patternType)
  const end = Number(pattern.endType)
  const until = stamp(pattern.endDate, true)
  const limit =
    end === ENDS_AFTER_COUNT && pattern.occurrenceCount > 0
      ? `;COUNT=${pattern.occurrenceCount}`
      : end === ENDS_AT_DATE && until !== null
        ? `;UNTIL=${until}`
        : ''
  if (frequency === DAILY && type === 0)
    return `FREQ=DAILY;INTERVAL=${Math.max(1, Math.round(period / DAY_MINUTES))}${limit}`
  const weekdays = byDay(pattern.patternTypeWeek?.dayOfWeekBits ?? 0)
  if ((frequency === WEEKLY || frequency === DAILY) && type === WEEK && weekdays !== '') {
    const every = frequency === DAILY ? 1 : Math.max(1, period)
    return `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${weekdays};WKST=${DAYS[pattern.firstDOW] ?? 'SU'}${limit}`
  }
  if (frequency < YEARLY_OR_MONTHLY) return null
  // Once a year is every twelve months.
  const monthly = `FREQ=MONTHLY;INTERVAL=${Math.max(1, period)}`
  if (type === MONTH) return `${monthly};${byMonthDay(pattern.patternTypeMonth?.day ?? 1)}${limit}`
  if (type === MONTH_END) return `${monthly};BYMONTHDAY=-1${limit}`
  if (type === MONTH_NTH) {
    const { n = 0, dayOfWeekBits = 0 } = pattern.patternTypeMonthNth ?? {}
    const days = byDay(dayOfWeekBits)
    if (days === '' || n < 1) return null
    return `${monthly};BYDAY=${days};BYSETPOS=${n === 5 ? -1 : n}${limit}`
  }
  return null
}

/**
 * When an appointment recurs, as lines of iCalendar; null when the pattern cannot be read, so that the first
 * occurrence alone counts. The times are wall times of the zone, which is named as Windows does.
 */
export function recurrenceOf(recur: AppointmentRecur, zone: string): Recurrence | null {
  const { recurrencePattern: pattern, startTimeOffset: clock } = recur
  const rule = ruleOf(pattern)
  const start = stamp(pattern.startDate + clock)
  if (rule === null || start === null) return null
  const inZone = zone === '' ? '' : `;TZID="${zone.replace(/["\r\n]/g, '')}"`
  const lines = [`DTSTART${inZone}:${start}`, `RRULE:${rule}`]
  for (const day of pattern.deletedInstanceDates.slice(0, MAX_CHANGES)) {
    const date = stamp(day, true)
    if (date !== null) lines.push(`EXDATE;VALUE=DATE:${date}`)
  }
  const moved: string[][] = []
  for (const { originalStartTime, startDateTime } of recur.exceptionInfo.slice(0, MAX_CHANGES)) {
    const [from, to] = [stamp(originalStartTime), stamp(startDateTime)]
    if (from !== null && to !== null) moved.push([`RECURRENCE-ID${inZone}:${from}`, `DTSTART${inZone}:${to}`])
  }
  return { lines, moved }
}
