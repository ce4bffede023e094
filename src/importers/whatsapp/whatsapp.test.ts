import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { chatTitle, whoSaid } from './chat.ts'
import { DateOrderSearch, plainLine, readLine, stampTime } from './stamp.ts'
import { whatsapp } from './whatsapp.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string, path = 'chat.txt', over: Partial<ReadOptions> = {}): Promise<Everything> =>
  readAll(whatsapp, memoryEntry(path, text, 50), { ...options, ...over })
const fixture = (name: string, path = name): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'), path)
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const times = (all: Everything): string[] =>
  interactions(all).map(({ at }) => new Date(at ?? 0).toISOString().slice(0, 16))

const amara = { kind: 'name', value: 'whatsapp:amara obi' }
const tomas = { kind: 'name', value: 'whatsapp:tomas farkas' }

test('a chat of two: the file is named after the other one, so the owner is who else writes', async () => {
  const all = await fixture('WhatsApp Chat with Amara Obi.txt')
  expect(all.read).toBe(6)
  expect(all.skipped).toEqual([{ where: 'line 1', reason: 'a line of WhatsApp itself, not of a person' }])
  expect(times(all)).toEqual([
    '2024-01-14T08:05',
    '2024-01-14T08:07',
    '2024-01-14T08:07',
    '2024-01-14T08:07',
    '2024-01-14T11:10',
    '2024-02-02T23:00',
  ])
  expect(all.records.filter(({ type }) => type === 'owner')).toEqual([
    { type: 'owner', basis: 'own', identity: tomas, count: 3 },
  ])
  const [question, answer, thumb, again] = interactions(all)
  expect(question?.participants).toEqual([
    { identity: amara, role: 'from', name: 'Amara Obi' },
    { identity: 'owner', role: 'to' },
  ])
  expect(answer).toMatchObject({
    participants: [
      { identity: 'owner', role: 'from' },
      { identity: amara, role: 'to' },
    ],
    words: 10,
    timeQuality: 'local',
    channel: 'message',
    bulk: false,
  })
  expect(thumb?.key).not.toBe(again?.key)
})

test('a group: to everybody who writes in it; numbers are telephone numbers, nobody is taken for the owner', async () => {
  const all = await fixture('_chat.txt', 'WhatsApp Chat - Rudern am See.zip/_chat.txt')
  expect([all.read, all.skipped.map(({ where }) => where)]).toEqual([4, ['line 1', 'line 2']])
  expect(interactions(all)[2]?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'phone', value: '+4915123456789' },
    { kind: 'name', value: 'whatsapp:jorg ørsted' },
    { kind: 'name', value: 'whatsapp:lena okafor' },
  ])
  expect(all.records.filter(({ type }) => type === 'owner')).toEqual([])
})

test('Arabic digits and marks of direction', async () => {
  expect(times(await fixture('arabic.txt'))).toEqual(['2024-02-14T20:05', '2024-02-14T20:06'])
})

describe('the beginning of a message', () => {
  test.each([
    ['[14/02/2024, 21:15:30] Ada: x', '2024-02-14T21:15'],
    ['14/02/24, 21:15 - Ada: x', '2024-02-14T21:15'],
    ['14.02.24, 21:15 - Ada: x', '2024-02-14T21:15'],
    ['14-02-2024 21:15 - Ada: x', '2024-02-14T21:15'],
    ['2/14/24, 9:15\u202fPM - Ada: x', '2024-02-14T21:15'],
    ['14/2/2024, 9:15 p. m. - Ada: x', '2024-02-14T21:15'],
    ['14/2/2024, 12:15 a.m. - Ada: x', '2024-02-14T00:15'],
    ['2024/02/14, 21:15 - Ada: x', '2024-02-14T21:15'],
    ['[2024-02-14, 21:15:30] Ada: x', '2024-02-14T21:15'],
    ['[14/02/24, 21.15.30] Ada: x', '2024-02-14T21:15'],
    ['[02/14/24 21:15] Ada: x', '2024-02-14T21:15'],
    ['2024. 2. 14. 오후 9:15 - Ada: x', '2024-02-14T21:15'],
    ['[2024. 2. 14. 오전 9:15:03] Ada: x', '2024-02-14T09:15'],
    ['[2024/2/14 下午9:15:03] Ada: x', '2024-02-14T21:15'],
    ['\u200f١٤\u200f/٢\u200f/٢٠٢٤، ٩:١٥ م - Ada: x', '2024-02-14T21:15'],
    ['۱۴/۲/۲۰۲۴, ۲۱:۱۵ - Ada: x', '2024-02-14T21:15'],
    ['14.2.2024 klo 21.15 - Ada: x', '2024-02-14T21:15'],
    ['14.02.24 г., 21:15 ч. - Ada: x', '2024-02-14T21:15'],
    ['14/2/2567 21:15 - Ada: x', '2024-02-14T21:15'],
  ])('%s', (line, time) => {
    const found = readLine(plainLine(line))
    const search = new DateOrderSearch()
    if (found) search.see(found.stamp)
    const at = found && stampTime(found.stamp, search.found('DE'))
    expect(at !== null && new Date(at).toISOString().slice(0, 16)).toBe(time)
    expect(found?.rest).toBe('Ada: x')
  })

  test.each([
    '14/02/24 and 10:15 - Ada: x',
    '14/02/24, 21:15 Ada: x',
    '[14/02/24, 21:15 Ada: x',
    '- 14/02/24',
    '1.2 - x',
  ])('not: %s', (line) => {
    expect(readLine(line)).toBeNull()
  })
})

