/** Numbers, dates and words as the screens show them. Pure functions; the locale is the browser's unless given. */

const nbsp = '\u00A0'

/**
 * A probability or share as a whole percentage, `62 %`.
 * Never shows 0 % or 100 % for something that is neither: then `< 1 %` or `> 99 %`.
 */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return `<${nbsp}1${nbsp}%`
  if (share < 1 && share > 0.995) return `>${nbsp}99${nbsp}%`
  return `${Math.round(share * 100)}${nbsp}%`
}

/** A share as a percentage, `unknown` for null: what kith does not know is never shown as 0. */
export const percentOrUnknown = (share: number | null): string =>
  share === null ? 'unknown' : percent(share)

/** A difference of probabilities in percentage points, `1.2 points`; `none` for 0. */
export const points = (share: number): string => {
  const value = share * 100
  if (value <= 0) return 'none'
  if (value < 0.01) return `<${nbsp}0.01${nbsp}points`
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0
  return `${value.toFixed(digits)}${nbsp}points`
}

/** A whole number with the locale's thousands separators. */
export const count = (value: number, locale?: string): string => new Intl.NumberFormat(locale).format(value)

/** `1 contact`, `12 contacts`. The plural is the singular with an s unless given. */
export const plural = (value: number, singular: string, many = `${singular}s`, locale?: string): string =>
  `${count(value, locale)} ${value === 1 ? singular : many}`

const byteUnits = ['kB', 'MB', 'GB', 'TB']

/** A size in decimal units, `1.2 GB`. */
export const bytes = (value: number): string => {
  if (value < 1000) return `${Math.round(value)}${nbsp}B`
  let size = value / 1000
  let unit = 0
  while (size >= 999.5 && unit < byteUnits.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)}${nbsp}${byteUnits[unit]}`
}

/** A span of time in its largest unit, `40 s`, `3 min`, `2 h`. */
export const duration = (seconds: number): string => {
  if (seconds < 1) return `<${nbsp}1${nbsp}s`
  if (seconds < 90) return `${Math.round(seconds)}${nbsp}s`
  if (seconds < 5400) return `${Math.round(seconds / 60)}${nbsp}min`
  return `${Math.round(seconds / 3600)}${nbsp}h`
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25],
  ['month', 30.4375],
  ['week', 7],
  ['day', 1],
]
const dayMs = 86_400_000

const startOfDay = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0)

/**
 * How long ago a day was: `today`, `yesterday`, `3 weeks ago`; also of days to come.
 * Counts calendar days in the viewer's time zone, and rounds down within a unit.
 */
export const relativeDate = (iso: string, now: number): string => {
  const days = Math.round((startOfDay(Date.parse(iso)) - startOfDay(now)) / dayMs)
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  for (const [unit, length] of steps) {
    const whole = Math.trunc(days / length)
    if (whole !== 0 && (unit !== 'week' || Math.abs(days) >= 14)) return words.format(whole, unit)
  }
  return words.format(0, 'day')
}

/** The full date and time in the viewer's locale and time zone. */
export const absoluteDate = (iso: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso))

/** The day in the viewer's locale, `4 Sep 2026`. */
export const shortDate = (iso: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))

const likelihoods: readonly (readonly [number, string])[] = [
  [0.05, 'very unlikely'],
  [0.2, 'unlikely'],
  [0.4, 'rather unlikely'],
  [0.6, 'about even'],
  [0.8, 'likely'],
  [0.95, 'very likely'],
]

/** A probability in words, from `very unlikely` to `almost certain`. */
export const likelihood = (probability: number): string =>
  likelihoods.find(([below]) => probability < below)?.[1] ?? 'almost certain'

/** Keeps a number and its percent sign on one line in a sentence of the server. */
export const unbroken = (text: string): string => text.replace(/ %/g, `${nbsp}%`)

/** First letter in upper case; the rest as it is. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Up to two initials of a name, for its picture. */
export const initials = (name: string): string => {
  const words = name.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word))
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
