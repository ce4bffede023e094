import { expect, test } from 'vitest'
import type { InteractionRecord, SourceRecord } from '#core/model/records.ts'
import { Headers } from './headers.ts'
import { mailRecords, MailSource } from './mail-records.ts'

const newSource = (path = 'inbox.mbox'): MailSource => new MailSource(path, { timeZone: 'UTC' })

const read = (text: string, source = newSource()) => {
  const headers = new Headers()
  const bytes = Buffer.from(text)
  return mailRecords(
    headers,
    { bytes, start: headers.scan(bytes, 0, bytes.length), end: bytes.length },
    source,
  )
}
const records = (text: string, source?: MailSource): readonly SourceRecord[] => {
  const result = read(text, source)
  if ('skipped' in result) throw new Error(result.skipped)
  return result
}
const interaction = (text: string, source?: MailSource): InteractionRecord =>
  records(text, source).find((record) => record.type === 'interaction')!

const who = (record: InteractionRecord): string[] =>
  record.participants.map(
    ({ identity, role }) => `${role} ${identity === 'owner' ? identity : identity.value}`,
  )
const names = (result: readonly SourceRecord[]): string[] =>
  result.flatMap((record) =>
    record.type === 'person' ? [`${record.identities[0]!.value} ${record.name}`] : [],
  )

const MAIL =
  'Date: Mon, 1 Jan 2024 09:00:00 +0000\nFrom: Ann Lee <ann@a.example>\nTo: bob@b.example\nSubject: Re: Lunch\nMessage-ID: <1@a.example>\n'

test('a message is one interaction and a person for each name', () => {
  expect(records(`${MAIL}\nSee you at noon`)).toEqual([
    { type: 'person', identities: [{ kind: 'mail', value: 'ann@a.example' }], name: 'Ann Lee' },
    {
      type: 'interaction',
      key: 'mail:ann@a.example|1704099600|re: lunch',
      at: Date.UTC(2024, 0, 1, 9),
      timeQuality: 'exact',
      channel: 'mail',
      participants: [
        { identity: { kind: 'mail', value: 'ann@a.example' }, role: 'from', name: 'Ann Lee' },
        { identity: { kind: 'mail', value: 'bob@b.example' }, role: 'to' },
      ],
      bulk: false,
      subject: 'Re: Lunch',
      words: 4,
      thread: 'mail:1@a.example',
    },
  ])
})

test('the note in which a mail server keeps the state of a mailbox is no message', () => {
  const note =
    "Date: 8 Jul 2011 12:08:34 -0400\nFrom: Mail System Internal Data <MAILER-DAEMON@host.example>\nSubject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA\nMessage-ID: <1310141314@host.example>\nX-IMAP: 1310141314 0000000000\n\nThis text is part of the internal format of your mail folder."
  const source = newSource()
  expect(read(note, source)).toEqual({ skipped: 'what a mail program notes for itself, not a message' })
  expect(source.owners()).toEqual([])
})

test('a name is told once for each address', () => {
  const source = newSource()
  expect(names(records(MAIL, source))).toEqual(['ann@a.example Ann Lee'])
  expect(names(records(MAIL, source))).toEqual([])
  expect(names(records(MAIL.replace('Ann Lee', 'Ann'), source))).toEqual(['ann@a.example Ann'])
})

test('copies with other ids, folds and blanks have the same key', () => {
  const copy = MAIL.replace('<1@a.example>', '<copy-2@archive.example>')
    .replace('Re: Lunch', 'RE:\n  lunch')
    .replace('ann@', 'Ann@')
  expect(interaction(copy).key).toBe(interaction(MAIL).key)
})

test('without date or sender the id is the key, without an id the headers are', () => {
  expect(interaction(MAIL.replace(/^Date.*\n/, '')).key).toBe('mail:1@a.example')
  const bare = 'To: bob@b.example\nSubject: Hi\n'
  expect(interaction(bare).key).toMatch(/^mail:\S{5,}$/)
  expect(interaction(bare).key).not.toBe(interaction(`${bare}X: y\n`).key)
})