describe('the order of day and month is decided once a file', () => {
  test('a field above twelve decides for all lines', async () => {
    const all = await read('1/2/24, 10:00 - A: x\n2/20/24, 10:00 - B: y\n')
    expect(times(all)).toEqual(['2024-01-02T09:00', '2024-02-20T09:00'])
  })

  test('else the order in which time does not run backwards', async () => {
    const all = await read('03/04/24, 10:00 - A: x\n04/03/24, 10:00 - B: y\n05/02/24, 10:00 - B: z\n')
    expect(times(all)).toEqual(['2024-03-04T09:00', '2024-04-03T08:00', '2024-05-02T08:00'])
  })

  test('else the region: the month first in the United States', async () => {
    const text = '03/04/24, 10:00 - A: x\n'
    expect(times(await read(text))).toEqual(['2024-04-03T08:00'])
    expect(times(await read(text, 'chat.txt', { region: 'US' }))).toEqual(['2024-03-04T09:00'])
  })

  test('years of two digits may stand first', async () => {
    const all = await read('23/12/30, 10:00 - A: x\n24/1/2, 10:00 - B: y\n')
    expect(times(all)).toEqual(['2023-12-30T09:00', '2024-01-02T09:00'])
  })

  test('any chat in any order is read at its times, once one of them has a day above twelve', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dmy', 'mdy'),
        fc.array(fc.integer({ min: Date.UTC(2013, 0), max: Date.UTC(2030, 0) }), {
          minLength: 1,
          maxLength: 30,
        }),
        (order, days) => {
          const sorted = [...days, Date.UTC(2030, 5, 28)]
            .toSorted((a, b) => a - b)
            .map((at) => at - (at % 60_000))
          const lines = sorted.map((at) => {
            const date = new Date(at)
            const [d, m] = [date.getUTCDate(), date.getUTCMonth() + 1]
            const minute = String(date.getUTCMinutes()).padStart(2, '0')
            return `${order === 'dmy' ? `${d}/${m}` : `${m}/${d}`}/${date.getUTCFullYear()}, ${date.getUTCHours()}:${minute} - A: x`
          })
          const stamps = lines.map((line) => readLine(line)?.stamp).filter((stamp) => stamp !== undefined)
          const search = new DateOrderSearch()
          for (const stamp of stamps) search.see(stamp)
          expect(stamps.map((stamp) => stampTime(stamp, search.found(null)))).toEqual(sorted)
        },
      ),
    )
  })
})

test('a day that does not exist is counted, not guessed', async () => {
  const all = await read('14/02/2024, 10:00 - A: x\n31/02/2024, 10:00 - B: y\n')
  expect([all.read, all.skipped]).toEqual([1, [{ where: 'line 2', reason: 'its date does not exist' }]])
})

test('a person who never got an answer wrote to the owner', async () => {
  const all = await read('14/02/24, 10:00 - Ada Low: x\n', 'WhatsApp-Chat mit Ada Low.txt')
  expect(interactions(all)[0]?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'name', value: 'whatsapp:ada low' },
    'owner',
  ])
})

test('reading again, longer and in another zone, gives the same keys', async () => {
  const text = '14/02/24, 10:00 - A: x\n14/02/24, 10:00 - A: x\n'
  const keys = interactions(await read(text)).map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
  const later = await read(`${text}15/02/24, 10:00 - B: y\n`, 'chat.txt', { timeZone: 'Asia/Tokyo' })
  expect(
    interactions(later)
      .slice(0, 2)
      .map(({ key }) => key),
  ).toEqual(keys)
})

test('the clocks change within a day', async () => {
  const all = await read('31/03/2024, 01:30 - A: x\n31/03/2024, 03:30 - A: y\n31/03/2024, 12:00 - A: z\n')
  expect(times(all)).toEqual(['2024-03-31T00:30', '2024-03-31T01:30', '2024-03-31T10:00'])
})

test('a contact may be called by a sign alone', async () => {
  const all = await read('14/02/24, 10:00 - 🦊: x\n')
  expect(interactions(all)[0]?.participants[0]?.identity).toEqual({ kind: 'name', value: 'whatsapp:🦊' })
})

test('a crowd is bulk and lists its author alone', async () => {
  const text = Array.from({ length: 60 }, (_, i) => `14/02/24, 10:00 - Person ${i}: x\n`).join('')
  const all = interactions(await read(text))
  expect(all.every(({ bulk, participants }) => bulk && participants.length === 1)).toBe(true)
})

