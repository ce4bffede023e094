import { mailIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { Participant } from '#core/model/records.ts'
import type { ContentLine } from '../text/content-lines.ts'
import { property, type Component } from './components.ts'
import { participantsOf } from './people.ts'

/** What is kept in mind of a file at most: zones, moved occurrences, versions, addresses. */
const MAX_KEPT = 50_000
/** Changes of one event from some day on that are kept. */
const MAX_ONWARD = 100
/** The owner of a calendar is in nearly all of its events with people. */
const OWNER_SHARE = 0.9
const OWNER_EVENTS = 3

/** What one VCALENDAR says of itself. */
export type CalendarFacts = {
  zone: string | undefined
  method: string
  readonly embedded: Map<string, Component>
}

/** A change of one occurrence and of all after it (RFC 5545 3.2.13, RANGE=THISANDFUTURE). */
export type Onward = {
  readonly original: ContentLine
  readonly start: ContentLine
  readonly participants: readonly Participant[]
}

const isOnward = ({ params }: ContentLine): boolean =>
  params.get('RANGE')?.some((range) => /^THISANDFUTURE$/i.test(range)) === true

/** The name of a version: which event, and which of its occurrences it replaces. */
export const versionKey = (event: Component): string =>
  `${property(event, 'UID')?.value ?? ''}|${property(event, 'RECURRENCE-ID')?.value ?? ''}`

export const sequenceOf = (event: Component): number => {
  const sequence = Number(property(event, 'SEQUENCE')?.value ?? 0)
  return Number.isSafeInteger(sequence) ? sequence : 0
}

/**
 * A first look at a whole file. An event cannot be read alone: moved occurrences, later versions and time zones
 * may stand after it.
 */
export class Survey {
  readonly calendars = new Map<number, CalendarFacts>()
  private readonly moved = new Map<string, ContentLine[]>()
  private readonly onward = new Map<string, Onward[]>()
  private readonly latest = new Map<string, number>()
  private readonly seen = new Map<string, { identity: Identity; count: number }>()
  private readonly own = new Map<string, Identity>()
  private withPeople = 0
  events = 0

  calendarProperty(calendar: number, { name, value }: ContentLine): void {
    const facts = this.calendar(calendar)
    if (name === 'X-WR-TIMEZONE') facts.zone = value.trim()
    if (name === 'METHOD') facts.method = value.trim().toUpperCase()
    if (name === 'X-WR-CALNAME') {
      const identity = mailIdentity(value)
      if (identity && this.own.size < MAX_KEPT) this.own.set(identity.value, identity)
    }
  }

  component(component: Component): void {
    if (component.kind === 'VTIMEZONE') {
      const tzid = property(component, 'TZID')?.value
      const { embedded } = this.calendar(component.calendar)
      if (tzid !== undefined && embedded.size < MAX_KEPT) embedded.set(tzid.trim(), component)
    } else this.event(component)
  }

  calendar(number: number): CalendarFacts {
    let facts = this.calendars.get(number)
    if (!facts) {
      facts = { zone: undefined, method: '', embedded: new Map() }
      if (this.calendars.size < MAX_KEPT) this.calendars.set(number, facts)
    }
    return facts
  }

  /** The occurrences of an event that stand in the file on their own. */
  movedOf(uid: string): readonly ContentLine[] {
    return this.moved.get(uid) ?? []
  }

  /** What was changed from one occurrence of an event on. */
  onwardOf(uid: string): readonly Onward[] {
    return this.onward.get(uid) ?? []
  }

  /** Whether a later version of the event stands in the file. */
  isReplaced(event: Component): boolean {
    return sequenceOf(event) < (this.latest.get(versionKey(event)) ?? 0)
  }

  /** Hints at the owner: an address as the calendar's name, or the one that is in nearly all events. */
  owners(): OwnerRecord[] {
    const hints: OwnerRecord[] = []
    for (const identity of this.own.values()) hints.push({ type: 'owner', basis: 'own', identity, count: 1 })
    const [first, second] = [...this.seen.values()].toSorted((a, b) => b.count - a.count)
    const isClear = first && first.count >= OWNER_EVENTS && first.count >= OWNER_SHARE * this.withPeople
    if (isClear && first.count !== second?.count) {
      hints.push({ type: 'owner', basis: 'seen', identity: first.identity, count: first.count })
    }
    return hints
  }

  private event(event: Component): void {
    this.events++
    const uid = property(event, 'UID')?.value ?? ''
    const recurrenceId = property(event, 'RECURRENCE-ID')
    if (recurrenceId && event.broken === undefined) {
      const list = this.moved.get(uid) ?? []
      if (this.moved.size < MAX_KEPT && list.length < MAX_KEPT) this.moved.set(uid, [...list, recurrenceId])
      const start = property(event, 'DTSTART')
      const changes = this.onward.get(uid) ?? []
      if (start && isOnward(recurrenceId) && this.onward.size < MAX_KEPT && changes.length < MAX_ONWARD)
        this.onward.set(uid, [
          ...changes,
          { original: recurrenceId, start, participants: participantsOf(event) },
        ])
    }
    const sequence = sequenceOf(event)
    if (sequence > 0 && uid !== '' && this.latest.size < MAX_KEPT) {
      const key = versionKey(event)
      this.latest.set(key, Math.max(sequence, this.latest.get(key) ?? 0))
    }
    const people = participantsOf(event)
    if (people.length < 2) return
    this.withPeople++
    for (const { identity } of people) {
      if (identity === 'owner' || identity.kind !== 'mail') continue
      const entry = this.seen.get(identity.value)
      if (entry) entry.count++
      else if (this.seen.size < MAX_KEPT) this.seen.set(identity.value, { identity, count: 1 })
    }
  }
}
