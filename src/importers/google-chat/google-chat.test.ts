import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { chatTime, googleChat } from './google-chat.ts'

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
  // A date in the language of another account is no date: nothing is invented.
  expect([foreign?.at, foreign?.timeQuality]).toEqual([null, 'none'])
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
  ])
    expect(chatTime(none)).toBeNull()
})

test('other lists of messages are not claimed', () => {
  const sure = (content: string): number => googleChat.detect(memoryHead('messages.json', content))
  expect(sure(text)).toBe(0.95)
  expect(sure('{"messages":[{"sender_name":"x","timestamp_ms":1}]}')).toBe(0)
})