test.each([
  ['WhatsApp Chat with Ada Low.txt', 'Ada Low'],
  ['WhatsApp Chat - Ada Low.zip/_chat.txt', 'Ada Low'],
  ['x/WhatsApp-Chat mit Ada Low (2).txt', 'Ada Low'],
  ['Chat de WhatsApp con Ada Low.txt', 'Ada Low'],
  ['Conversa do WhatsApp com Ada Low.txt', 'Ada Low'],
  ['Discussion WhatsApp avec Ada Low.txt', 'Ada Low'],
  ['Чат WhatsApp с контактом Ада.txt', 'Ада'],
  ['与Ada的WhatsApp聊天.txt', 'Ada'],
  ['_chat.txt', ''],
  ['notes/chat.txt', ''],
])('%s is the chat with %s', (path, title) => {
  expect(chatTitle(path)).toBe(title)
})

test.each([
  ['Ada: see: this', 'Ada', 'see: this'],
  ['Ada:.', 'Ada', '.'],
  ['Ada changed the subject to "Launch: part 2"', null, undefined],
  ['You were added', null, undefined],
])('%s', (rest, author, text) => {
  const said = whoSaid(rest)
  expect(said.author).toBe(author)
  if (author !== null) expect(said.text).toBe(text)
})

test('logs and tables of dates are not chats; a file without a dated line is refused', async () => {
  for (const text of [
    '[2024-02-01 10:15:30] ERROR: x\n',
    '2024-02-01 10:15:30,123 - root - x\n',
    '01/02/2024,10:15,4\n',
  ])
    expect(whatsapp.detect(memoryHead('x.log', text))).toBe(0)
  await expect(read('hello\n')).rejects.toMatchObject({ code: 'unreadable' })
})

test.each([
  '[2024-01-13, 22:15:30] Jane: hi',
  '2024-01-13 22:15 - Jane: hi',
  '2024-01-13, 10:15 p.m. - Jane: hi',
  '2024-01-13 22 h 15 - Jane: hi',
  '[2024-01-13, 22 h 15 min 30 s] Jane: hi',
  '13.01.24, 22:15:30: Jane: hi',
  '1/13/24, 10:15:30 PM: Jane: hi',
  '22:15, 13/01/2024 - Jane: hi',
  '[22:15, 1/13/2024] Jane: hi',
  '2024년 1월 13일 오후 10:15 - Jane: hi',
  '2024年1月13日 下午10:15 - Jane: hi',
  '13.1.2024, 10:15 אחה״צ - Jane: hi',
  '13.1.24, 10:15 e pasdites - Jane: hi',
  '13.01.24 10:15 odp. - Jane: hi',
  '۱۴۰۲/۱۰/۲۳،‏ ۲۲:۱۵ - Jane: hi',
  '[١‏/٧‏/١٤٤٥، ١٠:١٥:٣٠ م] Jane: hi',
])('a line in another language or of another year: %s', async (line) => {
  expect(whatsapp.detect(memoryHead('chat.txt', `${line}\n`))).toBeGreaterThan(0.85)
  expect(times(await read(line))).toEqual(['2024-01-13T21:15'])
})

test('a chat that was cut within a message is told all the same', async () => {
  const cut = 'the end of a message\n13/01/2024, 22:15 - Jane: hi\n13/01/2024, 22:16 - Max: ho\n'
  expect(whatsapp.detect(memoryHead('chat.txt', cut))).toBe(0.5)
  expect((await read(cut)).skipped).toEqual([{ where: 'line 1', reason: 'text before the first message' }])
})

test('iPhones name the chat in its first line: the other one of two, or the group, which writes nothing itself', async () => {
  const notice = '\u200EMessages and calls are end-to-end encrypted.'
  const two = await read(
    `[13/01/2024, 10:00:00] Amara Obi: ${notice}\n[13/01/2024, 10:01:00] Amara Obi: Hi\n[13/01/2024, 10:02:00] Tomas Farkas: Ho\n`,
    '_chat.txt',
  )
  expect(two.records.filter(({ type }) => type === 'owner')).toEqual([
    { type: 'owner', basis: 'own', identity: tomas, count: 1 },
  ])
  const group = await read(
    `[13/01/2024, 10:00:00] The Gang: ${notice}\n[13/01/2024, 10:00:30] The Gang: \u200EAmara Obi added you\n` +
      '[13/01/2024, 10:01:00] Amara Obi: Hi\n[13/01/2024, 10:02:00] Tomas Farkas: \u200Eimage omitted\n',
    '_chat.txt',
  )
  expect(group.skipped.map(({ where }) => where)).toEqual(['line 1', 'line 2'])
  expect(interactions(group).map(({ participants: [from] }) => from?.identity)).toEqual([amara, tomas])
})

test('the colon of an address ends no name', () => {
  expect(whoSaid('You joined using an invite link https://chat.example/x').author).toBeNull()
})

test('a message pasted from another chat is part of the one that it is pasted into', async () => {
  const all = await read(
    '13/01/2024, 22:15 - Jane: look\n[22:10, 13/01/2024] Pasted: hi\n[13/01/2024, 22:11:00] Pasted: ho\n13/01/2024, 22:16 - Max: yes\n',
  )
  expect(interactions(all).map(({ participants: [from] }) => from?.name)).toEqual(['Jane', 'Max'])
})
