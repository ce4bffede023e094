import { ownerAddress } from '../records.ts'
import type { Exchange, SyntheticNetwork } from '../model.ts'
import { addressAt, DAY_MS, OWNER } from '../model.ts'
import { calendarZone, hashOf } from '../text.ts'
import { contentLines, escapeText } from './content-lines.ts'
import type { ExportFile } from './export-file.ts'
import { two, utc } from './headers.ts'

const form = (at: number): string => {
  const t = utc(at)
  return `${t.year}${two(t.month)}${two(t.day)}T${two(t.hour)}${two(t.minute)}${two(t.second)}`
}

/** The last Sunday of a month at 01:00 UTC, when clocks change in Europe; the month counts from 0. */
const clockChange = (year: number, month: number): number => {
  const last = Date.UTC(year, month + 1, 0, 1)
  return last - new Date(last).getUTCDay() * DAY_MS
}
/** Wall time in Berlin, by the rule of the European Union. */
function berlin(at: number): string {
  const { year } = utc(at)
  const summer = at >= clockChange(year, 2) && at < clockChange(year, 9)
  return form(at + (summer ? 2 : 1) * 3_600_000)
}

/** The owner's calendar: single meetings, series with gaps, a cancelled meeting and a day without anybody. */
export function calendarFile(network: SyntheticNetwork): ExportFile {
  const { contacts, owner, series, at: now } = network
  const events: string[] = []
  const event = (...lines: readonly string[]): void => {
    events.push(contentLines(['BEGIN:VEVENT', `DTSTAMP:${form(now)}Z`, ...lines, 'END:VEVENT']))
  }
  const people = (exchange: Exchange): string[] => {
    const line = (who: number, property: string): string => {
      const name = contacts[who]?.name ?? owner.name
      const address =
        who === OWNER ? ownerAddress(network, exchange) : addressAt(contacts[who]!, exchange.at)!
      // Half of all calendars write it in capitals.
      return `${property};CN="${name}":${hashOf(address) % 2 === 0 ? 'mailto' : 'MAILTO'}:${address}`
    }
    const room = hashOf(exchange.key) % 6 === 0
    return [
      line(exchange.from, 'ORGANIZER'),
      ...[exchange.from, ...exchange.to].map((who) => line(who, 'ATTENDEE;PARTSTAT=ACCEPTED')),
      ...(room ? ['ATTENDEE;CUTYPE=ROOM;CN="Room 2":mailto:room-2@ashdale-advisory.example'] : []),
    ]
  }
  const times = (exchange: Exchange, property: string, time: number): string => {
    const zone = calendarZone(exchange)
    return zone === null ? `${property}:${form(time)}Z` : `${property};TZID=${zone}:${berlin(time)}`
  }

  const meetings = network.exchanges.filter(({ channel }) => channel === 'meeting')
  for (const exchange of meetings) {
    if (exchange.thread !== exchange.key) continue
    event(
      `UID:${exchange.key}`,
      times(exchange, 'DTSTART', exchange.at),
      times(exchange, 'DTEND', exchange.at + 3_600_000),
      `SUMMARY:${escapeText(exchange.subject)}`,
      ...people(exchange),
    )
  }
  for (const { uid, from, everyDays, subject } of series) {
    const held = meetings.filter(({ thread }) => thread === uid)
    const [first] = held
    const last = held.at(-1)
    if (!first || !last) continue
    const times = new Set(held.map(({ at }) => at))
    const gaps: string[] = []
    for (let at = from; at < last.at; at += everyDays * DAY_MS)
      if (!times.has(at)) gaps.push(`EXDATE:${form(at)}Z`)
    event(
      `UID:${uid}`,
      `DTSTART:${form(from)}Z`,
      'DURATION:PT30M',
      `RRULE:FREQ=WEEKLY;INTERVAL=${everyDays / 7};UNTIL=${form(last.at)}Z`,
      ...gaps,
      `SUMMARY:${escapeText(subject)}`,
      ...people(first),
    )
  }
  const [some] = meetings
  if (some) {
    event(
      'UID:cancelled@ashdale-advisory.example',
      'STATUS:CANCELLED',
      `DTSTART:${form(some.at + DAY_MS)}Z`,
      'SUMMARY:Called off',
      ...people(some),
    )
  }
  event(
    'UID:day@ashdale-advisory.example',
    `DTSTART;VALUE=DATE:${form(now - 40 * DAY_MS).slice(0, 8)}`,
    'SUMMARY:Planning',
  )
  const head = contentLines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sample//Calendar//EN'])
  const text = `${head}${events.join('')}${contentLines(['END:VCALENDAR'])}`
  return { path: 'calendar.ics', text, records: events.length }
}
