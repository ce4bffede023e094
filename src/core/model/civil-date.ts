const DAY_MS = 86_400_000

/** A day of the Gregorian calendar; the month counts from 1. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * The day (UTC) of a time in epoch milliseconds, without `Date`, which core does not touch.
 *
 * Counts in years that begin on 1 March, so that the leap day is the last of its year, and in cycles of 400 years
 * (146,097 days). Method: H. Hinnant, "chrono-compatible low-level date algorithms".
 */
export function civilDate(atMs: number): CivilDate {
  const days = Math.floor(atMs / DAY_MS) + 719_468 // days since 1 March of year 0
  const cycle = Math.floor(days / 146_097)
  const dayOfCycle = days - cycle * 146_097
  const leapDays =
    Math.floor(dayOfCycle / 1460) - Math.floor(dayOfCycle / 36_524) + Math.floor(dayOfCycle / 146_096)
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365)
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** A day for people to read, such as `3 May`; with the year where it is not the year of `now`. */
export function dayInWords(atMs: number, now: number): string {
  const { year, month, day } = civilDate(atMs)
  const words = `${day} ${MONTHS[month - 1]!}`
  return year === civilDate(now).year ? words : `${words} ${year}`
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`

/** A span of days for people to read, in the largest unit of which it has two, rounded down: `4 months`. */
export function spanInWords(days: number): string {
  if (days >= 2 * 365.25) return count(Math.floor(days / 365.25), 'year')
  if (days >= 2 * 30.4375) return count(Math.floor(days / 30.4375), 'month')
  if (days >= 14) return count(Math.floor(days / 7), 'week')
  return count(Math.max(0, Math.floor(days)), 'day')
}
