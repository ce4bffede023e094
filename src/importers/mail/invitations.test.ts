import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { mbox } from '../mbox/mbox.ts'
import { icalendar } from '../icalendar/icalendar.ts'
import { memoryEntry, readAll } from '../text/entries.ts'
import { Headers } from './headers.ts'
import { mayInvite } from './invitations.ts'

const options: ReadOptions = { region: null, timeZone: 'Europe/Berlin', until: Date.UTC(2026, 0, 1) }
const calendar = (method: string, partstat: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:review-1@acme.example',
    'DTSTAMP:20240101T080000Z',
    'DTSTART:20240105T100000Z',
    'DTEND:20240105T110000Z',
    'SUMMARY:Review',
    'ORGANIZER;CN=Ann Lee:mailto:ann@acme.example',
    `ATTENDEE;CN=Bob Roe;PARTSTAT=${partstat}:mailto:bob@x.example`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
const mail = (text: string, method: string, encoding = '7bit', type = 'text/calendar'): string =>
  [
    'From x Mon Jan  1 09:00:00 2024',
    'Date: Mon, 1 Jan 2024 09:00:00 +0000',
    'From: Ann Lee <ann@acme.example>',
    'To: Bob Roe <bob@x.example>',
    'Subject: Invitation: Review',
    'Message-ID: <m1@acme.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain',
    '',
    'You are invited.',
    '--inner',
    `Content-Type: ${type}; charset=utf-8; method=${method}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    encoding === 'base64' ? Buffer.from(text).toString('base64') : text,
    '--inner--',
    '--outer--',
    '',
    '',
  ].join('\n')
const interactions = async (text: string) => {
  const all = await readAll(mbox, memoryEntry('x.mbox', text), options)
  return { read: all.read, seen: all.records.filter(({ type }) => type === 'interaction') }
}

test.each(['7bit', 'base64'])(
  'an invitation (%s) is the meeting, under the key of the calendar, and no mail',
  async (encoding) => {
    const { read, seen } = await interactions(mail(calendar('REQUEST', 'ACCEPTED'), 'REQUEST', encoding))
    const own = await readAll(icalendar, memoryEntry('a.ics', calendar('REQUEST', 'ACCEPTED')), options)
    expect(read).toBe(1)
    expect(seen).toMatchObject([{ channel: 'meeting', subject: 'Review', at: Date.UTC(2024, 0, 5, 10) }])
    expect(seen).toEqual(own.records.filter(({ type }) => type === 'interaction'))
  },
)

test.each(['Text/Calendar', 'TEXT/CALENDAR', 'application/ics'])('an invitation as %s', async (type) => {
  const { seen } = await interactions(mail(calendar('REQUEST', 'ACCEPTED'), 'REQUEST', '7bit', type))
  expect(seen).toMatchObject([{ channel: 'meeting', subject: 'Review' }])
})

test('an answer adds whom it is from to the same meeting', async () => {
  const { seen } = await interactions(
    mail(calendar('REQUEST', 'ACCEPTED'), 'REQUEST') + mail(calendar('REPLY', 'ACCEPTED'), 'REPLY'),
  )
  expect(new Set(seen.map((one) => 'key' in one && one.key)).size).toBe(1)
})

test.each([
  ['cancelled', calendar('CANCEL', 'ACCEPTED'), 'CANCEL'],
  ['broken', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\n', 'REQUEST'],
  ['empty', '', 'REQUEST'],
])('a %s meeting is none, and the mail stays a mail', async (_, text, method) => {
  const { read, seen } = await interactions(mail(text, method))
  expect(read).toBe(1)
  expect(seen).toMatchObject([{ channel: 'mail', subject: 'Invitation: Review' }])
})

/** To look into a mail takes many times as long as to read its headers: only those whose parts are calendars are. */
const isLookedInto = (type: string, text: string): boolean => {
  const bytes = Buffer.from(mail(text, 'REQUEST', '7bit', type))
  const headers = new Headers()
  const start = headers.scan(bytes, bytes.indexOf('\n') + 1, bytes.length)
  return mayInvite(headers, { bytes, start, end: bytes.length })
}

test('a mail that talks of calendars is not looked into, one with a calendar or a winmail.dat is', () => {
  const talk = 'The Calendar, a calendar and CALENDARS: see https://cal.example/calendar.'
  expect(isLookedInto('text/html', talk)).toBe(false)
  expect(isLookedInto('text/plain', 'Content-Type: text/calendar says so, and winmail.dat, too.')).toBe(false)
  expect(isLookedInto('text/calendar', '')).toBe(true)
  expect(isLookedInto('application/ms-tnef', '')).toBe(true)
})
