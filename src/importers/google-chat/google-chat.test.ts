import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { chatTime } from './chat-time.ts'
import { googleChat } from './google-chat.ts'

const text = readFileSync(new URL('fixtures/messages.json', import.meta.url), 'utf8')
const read = (content: string): Promise<Everything> =>
  readAll(googleChat, memoryEntry('Google Chat/Groups/DM 1/messages.json', content, 50), {
    region: null,
    timeZone: 'Europe/Berlin',
    until: 0,
  })
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')
const lena = { kind: 'mail', value: 'lena@okafor.example' }
const amara = { kind: 'mail', value: 'amara@brightwell.example' }

test('a message goes from its author to everybody else who writes in the conversation', async () => {
  const all = await read(text)
  const [question, answer, foreign] = interactions(all)
  expect(question).toEqual({
    type: 'interaction',
    key: 'google-chat:space1/top-1/msg-1',
    at: Date.UTC(2020, 8, 15, 23, 19, 21),
    timeQuality: 'exact',
    channel: 'message',
    participants: [
      { identity: lena, role: 'from', name: 'Lena Okafor' },
      { identity: amara, role: 'to' },
    ],
    bulk: false,
    words: 8,
    thread: 'google-chat:top-1',
    keywords: ['tram', 'depot', 'fit', 'harbour', 'plan'],
  })
  expect(answer?.participants.map(({ identity }) => identity)).toEqual([amara, lena])
  // Accounts in other languages have other dates.
  expect([foreign?.at, foreign?.timeQuality]).toEqual([Date.UTC(2020, 8, 16, 10), 'exact'])
})

test('a message that nobody answers reaches the members that stand in group_info.json beside it', async () => {
  const alone =
    '{"messages":[{"creator":{"name":"Lena Okafor","email":"lena@okafor.example","user_type":"Human"},"created_date":"Tuesday, September 15, 2020 at 11:19:21 PM UTC","text":"Hello?","message_id":"m1"}]}'
  const info =
    '{"members":[{"name":"Lena Okafor","email":"lena@okafor.example","user_type":"Human"},{"name":"Amara","email":"amara@brightwell.example","user_type":"Human"},{"name":"Polly","email":"polly@bots.example","user_type":"Bot"}]}'
  const readWith = async (group: string | null): Promise<unknown[]> => {
    const entry = memoryEntry('Google Chat/Groups/DM 1/messages.json', alone)
    const beside = (path: string) =>
      group === null || path !== 'group_info.json' ? null : memoryEntry('group_info.json', group)
    const all = await readAll(googleChat, { ...entry, beside }, { region: null, timeZone: 'UTC', until: 0 })
    return interactions(all).flatMap(({ participants }) => participants)
  }
  const from = { identity: lena, role: 'from', name: 'Lena Okafor' }
  expect(await readWith(info)).toEqual([from, { identity: amara, role: 'to' }])
  expect(await readWith(info.slice(0, 90))).toEqual([from])
  expect(await readWith(null)).toEqual([from])

  expect(googleChat.detect(memoryHead('group_info.json', info))).toBe(0.95)
  expect(await read(info)).toEqual({ read: 1, records: [], skipped: [] })
})

test('programs and deleted messages are counted, and people are told once', async () => {
  const all = await read(text)
  expect([all.read, all.skipped]).toEqual([
    3,
    [
      { where: 'message 3', reason: 'written by a program' },
      { where: 'message 5', reason: 'a message that was deleted' },
    ],
  ])
  expect(all.records.filter(({ type }) => type === 'person')).toHaveLength(2)
})

test('noon and midnight, a narrow blank before PM, and days that do not exist', () => {
  expect(chatTime('Sunday, March 3, 2024 at 12:00:00\u202FAM UTC')?.at).toBe(Date.UTC(2024, 2, 3))
  expect(chatTime('Sunday, March 3, 2024 at 12:00:00 PM UTC')?.at).toBe(Date.UTC(2024, 2, 3, 12))
  for (const none of [
    '',
    'Sunday, March 3, 2024 at 13:00:00 PM UTC',
    'Friday, February 30, 2024 at 1:00:00 PM UTC',
    'Dag, 3. Monat 2024 um 12:00:00 UTC',
  ])
    expect(chatTime(none)).toBeNull()
})

test('other lists of messages are not claimed', () => {
  const sure = (content: string): number => googleChat.detect(memoryHead('messages.json', content))
  expect(sure(text)).toBe(0.95)
  expect(sure('{"messages":[{"sender_name":"x","timestamp_ms":1}]}')).toBe(0)
})

test.each([
  'Tuesday, 3 March 2026 at 14:05:06 UTC',
  'Dienstag, 3. März 2026 um 14:05:06 UTC',
  'mardi 3 mars 2026 à 14:05:06 UTC',
  'martes, 3 de marzo de 2026, 14:05:06 UTC',
  'martes, 3 de marzo de 2026, 2:05:06 p.m. UTC',
  'terça-feira, 3 de março de 2026 às 14:05:06 UTC',
  'martedì 3 marzo 2026 alle ore 14:05:06 UTC',
  'dinsdag 3 maart 2026 om 14:05:06 UTC',
  'wtorek, 3 marca 2026 14:05:06 UTC',
  '2026年3月3日火曜日 14時05分06秒 UTC',
])('the date of an account in its language: %s', (text) => {
  expect(chatTime(text)).toEqual({ at: Date.UTC(2026, 2, 3, 14, 5, 6), timeQuality: 'exact' })
})

test('user_info.json says whose account it is', async () => {
  const info =
    '{"user":{"name":"Lena Okafor","email":"lena@okafor.example","user_type":"Human"},"membership_info":[{"group_name":"Harbour"}]}'
  expect(googleChat.detect(memoryHead('user_info.json', info))).toBe(0.95)
  expect((await read(info)).records).toEqual([
    { type: 'owner', basis: 'own', identity: lena, name: 'Lena Okafor', count: 1 },
  ])
})
