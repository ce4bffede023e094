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

/** A part of a mail, as the headers of the part name it. */
type Part = { readonly mimeType: string; readonly filename: string | null }

const isCalendar = ({ mimeType }: Part): boolean => /^text\/calendar$/i.test(mimeType)
const isAttachedCalendar = ({ mimeType }: Part): boolean => /^application\/ics$/i.test(mimeType)
/** What Outlook packs a mail into: by its type, or by its name where the type says nothing. */
const isWinmail = ({ mimeType, filename }: Part): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(mimeType) || filename?.toLowerCase() === 'winmail.dat'

/** The same of the text of a part's headers, which says enough to have the mail parsed. */
const PART_HEADER =
  /^content-type:\s*(?:text\/calendar|application\/(?:ics|(?:vnd\.)?ms-tnef))\b|\bname="?winmail\.dat\b/im
/** So far behind the line that begins a part its headers are looked at. */
const PART_HEADER_BYTES = 1_024
const LF = 10

/**
 * The parts of a mail in which to look for meetings: its calendars; calendars among its attachments where no part says that
 * it is one; what Outlook packed where there are none of those either.
 */
export function meetingParts<Of extends Part>(
  parts: readonly Of[],
): { readonly calendars: readonly Of[]; readonly winmail: Of | undefined } {
  const stated = parts.filter(isCalendar)
  const calendars = stated.length > 0 ? stated : parts.filter(isAttachedCalendar)
  return {
    calendars: calendars.slice(0, MAX_CALENDARS),
    winmail: calendars.length > 0 ? undefined : parts.find(isWinmail),
  }
}

/** Whether a message may carry an invitation; looks at its type first, so that most cost nothing. */
export function mayInvite(headers: Headers, { bytes, start, end }: Body): boolean {
  const type = headers.raw('content-type')
  if (type === undefined) return false
  if (/^\s*(?:text\/calendar|application\/(?:vnd\.)?ms-tnef)\b/i.test(type)) return true
  if (!/^\s*multipart\//i.test(type)) return false
  return namesCalendar(bytes.subarray(start, Math.min(end, start + SEARCHED_BYTES)))
}

/** What stands before the first empty line. */
function headersIn(part: string): string {
  const lf = part.indexOf('\n\n')
  const end = lf < 0 ? part.indexOf('\n\r\n') : lf
  return end < 0 ? part : part.slice(0, end)
}

/**
 * Whether the type of a part is a calendar, or Outlook's packet in which one may be. Only behind lines that begin with
 * `--` can one stand: encoded attachments, which are most of all bytes, hold no dash, and to look for the type itself
 * would be a third of reading a mailbox.
 */
function namesCalendar(body: Buffer): boolean {
  let left = SEARCHED_BYTES
  for (let at = body.indexOf('--', 0, 'latin1'); at >= 0 && left > 0; at = body.indexOf('--', at, 'latin1')) {
    if (at === 0 || body[at - 1] === LF) {
      const text = body.toString('latin1', at, at + PART_HEADER_BYTES)
      if (PART_HEADER.test(headersIn(text))) return true
      left -= text.length
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
    const { calendars, winmail } = meetingParts(mail.attachments)
    const packed = winmail === undefined ? null : await calendarOf(mail, contentOf(winmail))
    return await meetingsOf(packed === null ? calendars.map(contentOf) : [packed], options, later)
  } catch {
    // The MIME is not as it should be: the mail remains a mail.
    return []
  }
}

/**
 * The calendar in a winmail.dat, with the people of the mail that carries it; null where there is none.
 * @param headers those of the mail, with or without what follows them
 */
export async function calendarInWinmail(headers: Uint8Array, winmail: Uint8Array): Promise<Buffer | null> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    const calendar = await calendarOf(await PostalMime.parse(headers), winmail)
    return calendar === null ? null : Buffer.from(calendar)
  } catch {
    // Damaged: it has none.
    return null
  }
}

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
    for (const content of calendars) {
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
