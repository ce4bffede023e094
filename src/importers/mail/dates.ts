import type { TimeQuality } from '#core/model/interaction.ts'
import { inZone, parseIso, wallTime } from '../text/time.ts'

/** When a message says it was written. */
export type MailDate = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly timeQuality: TimeQuality
  /** Epoch seconds that do not depend on the zone of the reader: for keys. */
  readonly keySeconds: number
}

/** Mail with a date before or after is of a clock that was not set. The end is not included. */
const FIRST_MAIL_MS = Date.UTC(1980, 0)
const LAST_MAIL_MS = Date.UTC(2100, 0)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zones by name in minutes ahead of UTC (RFC 5322 §4.3, and those of old European mail). */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

/** RFC 5322: `Thu, 17 Jan 2002 09:03:03 -0800 (PST)`, obsolete forms, dots for colons, two or three digits of year. */
const DAY_FIRST =
  /^(?:[a-z]{2,12}\.?\s*,?\s*)?(\d{1,2})[\s.-]+([a-z]{3,9})\.?[\s,-]+(\d{1,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*([^\s(]+)?/i
/** asctime and its kin: `Mon Jan  1 09:00:00 2024`, the zone before or after the year; `Jan 1, 2024 9:00 AM`. */
const MONTH_FIRST =
  /^(?:[a-z]{2,12}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4}),?\s+)?(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\s*([ap]\.?m\b\.?))?(?:\s+([a-z]{1,5}|[+-]\d{4}))?(?:\s+(\d{4}))?(?:\s+([a-z]{1,5}|[+-]\d{4}))?/i

const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** RFC 5322 §4.3: two digits below 50 are of this century; three count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

/** Minutes ahead of UTC; null for none stated, 'unknown' for one that says it does not know (`-0000`, a word). */
function zoneMinutes(zone: string | undefined): number | 'unknown' | null {
  if (zone === undefined) return null
  const offset = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d\d)(?!\d)/i.exec(zone)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3])
    if (offset[1] === '-') return minutes === 0 ? 'unknown' : minutes <= 24 * 60 ? -minutes : 'unknown'
    return minutes <= 24 * 60 ? minutes : 'unknown'
  }
  const name = zone.toLowerCase().replace(/[^a-z]+$/, '')
  return name === '' ? null : (ZONES[name] ?? 'unknown')
}

function hourOfDay(hour: string, half: string | undefined): number {
  const value = Number(hour)
  if (half === undefined) return value
  if (value < 1 || value > 12) return 99
  return (value % 12) + (/^p/i.test(half) ? 12 : 0)
}

const inRange = (at: number): boolean => at >= FIRST_MAIL_MS && at < LAST_MAIL_MS

const settle = (wall: number | null, zone: string | undefined, timeZone: string): MailDate | null =>
  settleAhead(wall, zoneMinutes(zone), timeZone)

function settleAhead(
  wall: number | null,
  ahead: number | 'unknown' | null,
  timeZone: string,
): MailDate | null {
  if (wall === null) return null
  // A reader without zone may move between zones, but the key must stay.
  const at = ahead === null ? inZone(wall, timeZone) : ahead === 'unknown' ? wall : wall - ahead * 60_000
  if (!inRange(at)) return null
  const timeQuality = typeof ahead !== 'number' ? 'local' : ahead === 0 ? 'exact' : 'offset'
  return { at, timeQuality, keySeconds: Math.floor((ahead === null ? wall : at) / 1000) }
}

/** The number that so many digits make; NaN where one of them is none. */
function digits(text: string, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** Three characters as one number, ASCII letters in lower case. */
const threeAt = (text: string, at: number): number =>
  (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2) | 0x20_20_20

const monthByLetters = new Map(MONTHS.map((name, i) => [threeAt(name, 0), i + 1]))
const weekdays = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => threeAt(name, 0)))

/**
 * The form of nearly all mail, read by its places: `Fri, 1 Jan 2016 12:26:17 +0000`, perhaps with a comment behind it.
 * Undefined for any other, which the expressions read: they take several times as long.
 */
function plainDate(text: string, timeZone: string): MailDate | null | undefined {
  const day = text[3] === ',' && text[4] === ' ' && weekdays.has(threeAt(text, 0)) ? 5 : 0
  const long = text[day + 1] === ' ' ? 1 : 2
  const at = day + long
  const month = monthByLetters.get(threeAt(text, at + 1))
  if (month === undefined || text[at] !== ' ' || text[at + 4] !== ' ' || text[at + 9] !== ' ')
    return undefined
  if (text[at + 12] !== ':' || text[at + 15] !== ':' || text[at + 18] !== ' ') return undefined
  const sign = text[at + 19]
  const next = text[at + 24]
  if ((sign !== '+' && sign !== '-') || (next !== undefined && next !== ' ' && next !== '(')) return undefined
  const ahead = digits(text, at + 20, 2) * 60 + digits(text, at + 22, 2)
  const year = digits(text, at + 5, 4)
  const date = digits(text, day, long)
  const hour = digits(text, at + 10, 2)
  const minute = digits(text, at + 13, 2)
  const second = digits(text, at + 16, 2)
  // NaN where one of them is no number. No offset is that large, and `-0000` says that none is known.
  if (Number.isNaN(ahead + year + date + hour + minute + second)) return undefined
  if (ahead > 24 * 60 || (ahead === 0 && sign === '-')) return undefined
  const wall = wallTime(year, month, date, hour, minute, second)
  return settleAhead(wall, sign === '-' ? -ahead : ahead, timeZone)
}

/**
 * The time a Date header states; null for what is none, for days that do not exist, and for years before 1980 or
 * from 2100 on. A time without zone is read in `timeZone`; one with zone `-0000` or an unknown name in UTC
 * (RFC 5322 §4.3), both of quality 'local'.
 */
export function parseMailDate(raw: string, timeZone: string): MailDate | null {
  const text = raw.length > 200 ? raw.slice(0, 200).trim() : raw.trim()
  const plain = plainDate(text, timeZone)
  if (plain !== undefined) return plain
  const day = DAY_FIRST.exec(text)
  if (day) {
    const wall = wallTime(
      fullYear(day[3]!),
      month(day[2]!),
      Number(day[1]),
      hourOfDay(day[4]!, day[7]),
      Number(day[5]),
      Number(day[6] ?? 0),
    )
    return settle(wall, day[8], timeZone)
  }
  const named = MONTH_FIRST.exec(text)
  const year = named?.[3] ?? named?.[9]
  if (named && year !== undefined) {
    const wall = wallTime(
      Number(year),
      month(named[1]!),
      Number(named[2]),
      hourOfDay(named[4]!, named[7]),
      Number(named[5]),
      Number(named[6] ?? 0),
    )
    return settle(wall, named[8] ?? named[10], timeZone)
  }
  // Comments and blanks within, which RFC 5322 4.3 has to be read.
  const simple = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s*:\s*/g, ':')
    .replace(/\s+/g, ' ')
  if (simple !== text) return parseMailDate(simple, timeZone)
  const iso = parseIso(text, timeZone)
  if (iso === null || !inRange(iso.at)) return null
  const wall = iso.timeQuality === 'local' ? parseIso(text, 'UTC') : iso
  return { ...iso, keySeconds: Math.floor((wall ?? iso).at / 1000) }
}

/** The time in a Received header: what follows its last semicolon. */
export function parseReceived(raw: string, timeZone: string): MailDate | null {
  const semicolon = raw.lastIndexOf(';')
  return semicolon < 0 ? null : parseMailDate(raw.slice(semicolon + 1), timeZone)
}
