import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { googleChat } from './google-chat.ts'

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const read = (content: string): Promise<Everything> =>
  readAll(googleChat, memoryEntry('Takeout/Hangouts/Hangouts.json', content, 50), {
    region: null,
    timeZone: 'Europe/Berlin',
    until: 0,
  })
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')
const google = (number: string) => ({ kind: 'handle', value: `google:${number}` })
const grete = { kind: 'mail', value: 'grete@fjord.example' }
const phone = { kind: 'phone', value: '+4915123456789' }

test('messages go from their sender to everybody else of the conversation; the owner is known', async () => {
  const all = await read(fixture('Hangouts.json'))
  const [question, picture, call, sms] = interactions(all)
  expect(question).toEqual({
    type: 'interaction',
    key: 'hangouts:7-A1',
    at: 1_489_000_000_123,
    timeQuality: 'exact',
    channel: 'message',
    participants: [
      { identity: google('2002'), role: 'from', name: 'Amara Nwosu' },
      { identity: 'owner', role: 'to' },
    ],
    bulk: false,
    thread: 'hangouts:UgxHarbour1',
    words: 6,
    keywords: ['harbour', 'drawing', 'ready'],
  })
  expect(picture?.participants.map(({ identity }) => identity)).toEqual(['owner', google('2002')])
  expect(call).toMatchObject({
    channel: 'call',
    participants: [
      { identity: 'owner', role: 'organiser' },
      { identity: google('2002'), role: 'attendee' },
    ],
  })
  expect(sms?.participants.map(({ identity }) => identity)).toEqual([phone, 'owner', google('2002'), grete])
})

test('people are told once, by their number at Google and what else stands for them', async () => {
  const all = await read(fixture('Hangouts.json'))
  expect(all.records.filter(({ type }) => type === 'person' || type === 'owner')).toEqual([
    { type: 'person', identities: [google('1001')], name: 'Lena Okafor' },
    { type: 'owner', basis: 'own', identity: google('1001'), name: 'Lena Okafor', count: 1 },
    { type: 'person', identities: [google('2002')], name: 'Amara Nwosu' },
    { type: 'person', identities: [grete, google('3003')] },
    { type: 'person', identities: [phone, google('4004')] },
  ])
})

test('what nobody said is counted with its reason', async () => {
  const all = await read(fixture('Hangouts.json'))
  expect([all.read, all.skipped]).toEqual([
    4,
    [
      { where: 'message 3', reason: 'the beginning of a call; its end is read' },
      { where: 'message 5', reason: 'somebody came, left or renamed the conversation' },
    ],
  ])
})

test('the file of 2014 wraps its conversations once more', async () => {
  const all = await read(fixture('Hangouts-2014.json'))
  expect(all.read).toBe(1)
  expect(interactions(all)[0]).toMatchObject({
    at: 1_369_539_128_052,
    participants: [{ identity: google('5005'), name: 'Bo Dahl' }, { identity: 'owner' }],
  })
})

test('a cut file gives what stands before the cut, and says where it is', async () => {
  const whole = fixture('Hangouts.json')
  const all = await read(whole.slice(0, whole.indexOf('7-A4')))
  expect([all.read, all.skipped.at(-1)]).toEqual([
    2,
    { where: 'message 4', reason: 'from here on the file is damaged or cut off' },
  ])
})

test('a call that nobody joined, and an event without its sender', async () => {
  const event = (rest: string): string =>
    `{"conversations":[{"conversation":{"conversation":{"participant_data":[{"id":{"gaia_id":"1"}}]}},"events":[{"timestamp":"x",${rest}}]}]}`
  const reasons = async (rest: string) => (await read(event(rest))).skipped.map(({ reason }) => reason)
  expect(
    await reasons(
      '"sender_id":{"gaia_id":"1"},"hangout_event":{"event_type":"END_HANGOUT","participant_id":[]}',
    ),
  ).toEqual(['a call that was not answered'])
  expect(await reasons('"chat_message":{}')).toEqual(['it does not say who wrote it'])
  expect(interactions(await read(event('"sender_id":{"gaia_id":"9"},"chat_message":{}')))).toMatchObject([
    { at: null, timeQuality: 'none', participants: [{ identity: google('9') }, { identity: google('1') }] },
  ])
})

test('other lists of conversations are left to others', () => {
  for (const other of ['{"conversations":[]}', '{"conversations":[{"gaia_id":"1"}]}'])
    expect(googleChat.detect(memoryHead('conversations.json', other))).toBe(0)
})
