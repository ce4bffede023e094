import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { icalendar } from '../icalendar/icalendar.ts'
import type { Address, Attachment, Email } from 'postal-mime'
import { outlookPerson } from '../outlook/people.ts'
import { memoryEntry, readAll } from '../text/entries.ts'
import type { Headers } from './headers.ts'
import type { Body } from './words-in-body.ts'

/** An invitation stands in the first parts of a mail: so much of the body is searched for one, in bytes. */
export const SEARCHED_BYTES = 64 * 1024
/** Calendars in one mail that are read. */
const MAX_CALENDARS = 5

/** `application/ics` of an attachment is looked at where no part of the mail says it is a calendar. */
const CALENDARS = ['text/calendar', 'application/ics']
/** Types of calendars as programs write them: to compare in lower case would cost a copy of every part. */
const CALENDAR_MARKS = ['ext/calendar', 'ext/Calendar', 'EXT/CALENDAR', 'application/ics']
/** How the type of a winmail.dat names it, or its name where the type says nothing. */
const WINMAIL = ['ms-tnef', 'winmail.dat']
/** So far behind the line that begins a part its type is looked for. */
const PART_HEADER_BYTES = 1_024
const LF = 10

/** Whether a message may carry an invitation; looks at its type first, so that most cost nothing. */
export function mayInvite(headers: Headers, { bytes, start, end }: Body): boolean {
  const type = headers.raw('content-type')
  if (type === undefined) return false
  if (/^\s*(?:text\/calendar|application\/(?:vnd\.)?ms-tnef)\b/i.test(type)) return true
  if (!/^\s*multipart\//i.test(type)) return false
  return namesCalendar(bytes.subarray(start, Math.min(end, start + SEARCHED_BYTES)))
}

/**
 * Whether the type of a part is a calendar, or Outlook's packet in which one may be. Only behind lines that begin with `--` can one stand: encoded attachments,
 * which are most of all bytes, hold no dash, and to look for the type itself would be a third of reading a mailbox.
 */
function namesCalendar(body: Buffer): boolean {
  let left = SEARCHED_BYTES
  for (let at = body.indexOf('--', 0, 'latin1'); at >= 0 && left > 0; at = body.indexOf('--', at, 'latin1')) {
    if (at === 0 || body[at - 1] === LF) {
      const header = body.subarray(at, at + PART_HEADER_BYTES)
      if (CALENDAR_MARKS.some((mark) => header.includes(mark, 0, 'latin1'))) return true
      if (WINMAIL.some((name) => header.includes(name, 0, 'latin1'))) return true
      left -= header.length
    }
    at += 2
  }
  return false
}

/**
 * The meetings that a message invites to, answers for or moves, as the calendar importer reads them: under the key
 * that the calendar itself gives them. Empty where it carries none that took place; a broken calendar carries none.
 * @param later hears when the next of those that are still to come takes place
 */
export async function meetingsIn(
  message: Uint8Array,
  options: ReadOptions,
  later?: (at: number) => void,
): Promise<readonly SourceRecord[]> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    // An invitation within a forwarded message is not the reader's.
    const mail = await PostalMime.parse(message, { forceRfc822Attachments: true })
    const contentOf = ({ content }: Attachment): string | Uint8Array =>
      typeof content === 'string' ? content : new Uint8Array(content)
    const [stated = [], attached = []] = CALENDARS.map((type) =>
      mail.attachments.filter(({ mimeType }) => mimeType.toLowerCase() === type).map(contentOf),
    )
    const calendars = stated.length > 0 ? stated : attached
    const winmail = mail.attachments.find(({ mimeType, filename }) =>
      WINMAIL.some((name) => mimeType.endsWith(name) || filename === name),
    )
    const packed = winmail && calendars.length === 0 ? await calendarOf(mail, contentOf(winmail)) : null
    return await meetingsOf(packed === null ? calendars : [packed], options, later)
  } catch {
    // The MIME is not as it should be: the mail remains a mail.
    return []
  }
}

/** The calendar in a winmail.dat, with the people of the mail; null where there is none. */
async function calendarOf(
  { from, to = [], cc = [] }: Email,
  content: string | Uint8Array,
): Promise<string | null> {
  if (from === undefined || typeof content === 'string') return null
  const { calendarIn } = await import('../outlook/winmail.ts')
  const people = (list: readonly Address[]) =>
    list.flatMap((one) => one.group ?? [one]).map(({ name, address }) => outlookPerson(name, address ?? ''))
  const [author] = people([from])
  if (author === undefined) return null
  return calendarIn(Buffer.from(content), { from: author, to: people([...to, ...cc]) })
}

/** The meetings of calendars that a message carried, as `meetingsIn` finds them. */
export async function meetingsOf(
  calendars: readonly (string | Uint8Array)[],
  options: ReadOptions,
  later: (at: number) => void = () => undefined,
): Promise<readonly SourceRecord[]> {
  const records: SourceRecord[] = []
  try {
    for (const content of calendars.slice(0, MAX_CALENDARS)) {
      const all = await readAll(icalendar, memoryEntry('invitation.ics', content), options)
      if (all.moreFrom !== undefined) later(all.moreFrom)
      // What a calendar says of its owner is the sender's there, not the reader's.
      records.push(...all.records.filter(({ type }) => type === 'interaction' || type === 'person'))
    }
  } catch {
    // The calendar is not as it should be: the mail remains a mail.
    return []
  }
  return records.some(({ type }) => type === 'interaction') ? records : []
}
