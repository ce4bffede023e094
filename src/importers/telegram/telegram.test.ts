import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { telegram } from './telegram.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string): Promise<Everything> =>
  readAll(telegram, memoryEntry('result.json', text, 100), options)
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const user = (id: number) => ({ kind: 'handle', value: `telegram:user${id}` })

test('a full export: contacts, chats, calls and who the owner is', async () => {
  const all = await read(fixture('result.json'))
  expect(all.read).toBe(7)
  expect(all.skipped).toEqual([
    { where: 'contact 2', reason: 'the contact has no complete telephone number' },
    { where: 'message 4', reason: 'a call that was not answered' },
    { where: 'message 5', reason: 'a note to oneself' },
    { where: 'message 6', reason: 'a notice of Telegram, not a message' },
  ])
  expect(all.records.filter(({ type }) => type === 'owner')).toEqual([
    { type: 'owner', basis: 'own', identity: user(700100200), name: 'Tomas Farkas', count: 1 },
    {
      type: 'owner',
      basis: 'own',
      identity: { kind: 'phone', value: '+4915123456789' },
      name: 'Tomas Farkas',
      count: 1,
    },
  ])
  expect(all.records.find(({ type }) => type === 'person')).toEqual({
    type: 'person',
    identities: [user(700100201), { kind: 'phone', value: '+491701234567' }],
    name: 'Amara Obi',
  })
  const [first, answer, call, group, silent] = interactions(all)
  expect(first).toEqual({
    type: 'interaction',
    key: 'telegram:700100201|1',
    at: 1_705_311_000_000,
    timeQuality: 'exact',
    channel: 'message',
    participants: [
      { identity: user(700100201), role: 'from', name: 'Amara' },
      { identity: 'owner', role: 'to' },
    ],
    bulk: false,
    words: 4,
    keywords: ['tab', 'x41'],
    thread: 'telegram:700100201',
  })
  expect(answer).toMatchObject({
    participants: [
      { identity: 'owner', role: 'from' },
      { identity: user(700100201), role: 'to' },
    ],
    words: 3,
  })
  expect(call).toMatchObject({ channel: 'call', participants: [{ role: 'organiser' }, { role: 'attendee' }] })
  expect(group?.participants.map(({ identity }) => identity)).toEqual([
    user(700100203),
    'owner',
    user(700100209),
  ])
  expect(silent?.participants[0]).toEqual({ identity: user(700100209), role: 'from' })
})

test('a single chat of two says who the owner is; a date without a zone is local', async () => {
  const all = await read(fixture('chat.json'))
  const [, second] = interactions(all)
  expect(second).toMatchObject({ at: Date.UTC(2024, 1, 1, 8, 1), timeQuality: 'local' })
  expect(second?.participants[0]).toMatchObject({ identity: 'owner' })
  expect(all.records.at(-1)).toEqual({ type: 'owner', basis: 'own', identity: user(700100200), count: 1 })
})

test('a chat without types and ids is a conversation of those who write', async () => {
  const text =
    '{"messages":[{"type":"message","date_unixtime":"1544006350","from":"Ada Low","text":"x"},{"type":"message","date_unixtime":"1544006360","from":"Bo Ek","text":"y"}]}'
  expect(telegram.detect(memoryHead('x.json', text))).toBeGreaterThan(0)
  const [first] = interactions(await read(text))
  expect(first?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'name', value: 'telegram:ada low' },
    { kind: 'name', value: 'telegram:bo ek' },
  ])
})

test('a broken message is counted and the next one read; a cut file says where', async () => {
  const all = await read(
    '{"messages":[{"id":1,"x":tru},{"id":2,"date_unixtime":"1544006350","from":"A B","text":"x"},{"id":3',
  )
  expect(all.read).toBe(1)
  expect(all.skipped).toEqual([
    { where: 'message 1', reason: 'it is broken JSON' },
    { where: 'after message 2', reason: 'the file is cut or damaged here; what follows was not read' },
  ])
})

test('a crowd is bulk; a channel and a program are nobody', async () => {
  const message = (id: number) =>
    `{"id":${id},"type":"message","date_unixtime":"1544006350","from":"P${id}","from_id":"user${id}","text":"x"}`
  const many = Array.from({ length: 60 }, (_, i) => message(i + 1)).join(',')
  const crowd = await read(`{"type":"private_supergroup","id":9,"messages":[${many}]}`)
  expect(interactions(crowd).every(({ bulk, participants }) => bulk && participants.length === 1)).toBe(true)
  for (const type of ['bot_chat', 'public_channel']) {
    const all = await read(`{"type":"${type}","id":9,"messages":[${message(1)}]}`)
    expect([all.read, all.skipped.length]).toEqual([0, 1])
  }
})

test('other JSON is not an export', async () => {
  expect(telegram.detect(memoryHead('x.json', '{"messages":[{"sender_name":"A","timestamp_ms":1}]}'))).toBe(0)
  await expect(read('{"a":1}')).rejects.toMatchObject({ code: 'unreadable' })
})

test('a chat exported before 2021: numbers for people, dates without a zone', async () => {
  const old = `{"name":"Amara Obi","type":"personal_chat","id":700100201,"messages":[
    {"id":1,"type":"message","date":"2019-05-04T12:00:01","from":"Amara Obi","from_id":700100201,"text":["see ",{"type":"link","text":"x.example"}]},
    {"id":2,"type":"message","date":"2019-05-04T12:01:01","from":"Tomas","from_id":700100200,"text":"yes"}]}`
  expect(telegram.detect(memoryHead('result.json', old))).toBe(0.95)
  const [first, second] = interactions(await read(old))
  expect([first?.at, first?.timeQuality]).toEqual([Date.UTC(2019, 4, 4, 10, 0, 1), 'local'])
  expect(first?.participants.map(({ identity }) => identity)).toEqual([user(700100201), 'owner'])
  expect(second?.participants.map(({ identity }) => identity)).toEqual(['owner', user(700100201)])
})

test('a group that posts in its own name is no member of itself', async () => {
  const group = {
    name: 'Team',
    type: 'private_supergroup',
    id: 99,
    messages: [
      { id: 1, type: 'message', date_unixtime: '1704535200', from: 'Bo', from_id: 'user3', text: 'yo' },
      { id: 2, type: 'message', date_unixtime: '1704535210', from: 'Cy', from_id: 'user4', text: 'hi' },
      {
        id: 3,
        type: 'message',
        date_unixtime: '1704535220',
        from: 'Team',
        from_id: 'channel99',
        text: 'news',
      },
    ],
  }
  const all = await readAll(telegram, memoryEntry('result.json', JSON.stringify(group)), {
    region: null,
    timeZone: 'UTC',
    until: 0,
  })
  const [first] = all.records.filter((record) => record.type === 'interaction')
  expect(first?.participants.map(({ identity }) => identity !== 'owner' && identity.value)).toEqual([
    'telegram:user3',
    'telegram:user4',
  ])
  expect(all.skipped.map(({ reason }) => reason)).toEqual(['a post of a channel, not of a person'])
})
