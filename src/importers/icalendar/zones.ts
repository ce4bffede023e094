import { findIana } from 'windows-iana'
import type { TimeQuality } from '#core/model/interaction.ts'
import { isZone, wallToInstant, zoneOffset } from '../text/time.ts'
import type { Component } from './components.ts'
import type { CalendarTime } from './times.ts'
import { offsetsOf, type OffsetAt } from './vtimezone.ts'

/** Names kept; a hostile file may use a new one in every event. */
const MAX_CACHED = 1_000

export type Zone = { readonly offsetAt: OffsetAt; readonly timeQuality: TimeQuality }

/** The IANA name in a TZID, which programs prefix with paths: `/mozilla.org/20070129_1/America/New_York`. */
function ianaName(tzid: string): string | null {
  const segments = tzid.split('/').filter((segment) => segment !== '')
  const from = tzid.startsWith('/') ? 1 : 0
  for (let i = from; i < Math.min(segments.length, from + 4); i++) {
    const name = segments.slice(i).join('/')
    if (isZone(name)) return name
    if (!tzid.startsWith('/')) return null
  }
  return null
}

/** The fixed offset in a name such as `(UTC-05:00) Eastern` or `UTC+11`; null when there is none. */
function statedOffset(tzid: string): number | null {
  if (/(?:^|\/)utc$/i.test(tzid)) return 0
  const match = /(?:\b(?:UTC|GMT)\s*|^)([+-])(\d{1,2}):?(\d\d)?/i.exec(tzid)
  if (!match || Number(match[2]) > 14) return null
  const ms = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000
  return match[1] === '-' ? -ms : ms
}

/** What Windows shows for a zone names its cities, or the North American time: (UTC-05:00) Eastern Time (US & Canada). */
const SHOWN: readonly (readonly [RegExp, string])[] = [
  [/\bEastern\b/i, 'America/New_York'],
  [/\bCentral Time\b/i, 'America/Chicago'],
  [/\bMountain Time\b/i, 'America/Denver'],
  [/\bPacific Time\b/i, 'America/Los_Angeles'],
  [/\bAtlantic Time\b/i, 'America/Halifax'],
]
let cities: ReadonlyMap<string, string> | null = null

/** The IANA name of the first city in a text, for those cities that have a zone of their own. */
function cityZone(shown: string): string | null {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      zone.replace(/^.*\//, '').replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  )
  for (const city of shown.split(/,\s*|\s+\/\s+/)) {
    const zone = cities.get(city.trim().toLowerCase())
    if (zone !== undefined) return zone
  }
  return SHOWN.find(([words]) => words.test(shown))?.[1] ?? null
}

/** Days in winter and summer: a zone has its standard time on one of them. */
const [WINTER, SUMMER] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)]

/** The zone that a name such as `(UTC+01:00) Amsterdam, Berlin` shows, if its standard time is the one stated. */
function shownZone(tzid: string): string | null {
  const stated = statedOffset(tzid)
  const zone = cityZone(tzid.replace(/^\s*\([^)]*\)\s*/, ''))
  if (zone === null) return null
  const standard = Math.min(zoneOffset(zone, WINTER), zoneOffset(zone, SUMMER))
  return stated === null || stated === standard ? zone : null
}

const named = (zone: string, timeQuality: TimeQuality): Zone => ({
  offsetAt: (at) => zoneOffset(zone, at),
  timeQuality,
})

/** What a calendar says of its zones. */
export type CalendarZones = {
  /** X-WR-TIMEZONE. */
  readonly zone: string | undefined
  readonly embedded: ReadonlyMap<string, Component>
}

/**
 * Finds the zone of a TZID: an IANA name, a Windows name, the VTIMEZONE in the file, an offset within the name,
 * the calendar's own zone, and at last the zone of the user. The last three are guesses, and marked `local`.
 */
export class ZoneFinder {
  private readonly found = new Map<string, Zone>()
  private readonly calendar: CalendarZones
  private readonly userZone: string
  private readonly until: number

  constructor(calendar: CalendarZones, userZone: string, until: number) {
    this.calendar = calendar
    this.userZone = userZone
    this.until = until
  }

  /** The instant of a time, and how far to trust it. A day alone is its midnight in UTC. */
  instant(time: CalendarTime): { readonly at: number; readonly timeQuality: TimeQuality } {
    const zone = this.zone(time)
    return { at: wallToInstant(time.wall, zone.offsetAt), timeQuality: zone.timeQuality }
  }

  /** The zone that a time is in. */
  zone({ isDate, isUtc, tzid }: CalendarTime): Zone {
    if (isDate) return DAYS
    if (isUtc) return UTC
    const key = tzid ?? ''
    let zone = this.found.get(key)
    if (!zone) {
      zone = this.find(key)
      if (this.found.size >= MAX_CACHED) this.found.clear()
      this.found.set(key, zone)
    }
    return zone
  }

  private find(tzid: string): Zone {
    const name = tzid.trim().replace(/^"(.*)"$/, '$1')
    const iana = name === '' ? null : (ianaName(name) ?? findIana(name)[0] ?? null)
    if (iana !== null && isZone(iana)) return named(iana, 'offset')
    const embedded = this.calendar.embedded.get(tzid)
    const offsetAt = embedded ? offsetsOf(embedded, this.until) : null
    if (offsetAt) return { offsetAt, timeQuality: 'offset' }
    // `Romance Standard Time 1` of a second calendar, `Romance Daylight Time` of an event in summer.
    const plain = name.replace(/[ _]\d+$/, '').replace(/\b(?:Daylight|Summer) Time$/i, 'Standard Time')
    const shown = shownZone(name) ?? findIana(plain)[0] ?? null
    if (shown !== null && isZone(shown)) return named(shown, 'offset')
    const stated = statedOffset(name)
    if (stated !== null) return { offsetAt: () => stated, timeQuality: 'local' }
    const own = this.calendar.zone
    return named(own !== undefined && isZone(own) ? own : this.userZone, 'local')
  }
}

const UTC: Zone = { offsetAt: () => 0, timeQuality: 'exact' }
const DAYS: Zone = { offsetAt: () => 0, timeQuality: 'day' }
