import { weeklyRecurrence, zoneDefinition, type WrittenItem } from './properties.ts'

/** The people of the fixtures: within Exchange they have no address but this. */
const LENA_EX = '/o=Okafor/ou=Exchange Administrative Group/cn=Recipients/cn=lena'
const TOMAS_EX = '/o=Okafor/ou=Exchange Administrative Group/cn=Recipients/cn=tomas'

const to = (name: string, address: string, more: Readonly<Record<number, string | number>> = {}) => ({
  0x0c15: 1,
  0x3001: name,
  0x3003: address,
  ...more,
})

/** Mail that came over the wire: its headers say who, the properties add who was copied. */
export const received: WrittenItem = {
  properties: {
    0x001a: 'IPM.Note',
    0x0037: 'Ferry timetable',
    0x007d:
      'Microsoft Mail Internet Headers Version 2.0\r\nReceived: from mx.example\r\nFrom: =?utf-8?Q?Jos=C3=A9_=C3=81lvarez?= <jose@puerto.example>\r\n' +
      'To: "Lena Okafor" <lena@okafor.example>\r\nDate: Mon, 15 Jan 2024 10:30:00 +0100\r\nSubject: Ferry timetable\r\n' +
      'Message-ID: <f1@puerto.example>\r\nContent-Type: multipart/alternative;\r\n\tboundary="x"\r\n\r\n',
    0x0c1a: 'José Álvarez',
    0x0c1f: 'jose@puerto.example',
    0x0e06: new Date('2024-01-15T09:30:04Z'),
    0x0e07: 1,
    0x1000: 'The new timetable is here.\r\n\r\n> and the old one\r\n',
  },
  recipients: [to('Lena Okafor', LENA_EX, { 0x39fe: 'lena@okafor.example' })],
}

/** Mail within Exchange: no headers, senders by their X.500 name, one of them with an address as well. */
export const inside: WrittenItem = {
  properties: {
    0x001a: 'IPM.Note',
    0x0037: 'Re: Ferry timetable',
    0x0039: new Date('2024-01-15T11:00:00Z'),
    0x0c1a: 'Okafor, Lena',
    0x0c1e: 'EX',
    0x0c1f: LENA_EX,
    0x0e07: 1,
    0x1000: 'Thank you, Tomas will print it.',
    0x1035: '<r1@okafor.example>',
    0x1042: '<f1@puerto.example>',
  },
  recipients: [to("'Tomas Ferreira'", TOMAS_EX), { ...to('José Álvarez', 'jose@puerto.example'), 0x0c15: 2 }],
}

export const draft: WrittenItem = {
  properties: { 0x001a: 'IPM.Note', 0x0037: 'Not yet', 0x0e07: 8, 0x1000: 'x' },
  recipients: [to('José Álvarez', 'jose@puerto.example')],
}

const meetingId =
  '040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5060000000000000000001000000000112233445566778899AABBCCDDEEFF'

/** Each Monday at nine in Berlin, once left out and once moved; a room, and somebody who said no. */
export const weekly: WrittenItem = {
  properties: {
    0x001a: 'IPM.Appointment',
    0x0037: 'Berth planning',
    0x0c1a: 'Lena Okafor',
    0x0c1f: 'lena@okafor.example',
    0x0e07: 1,
  },
  named: [
    { set: 'appointment', lid: 0x820d, value: new Date('2024-03-18T08:00:00Z') },
    { set: 'appointment', lid: 0x8217, value: 1 },
    {
      set: 'appointment',
      lid: 0x8216,
      value: weeklyRecurrence({
        first: '2024-03-18',
        last: '2024-04-15',
        startsAt: 540,
        days: 2,
        deleted: ['2024-03-25'],
        moved: [{ from: '2024-04-08T09:00', to: '2024-04-09T15:00' }],
      }),
    },
    { set: 'appointment', lid: 0x8260, value: zoneDefinition('W. Europe Standard Time') },
    { set: 'meeting', lid: 0x3, value: Buffer.from(meetingId, 'hex') },
    { set: 'meeting', lid: 0x23, value: Buffer.from(meetingId, 'hex') },
  ],
  recipients: [
    to('Tomas Ferreira', TOMAS_EX, { 0x39fe: 'tomas@okafor.example' }),
    { ...to('Berth room', 'room@okafor.example'), 0x0c15: 3 },
    to('Grete Sandvik', 'grete@fjord.example', { 0x5fff: 4 }),
  ],
}

export const contact: WrittenItem = {
  properties: {
    0x001a: 'IPM.Contact',
    0x0037: 'Mei Tan',
    0x3001: 'Mei Tan',
    0x3a06: 'Mei',
    0x3a11: 'Tan',
    0x3a16: 'Tan Shipping; Pte',
    0x3a17: 'Owner',
    0x3a1c: '+65 9123 4567',
    0x0e07: 1,
  },
  named: [
    { set: 'address', lid: 0x8083, value: 'mei@tan.example' },
    { set: 'address', lid: 0x8093, value: 'm.tan@home.example' },
  ],
}

export const note: WrittenItem = { properties: { 0x001a: 'IPM.StickyNote', 0x0037: 'Milk', 0x0e07: 1 } }

/** The folders of the data file that the tests read. */
export const folders = [
  { name: 'Inbox', items: [received, inside] },
  { name: 'Sent Items', items: [draft] },
  { name: 'Calendar', items: [weekly] },
  { name: 'Contacts', items: [contact, note] },
] as const
