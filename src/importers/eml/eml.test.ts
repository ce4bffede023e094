import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll } from '../text/entries.ts'
import { eml } from './eml.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: 0 }
const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const read = (content: string | Uint8Array, chunk = 65_536) =>
  readAll(eml, memoryEntry('x.eml', content, chunk), options)

test('a reply: what it says, without what it quotes', async () => {
  const all = await read(fixture('reply.eml'))
  expect([all.read, all.skipped]).toEqual([1, []])
  expect(all.records[0]).toEqual({
    type: 'person',
    identities: [{ kind: 'mail', value: 'eva.lund@nord.example' }],
    name: 'Eva Lund',
  })
  expect(all.records[1]).toMatchObject({
    subject: 'Re: Lunch',
    words: 6,
    thread: 'mail:e1@gmail.example',
    bulk: false,
  })
})

test('an invitation is one interaction by mail', async () => {
  const all = await read(fixture('invitation.eml'))
  expect(all.records.filter(({ type }) => type === 'interaction')).toHaveLength(1)
  expect(all.records[0]).toMatchObject({ channel: 'mail', words: 5 })
})

test.each([
  ['a byte order mark', '\uFEFF'],
  ['blank lines', '\r\n\n'],
  ['a From line', 'From a@a.example Mon Jan  1 09:00:00 2024\n'],
  ['the byte count of Apple Mail', '1234      \n'],
])('%s before the headers does no harm', async (_, before) => {
  const text = before + fixture('reply.eml').toString()
  expect(eml.detect(memoryHead('x', text))).toBeGreaterThan(0.5)
  expect((await read(text)).records).toEqual((await read(fixture('reply.eml'))).records)
})

test('an empty file and one without anybody are counted with a reason', async () => {
  expect(await read('')).toEqual({
    read: 0,
    records: [],
    skipped: [{ where: 'message 1', reason: 'the file is empty' }],
  })
  expect((await read('Subject: x\n\n')).skipped).toEqual([
    { where: 'message 1', reason: 'it names no sender and no recipient' },
  ])
})

test('is sure by what the file begins with, not by its name', () => {
  const sure = (text: string | Uint8Array): number => eml.detect(memoryHead('x.eml', text))
  expect(sure(fixture('reply.eml'))).toBeGreaterThan(0.8)
  expect(sure('From: a@a.example\nTo: b@b.example\n\nHi')).toBeGreaterThan(0.3)
  for (const text of [
    '',
    'Date,From,To\n1,2,3\n',
    '{"from": "a", "to": "b"}',
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n',
    'title: x\nauthor: y\n',
    'Subject: only this\n',
    'Dear Ann,\n\nFrom: x\nTo: y\n',
  ])
    expect([text, sure(text)]).toEqual([text, 0])
  expect(sure(Buffer.from('From: \0\0\nTo: \0\nDate: \0\n\n'))).toBe(0)
})

test('a damaged message never throws and is counted once', async () => {
  const held = ['reply.eml', 'invitation.eml'].map(fixture)
  // `fc.double` draws nearly all of its numbers so close to 0 that they mean the first byte.
  const share = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...held),
      share,
      share,
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 1, max: 100 }),
      async (bytes, a, b, junk, chunk) => {
        const [from, to] = [a, b]
          .map((share) => Math.floor(share * bytes.length))
          .toSorted((x, y) => x - y) as [number, number]
        const broken = Buffer.concat([bytes.subarray(0, from), junk, bytes.subarray(to)])
        const whole = await read(broken)
        expect(whole.read + whole.skipped.length).toBe(1)
        expect(await read(broken, chunk)).toEqual(whole)
      },
    ),
    { numRuns: 300 },
  )
})

const data = process.env['KITH_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const formats = `${data}/formats/mail`

describe.skipIf(!existsSync(data))('messages of other projects', () => {
  const files = existsSync(formats)
    ? readdirSync(formats).flatMap((folder) =>
        readdirSync(`${formats}/${folder}`).map((name) => `${folder}/${name}`),
      )
    : []

  test('all are read or counted, none with a time that nobody wrote', async () => {
    for (const file of files) {
      const all = await read(readFileSync(`${formats}/${file}`))
      expect([file, all.read + all.skipped.length]).toEqual([file, 1])
      for (const record of all.records)
        if (record.type === 'interaction' && record.at !== null) {
          expect([file, record.at >= Date.UTC(1980, 0) && record.at < Date.UTC(2027, 0)]).toEqual([
            file,
            true,
          ])
        }
    }
  })

  test('a date that is none stays none', async () => {
    const all = await read(readFileSync(`${formats}/mail-parser/resources__eml__rfc__001.eml`))
    expect(all.records.find(({ type }) => type === 'interaction')).toMatchObject({
      at: null,
      timeQuality: 'none',
    })
  })
})

test('blanks before the colon of the first header, which RFC 5322 lets stand', async () => {
  const all = await read(
    'From  : Ada <ada @ low . example>\nTo: bo@low.example\nDate : Mon, 1 Jan 2024 09:00:00 Z\n\nx',
  )
  expect(all.records.find(({ type }) => type === 'interaction')).toMatchObject({
    at: Date.UTC(2024, 0, 1, 9),
    participants: [
      { identity: { kind: 'mail', value: 'ada@low.example' }, role: 'from' },
      { identity: { kind: 'mail', value: 'bo@low.example' }, role: 'to' },
    ],
  })
})

test("an invitation within a forwarded message is not the reader's: the mail stays a mail", async () => {
  const head = (from: string, to: string): string =>
    `From: ${from}@low.example\nTo: ${to}@low.example\nDate: Mon, 1 Jan 2024 09:00:00 Z\n`
  const calendar =
    'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20240102T100000Z\nORGANIZER:mailto:zed@low.example\n' +
    'ATTENDEE:mailto:ada@low.example\nEND:VEVENT\nEND:VCALENDAR\n'
  const forwarded =
    `${head('ada', 'bo')}Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n` +
    `${head('zed', 'ada')}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/calendar\n\n${calendar}--b--\n--a--\n`
  const found = (await read(forwarded)).records.filter((record) => record.type === 'interaction')
  expect(found.map(({ channel }) => channel)).toEqual(['mail'])
})

test('what programs put before the first header is no part of the message', async () => {
  const text =
    'From: Ada <ada@x.example>\r\nTo: bo@y.example\r\nDate: Fri, 5 Jan 2024 10:00:00 +0000\r\nSubject: x\r\n\r\nhi\r\n'
  const read = async (before: string) =>
    (await readAll(eml, memoryEntry('m.eml', before + text), options)).records
  const plain = await read('')
  expect(plain.length).toBeGreaterThan(0)
  for (const before of [
    '\uFEFF',
    '\r\n\n',
    'From ada@x.example Fri Jan  5 10:00:00 2024\r\n',
    '1234\n',
    '\uFEFF\n>From x\n',
  ])
    expect(await read(before)).toEqual(plain)
})
