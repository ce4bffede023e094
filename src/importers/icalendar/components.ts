import { parseContentLine, type ContentLine, type LogicalLine } from '../text/content-lines.ts'

/** Properties of one component that are kept: thousands of attendees, but not millions. */
const MAX_PROPERTIES = 10_000

/** A component that kith reads: a VEVENT, or a VTIMEZONE with its observances. */
export type Component = {
  readonly kind: 'VEVENT' | 'VTIMEZONE' | 'STANDARD' | 'DAYLIGHT'
  /** The VCALENDAR it lies in, from 1; files may hold several. */
  readonly calendar: number
  /** Events are counted from 1. */
  readonly number: number
  readonly line: number
  readonly properties: ContentLine[]
  readonly children: Component[]
  broken?: string
}

export type Found = {
  /** A property of the calendar itself. */
  readonly calendarProperty?: ContentLine
  readonly component?: Component
}

const EVENT_PROPERTIES = new Set([
  'UID',
  'DTSTART',
  'RRULE',
  'EXRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'ORGANIZER',
  'ATTENDEE',
  'SUMMARY',
  'STATUS',
  'CLASS',
  'SEQUENCE',
])
const ZONE_PROPERTIES = new Set(['TZID', 'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE'])

/** Cuts the lines of a calendar into its events and time zones, whatever is broken between them. */
export class ComponentSplitter {
  calendar = 0
  private events = 0
  private open: Component | null = null
  private child: Component | null = null
  /** Components within the open one that kith does not read, such as alarms. */
  private nested = 0

  /** What a line completes. */
  push(line: LogicalLine): Found[] {
    const property = parseContentLine(line)
    if (!property) return []
    const { name } = property
    if (name !== 'BEGIN' && name !== 'END') return this.property(property)
    const kind = property.value.trim().toUpperCase()
    return name === 'BEGIN' ? this.begin(kind, line.number) : this.end(kind)
  }

  /** The component that the end of the file cuts off. */
  finish(): Found[] {
    return this.open ? this.close('the file ends within it') : []
  }

  private property(property: ContentLine): Found[] {
    if (!this.open) return this.calendar > 0 && this.nested === 0 ? [{ calendarProperty: property }] : []
    if (this.nested > 0) return []
    const kept = this.open.kind === 'VEVENT' ? EVENT_PROPERTIES : ZONE_PROPERTIES
    const { properties } = this.child ?? this.open
    if (kept.has(property.name) && properties.length < MAX_PROPERTIES) properties.push(property)
    return []
  }

  private begin(kind: string, line: number): Found[] {
    if (kind === 'VCALENDAR') {
      const cut = this.open ? this.close('the calendar begins anew within it') : []
      this.calendar++
      this.nested = 0
      return cut
    }
    if (kind === 'VEVENT' || (kind === 'VTIMEZONE' && !this.open)) {
      const cut = this.open ? this.close('it does not end before the next event begins') : []
      this.nested = 0
      const number = kind === 'VEVENT' ? ++this.events : 0
      this.open = this.component(kind, number, line)
      return cut
    }
    if (
      this.open?.kind === 'VTIMEZONE' &&
      (kind === 'STANDARD' || kind === 'DAYLIGHT') &&
      this.nested === 0
    ) {
      this.child = this.component(kind, 0, line)
      this.open.children.push(this.child)
      return []
    }
    this.nested++
    return []
  }

  private end(kind: string): Found[] {
    if (kind === 'VCALENDAR') {
      this.nested = 0
      return this.open ? this.close('the calendar ends within it') : []
    }
    if (this.open && kind === this.open.kind) return this.close()
    if (this.child && kind === this.child.kind) this.child = null
    else if (this.nested > 0) this.nested--
    return []
  }

  private component(kind: Component['kind'], number: number, line: number): Component {
    return { kind, calendar: this.calendar, number, line, properties: [], children: [] }
  }

  private close(broken?: string): Found[] {
    const component = this.open
    this.open = null
    this.child = null
    this.nested = 0
    if (!component) return []
    if (broken !== undefined) component.broken = broken
    return [{ component }]
  }
}

/** The first property of a name. */
export const property = (component: Component, name: string): ContentLine | undefined =>
  component.properties.find((candidate) => candidate.name === name)
