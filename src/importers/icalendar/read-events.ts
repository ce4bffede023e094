import { KithError } from '#core/model/errors.ts'
import type { Batch, Entry, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { Unfolder, type LogicalLine } from '../text/content-lines.ts'
import { counted } from '../text/decode.ts'
import { ComponentSplitter, type Component, type Found } from './components.ts'
import { readEvent } from './event.ts'
import { Survey } from './survey.ts'
import { ZoneFinder } from './zones.ts'

type Step = { readonly found: readonly Found[]; readonly calendar: number; readonly bytes: number }

/** The components of a file one after the other, with the calendar they lie in. */
async function* components(entry: Entry): AsyncIterable<Step> {
  const source = counted(entry)
  const unfolder = new Unfolder()
  const splitter = new ComponentSplitter()
  const steps = function* (lines: readonly LogicalLine[]): Iterable<Step> {
    for (const line of lines) {
      const found = splitter.push(line)
      if (found.length > 0) yield { found, calendar: splitter.calendar, bytes: source.bytes }
    }
  }
  for await (const chunk of source.chunks) yield* steps(unfolder.push(chunk))
  yield* steps(unfolder.end())
  yield { found: splitter.finish(), calendar: splitter.calendar, bytes: source.bytes }
}

async function takeSurvey(entry: Entry): Promise<Survey> {
  const survey = new Survey()
  for await (const { found, calendar } of components(entry)) {
    for (const { calendarProperty, component } of found) {
      if (calendarProperty) survey.calendarProperty(calendar, calendarProperty)
      if (component) survey.component(component)
    }
    if (calendar > 0) survey.calendar(calendar)
  }
  return survey
}

/**
 * The events of a calendar file, each read on its own, so that a broken one costs itself alone; the file is gone
 * through twice.
 * @throws KithError 'unreadable' for a file without a calendar
 */
export async function* readEvents(entry: Entry, options: ReadOptions): AsyncIterable<Batch> {
  const survey = await takeSurvey(entry)
  if (survey.calendars.size === 0 && survey.events === 0) {
    throw new KithError(
      'unreadable',
      `${entry.path} holds no calendar: none of its lines is BEGIN:VCALENDAR. Export the calendar as .ics again.`,
    )
  }
  const batch = new Batching()
  batch.add(survey.owners())
  const told = new Set<string>()
  let zones: { calendar: number; finder: ZoneFinder } | null = null
  let moreFrom = Infinity
  const later = (at: number): void => {
    moreFrom = Math.min(moreFrom, at)
  }
  const take = (event: Component): void => {
    const facts = survey.calendar(event.calendar)
    if (zones?.calendar !== event.calendar) {
      zones = { calendar: event.calendar, finder: new ZoneFinder(facts, options.timeZone, options.until) }
    }
    const context = { zones: zones.finder, survey, method: facts.method, until: options.until, told, later }
    const result = readEvent(event, context)
    if (typeof result === 'string') batch.skip(`event ${event.number} (line ${event.line})`, result)
    else batch.took(result)
  }
  for await (const { found, bytes } of components(entry)) {
    for (const { component } of found) if (component?.kind === 'VEVENT') take(component)
    if (batch.full) yield batch.flush(bytes)
  }
  yield { ...batch.flush(entry.size), ...(moreFrom < Infinity ? { moreFrom } : {}) }
}