test('a wrong date is no date; only a missing one is taken from Received', () => {
  const wrong = interaction(MAIL.replace('1 Jan 2024', '30 Feb 2024'))
  expect([wrong.at, wrong.timeQuality]).toEqual([null, 'none'])
  const received = 'Received: from x by y; Tue, 2 Jan 2024 09:00:00 +0000\n'
  expect(interaction(received + MAIL.replace('1 Jan 2024', '30 Feb 2024')).at).toBeNull()
  expect(interaction(received + MAIL.replace(/^Date.*\n/, '')).at).toBe(Date.UTC(2024, 0, 2, 9))
})

test('everybody is in it once, in the strongest role', () => {
  const mail =
    'From: a@a.example\nTo: b@b.example, B@b.example\nCc: b@b.example, c@c.example\nBcc: c@c.example, d@d.example\n'
  expect(who(interaction(mail))).toEqual([
    'from a@a.example',
    'to b@b.example',
    'cc c@c.example',
    'bcc d@d.example',
  ])
})

test('who got it without being named is a blind copy', () => {
  const mail = `Delivered-To: me@home.example\nX-Original-To: me-lists@home.example\n${MAIL}`
  expect(who(interaction(mail)).slice(2)).toEqual(['bcc me-lists@home.example', 'bcc me@home.example'])
  expect(who(interaction(`Delivered-To: bob@b.example\n${MAIL}`))).toHaveLength(2)
  expect(who(interaction(`Delivered-To: ann@a.example\n${MAIL}`))).toHaveLength(2)
})

test('Exchange names and words without a domain are directory entries', () => {
  const mail =
    'From: Beck, Sally </O=FIRM/CN=SBECK>\nTo: Tom Bell/HOU/ECT@ECT, mbx@firm.example@FIRM\nCc: a.b\u00a0@firm.example\n'
  expect(interaction(mail).participants.map(({ identity }) => identity)).toEqual([
    { kind: 'directory', value: '/o=firm/cn=sbeck' },
    { kind: 'directory', value: 'tom bell/hou/ect@ect' },
    { kind: 'mail', value: 'mbx@firm.example' },
    { kind: 'mail', value: 'a.b@firm.example' },
  ])
})

test.each([
  ['"Beck, Sally" <s@b.example>', 'Sally Beck'],
  ['"Acme, Inc." <s@b.example>', 'Acme, Inc.'],
  ["'Sally Beck' <s@b.example>", 'Sally Beck'],
  ['=?UTF-8?Q?Zo=C3=AB?= <s@b.example>', 'Zoë'],
  ['"Doe, John (EXT)" <s@b.example>', 'Doe, John (EXT)'],
  [`${'x'.repeat(10_240)} <s@b.example>`, `${'x'.repeat(119)}…`],
])('the name in %.60s', (from, name) => {
  expect(names(records(`From: ${from}\n`))).toEqual([`s@b.example ${name}`])
})

test.each([
  '"ceo@x.example" <s@b.example>',
  '"Ann via Book Club" <s@b.example>',
  '"--" <s@b.example>',
  'legal <s@b.example>',
  'Customer Care <support@b.example>',
  'Ann Lee via LinkedIn <messages-noreply@linkedin.com>',
])('no name of a person in %s', (from) => {
  expect(names(records(`From: ${from}\n`))).toEqual([])
})

test('X-From gives the name where From has none and it is plainly one', () => {
  const named = (xFrom: string) => names(records(`From: s@b.example\nX-From: ${xFrom}\n`))
  expect(named('Beck, Sally </O=FIRM/CN=SBECK>')).toEqual(['s@b.example Sally Beck'])
  expect(named('Sally Beck')).toEqual(['s@b.example Sally Beck'])
  expect(named('mbx_x@firm.example@FIRM')).toEqual([])
  expect(names(records('From: Sal <s@b.example>\nX-From: Sally Beck\n'))).toEqual(['s@b.example Sal'])
})

