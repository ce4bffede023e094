import { type Head, type Importer, readLater } from '../importer.ts'
import { headText } from '../text/decode.ts'

/** By the first line alone: calendars begin at once, whatever the file is called. */
const detect = (head: Head): number => {
  const line = headText(head)?.trimStart().split(/\r?\n/, 1)[0] ?? ''
  return /^BEGIN\s*:\s*(?:VCALENDAR|VEVENT)\s*$/i.test(line) ? 0.95 : 0
}

/**
 * Calendars in iCalendar (.ics): RFC 5545, with what Google, Outlook and Apple make of it. Each event is read on its
 * own, so that a broken one costs itself alone; recurring ones give an interaction for each time they took place. The
 * file is gone through twice.
 */
export const icalendar: Importer = {
  id: 'icalendar',
  title: 'Calendar (iCalendar)',
  reads: 'Meetings with their organiser and attendees from an .ics file, each occurrence up to today.',
  howToExport: [
    'Google: calendar.google.com > Settings > Import & export > Export; give kith the zip as it is.',
    'Apple: Calendar > select the calendar > File > Export > Export.',
    'Outlook for Windows (classic): File > Save Calendar, with full details (the other levels leave the people out).',
    'Thunderbird: Events and Tasks > Export Calendar.',
  ],
  detect,
  read: readLater(async () => (await import('./read-events.ts')).readEvents),
}
