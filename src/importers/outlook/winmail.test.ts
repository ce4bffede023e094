import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { eml } from '../eml/eml.ts'
import { icalendar } from '../icalendar/icalendar.ts'
import { memoryEntry, readAll } from '../text/entries.ts'
import { weeklyRecurrence, zoneDefinition, type Named } from './testing/properties.ts'
import { tnefFile } from './testing/tnef-file.ts'
import { calendarIn } from './winmail.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const UID =
  '040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DA01000000000000000010000000AAAABBBBCCCCDDDDEEEEFFFF00001111'
const id: Named = { set: 'meeting', lid: 3, value: Buffer.from(UID, 'hex') }
const at: Named = { set: 'appointment', lid: 0x820d, value: new Date('2024-02-05T09:00:00Z') }
const meeting = (...named: readonly Named[]) => ({ properties: { 0x0037: 'Harbour review' }, named })

const mail = (winmail: Buffer, type = 'application/ms-tnef; name="winmail.dat"'): string =>
  [
    'From: "Okafor, Lena" <lena@okafor.example>',
    'To: =?utf-8?Q?Tom=C3=A1s_Farkas?= <tomas@farkas.example>',
    'Cc: ann@acme.example',
    'Subject: Harbour review',
    'Date: Thu, 1 Feb 2024 10:00:00 +0100',
    'Message-ID: <w1@okafor.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'When: Monday',
    '--b',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="winmail.dat"',
    '',
    winmail.toString('base64'),
    '--b--',
    '',
  ].join('\r\n')
const interactions = async (text: string) =>
  (await readAll(eml, memoryEntry('m.eml', text), options)).records.filter(
    (record) => record.type === 'interaction',
  )
const lena = { identity: { kind: 'mail', value: 'lena@okafor.example' }, name: 'Okafor, Lena' }
const tomas = { identity: { kind: 'mail', value: 'tomas@farkas.example' }, name: 'Tomás Farkas' }
const ann = { identity: { kind: 'mail', value: 'ann@acme.example' } }

test.each(['application/ms-tnef; name="winmail.dat"', 'application/octet-stream; name="winmail.dat"'])(
  'an invitation in a winmail.dat (%s) is the meeting of all in the mail, and no mail',
  async (type) => {
    const [found, ...more] = await interactions(
      mail(tnefFile('IPM.Microsoft Schedule.MtgReq', meeting(id, at)), type),
    )
    expect(more).toEqual([])
    expect(found).toMatchObject({
      channel: 'meeting',
      at: Date.UTC(2024, 1, 5, 9),
      subject: 'Harbour review',
      participants: [
        { ...lena, role: 'organiser' },
        { ...tomas, role: 'attendee' },
        { ...ann, role: 'attendee' },
      ],
    })
    // The same meeting in a calendar that Outlook saved is the same interaction.
    const calendar = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:${UID}\nDTSTART:20240205T090000Z\nORGANIZER:mailto:lena@okafor.example\nATTENDEE:mailto:tomas@farkas.example\nEND:VEVENT\nEND:VCALENDAR\n`
    const saved = await readAll(icalendar, memoryEntry('c.ics', calendar), options)
    expect(saved.records.flatMap((record) => (record.type === 'interaction' ? [record.key] : []))).toEqual([
      found?.key,
    ])
  },
)

test.each([
  [65_001, Buffer.from('Größe 日本'), 'Größe 日本'],
  [1251, Buffer.from('c3eee4eee2eee920eef2f7e5f2', 'hex'), 'Годовой отчет'],
  [28_592, Buffer.from('ae6c75bb', 'hex'), 'Žluť'],
])('a subject of before Unicode is in the code page %i', async (codePage, bytes, subject) => {
  const properties = { properties: {}, named: [id, at] }
  const [found] = await interactions(
    mail(tnefFile('IPM.Microsoft Schedule.MtgReq', properties, { codePage, bytes })),
  )
  expect(found?.subject).toBe(subject)
})

test('a series recurs by the clock of its zone', async () => {
  const series: Named[] = [
    {
      set: 'appointment',
      lid: 0x8216,
      value: weeklyRecurrence({ first: '2024-03-25', last: '2024-04-01', startsAt: 600, days: 2 }),
    },
    { set: 'appointment', lid: 0x8260, value: zoneDefinition('W. Europe Standard Time') },
  ]
  const found = await interactions(mail(tnefFile('IPM.Schedule.Meeting.Request', meeting(id, at, ...series))))
  expect(found.map((one) => one.at)).toEqual([Date.UTC(2024, 2, 25, 9), Date.UTC(2024, 3, 1, 8)])
})

test('a yes is a meeting with whom it goes to; a no, a cancellation and other mail stay mail', async () => {
  const people = async (kind: string) =>
    (await interactions(mail(tnefFile(kind, meeting(id, at))))).map(({ channel, participants }) => [
      channel,
      ...participants.map(({ identity, role }) => [role, identity !== 'owner' && identity.value]),
    ])
  expect(await people('IPM.Microsoft Schedule.MtgRespP')).toEqual([
    ['meeting', ['organiser', 'tomas@farkas.example'], ['attendee', 'lena@okafor.example']],
  ])
  for (const kind of [
    'IPM.Microsoft Schedule.MtgRespN',
    'IPM.Microsoft Schedule.MtgCncl',
    'IPM.Microsoft Mail.Note',
  ])
    expect((await people(kind)).map(([channel]) => channel)).toEqual(['mail'])
})

test('whatever is damaged, it ends with a calendar or with none', () => {
  const whole = tnefFile('IPM.Microsoft Schedule.MtgReq', meeting(id, at))
  const carrier = { from: { name: '', smtp: 'a@b.example', exchange: '' }, to: [] }
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(whole.length),
      (place, byte, length) => {
        const bytes = Buffer.from(whole.subarray(0, length))
        if (place < length) bytes[place] = byte
        expect(['string', 'object']).toContain(typeof calendarIn(bytes, carrier))
      },
    ),
    { numRuns: 500 },
  )
})
