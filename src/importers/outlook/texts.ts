import type { OutlookContact, OutlookItem, OutlookPerson, OutlookRecipient } from './item.ts'
import { addressOf } from './people.ts'

/** Characters of a body that are handed on; mail looks at no more. */
const BODY_CHARS = 16_384

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()

/** `"Name" <address>` as a header writes it. */
const mailbox = (who: OutlookPerson): string => {
  const shown = oneLine(who.name).replace(/["\\]/g, '')
  const where = oneLine(addressOf(who)).replace(/[<>]/g, '')
  return where === '' ? `"${shown}"` : `"${shown}" <${where}>`
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** A time as RFC 5322 writes it. */
function mailDate(at: number): string {
  const date = new Date(at)
  return date
    .toUTCString()
    .replace('GMT', '+0000')
    .replace(/^\w+/, WEEKDAYS[date.getUTCDay()] ?? 'Sun')
}

/** Headers that describe a body which is not there any more: Outlook keeps the text, not its parts. */
const OF_BODY = /^(?:content-type|content-transfer-encoding|mime-version)[ \t]*:/i

/** The headers of the wire, unfolded lines left as they are, without those that describe the body. */
function wireHeaders(raw: string): string[] {
  const kept: string[] = []
  let dropping = false
  let isReport = false
  for (const line of raw.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') {
      // A blank line ends the headers; Outlook puts those of parts behind it.
      if (kept.length > 0) break
      continue
    }
    // "Microsoft Mail Internet Headers Version 2.0", which Outlook puts first.
    if (kept.length === 0 && !/^[!-9;-~]+[ \t]*:/.test(line)) continue
    if (!/^[ \t]/.test(line)) dropping = OF_BODY.test(line)
    isReport ||= dropping && /multipart\/report/i.test(line)
    if (!dropping) kept.push(line)
  }
  if (isReport) kept.push('Auto-Submitted: auto-replied')
  return kept
}

const isKnown = (who: OutlookPerson): boolean => addressOf(who) !== '' || who.name !== ''

const has = (lines: readonly string[], name: string): boolean =>
  lines.some((line) => line.toLowerCase().startsWith(`${name}:`))

/** A mail as RFC 5322 text: the headers of the wire where there are any, what is missing from the properties. */
export function mailText(item: OutlookItem): string {
  const lines = wireHeaders(item.headers)
  const add = (name: string, value: string): void => {
    if (value !== '' && !has(lines, name.toLowerCase())) lines.push(`${name}: ${value}`)
  }
  if (isKnown(item.sender)) add('From', mailbox(item.sender))
  const kinds = [
    ['To', 'to'],
    ['Cc', 'cc'],
    ['Bcc', 'bcc'],
  ] as const
  const isAddressed = has(lines, 'to') || has(lines, 'cc')
  for (const [header, kind] of kinds) {
    // What came over the wire says it with addresses; only who was copied blindly stands in the properties alone.
    if (isAddressed && kind !== 'bcc') continue
    add(
      header,
      item.recipients
        .filter((one) => one.kind === kind)
        .map(mailbox)
        .join(', '),
    )
  }
  if (item.sentAt !== null) add('Date', mailDate(item.sentAt))
  add('Subject', oneLine(item.subject))
  add('Message-ID', oneLine(item.messageId))
  add('In-Reply-To', oneLine(item.inReplyTo))
  add('Delivered-To', oneLine(item.deliveredTo))
  lines.push('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit')
  return `${lines.join('\r\n')}\r\n\r\n${item.body.slice(0, BODY_CHARS)}\r\n`
}

const escaped = (text: string): string => oneLine(text).replace(/[\\;,]/g, '\\$&')

/** The parameter and value by which a calendar names somebody: an address, else no more than the name. */
function calendarUser(one: OutlookPerson): string {
  const name = oneLine(one.name).replace(/"/g, "'")
  return `;CN="${name}":${one.smtp === '' ? 'invalid:nomail' : `mailto:${oneLine(one.smtp)}`}`
}

const attendee = (one: OutlookRecipient): string =>
  `ATTENDEE${one.kind === 'bcc' ? ';CUTYPE=RESOURCE' : ''}${one.declined ? ';PARTSTAT=DECLINED' : ''}${calendarUser(one)}`

const utc = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** An appointment as an iCalendar file: the series, and each of its moved occurrences as an event of its own. */
export function calendarText(item: OutlookItem): string {
  const { appointment } = item
  if (appointment === null) return ''
  const people = [
    ...(isKnown(item.sender) ? [`ORGANIZER${calendarUser(item.sender)}`] : []),
    ...item.recipients.map(attendee),
  ]
  const event = (times: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    ...(appointment.uid === '' ? [] : [`UID:${appointment.uid}`]),
    ...times,
    `SUMMARY:${escaped(item.subject)}`,
    ...(item.isPrivate ? ['CLASS:PRIVATE'] : []),
    ...(appointment.isCancelled ? ['STATUS:CANCELLED'] : []),
    ...people,
    'END:VEVENT',
  ]
  const { recurrence, startAt } = appointment
  const once = startAt === null ? [] : [`DTSTART:${utc(startAt)}`]
  return [
    'BEGIN:VCALENDAR',
    ...event(recurrence?.lines ?? once),
    ...(recurrence?.moved ?? []).flatMap(event),
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

/** A contact as a vCard 3.0. Exchange names in place of addresses mean something to their server alone. */
export function cardText(contact: OutlookContact): string {
  const line = (name: string, ...values: readonly string[]): string[] =>
    values.every((value) => value.trim() === '') ? [] : [`${name}:${values.map(escaped).join(';')}`]
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    ...line('FN', contact.shown),
    ...line('N', contact.family, contact.given, contact.middle),
    ...line('NICKNAME', contact.nickname),
    ...contact.mails.flatMap((mail) => line('EMAIL', mail)),
    ...contact.phones.flatMap((phone) => line('TEL', phone)),
    ...contact.pages.flatMap((page) => line('URL', page)),
    ...line('ORG', contact.organisation),
    ...line('TITLE', contact.title),
    ...(contact.town === '' && contact.country === ''
      ? []
      : line('ADR', '', '', '', contact.town, '', '', contact.country)),
    'END:VCARD',
    '',
  ].join('\r\n')
}
