import { identityKey } from '#core/model/identity.ts'
import type { InteractionRecord, Participant, SourceRecord } from '#core/model/records.ts'
import { unescapeText } from '../text/content-lines.ts'
import { hashText } from '../text/hash.ts'
import { subjectLine } from '../text/words.ts'
import { property, type Component } from './components.ts'
import { participantsOf } from './people.ts'
import { MAX_OCCURRENCES, parseRule, type Rule } from './recurrence.ts'
import type { Survey } from './survey.ts'
import { timesOf, type CalendarTime } from './times.ts'
import type { ZoneFinder } from './zones.ts'

/** Names told to kith before; beyond this they are told again. */
const MAX_TOLD = 50_000
/** Wall clocks differ from UTC by at most this much. */
const DAY = 86_400_000

/** `participants` where they are others than those of the event: changed from some occurrence on. */
type Occurrence = {
  readonly at: number
  readonly key: string
  readonly participants?: readonly Participant[]
}

const iso = (at: number): string => new Date(at).toISOString()

/** The people of an event whose names were not told yet. */
function* newPeople(participants: readonly Participant[], told: Set<string>): Iterable<SourceRecord> {
  for (const { identity, name } of participants) {
    if (identity === 'owner' || name === undefined) continue
    const key = `${identityKey(identity)}|${name}`
    if (told.has(key)) continue
    if (told.size >= MAX_TOLD) told.clear()
    told.add(key)
    yield { type: 'person', identities: [identity], name }
  }
}

/** The instants at which nothing happens, or what happens stands elsewhere; days exclude all of the day. */
class Exclusions {
  private readonly instants = new Set<number>()
  private readonly days = new Set<number>()
  private readonly rules: { rule: Rule; walls: Set<number> }[] = []

  add(time: CalendarTime, zones: ZoneFinder): void {
    if (time.isDate) this.days.add(time.wall)
    else this.instants.add(zones.instant(time).at)
  }

  addRule(rule: Rule, start: number): void {
    this.rules.push({ rule, walls: new Set(rule.occurrences(start)) })
  }

  has(at: number, wall: number): boolean {
    return (
      this.instants.has(at) ||
      this.days.has(Math.floor(wall / DAY) * DAY) ||
      this.rules.some(({ rule, walls }) => walls.has(wall) && !isPast(rule, at, wall))
    )
  }
}

/** A change that holds from an occurrence on: by how much the times move, and who takes part from then. */
type Change = { readonly from: number; readonly shift: number; readonly participants: readonly Participant[] }

/** The changes of an event, the latest first. */
function changesOf(uid: string, start: CalendarTime, zones: ZoneFinder, survey: Survey): readonly Change[] {
  return survey
    .onwardOf(uid)
    .flatMap(({ original, start: moved, participants }): Change[] => {
      const [then] = timesOf(original)
      const [now] = timesOf(moved)
      if (!then || !now) return []
      const from = zones.instant({ ...then, tzid: then.tzid ?? start.tzid }).at
      return [{ from, shift: zones.instant(now).at - from, participants }]
    })
    .toSorted((a, b) => b.from - a.from)
}

/** Whether an occurrence lies behind the end of its rule. */
const isPast = ({ until }: Rule, at: number, wall: number): boolean =>
  until !== null && (until.kind === 'instant' ? at : wall) > until.last

