import { inZone, parseIso, wallTime, type Instant } from '../text/time.ts'

/** Reads one way in which LinkedIn writes dates; null for anything else. */
export type DateFormat = (text: string, timeZone: string) => Instant | null

/** The first three letters of each month, four in French where June and July need them. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'janv', 'ene', 'gen'],
    ['feb', 'fév', 'fev'],
    ['mar', 'mär', 'mrz', 'mrt'],
    ['apr', 'avr', 'abr'],
    ['may', 'mai', 'mag', 'mei'],
    ['jun', 'juin', 'giu'],
    ['jul', 'juil', 'lug'],
    ['aug', 'aoû', 'ago'],
    ['sep', 'set'],
    ['oct', 'okt', 'ott', 'out'],
    ['nov'],
    ['dec', 'dez', 'déc', 'dic'],
  ].flatMap((names, month) => names.map((name) => [name, month + 1] as const)),
)

/** The number of a month by its name, whole or cut, in English, German, French, Spanish, Portuguese, Italian or Dutch. */
const monthOf = (name: string): number | undefined => {
  const plain = name.toLowerCase()
  return MONTHS.get(plain.slice(0, 4)) ?? MONTHS.get(plain.slice(0, 3))
}

/** LinkedIn began in 2003: two-digit years are of this century. */
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const asDay = (wall: number | null): Instant | null =>
  wall === null ? null : { at: wall, timeQuality: 'day' }

/** `04 Jul 2023`, `18-Jun-24` (saved by Excel), `03. Okt. 2022`: a day without a zone. */
export const dayMonthName: DateFormat = (text) => {
  const match = /^(\d{1,2})\.?[ -](?:de )?(\p{L}{3,})\.?[ -](?:de )?(\d{4}|\d\d)$/u.exec(text)
  const month = monthOf(match?.[2] ?? '')
  return match && month !== undefined
    ? asDay(wallTime(fullYear(match[3] ?? ''), month, Number(match[1])))
    : null
}

/** `Jun 2018`, `Okt. 2019`, or a year alone: the first day of it. */
export const monthYear: DateFormat = (text) => {
  const match = /^(?:(\p{L}{3,})\.? (?:de )?)?(\d{4})$/u.exec(text)
  const month = match?.[1] === undefined ? 1 : monthOf(match[1])
  return match && month !== undefined ? asDay(wallTime(Number(match[2]), month, 1)) : null
}

/** `2024-01-15`, with or without a time. */
export const isoDate: DateFormat = (text, timeZone) => parseIso(text, timeZone)

/** `18.06.2024`: what a German spreadsheet makes of a date. */
export const dottedDate: DateFormat = (text) => {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?: .*)?$/.exec(text)
  return match ? asDay(wallTime(fullYear(match[3] ?? ''), Number(match[2]), Number(match[1]))) : null
}

/** `Jul 4, 2023`: what an American spreadsheet makes of a date. */
export const monthNameDay: DateFormat = (text) => {
  const match = /^(\p{L}{3,})\.? (\d{1,2}), (\d{4})$/u.exec(text)
  const month = monthOf(match?.[1] ?? '')
  return match && month !== undefined ? asDay(wallTime(Number(match[3]), month, Number(match[2]))) : null
}

/** `14/07/2023`, `07/14/23` of a spreadsheet: only where one of the two can be no month, or both are the same. */
export const slashedDate: DateFormat = (text) => {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)(?: \d.*)?$/.exec(text)
  if (!match) return null
  const [one, two] = [Number(match[1]), Number(match[2])]
  if (one <= 12 && two <= 12 && one !== two) return null
  return asDay(wallTime(fullYear(match[3] ?? ''), Math.min(one, two), Math.max(one, two)))
}

/** `2024-06-18 11:59:53 UTC`, `2021/12/16 12:56:17 UTC`. */
export const utcStamp: DateFormat = (text) => {
  const match = /^(\d{4})[-/](\d\d?)[-/](\d\d?) (\d\d?):(\d\d):(\d\d)(?:\.\d+)? UTC$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number)
  const at = wallTime(year ?? 0, month ?? 0, day ?? 0, hour, minute, second)
  return at === null ? null : { at, timeQuality: 'exact' }
}

/** `6/14/24, 5:57 AM`: month first, no zone stated. */
export const usTime: DateFormat = (text, timeZone) => {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d),? (\d{1,2}):(\d\d)(?::(\d\d))?\s*([AP])M$/iu.exec(text)
  if (!match) return null
  const half = Number(match[4])
  if (half < 1 || half > 12) return null
  const hour = (half % 12) + (match[7]?.toUpperCase() === 'P' ? 12 : 0)
  const wall = wallTime(
    fullYear(match[3] ?? ''),
    Number(match[1]),
    Number(match[2]),
    hour,
    Number(match[5]),
    Number(match[6] ?? 0),
  )
  return wall === null ? null : { at: inZone(wall, timeZone), timeQuality: 'local' }
}

/**
 * A date by the formats that its file is known to use, the first that fits. No two of the formats fit the same
 * text, so nothing is guessed. Null for an unknown one.
 */
export function readDate(text: string, formats: readonly DateFormat[], timeZone: string): Instant | null {
  const clean = text.replace(/[\s\u202F\u00A0]+/g, ' ').trim()
  for (const format of formats) {
    const instant = format(clean, timeZone)
    if (instant) return instant
  }
  return null
}
