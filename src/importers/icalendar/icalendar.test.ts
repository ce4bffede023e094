import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { icalendar } from './icalendar.ts'
import { MAX_OCCURRENCES } from './recurrence.ts'

const options: ReadOptions = { region: null, timeZone: 'America/New_York', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array, more: Partial<ReadOptions> = {}): Promise<Everything> =>
  readAll(icalendar, memoryEntry('x.ics', content, 64), { ...options, ...more })
const fixture = (): Promise<Everything> =>
  read(readFileSync(new URL('fixtures/calendar.ics', import.meta.url)))
const meetings = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const times = (all: Everything): string[] =>
  meetings(all).map(({ at }) => new Date(at ?? 0).toISOString().slice(0, 16))

const PEOPLE = ['ORGANIZER:mailto:me@x.example', 'ATTENDEE;CN=Ada:mailto:ada@y.example']
const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:u1', ...PEOPLE, ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n')

test('a meeting: organiser and attendees, without rooms, those who declined, and alarms', async () => {
  const [first] = meetings(await fixture())
  expect(first).toEqual({
    type: 'interaction',
    key: 'event:one@google.com|2024-01-15T09:00:00.000Z',
    at: Date.UTC(2024, 0, 15, 9),
    timeQuality: 'exact',
    channel: 'meeting',
    participants: [
      {
        identity: { kind: 'mail', value: 'amara@brightwell.example' },
        role: 'organiser',
        name: 'Amara Nwosu',
      },
      { identity: { kind: 'mail', value: 'lena@okafor.example' }, role: 'attendee', name: 'Lena Okafor' },
    ],
    bulk: false,
    subject: 'Launch plan, part 1',
  })
})

test('a weekly meeting through the change of clocks, one left out, one moved', async () => {
  const weekly = meetings(await fixture()).filter(({ key }) => key.startsWith('event:weekly'))
  expect(weekly.map(({ key, at }) => [key.slice(-24), new Date(at ?? 0).toISOString()])).toEqual([
    ['2024-03-25T08:00:00.000Z', '2024-03-25T08:00:00.000Z'],
    ['2024-04-15T07:00:00.000Z', '2024-04-15T07:00:00.000Z'],
    ['2024-04-01T07:00:00.000Z', '2024-04-02T13:00:00.000Z'],
  ])
})

test('every event is read or counted; what is cancelled, all-day or broken says so', async () => {
  const all = await fixture()
  expect(all.read).toBe(8)
  expect(all.skipped).toEqual([
    { where: 'event 4 (line 39)', reason: 'cancelled' },
    { where: 'event 5 (line 46)', reason: 'all-day, without other people' },
    { where: 'event 8 (line 63)', reason: 'its start "tomorrow" is no date' },
  ])
})

test('the owner is the address that names the calendar, or the one in nearly all events', async () => {
  const owners = (await fixture()).records.filter((record) => record.type === 'owner')
  const identity = { kind: 'mail', value: 'lena@okafor.example' }
  expect(owners).toEqual([
    { type: 'owner', basis: 'own', identity, count: 1 },
    { type: 'owner', basis: 'seen', identity, count: 8 },
  ])
})

