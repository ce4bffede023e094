/** The present of the messages, epoch milliseconds. */
const END = Date.UTC(2026, 4, 1)
const HOUR_MS = 3_600_000

const people = Array.from({ length: 40 }, (_, i) => ({
  name: `${['Ann', 'Ben', 'Cleo', 'Dan', 'Eva'][i % 5] ?? ''} ${['Lee', 'Müller', 'Okoye', 'Ruiz'][i % 4] ?? ''}${i}`,
  address: `person${i}@firm${i % 7}.example`,
}))

/** Messages between Jane and forty people, the oldest first; each third one is Jane's own. */
export function messages(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, k) => {
    const i = from + k
    const { name, address } = people[i % people.length]!
    const other = `"${name}" <${address}>`
    const jane = 'Jane Doe <jane@acme.example>'
    const mine = i % 3 === 0
    const at = new Date(END - (100_000 - i) * HOUR_MS).toUTCString().replace('GMT', '+0000')
    return [
      `Date: ${at}`,
      `From: ${mine ? jane : other}`,
      `To: ${mine ? other : jane}`,
      `Subject: =?utf-8?q?Angebot_${i}_f=C3=BCr_M=C3=A4rz?=`,
      `Message-ID: <m${i}@acme.example>`,
      ...(i % 4 === 0 ? [`References: <m${Math.max(0, i - 4)}@acme.example>`] : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Hello, this is message ${i} about the spring campaign.`,
      '',
    ].join('\r\n')
  })
}

/** An invitation to a meeting, whose calendar stands base64 in a part of its own. */
export function invitation(uid: string): string {
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260401T080000Z',
    'DTSTART:20260410T090000Z',
    'DTEND:20260410T100000Z',
    'SUMMARY:Kick-off',
    'ORGANIZER;CN=Ann Lee0:mailto:person0@firm0.example',
    'ATTENDEE;CN=Jane Doe;PARTSTAT=ACCEPTED:mailto:jane@acme.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return [
    'Date: Wed, 01 Apr 2026 08:00:00 +0000',
    'From: "Ann Lee0" <person0@firm0.example>',
    'To: Jane Doe <jane@acme.example>',
    'Subject: Invitation: Kick-off',
    `Message-ID: <${uid}@firm0.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'You are invited to Kick-off.',
    '--b1',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64'),
    '--b1--',
    '',
  ].join('\r\n')
}

/** A mail with a text and something attached. */
export const withAttachment = (id: string, type: string, content: Buffer): string =>
  [
    `Message-ID: <${id}@firm1.example>`,
    'Date: Wed, 01 Apr 2026 08:00:00 +0000',
    'From: =?utf-8?Q?Ben_M=C3=BCller1?= <person1@firm1.example>',
    'To: Jane Doe <jane@acme.example>, "Okoye2, Cleo" <person2@firm2.example>',
    `Subject: Attached ${id}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="mixed"',
    '',
    '--mixed',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See attached.',
    '--mixed',
    `Content-Type: ${type}`,
    ...(type.startsWith('message/')
      ? ['', content.toString()]
      : ['Content-Transfer-Encoding: base64', '', ...(content.toString('base64').match(/.{1,76}/g) ?? [])]),
    '--mixed--',
    '',
  ].join('\r\n')

/** The same messages as one mailbox file. */
export const asMbox = (all: readonly string[]): string =>
  all.map((message) => `From - Thu Jan  1 00:00:00 2026\n${message.replaceAll('\r\n', '\n')}\n`).join('')
