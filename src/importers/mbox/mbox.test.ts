import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import type { InteractionRecord } from '#core/model/records.ts'
import { mboxMessages } from '#testing/importing/held-chats.ts'
import type { ReadOptions } from '../importer.ts'
import { HELD_BYTES } from '../mail/words-in-body.ts'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { mbox } from './mbox.ts'

const options: ReadOptions = { region: null, timeZone: 'Europe/Berlin', until: 0 }
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const read = (content: string | Uint8Array, chunk = 65_536, path = 'x.mbox') =>
  readAll(mbox, memoryEntry(path, content, chunk), options)
const interactions = async (content: string | Uint8Array, chunk?: number): Promise<InteractionRecord[]> =>
  (await read(content, chunk)).records.filter((record) => record.type === 'interaction')

const FROM = 'From a@a.example Mon Jan  1 09:00:00 2024\n'
const mail = (n: number, body = 'x'): string =>
  `${FROM}Date: Mon, 1 Jan 2024 09:00:${String(n % 60).padStart(2, '0')} +0000\nFrom: a@a.example\nTo: b@b.example\nSubject: ${n}\n\n${body}\n\n`

test('Gmail: two messages of a conversation, a newsletter, a draft, a chat without anybody', async () => {
  const all = await read(fixture('gmail.mbox'), 65_536, 'Takeout/Mail/Alle E-Mails.mbox')
  expect(all.read).toBe(3)
  expect(all.skipped).toEqual([
    { where: expect.stringMatching(/^message 4 at byte \d+$/), reason: 'a draft that was not sent' },
    {
      where: expect.stringMatching(/^message 5 at byte \d+$/),
      reason: 'it names no sender and no recipient',
    },
  ])
  const [offer, answer, paper] = all.records.filter((record) => record.type === 'interaction')
  expect(offer).toMatchObject({
    subject: 'Angebot für die Fähre',
    words: 13,
    bulk: false,
    timeQuality: 'offset',
  })
  expect(answer).toMatchObject({ subject: 'Re: Angebot für die Fähre', thread: 'gmail:1790000000000000001' })
  expect(answer?.participants.map(({ name }) => name)).toEqual(['Mira Holm', 'Jonas Brändt', 'Ada Okafor'])
  expect(paper).toMatchObject({ bulk: true })
  expect(paper?.participants.map(({ role }) => role)).toEqual(['from', 'to', 'bcc'])
  expect(all.records.filter((record) => record.type === 'owner')).toEqual(
    expect.arrayContaining([
      {
        type: 'owner',
        basis: 'sent',
        identity: { kind: 'mail', value: 'mira.holm@gmail.example' },
        count: 1,
      },
      {
        type: 'owner',
        basis: 'delivered',
        identity: { kind: 'mail', value: 'mira.holm@gmail.example' },
        count: 2,
      },
    ]),
  )
})

test('quirks of separators, addresses and dates', async () => {
  const all = await read(fixture('quirks.mbox'))
  expect([all.read, all.skipped.map(({ reason }) => reason)]).toEqual([
    4,
    ['it names no sender and no recipient'],
  ])
  const seen = all.records.flatMap((record) =>
    record.type === 'interaction'
      ? [
          [
            record.subject,
            record.timeQuality,
            ...record.participants.map(({ identity }) => (identity === 'owner' ? '' : identity.value)),
          ],
        ]
      : [],
  )
  expect(seen).toEqual([
    [
      'The separator is a trap',
      'offset',
      'pete@silly.example',
      'c@public.example',
      'joe@example.org',
      'mary@example.net',
    ],
    ['A day that is not', 'none', 'bob@quirks.example', 'j.smith@x.example', 'k@y.example'],
    ['No date of its own', 'offset', '/o=firm/ou=eu/cn=recipients/cn=bmiller', 'sally beck/hou/ect@ect'],
    ['Cut in mid', 'local', 'bob@quirks.example', 'ann@quirks.example'],
  ])
})

test.each(['gmail.mbox', 'quirks.mbox'])('%s gives the same in chunks of any size', async (name) => {
  const whole = await read(fixture(name))
  for (const chunk of [1, 2, 3, 7, 64, 1000]) expect(await read(fixture(name), chunk)).toEqual(whole)
})

test('a message of any length is scanned past, not held, and the next one is found', async () => {
  const long = 'Zm9vYmFyRnJvbSA='
    .repeat(4)
    .concat('\n')
    .repeat(Math.ceil((3 * HELD_BYTES) / 65))
  const text = mail(1) + mail(2, long) + mail(3)
  const subjects = (await interactions(text, 50_000)).map(({ subject }) => subject)
  expect(subjects).toEqual(['1', '2', '3'])
  const noLines = mail(1) + mail(2, 'From '.repeat(HELD_BYTES)) + mail(3)
  expect((await interactions(noLines, 1 << 20)).map(({ subject }) => subject)).toEqual(['1', '2', '3'])
})

test('bytes consumed grow to the size of the file, and batches stay small', async () => {
  const text = Array.from({ length: 5_000 }, (_, n) => mail(n)).join('')
  const batches: { read: number; bytes: number }[] = []
  for await (const { read, bytes } of mbox.read(memoryEntry('x', text, 1 << 20), options))
    batches.push({ read, bytes })
  expect(batches.reduce((sum, batch) => sum + batch.read, 0)).toBe(5_000)
  expect(Math.max(...batches.map((batch) => batch.read))).toBeLessThan(4_000)
  expect(batches.at(-1)?.bytes).toBe(text.length)
})