test.each([
  ['DTSTART:20240701T120000Z', '2024-07-01T12:00', 'exact'],
  ['DTSTART;TZID=Europe/Berlin:20240701T120000', '2024-07-01T10:00', 'offset'],
  ['DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20240701T120000', '2024-07-01T10:00', 'offset'],
  [
    'DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin:20240701T120000',
    '2024-07-01T10:00',
    'offset',
  ],
  ['DTSTART;TZID="W. Europe Standard Time":20240701T120000', '2024-07-01T10:00', 'offset'],
  ['DTSTART;TZID=(UTC-05:00) Eastern:20240701T120000', '2024-07-01T16:00', 'offset'],
  ['DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20240701T120000', '2024-07-01T10:00', 'offset'],
  ['DTSTART;TZID="(UTC+03:00) Berlin":20240701T120000', '2024-07-01T09:00', 'local'],
  ['DTSTART;TZID="(UTC-05:00) Somewhere":20240701T120000', '2024-07-01T17:00', 'local'],
  ['DTSTART;TZID=W. Europe Standard Time 1:20240701T120000', '2024-07-01T10:00', 'offset'],
  ['DTSTART;TZID=Romance Daylight Time:20240701T120000', '2024-07-01T10:00', 'offset'],
  ['DTSTART;TZID=tzone://Microsoft/Utc:20240701T120000', '2024-07-01T12:00', 'local'],
  ['DTSTART;TZID=+0200:20240701T120000', '2024-07-01T10:00', 'local'],
  ['DTSTART:20240701T120000+0200', '2024-07-01T10:00', 'exact'],
  ['DTSTART;TZID=Nowhere:20240701T120000', '2024-07-01T16:00', 'local'],
  ['DTSTART:20240701T120000', '2024-07-01T16:00', 'local'],
  ['DTSTART;VALUE=DATE:20240701', '2024-07-01T00:00', 'day'],
])('%s', async (line, at, timeQuality) => {
  const all = await read(calendar(event(line)))
  expect([times(all), meetings(all)[0]?.timeQuality]).toEqual([[at], timeQuality])
})

test('a zone of the file itself, with rules since 1601, and below the event that uses it', async () => {
  const [custom] = meetings(await fixture()).filter(({ key }) => key.startsWith('event:custom'))
  expect(custom).toMatchObject({ at: Date.UTC(2024, 6, 1, 8), timeQuality: 'offset' })
})

test("a time without a zone is in the calendar's zone, before the user's", async () => {
  const all = await read(calendar('X-WR-TIMEZONE:Asia/Tokyo', event('DTSTART:20240701T120000')))
  expect([times(all), meetings(all)[0]?.timeQuality]).toEqual([['2024-07-01T03:00'], 'local'])
})

test('recurrence: the end in UTC, added and left-out dates, days that exclude times', async () => {
  const all = await read(
    calendar(
      event(
        'DTSTART;TZID=Europe/Berlin:20240101T090000',
        'RRULE:FREQ=DAILY;UNTIL=20240105T080000Z',
        'RDATE;TZID=Europe/Berlin:20240120T090000,20240121T090000',
        'EXDATE;TZID=Europe/Berlin:20240102T090000',
        'EXDATE;VALUE=DATE:20240103',
      ),
    ),
  )
  expect(times(all).toSorted()).toEqual([
    '2024-01-01T08:00',
    '2024-01-04T08:00',
    '2024-01-05T08:00',
    '2024-01-20T08:00',
    '2024-01-21T08:00',
  ])
})

test('a private or confidential event stays a meeting; its summary is not kept', async () => {
  const start = 'DTSTART:20240115T090000Z'
  for (const kind of ['PRIVATE', 'CONFIDENTIAL']) {
    const [meeting] = meetings(await read(calendar(event(start, 'SUMMARY:Surgery', `CLASS:${kind}`))))
    expect(meeting?.participants).toHaveLength(2)
    expect(meeting).not.toHaveProperty('subject')
  }
  expect(meetings(await read(calendar(event(start, 'SUMMARY:Plan', 'CLASS:PUBLIC'))))[0]?.subject).toBe(
    'Plan',
  )
})

