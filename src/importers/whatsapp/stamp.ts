import { wallTime } from '../text/time.ts'
import { fromCalendar, yearsOf } from './calendars.ts'
import { halfDay } from './half-day.ts'

/** The order in which a file writes year, month and day. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A date and time as written before a message, not yet in any order. */
export type Stamp = {
  readonly fields: readonly [number, number, number]
  /** The first field has four digits: no doubt about the order. */
  readonly isYearFirst: boolean
  readonly hour: number
  readonly minute: number
}

export type Line = {
  readonly stamp: Stamp
  /** What stands around the date, the same in every line that the phone wrote: others are pasted from elsewhere. */
  readonly form: string
  readonly rest: string
}

/** WhatsApp began in 2009: an order that gives earlier years is the wrong one. */
const FIRST_YEAR = 2009
const LAST_YEAR = 2199
/** Thai phones count years from 543 BC, also in two digits: 67 is 2567, our 2024. */
const BUDDHIST = { from: 2_400, ahead: 543, century: 2_500, fromShort: 52 } as const

/** Marks of writing direction, which WhatsApp strews over a line, and byte order marks. */
const MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g
const SPACES = /[\u00A0\u202F\u2007\u2009]/g

/** Where the ten digits of a script begin: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Myanmar, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040, 0xff10] as const

const D = String.raw`\p{Nd}`
/** A word beside the time: letters, marks and dots, with a blank within only as in "a. m." and "e pasdites". */
const WORD = String.raw`(?:\p{L}\s)?\p{L}[\p{L}\p{M}.״"\u200C]{0,12}(?:\s\p{L}\.)?`
/** 22:15:30, 22.15, and as Canadians write it in French: 22 h 15 min 30 s. */
const TIME = String.raw`(${D}{1,2})(?:[:.٫]|\sh\s)(${D}{2})(?:(?:[:.٫]|\smin\s)(${D}{2})(?:\ss)?)?`
const LINE = new RegExp(
  String.raw`^(\[)?(?:AP\s)?(${D}{1,4})(\s?[./-]\s?)(${D}{1,2})\3(${D}{1,4})\.?(?:\sг\.)?([,،]?)\s?(?:(?:klo|kl\.?|um|à|a las|às|alle|ב)\s)?` +
    String.raw`(?:(${WORD})\s?)?${TIME}(?:\sч\.)?(?:\s?(${WORD}))?(\])?(\s[-–]\s|:\s|\s|$)`,
  'u',
)
/** 2024年1月2日, 2024년 1월 2일 */
const EAST_ASIAN = new RegExp(
  String.raw`^(\[?)(${D}{4})\s?[年년]\s?(${D}{1,2})\s?[月월]\s?(${D}{1,2})\s?[日일]`,
  'u',
)
/** 22:15, 02/01/2024: on Vietnamese phones, and in what is copied from WhatsApp in a browser. */
const TIME_FIRST = new RegExp(
  String.raw`^(\[?)(${D}{1,2}:${D}{2}(?::${D}{2})?(?:\s${WORD})?),?\s(${D}{1,4}([./-])${D}{1,2}\4${D}{1,4})(?=\]|\s[-–]\s)`,
  'u',
)

/** The line with its date written by numbers, and before the time. */
const inUsualOrder = (line: string): string =>
  line.replace(EAST_ASIAN, '$1$2/$3/$4').replace(TIME_FIRST, '$1$3, $2')

const number = (digits: string): number => {
  let value = 0
  for (const character of digits) {
    const code = character.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? 0x30
    value = value * 10 + (code - zero)
  }
  return value
}

/** A line without the marks of writing direction, with ordinary blanks. */
export const plainLine = (line: string): string => line.replace(MARKS, '').replace(SPACES, ' ')

/**
 * The beginning of a message: `[01/02/24, 10:15:30] `, `1/2/24, 10:15 PM - ` and the forms of other languages; null
 * for a line that goes on with the message before. The line is to be plain.
 */
export function readLine(written: string): Line | null {
  let line = written
  let match = LINE.exec(line)
  if (!match) {
    line = inUsualOrder(written)
    match = line === written ? null : LINE.exec(line)
  }
  if (!match) return null
  const [
    whole,
    open,
    first = '',
    ,
    second = '',
    third = '',
    ,
    before = '',
    h = '',
    m = '',
    seconds,
    after = '',
    close,
    end,
  ] = match
  // In brackets, with a dash after it, or as iPhones wrote it until 2018, with seconds and a colon: nothing else is a message.
  if (open === undefined ? close !== undefined || end?.trim() === '' : close === undefined) return null
  if (end === ': ' && open === undefined && seconds === undefined) return null
  if (first.length > 2 === third.length > 2 && first.length > 2) return null
  // Uzbek and Irish write these behind the time; before it they are English, in the middle of a message.
  if (/^(?:to|in)$/i.test(before)) return null
  const words = [before, after].filter((word) => word !== '')
  if (words.length > 1) return null
  const half = words[0] === undefined ? null : halfDay(words[0])
  if (words[0] !== undefined && half === null) return null
  const hour = number(h)
  return {
    stamp: {
      fields: [number(first), number(second), number(third)],
      isYearFirst: first.length > 2,
      // Some phones write 0:08 a. m., and some 15:04 p. m.
      hour: half === null ? hour : half === 12 ? (hour < 12 ? hour + 12 : hour) : hour === 12 ? 0 : hour,
      minute: number(m),
    },
    form: `${open ?? end?.trim()}${line === written ? '' : ' in another order'}`,
    rest: line.slice(whole.length),
  }
}

function fullYear(year: number): number {
  if (year < BUDDHIST.fromShort) return 2_000 + year
  if (year < 100) return BUDDHIST.century + year - BUDDHIST.ahead
  return year >= BUDDHIST.from ? year - BUDDHIST.ahead : year
}

/** The wall time of a stamp as if it were UTC, in milliseconds; null when there is no such day or hour. */
export function stampTime(
  { fields: [a, b, c], isYearFirst, hour, minute }: Stamp,
  order: DateOrder,
): number | null {
  const [year, month, day] =
    isYearFirst || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
  const calendar = yearsOf(year)
  if (calendar !== null) {
    const midnight = fromCalendar(calendar, year, month, day)
    return midnight === null || hour > 23 || minute > 59 ? null : midnight + (hour * 60 + minute) * 60_000
  }
  const full = fullYear(year)
  return full < FIRST_YEAR || full > LAST_YEAR ? null : wallTime(full, month, day, hour, minute)
}

/**
 * Decides the order of the dates of a file from all of them: the one with the fewest days that do not exist, then
 * the one in which time runs backwards least often (a chat is in the order in which it was written).
 */
export class DateOrderSearch {
  private readonly scores = dateOrders.map((order) => ({ order, invalid: 0, backwards: 0, last: -Infinity }))

  see(stamp: Stamp): void {
    for (const score of this.scores) {
      const at = stampTime(stamp, score.order)
      if (at === null) score.invalid++
      else {
        if (at < score.last) score.backwards++
        score.last = at
      }
    }
  }

  /** @param region where it cannot be decided: the United States write the month first */
  found(region: string | null): DateOrder {
    const preferred = region?.toUpperCase() === 'US' ? 'mdy' : 'dmy'
    const rank = (order: DateOrder): number => (order === preferred ? 0 : order === 'ymd' ? 2 : 1)
    const [best] = this.scores.toSorted(
      (a, b) => a.invalid - b.invalid || a.backwards - b.backwards || rank(a.order) - rank(b.order),
    )
    return best?.order ?? preferred
  }
}