test('text before the first message is counted as left out', async () => {
  const all = await read(`* Mailbox of Ann *\n${mail(1)}`)
  expect([all.read, all.skipped]).toEqual([
    1,
    [{ where: 'byte 0', reason: 'what stands before the first message belongs to none' }],
  ])
  expect((await read(`\n\r\n${mail(1)}`)).skipped).toEqual([])
})

describe('a body that quotes a mail as it stands in a mailbox', () => {
  const quote = `See:\n\n${mail(7)}Bye\n`
  const counted = (length: string): string => mail(1, quote).replace('Subject', `${length}\nSubject`)

  test.each([`Content-Length: ${quote.length}`, `content-length:\t${quote.length} `])(
    'is one message where it says "%s"',
    async (length) => {
      for (const after of [mail(2), ''])
        expect((await interactions(counted(length) + after)).map(({ subject }) => subject)).toEqual([
          '1',
          ...(after === '' ? [] : ['2']),
        ])
    },
  )

  test.each(['Content-Length: many', `X-Content-Length: ${quote.length}`, 'Content-Length: 9', 'Lines: 9'])(
    'is cut where it says "%s"',
    async (length) => {
      expect((await interactions(counted(length) + mail(2))).map(({ subject }) => subject)).toEqual([
        '1',
        '7',
        '2',
      ])
    },
  )
})

test('a carriage return in a From line does not hide the message', async () => {
  expect(
    (
      await read(
        `${mail(1)}From 17@xxx Sat \rar 02 08:00:00 +0000 2024\nSubject: x\nFrom: a@x.example\nTo: b@x.example\n\nHi\n`,
      )
    ).read,
  ).toBe(2)
})

test('a file without any message is refused with a sentence; an empty mailbox is a mailbox', async () => {
  await expect(read('Dear Ann,\nFrom here on\n')).rejects.toThrow(/No message begins in x\.mbox/)
  await expect(read('Dear Ann')).rejects.toBeInstanceOf(KithError)
  expect(await read('')).toEqual({ read: 0, records: [], skipped: [] })
})

test('is sure of a From line that a header follows, and of nothing else', () => {
  const sure = (text: string): number => mbox.detect(memoryHead('x', text))
  expect(sure(mail(1))).toBeGreaterThan(0.9)
  expect(sure(`\uFEFF\r\nFrom -\r\nSubject: x\r\n`)).toBeGreaterThan(0.9)
  for (const text of [
    '',
    'From ',
    'From Russia with love\nYear: 1963\n',
    'From - \nno header here\n',
    'date,From\n1,2\n',
    '{"a":1}',
  ])
    expect([text, sure(text)]).toEqual([text, 0])
  expect(sure('From \0\u0001\0')).toBe(0)
})

describe('damaged mailboxes', () => {
  const held = ['gmail.mbox', 'quirks.mbox'].map(fixture)
  // `fc.double` draws nearly all of its numbers so close to 0 that they mean the first byte.
  const share = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000)
  const act = fc.record({
    kind: fc.constantFrom('cut', 'flip', 'remove', 'splice'),
    at: share,
    from: share,
    size: fc.integer({ min: 1, max: 300 }),
  })

  test('never throw, never hang, and every message is counted once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...held),
        fc.constantFrom(...held),
        fc.array(act, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        async (one, other, acts, chunk) => {
          let bytes: Buffer = one
          for (const { kind, at, from, size } of acts) {
            const place = Math.floor(at * bytes.length)
            const piece = other.subarray(Math.floor(from * other.length)).subarray(0, size)
            if (kind === 'cut') bytes = bytes.subarray(0, place)
            else if (kind === 'remove')
              bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + size)])
            else if (kind === 'splice')
              bytes = Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place)])
            else {
              bytes = Buffer.from(bytes)
              if (place < bytes.length) bytes[place]! ^= 1 << (size % 8)
            }
          }
          const { messages } = mboxMessages(bytes)
          if (messages === 0 && bytes.length > 0) {
            await expect(read(bytes, chunk)).rejects.toBeInstanceOf(KithError)
            return
          }
          const whole = await read(bytes)
          const counted = whole.read + whole.skipped.filter(({ where }) => where.startsWith('message')).length
          expect(counted).toBe(messages)
          expect(await read(bytes, chunk)).toEqual(whole)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const data = process.env['KITH_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))

describe.skipIf(!existsSync(data))('real mailboxes', () => {
  test.each([
    ['unmunged', 2],
    ['issue1189', 4],
    ['content-length', 29],
    ['simple', 3],
  ])('%s holds %i messages', async (name, count) => {
    const all = await read(
      readFileSync(`${data}/formats/mbox/MimeKit/UnitTests__TestData__mbox__${name}.mbox.txt`),
    )
    expect(all.read + all.skipped.length).toBe(count)
  })

  test.each([
    ['beck-s', 6_063, 4_753, 'sally.beck@enron.com'],
    ['farmer-d', 5_985, 5_025, 'daren.farmer@enron.com'],
  ])('%s: %i copies of %i messages, and whose it is', async (name, copies, messages, owner) => {
    const keys = new Set<string>()
    const sent = new Map<string, number>()
    let count = 0
    for (const file of readdirSync(`${data}/mailboxes/${name}`)) {
      const all = await read(readFileSync(`${data}/mailboxes/${name}/${file}`), 1 << 20, file)
      count += all.read + all.skipped.length
      for (const record of all.records) {
        if (record.type === 'interaction') keys.add(record.key)
        if (record.type === 'owner' && record.basis === 'sent')
          sent.set(record.identity!.value, (sent.get(record.identity!.value) ?? 0) + record.count)
      }
    }
    expect([count, keys.size]).toEqual([copies, messages])
    expect([...sent].toSorted((a, b) => b[1] - a[1])[0]?.[0]).toBe(owner)
  })
})