test('a change of this and all later occurrences moves them and says who takes part from then', async () => {
  const weekly = event('DTSTART:20240101T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=4')
  const changed = [
    'BEGIN:VEVENT',
    'UID:u1',
    'RECURRENCE-ID;RANGE=THISANDFUTURE:20240115T090000Z',
    'DTSTART:20240116T110000Z',
    'ORGANIZER:mailto:me@x.example',
    'ATTENDEE:mailto:bo@z.example',
    'END:VEVENT',
  ].join('\r\n')
  for (const parts of [
    [weekly, changed],
    [changed, weekly],
  ]) {
    const all = await read(calendar(...parts))
    expect(times(all).toSorted()).toEqual([
      '2024-01-01T09:00',
      '2024-01-08T09:00',
      '2024-01-16T11:00',
      '2024-01-23T11:00',
    ])
    const last = meetings(all).find(({ at }) => at === Date.UTC(2024, 0, 23, 11))
    expect(last?.key).toBe('event:u1|2024-01-22T09:00:00.000Z')
    expect(last?.participants[1]?.identity).toEqual({ kind: 'mail', value: 'bo@z.example' })
  }
})

test('what has not happened yet is not told', async () => {
  const weekly = event('DTSTART:20240101T090000Z', 'RRULE:FREQ=WEEKLY')
  const all = await read(calendar(weekly), { until: Date.UTC(2024, 0, 16) })
  expect(times(all)).toEqual(['2024-01-01T09:00', '2024-01-08T09:00', '2024-01-15T09:00'])
  expect(await read(calendar(event('DTSTART:20300101T090000Z')))).toMatchObject({ read: 1, skipped: [] })
})

test.each([
  ['the next time of a meeting that goes on', ['RRULE:FREQ=WEEKLY'], Date.UTC(2024, 0, 22, 9)],
  ['a day that stands by itself', ['RDATE:20240401T090000Z'], Date.UTC(2024, 3, 1, 9)],
  ['nothing once it is over', ['RRULE:FREQ=WEEKLY;COUNT=2'], undefined],
  ['nothing of one that was cancelled', ['RRULE:FREQ=WEEKLY', 'STATUS:CANCELLED'], undefined],
] as const)('from when on the calendar gives more: %s', async (_, lines, at) => {
  const all = await read(calendar(event('DTSTART:20240101T090000Z', ...lines)), {
    until: Date.UTC(2024, 0, 16),
  })
  expect(all.moreFrom).toBe(at)
})

test('rules without an end are capped, and keep the latest', async () => {
  const daily = await read(calendar(event('DTSTART:20000101T090000Z', 'RRULE:FREQ=DAILY')))
  expect(times(daily)).toHaveLength(MAX_OCCURRENCES)
  expect(times(daily).at(-1)).toBe('2024-12-31T09:00')
  const secondly = await read(calendar(event('DTSTART:20200101T090000Z', 'RRULE:FREQ=SECONDLY')))
  expect(times(secondly)).toHaveLength(MAX_OCCURRENCES)
})

test('a later version replaces an earlier one', async () => {
  const all = await read(
    calendar(
      event('DTSTART:20240101T090000Z', 'SEQUENCE:1'),
      event('DTSTART:20240102T090000Z', 'SEQUENCE:2'),
    ),
  )
  expect(times(all)).toEqual(['2024-01-02T09:00'])
  expect(all.skipped).toEqual([
    { where: 'event 1 (line 3)', reason: 'replaced by a later version of it in the same file' },
  ])
})

test('a broken rule or a missing end costs its event alone', async () => {
  const open = 'BEGIN:VEVENT\r\nDTSTART:20240101T090000Z'
  const all = await read(
    calendar(event('DTSTART:20240101T090000Z', 'RRULE:W1 XX'), open, event('DTSTART:20240102T090000Z')),
  )
  expect(all.read).toBe(1)
  expect(all.skipped.map(({ where, reason }) => [where.slice(0, 7), reason.slice(0, 33)])).toEqual([
    ['event 1', 'its recurrence rule cannot be rea'],
    ['event 2', 'it does not end before the next e'],
  ])
})

test('an event counts though its calendar and the line before it are damaged', async () => {
  // A carriage return is left of the line that was cut away; a byte order mark, of a file appended to another.
  for (const rest of ['\r', '\r\r', '\uFEFF', '\n', ' \n\r\n ']) {
    const all = await read(
      `${rest}${event('DTSTART:20240101T090000Z')}\r\n${rest}${event('DTSTART:20240102T090000Z')}`,
    )
    expect([rest, all.read, all.skipped, times(all)]).toEqual([
      rest,
      2,
      [],
      ['2024-01-01T09:00', '2024-01-02T09:00'],
    ])
  }
})

