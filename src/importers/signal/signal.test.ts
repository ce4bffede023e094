import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { signal } from './signal.ts'

const text = readFileSync(new URL('fixtures/chat.md', import.meta.url), 'utf8')
const read = (content: string, path = 'export/Depot/chat.md'): Promise<Everything> =>
  readAll(signal, memoryEntry(path, content, 30), { region: 'DE', timeZone: 'Europe/Berlin', until: 0 })
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')
const name = (value: string) => ({ kind: 'name', value: `signal:${value}` })

test('messages of a chat, lines that go on included, in the time of this computer', async () => {
  const all = await read(text)
  const [question, answer, again, picture] = interactions(all)
  expect(question).toMatchObject({
    at: Date.UTC(2024, 0, 15, 8, 30),
    timeQuality: 'local',
    channel: 'message',
    participants: [
      { identity: name('amara obi'), role: 'from', name: 'Amara Obi' },
      { identity: 'owner', role: 'to' },
      { identity: name('tomas farkas'), role: 'to' },
    ],
    words: 6,
    keywords: ['timetable'],
  })
  expect(answer).toMatchObject({ participants: [{ identity: 'owner', role: 'from' }, {}, {}], words: 3 })
  expect(again?.key).not.toBe(answer?.key)
  // A picture is a message without words, and its file name is no topic.
  expect([picture?.words, picture?.keywords]).toEqual([0, undefined])
  expect(all.skipped).toEqual([
    { where: 'line 8', reason: 'its date does not exist' },
    { where: 'line 9', reason: 'it does not say who wrote it' },
  ])
})

test('who exports a chat belongs to it without writing; another export of it gives the same keys', async () => {
  const only = '[2019-12-24, 12:23] +49 30 901820: Hello\n'
  const [message] = interactions(await read(only))
  expect(message?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'phone', value: '+4930901820' },
    'owner',
  ])
  const more = interactions(await read(`${only}[2019-12-25, 12:23] Me: Hi\n`, 'other/Depot/chat.md'))
  expect(more[0]?.key).toBe(message?.key)
})

test('a reaction that came later makes no other message; what is quoted is not said', async () => {
  const line = '[2024-01-05 10:15:30] Ada Low: see you\n'
  const [plain] = interactions(await read(`${line}[2024-01-05 10:16:30] Me: yes\n`))
  const [liked, answer] = interactions(
    await read(`${line}(- Me: 👍, Bo Ek: ❤ -)\n[2024-01-05 10:16:30] Me: \n> see you\n\nyes\n`),
  )
  expect(liked).toEqual(plain)
  expect(answer?.words).toBe(1)
})

test('a note to oneself is counted, and a file without messages is refused', async () => {
  expect((await read('[2019-12-24, 12:23] Me: milk\n')).skipped).toEqual([
    { where: 'line 1', reason: 'nobody else writes in this chat' },
  ])
  await expect(read('hello\n')).rejects.toMatchObject({ code: 'unreadable' })
})

test('logs of programs and WhatsApp chats are not claimed', () => {
  const sure = (line: string): number => signal.detect(memoryHead('x.txt', line))
  expect(sure(text)).toBe(0.85)
  for (const line of ['[2024-01-15 09:30:00,123] INFO: started', '[01/02/2024, 10:15:30] Jane: x', ''])
    expect(sure(line)).toBe(0)
})