test('bulk: by header, by sender, by more than 50 recipients', () => {
  const to = (n: number) => `To: ${Array.from({ length: n }, (_, i) => `p${i}@b.example`).join(', ')}\n`
  expect(interaction(`From: a@a.example\n${to(50)}`).bulk).toBe(false)
  expect(interaction(`From: a@a.example\n${to(51)}`).bulk).toBe(true)
  expect(interaction(`From: no-reply@a.example\n${to(1)}`).bulk).toBe(true)
  expect(interaction(`From: a@a.example\nList-Id: <x.y>\n${to(1)}`).bulk).toBe(true)
})

test('a conversation is known by Gmail’s number, else by the message that began it', () => {
  const thread = (block: string) => interaction(`From: a@a.example\n${block}`).thread
  expect(thread('X-GM-THRID: 1790000000000000001\nReferences: <r@x>\n')).toBe('gmail:1790000000000000001')
  expect(thread('References: <root@x>\n <mid@x>\nIn-Reply-To: <mid@x>\n')).toBe('mail:root@x')
  expect(thread('In-Reply-To: Your message <mid@x> of Monday\n')).toBe('mail:mid@x')
  expect(thread('Subject: x\n')).toBeUndefined()
})

test('what gives no interaction says why', () => {
  expect(read('Subject: hello\n')).toEqual({ skipped: 'it names no sender and no recipient' })
  expect(read(`X-Gmail-Labels: Draft\n${MAIL}`)).toEqual({ skipped: 'a draft that was not sent' })
})

test.each([
  ['X-Gmail-Labels: Spam,Unread', /spam/],
  ['X-Gmail-Labels: =?UTF-8?Q?Corbeille?=', /thrown away/],
  ['X-Gmail-Labels: Drafts', /draft/],
  ['X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=0', /draft/],
  ['X-Mozilla-Status: 0009', /Thunderbird leaves it/],
  ['X-Mozilla-Status: 1008', /Thunderbird leaves it/],
])('what its mailbox says is no message that arrived, or was kept: %s', (header, reason) => {
  const result = read(`${header}\n${MAIL}\nx`)
  expect('skipped' in result ? result.skipped : null).toMatch(reason)
})

test.each([
  'X-Mozilla-Status: 0011',
  'X-Mozilla-Status: none',
  'X-Mozilla-Status: 8001',
  'X-Gmail-Labels: Inbox',
])('with %s a message counts', (header) => {
  expect(interaction(`${header}\n${MAIL}\nx`).channel).toBe('mail')
})

test('a talk in Gmail’s chat is a message, not a mail', () => {
  expect(interaction(`X-Gmail-Labels: Chat\n${MAIL}\nx`).channel).toBe('message')
})

test('hints at the owner: authors of sent mail, where it was delivered, who takes part most', () => {
  const inbox = newSource()
  records(`Delivered-To: me@home.example\n${MAIL}`, inbox)
  records(`Delivered-To: me@home.example\n${MAIL.replace('09:00', '10:00')}`, inbox)
  records('From: info@shop.example\nTo: me@home.example\n', inbox)
  expect(inbox.owners().map(({ basis, identity, count }) => [basis, identity?.value, count])).toEqual([
    ['delivered', 'me@home.example', 2],
    ['seen', 'me@home.example', 3],
    ['seen', 'ann@a.example', 2],
    ['seen', 'bob@b.example', 2],
  ])
  const sent = newSource('Mail/Gesendet.mbox')
  records(MAIL, sent)
  expect(sent.owners()[0]).toEqual({
    type: 'owner',
    basis: 'sent',
    identity: { kind: 'mail', value: 'ann@a.example' },
    count: 1,
  })
})