test('people without an address go by name; several calendars in a file are all read', async () => {
  const byName = [
    'BEGIN:VEVENT',
    'UID:n',
    'DTSTART:20240101T090000Z',
    PEOPLE[0],
    'ATTENDEE;CN=Ada Low:invalid:nomail',
    'END:VEVENT',
  ]
  const all = await read(
    calendar(byName.join('\r\n')) + calendar('METHOD:CANCEL', event('DTSTART:20240102T090000Z')),
  )
  expect(meetings(all)[0]?.participants[1]).toEqual({
    identity: { kind: 'name', value: 'icalendar:ada low' },
    role: 'attendee',
    name: 'Ada Low',
  })
  expect(all.skipped.map(({ reason }) => reason)).toEqual(['cancelled'])
})

test('only calendars are taken for calendars', async () => {
  expect(icalendar.detect(memoryHead('x', calendar()))).toBeGreaterThan(0.9)
  for (const other of ['', 'BEGIN:VCARD\n', 'Subject: x\n\nBEGIN:VCALENDAR\n', 'a,b\n']) {
    expect(icalendar.detect(memoryHead('x.ics', other))).toBe(0)
  }
  await expect(read('nothing')).rejects.toThrow(/x\.ics holds no calendar/)
  expect(await read(calendar())).toEqual({ read: 0, records: [], skipped: [] })
})

test('the offsets of a zone without their plus sign', async () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Own', 'BEGIN:STANDARD', 'DTSTART:19700101T000000']
  const end = ['TZOFFSETFROM:0300', 'TZOFFSETTO:0300', 'END:STANDARD', 'END:VTIMEZONE']
  const all = await read(calendar(...zone, ...end, event('DTSTART;TZID=Own:20240701T120000')))
  expect(times(all)).toEqual(['2024-07-01T09:00'])
})

test('who is only told of an event does not take part in it', async () => {
  const told = 'ATTENDEE;ROLE=NON-PARTICIPANT:mailto:told@okafor.example'
  const [meeting] = meetings(await read(calendar(event('DTSTART:20240115T090000Z', told))))
  expect(meeting?.participants).toHaveLength(2)
})

test('who sends somebody else does not take part; nor who said no in vCalendar 1.0', async () => {
  const [meeting] = meetings(
    await read(
      calendar(
        event(
          'DTSTART:20240115T090000Z',
          'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:gus@x.example":mailto:fay@x.example',
          'ATTENDEE;DELEGATED-FROM="mailto:fay@x.example":mailto:gus@x.example',
          'ATTENDEE;STATUS=DECLINED:Dee <dee@x.example>',
        ),
      ),
    ),
  )
  expect(meeting?.participants.map(({ identity }) => identity !== 'owner' && identity.value)).toEqual([
    'me@x.example',
    'ada@y.example',
    'gus@x.example',
  ])
})

test('vCalendar 1.0: rules of its own, addresses behind names', async () => {
  const all = await read(
    'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101T090000Z\nRRULE:W1 MO #2\n' +
      'ATTENDEE;ROLE=ORGANIZER:Ada Low <ada@low.example>\nATTENDEE:Bo <bo@low.example>\nEND:VEVENT\nEND:VCALENDAR\n',
  )
  expect(times(all)).toEqual(['2024-01-01T09:00', '2024-01-08T09:00'])
  expect(meetings(all)[0]?.participants).toEqual([
    { identity: { kind: 'mail', value: 'ada@low.example' }, role: 'organiser', name: 'Ada Low' },
    { identity: { kind: 'mail', value: 'bo@low.example' }, role: 'attendee', name: 'Bo' },
  ])
})
