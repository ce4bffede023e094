import { remember } from '../text/remember.ts'

/** Calendars in which some phones count years; the years since WhatsApp began do not overlap. */
export type Calendar = 'persian' | 'islamic-umalqura'

/** Persian 1388 and Islamic 1430 are 2009. */
const FIRST = { persian: 1388, islamic: 1430, none: 1500 } as const
/** Mean length of a year and a month in days: good enough to come close at the first try. */
const MEAN: Readonly<
  Record<Calendar, { readonly year: number; readonly month: number; readonly epoch: number }>
> = {
  persian: { year: 365.2422, month: 30.4, epoch: Date.UTC(622, 2, 21) },
  'islamic-umalqura': { year: 354.367, month: 29.53, epoch: Date.UTC(622, 6, 19) },
}
const DAY_MS = 86_400_000
const TRIES = 6

/** The calendar in which a year of WhatsApp's time is written; null for our own, and for Thailand's. */
export function yearsOf(year: number): Calendar | null {
  if (year < FIRST.persian || year >= FIRST.none) return null
  return year < FIRST.islamic ? 'persian' : 'islamic-umalqura'
}

const formats = remember(
  (calendar) =>
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }),
)

const find = remember((written) => {
  const [name, ...numbers] = written.split('|')
  const calendar = name as Calendar
  const [year = 0, month = 0, day = 0] = numbers.map(Number)
  const mean = MEAN[calendar]
  let at = mean.epoch + Math.round((year - 1) * mean.year + (month - 1) * mean.month + (day - 1)) * DAY_MS
  for (let tried = 0; tried < TRIES; tried++) {
    const parts = new Map(
      formats(calendar)
        .formatToParts(at)
        .map(({ type, value }) => [type, parseInt(value, 10)]),
    )
    const behind = [
      year - (parts.get('year') ?? 0),
      month - (parts.get('month') ?? 0),
      day - (parts.get('day') ?? 0),
    ]
    const [years = 0, months = 0, days = 0] = behind
    if (years === 0 && months === 0 && days === 0) return at
    at += Math.round(years * mean.year + months * mean.month + days) * DAY_MS
  }
  return null
})

/** The midnight of a day of another calendar as if it were UTC, in milliseconds; null for a day that does not exist. */
export const fromCalendar = (calendar: Calendar, year: number, month: number, day: number): number | null =>
  month < 1 || month > 12 || day < 1 || day > 31 ? null : find(`${calendar}|${year}|${month}|${day}`)
