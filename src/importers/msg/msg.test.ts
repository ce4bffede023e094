import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { contact, draft, inside, note, received, weekly } from '../outlook/testing/items.ts'
import { msgFile } from '../outlook/testing/msg-file.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { msg } from './msg.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (bytes: Uint8Array, path = 'x.msg'): Promise<Everything> =>
  readAll(msg, memoryEntry(path, bytes), options)
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const lena = '/o=okafor/ou=exchange administrative group/cn=recipients/cn=lena'

test('the fixtures are what the writer writes', () => {
  for (const [name, item] of Object.entries({ received, inside, draft, weekly, contact })) {
    const held = readFileSync(new URL(`fixtures/${name}.msg`, import.meta.url))
    expect(Buffer.compare(held, msgFile(item))).toBe(0)
  }
})

test('mail with headers is the same mail as in a mailbox; an address and its Exchange name are one person', async () => {
  const all = await read(msgFile(received))
  expect(interactions(all)).toEqual([
    {
      type: 'interaction',
      key: 'mail:jose@puerto.example|1705311000|ferry timetable',
      at: Date.UTC(2024, 0, 15, 9, 30),
      timeQuality: 'offset',
      channel: 'mail',
      participants: [
        { identity: { kind: 'mail', value: 'jose@puerto.example' }, role: 'from', name: 'José Álvarez' },
        { identity: { kind: 'mail', value: 'lena@okafor.example' }, role: 'to', name: 'Lena Okafor' },
      ],
      bulk: false,
      subject: 'Ferry timetable',
      words: 5,
      thread: 'mail:f1@puerto.example',
    },
  ])
  expect(all.records).toContainEqual({
    type: 'person',
    identities: [
      { kind: 'mail', value: 'lena@okafor.example' },
      { kind: 'directory', value: lena },
    ],
  })
})

test('mail within Exchange has no headers: who and when come from the properties', async () => {
  const [mail] = interactions(await read(msgFile(inside)))
  expect(mail).toMatchObject({
    at: Date.UTC(2024, 0, 15, 11),
    thread: 'mail:f1@puerto.example',
    words: 6,
    participants: [
      { identity: { kind: 'directory', value: lena }, role: 'from', name: 'Lena Okafor' },
      { role: 'to', name: 'Tomas Ferreira' },
      { identity: { kind: 'mail', value: 'jose@puerto.example' }, role: 'cc' },
    ],
  })
})

test('a weekly meeting in its zone through the change of clocks, one left out, one moved; no room, nobody who declined', async () => {
  const all = await read(msgFile(weekly))
  expect([all.read, all.skipped]).toEqual([1, []])
  expect(interactions(all).map(({ key, at }) => [key.slice(-24), new Date(at ?? 0).toISOString()])).toEqual([
    ['2024-03-18T08:00:00.000Z', '2024-03-18T08:00:00.000Z'],
    ['2024-04-01T07:00:00.000Z', '2024-04-01T07:00:00.000Z'],
    ['2024-04-15T07:00:00.000Z', '2024-04-15T07:00:00.000Z'],
    ['2024-04-08T07:00:00.000Z', '2024-04-09T13:00:00.000Z'],
  ])
  expect(interactions(all)[0]?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'mail', value: 'lena@okafor.example' },
    { kind: 'mail', value: 'tomas@okafor.example' },
  ])
})

test('a contact is a person of the address book', async () => {
  expect((await read(msgFile(contact))).records).toEqual([
    {
      type: 'person',
      identities: [
        { kind: 'mail', value: 'mei@tan.example' },
        { kind: 'mail', value: 'm.tan@home.example' },
        { kind: 'phone', value: '+6591234567' },
      ],
      name: 'Mei Tan',
      organisation: 'Tan Shipping; Pte',
      title: 'Owner',
    },
    {
      type: 'declaration',
      kind: 'address-book',
      from: 'owner',
      to: { kind: 'mail', value: 'mei@tan.example' },
    },
  ])
})

test('what is no contact with anybody is counted, with its reason', async () => {
  const reason = async (item: Parameters<typeof msgFile>[0]) => (await read(msgFile(item))).skipped[0]?.reason
  expect(await reason(draft)).toBe('a draft that was not sent')
  expect(await reason(note)).toBe('a note, task or other item without people')
  expect(await reason({ ...weekly, named: [{ set: 'appointment', lid: 0x8218, value: 4 }] })).toBe(
    'a meeting that was declined',
  )
  expect(
    await reason({
      ...weekly,
      properties: { ...weekly.properties, 0x001a: 'IPM.Schedule.Meeting.Canceled' },
    }),
  ).toBe('cancelled')
})

test('a damaged file is one item that cannot be read; other compound files are left to others', async () => {
  const whole = msgFile(received)
  const cut = await read(whole.slice(0, 2_000))
  expect([cut.read, cut.skipped.length]).toEqual([0, 1])
  expect(msg.detect(memoryHead('x', whole))).toBeGreaterThan(0.9)
  const word = Uint8Array.from(whole).fill(0, 512)
  expect(msg.detect(memoryHead('x.doc', word))).toBe(0)
  expect(msg.detect(memoryHead('x.msg', 'From: a@b.example\n'))).toBe(0)
})
