import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { member, only, read, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('messages: text over several lines, drafts left out, campaigns and spam marked, the owner found', async () => {
  const all = await fixture('messages.csv')
  expect(all.read).toBe(6)
  expect(all.skipped.map(({ where }) => where)).toEqual(['row 6', 'row 9'])
  const [first, answer, group, hidden, sponsored, spam] = only(all, 'interaction')
  expect(first).toMatchObject({
    at: Date.UTC(2024, 5, 18, 11, 59, 53),
    timeQuality: 'exact',
    channel: 'message',
    bulk: false,
    words: 10,
    thread: 'linkedin:2-aa',
    participants: [
      { identity: member('amara-nwosu-41b2'), role: 'from', name: 'Amara Nwosu' },
      { identity: member('lena-okafor'), role: 'to', name: 'Lena Okafor' },
    ],
  })
  expect(answer?.participants[0]?.identity).toEqual(member('lena-okafor'))
  // "Lena Okafor, Weiß, PMP" are two names in three parts: better none than wrong ones.
  expect(group?.participants.slice(1)).toEqual([
    { identity: member('lena-okafor'), role: 'to' },
    { identity: member('jürgen-weiß'), role: 'to' },
  ])
  expect(hidden).toMatchObject({ bulk: false })
  expect(hidden?.participants.map(({ role }) => role)).toEqual(['to', 'to'])
  expect(sponsored).toMatchObject({ bulk: true, words: 6, subject: 'Grow your team' })
  expect(spam).toMatchObject({ bulk: true })
  expect(only(all, 'owner')).toEqual([
    { type: 'owner', basis: 'seen', identity: member('lena-okafor'), count: 5 },
  ])
})

test('a message has the same key however the export writes its line breaks', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n'
  const row = (text: string): string =>
    `2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,2024-06-18 11:59:53 UTC,${text},INBOX\n`
  const keys = only(
    await read(header + row('"Hi\n\nall"') + row('Hi  all') + row('Hi you')),
    'interaction',
  ).map(({ key }) => key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[0]).not.toBe(keys[2])
  expect(keys[0]).toMatch(/^linkedin-message:2-a\|2024-06-18 11:59:53 UTC\|linkedin:a\|/)
})

test('in one conversation alone nobody can tell who the owner is', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n'
  const row = '2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,2024-06-18 11:59:53 UTC,x\n'
  expect(only(await read(header + row + row), 'owner')).toEqual([])
})

test('messages of 2018: names, a direction, American times in the zone of the user', async () => {
  const all = await fixture('Messages-2018.csv')
  expect([all.read, all.skipped.length]).toEqual([3, 1])
  const [incoming, outgoing, both] = only(all, 'interaction')
  const amara = { identity: { kind: 'name', value: 'linkedin:amara nwosu' }, name: 'Amara Nwosu' }
  expect(incoming).toMatchObject({
    at: Date.UTC(2018, 9, 16, 6, 36),
    timeQuality: 'local',
    words: 6,
    participants: [
      { ...amara, role: 'from' },
      { identity: 'owner', role: 'to' },
    ],
  })
  expect(outgoing?.participants).toEqual([
    { identity: 'owner', role: 'from' },
    { ...amara, role: 'to' },
  ])
  expect(outgoing?.at).toBe(Date.UTC(2018, 9, 16, 10, 5))
  expect(both?.participants).toHaveLength(3)
  expect(both?.at).toBe(Date.UTC(2018, 9, 16, 22, 5))
})

test('a message without a readable date is kept without a time, never with an invented one', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n'
  const row = '2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,0000-00-18 11:59:53 UTC,x\n'
  expect(only(await read(header + row), 'interaction')[0]).toMatchObject({ at: null, timeQuality: 'none' })
})