/** The occurrences of an event up to `until`, the latest MAX_OCCURRENCES of them; later ones go to `later`. */
function occurrencesOf(
  event: Component,
  start: CalendarTime,
  { zones, survey, until, later }: EventContext,
): Occurrence[] {
  const uid = property(event, 'UID')?.value ?? ''
  const first = zones.instant(start).at
  const recurrenceId = property(event, 'RECURRENCE-ID')
  if (recurrenceId) {
    const [original] = timesOf(recurrenceId)
    const key = iso(original ? zones.instant({ ...original, tzid: original.tzid ?? start.tzid }).at : first)
    if (first <= until) return [{ at: first, key }]
    later(first)
    return []
  }

  const excluded = new Exclusions()
  // A recurrence id without a zone is in the one of the event that it belongs to.
  for (const line of survey.movedOf(uid)) {
    for (const time of timesOf(line)) excluded.add({ ...time, tzid: time.tzid ?? start.tzid }, zones)
  }
  const changes = changesOf(uid, start, zones, survey)
  const found = new Map<number, Occurrence>()
  const add = (time: CalendarTime): boolean => {
    const { at } = zones.instant(time)
    if (at > until) {
      // One that is left out may be the last: asked for once more, nothing is found.
      later(at)
      return false
    }
    const change = changes.find(({ from }) => from <= at)
    // By the clock, so that a meeting at ten stays at ten when the clocks change.
    const now = change ? zones.instant({ ...time, wall: time.wall + change.shift }).at : at
    if (excluded.has(at, time.wall)) return true
    if (now > until) later(now)
    else {
      found.set(at, {
        at: now,
        key: iso(at),
        ...(change ? { participants: change.participants } : {}),
      })
      // The latest count: what was long ago has faded anyway.
      if (found.size > MAX_OCCURRENCES)
        for (const [oldest] of found) {
          found.delete(oldest)
          break
        }
    }
    return true
  }

  for (const line of event.properties) {
    if (line.name === 'EXDATE') for (const time of timesOf(line)) excluded.add(time, zones)
    if (line.name === 'EXRULE') excluded.addRule(parseRule(line.value), start.wall)
  }
  add(start)
  for (const line of event.properties) {
    if (line.name === 'RDATE') for (const time of timesOf(line)) add(time)
    if (line.name !== 'RRULE') continue
    const rule = parseRule(line.value)
    for (const wall of rule.occurrences(start.wall)) {
      const time = { ...start, wall }
      if (isPast(rule, zones.instant(time).at, wall) || !add(time)) break
    }
  }
  return [...found.values()]
}

export type EventContext = {
  readonly zones: ZoneFinder
  readonly survey: Survey
  /** METHOD of the calendar, upper-case. */
  readonly method: string
  readonly until: number
  readonly told: Set<string>
  /** Hears of the next time of an event that is not over. */
  readonly later: (at: number) => void
}

const isPrivate = (event: Component): boolean =>
  /^\s*(?:PRIVATE|CONFIDENTIAL)\s*$/i.test(property(event, 'CLASS')?.value ?? '')

/** The records of an event, none when nobody else takes part in it, or why it is left out. */
export function readEvent(event: Component, context: EventContext): readonly SourceRecord[] | string {
  if (event.broken !== undefined) return event.broken
  const { zones, survey } = context
  if (context.method === 'CANCEL' || /^\s*cancell?ed\s*$/i.test(property(event, 'STATUS')?.value ?? '')) {
    return 'cancelled'
  }
  const startLine = property(event, 'DTSTART')
  const [start] = startLine ? timesOf(startLine) : []
  if (!start) return startLine ? `its start "${startLine.value.slice(0, 40)}" is no date` : 'it has no start'
  if (survey.isReplaced(event)) return 'replaced by a later version of it in the same file'

  const participants = participantsOf(event)
  if (participants.length < 2) return start.isDate ? 'all-day, without other people' : []

  let occurrences: Occurrence[]
  try {
    occurrences = occurrencesOf(event, start, context)
  } catch (cause) {
    return `its recurrence rule cannot be read: ${cause instanceof Error ? cause.message.slice(0, 80) : 'unknown'}`
  }
  const summary = unescapeText(property(event, 'SUMMARY')?.value ?? '')
  // What is marked as private stays a meeting with these people; what it was about is not kept (RFC 5545 3.8.1.3).
  const subject = isPrivate(event) ? undefined : subjectLine(summary)
  const { timeQuality } = zones.instant(start)
  const uid = (property(event, 'UID')?.value ?? '').trim()
  const name = uid === '' ? `#${hashText(`${startLine?.value}|${summary}`)}` : uid
  return [
    ...newPeople(participants, context.told),
    ...occurrences.map(({ at, key, participants: others }): InteractionRecord => ({
      type: 'interaction',
      key: `event:${name}|${key}`,
      at,
      timeQuality,
      channel: 'meeting',
      participants: others ?? participants,
      bulk: false,
      ...(subject === undefined ? {} : { subject }),
    })),
  ]
}
