import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { meta } from './meta.ts'
import { repairText } from './mojibake.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (text: string, path = 'facebook.zip/inbox/x/message_1.json'): Promise<Everything> =>
  readAll(meta, memoryEntry(path, text, 60), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'))
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const jorg = { kind: 'name', value: 'facebook:jorg ørsted' }

test('a thread of two: repaired names, the owner is whom it is not named after', async () => {
  const all = await fixture('message_1.json')
  expect(all.read).toBe(3)
  expect(all.skipped).toEqual([
    { where: 'message 2', reason: 'a call that was not answered' },
    { where: 'message 5', reason: 'who wrote it has left, or is not named' },
  ])
  const [call, sent, received] = interactions(all)
  expect(call).toMatchObject({
    channel: 'call',
    participants: [
      { identity: jorg, role: 'organiser', name: 'Jörg Ørsted' },
      { identity: 'owner', role: 'attendee' },
    ],
  })
  expect(sent).toMatchObject({
    at: 1_705_311_060_000,
    timeQuality: 'exact',
    channel: 'message',
    words: 2,
    participants: [
      { identity: 'owner', role: 'from' },
      { identity: jorg, role: 'to' },
    ],
  })
  expect(received?.words).toBe(3)
  expect(all.records.find(({ type }) => type === 'owner')).toEqual({
    type: 'owner',
    basis: 'own',
    identity: { kind: 'name', value: 'facebook:tomas farkas' },
    count: 2,
  })
})

test('what was taken back, and a reaction, are no messages', async () => {
  const all = await read(
    JSON.stringify({
      participants: [{ name: 'Ada Low' }, { name: 'Bo Ek' }],
      messages: [
        { sender_name: 'Ada Low', timestamp_ms: 1_705_311_000_000, is_unsent: true },
        {
          sender_name: 'Bo Ek',
          timestamp_ms: 1_705_311_001_000,
          content: 'Reacted \u00e2\u009d\u00a4 to your message ',
        },
        { sender_name: 'Bo Ek', timestamp_ms: 1_705_311_002_000, content: 'Liked a message' },
        {
          sender_name: 'Bo Ek',
          timestamp_ms: 1_705_311_003_000,
          content: 'Liked a message of yours, Ada',
          is_unsent: false,
        },
      ],
      title: 'Ada Low',
    }),
  )
  expect(all.read).toBe(1)
  expect(all.skipped.map(({ reason }) => reason)).toEqual([
    'a message that was deleted',
    'a reaction to a message, not one',
    'a reaction to a message, not one',
  ])
  const chat =
    '{"participants":["Ada Low","Bo Ek"],"threadName":"Ada Low_1","messages":[{"isUnsent":true,"senderName":"Ada Low","timestamp":1705311000000,"text":""}]}'
  expect((await read(chat)).skipped).toHaveLength(1)
})

test('encrypted chats write their keys in another way, and Instagram keeps its own names', async () => {
  const text =
    '{"participants":["Ada Low","Bo Ek","Cy Orr"],"threadName":"Team","messages":[{"senderName":"Ada Low","timestamp":1705311000000,"text":"x"}]}'
  const [message] = interactions(await read(text, 'instagram-tomas.zip/messages/Team.json'))
  expect(message?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'name', value: 'instagram:ada low' },
    { kind: 'name', value: 'instagram:bo ek' },
    { kind: 'name', value: 'instagram:cy orr' },
  ])
})

test('followers, accounts followed and friends are declarations', async () => {
  const followers = await fixture('followers_1.json')
  expect(followers.records).toEqual([
    {
      type: 'declaration',
      kind: 'follow',
      from: { kind: 'handle', value: 'instagram:amara.obi' },
      to: 'owner',
      at: 1_682_928_000_000,
    },
  ])
  expect(followers.skipped).toEqual([{ where: 'row 2', reason: 'it names no account' }])
  expect((await fixture('following.json')).records).toMatchObject([
    { from: 'owner', to: { kind: 'handle', value: 'instagram:jin_sato' } },
  ])
  expect((await fixture('your_friends.json')).records).toMatchObject([
    { type: 'person', name: 'Léna Okafor' },
    { kind: 'connection', from: 'owner', to: { kind: 'name', value: 'facebook:lena okafor' } },
  ])
})

test('any text written as bytes is read as it was; correct text stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(repairText(Buffer.from(text, 'utf8').toString('latin1'))).toBe(text)
    }),
  )
  for (const text of ['“right”', 'café', 'plain', 'Ã“']) expect(repairText(text)).toBe(text)
})

test('a cut thread gives what it holds', async () => {
  const all = await read(
    '{"participants":[{"name":"A B"}],"messages":[{"sender_name":"A B","timestamp_ms":1705311000000,"content":"x"},{"sender_name"',
  )
  expect(all.read).toBe(1)
  expect(all.skipped.map(({ where }) => where)).toEqual(['after message 1'])
})

test('other JSON is not Meta’s', async () => {
  expect(meta.detect(memoryHead('x.json', '{"messages":[{"from":"A","date_unixtime":"1"}]}'))).toBe(0)
  await expect(read('{"a":1}')).rejects.toMatchObject({ code: 'unreadable' })
})

test('an end-to-end encrypted chat is named after the other one, with a number behind', async () => {
  const all = await read(
    '{"participants":["Jörg Ørsted","Tomas Farkas"],"threadName":"Jörg Ørsted_17","messages":[{"senderName":"Jörg Ørsted","text":"Hei","timestamp":1718000000000,"type":"text"}]}',
  )
  expect(interactions(all)[0]?.participants.map(({ identity }) => identity)).toEqual([jorg, 'owner'])
})

test('friends of before 2021', async () => {
  const old = '{"friends":[{"name":"J\\u00c3\\u00b6rg \\u00c3\\u0098rsted","timestamp":1577836800}]}'
  expect(meta.detect(memoryHead('friends.json', old))).toBe(0.95)
  expect(meta.detect(memoryHead('friends.json', '{"friends":[{"name":"x","age":3}]}'))).toBe(0)
  expect((await read(old)).records[1]).toEqual({
    type: 'declaration',
    kind: 'connection',
    from: 'owner',
    to: jorg,
    at: 1_577_836_800_000,
  })
})
