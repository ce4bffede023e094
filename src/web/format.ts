import { currentLanguage, currentLocale, t } from './texts/texts.ts'

/**
 * Numbers, dates and words as the screens show them. Dates are written as the user's own variety of the language has
 * them (`de-AT`); numbers as the language itself does, since kith's sentences beside them are made in it, on the server.
 */

const nbsp = '\u00A0'

/** Keeps what makes formats: one costs more than many uses of it, and a table asks for thousands. */
const kept = <Made, Options>(make: (locale: string, options: Options) => Made) => {
  const made = new Map<string, Made>()
  return (locale: string, options: Options): Made => {
    const key = `${locale} ${JSON.stringify(options)}`
    const known = made.get(key) ?? make(locale, options)
    made.set(key, known)
    return known
  }
}
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
const spans = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
)

const wholePercents = kept((_locale, value: number) => joined(t('format.percent', { value })))

/** Keeps a number and its unit on one line. */
const joined = (text: string): string => text.replaceAll(' ', nbsp)

/** A number with so many digits after the point, as the language writes it. */
export const decimal = (value: number, digits: number): string =>
  numbers(currentLanguage(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value)

/** A number with so many digits that matter, `0.0123`. */
export const significant = (value: number, digits: number): string =>
  numbers(currentLanguage(), { maximumSignificantDigits: digits }).format(value)

/**
 * A probability or share as a whole percentage, `62 %`.
 * Never shows 0 % or 100 % for something that is neither: then `< 1 %` or `> 99 %`.
 */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return joined(t('format.belowOnePercent'))
  if (share < 1 && share > 0.995) return joined(t('format.aboveNinetyNinePercent'))
  return wholePercents(currentLanguage(), Math.round(share * 100))
}

/** A small share with one decimal, `1.7 %`, where whole percentages would make unlike things look alike. */
export const finePercent = (share: number): string =>
  share >= 0.1 || share === 0
    ? percent(share)
    : share < 0.0005
      ? joined(t('format.percent', { value: `< ${decimal(0.1, 1)}` }))
      : joined(t('format.percent', { value: decimal(share * 100, 1) }))

/** A share as a percentage, `unknown` for null: what kith does not know is never shown as 0. */
export const percentOrUnknown = (share: number | null): string =>
  share === null ? t('common.unknown') : percent(share)

/** A difference of probabilities in percentage points, `1.2 points`; `none` for 0. */
export const points = (share: number): string => {
  const value = share * 100
  if (value <= 0) return t('common.none')
  if (value < 0.01) return joined(t('format.pointsTiny', { value: decimal(0.01, 2) }))
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0
  return joined(t('format.points', { value: decimal(value, digits) }))
}

/** A whole number with the thousands separators of the language. */
export const count = (value: number, locale: string = currentLanguage()): string =>
  numbers(locale, {}).format(value)

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
  return `${decimal(size, size < 10 ? 1 : 0)}${nbsp}${byteUnits[unit]}`
}

/** A span of time in its largest unit, `40 s`, `3 min`, `2 h`. */
export const duration = (seconds: number): string => {
  if (seconds < 1) return joined(t('format.secondsTiny'))
  if (seconds < 90) return joined(t('format.seconds', { value: Math.round(seconds) }))
  if (seconds < 5400) return joined(t('format.minutes', { value: Math.round(seconds / 60) }))
  return joined(t('format.hours', { value: Math.round(seconds / 3600) }))
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
  const words = spans(currentLocale(), { numeric: 'auto' })
  for (const [unit, length] of steps) {
    const whole = Math.trunc(days / length)
    if (whole !== 0 && (unit !== 'week' || Math.abs(days) >= 14)) return words.format(whole, unit)
  }
  return words.format(0, 'day')
}

/** The full date and time in the viewer's locale and time zone. */
export const absoluteDate = (iso: string, locale = currentLocale()): string =>
  dates(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso))

/** The day in the viewer's locale, `4 Sep 2026`. */
export const shortDate = (iso: string, locale = currentLocale()): string =>
  dates(locale, { dateStyle: 'medium' }).format(new Date(iso))

/** The day of the week in the viewer's language and time zone, `Friday`. */
export const weekday = (iso: string): string =>
  dates(currentLocale(), { weekday: 'long' }).format(new Date(iso))

/** An amount of money or the like without a currency, `12,000`. */
export const amount = (value: number): string =>
  numbers(currentLanguage(), { maximumFractionDigits: 2 }).format(value)

const likelihoods = [
  [0.05, 'veryUnlikely'],
  [0.2, 'unlikely'],
  [0.4, 'ratherUnlikely'],
  [0.6, 'even'],
  [0.8, 'likely'],
  [0.95, 'veryLikely'],
] as const

/** A probability in words, from `very unlikely` to `almost certain`. */
export const likelihood = (probability: number): string =>
  t(`format.likelihood.${likelihoods.find(([below]) => probability < below)?.[1] ?? 'almostCertain'}`)

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
