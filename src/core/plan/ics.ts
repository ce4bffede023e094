import { civilDate } from '../model/civil-date.ts'

/** Something with a day, for a calendar. */
export type FeedEntry = {
  /** Stays the same while the entry does, so that calendars update instead of doubling. */
  readonly uid: string
  /** Any time of the day it falls on, epoch milliseconds, UTC. */
  readonly at: number
  readonly title: string
  readonly text: string
  /** When it begins, minutes from midnight where the reader is, and how long it takes; all day without. */
  readonly slot?: { readonly start: number; readonly minutes: number }
}

const DAY_MS = 86_400_000
/** Longest line in octets (RFC 5545 §3.1). */
const MOST_OCTETS = 75

const two = (n: number): string => String(n).padStart(2, '0')

function dayStamp(at: number): string {
  const { year, month, day } = civilDate(at)
  return `${String(year).padStart(4, '0')}${two(month)}${two(day)}`
}

function timeStamp(at: number): string {
  const rest = ((at % DAY_MS) + DAY_MS) % DAY_MS
  const seconds = Math.floor(rest / 1000)
  return `${dayStamp(at)}T${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}Z`
}

/** A time of the day without a zone: the same on every clock (RFC 5545 §3.3.5, form 1). */
const clock = (at: number, minutes: number): string =>
  `${dayStamp(at)}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`

const timesOf = ({ at, slot }: FeedEntry): readonly string[] =>
  slot === undefined
    ? [
        `DTSTART;VALUE=DATE:${dayStamp(at)}`,
        `DTEND;VALUE=DATE:${dayStamp(at + DAY_MS)}`,
        'TRANSP:TRANSPARENT',
      ]
    : [`DTSTART:${clock(at, slot.start)}`, `DURATION:PT${slot.minutes}M`, 'TRANSP:OPAQUE']

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
}

/** A content line cut into lines of at most 75 octets, never inside a character. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      lines.push(current)
      // The blank that marks a continuation counts, too.
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/**
 * A calendar as text (RFC 5545), for programs to subscribe to. The same entries and the same time
 * give the same text.
 * @param now when it was made, epoch milliseconds
 */
export function calendarOf(name: string, entries: readonly FeedEntry[], now: number): string {
  const stamp = timeStamp(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kith//plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}`,
      `DTSTAMP:${stamp}`,
      ...timesOf(entry),
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.text === '' ? [] : [`DESCRIPTION:${escaped(entry.text)}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
