import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { events } from './events.ts'
import { Repeats, REPEAT_WINDOW } from './repeats.ts'
import { eventTime } from './row.ts'

const options: ReadOptions = { region: null, timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array, chunk = 64): Promise<Everything> =>
  readAll(events, memoryEntry('x.csv', content, chunk), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')

test('rows become interactions; what cannot is counted', async () => {
  const all = await fixture('events.csv')
  expect(all.read).toBe(6)
  expect(all.skipped).toEqual([
    { where: 'row 8', reason: 'its time "2024-02-30T10:00:00Z" is neither ISO 8601 nor epoch seconds' },
    { where: 'row 9', reason: 'its channel "telepathy" is none of mail, meeting, message, post, call' },
    { where: 'row 10', reason: 'it does not say who it is from' },
    { where: 'row 12', reason: 'it does not say who it goes to' },
  ])
  const [mail, , , call, message, meeting] = interactions(all)
  expect(mail).toEqual({
    type: 'interaction',
    key: 'events:m-1',
    at: Date.UTC(2024, 0, 15, 9, 30),
    timeQuality: 'exact',
    channel: 'mail',
    participants: [
      { identity: { kind: 'mail', value: 'lena@okafor.example' }, role: 'from' },
      { identity: { kind: 'mail', value: 'amara@brightwell.example' }, role: 'to' },
      { identity: { kind: 'mail', value: 'tomas@porto.example' }, role: 'to' },
    ],
    bulk: false,
    subject: 'Launch, part 1',
  })
  expect(call?.participants[0]).toEqual({
    identity: { kind: 'phone', value: '+494033445566' },
    role: 'organiser',
  })
  expect(message?.participants.map(({ identity }) => identity)).toEqual([
    { kind: 'profile', value: 'github.com/tomasf' },
    { kind: 'label', value: 'emp-17' },
    { kind: 'label', value: 'emp-18' },
  ])
  expect(meeting).toMatchObject({
    timeQuality: 'day',
    participants: [{ role: 'organiser' }, { role: 'attendee' }],
  })
})

test('JSON Lines say the same, with lists and numbers', async () => {
  const all = await fixture('events.jsonl')
  expect([all.read, all.skipped.map(({ where }) => where)]).toEqual([2, ['line 3', 'line 4']])
  expect(interactions(all)[0]?.participants).toHaveLength(3)
  expect(interactions(all)[1]).toMatchObject({ key: 'events:j-2', channel: 'meeting', subject: 'Plan' })
})

test('times in seconds, with a fraction, in milliseconds, and in ISO 8601 with and without a zone', () => {
  const at = (text: string) => eventTime(text, 'Europe/Berlin')?.at ?? null
  const noon = Date.UTC(2024, 0, 15, 12)
  expect(at('1705320000')).toBe(noon)
  expect(at('1705320000.25')).toBe(noon + 250)
  expect(at('1705320000000')).toBe(noon)
  expect(at('2024-01-15T13:00:00')).toBe(noon)
  expect(at('2024-01-15T12:00Z')).toBe(noon)
  expect(at('0')).toBe(0)
  for (const text of ['', 'x', '1e9', '99999999999', '0000-01-01T00:00:00Z']) expect(at(text)).toBeNull()
})

test('identical rows count each; reading the file again gives the same keys', async () => {
  const content = readFileSync(new URL('fixtures/events.csv', import.meta.url))
  const keys = async (chunk: number) => interactions(await read(content, chunk)).map(({ key }) => key)
  const first = await keys(10_000)
  expect(new Set(first).size).toBe(first.length)
  expect(await keys(7)).toEqual(first)
})

test('a row keeps its key when the file is saved anew with quotes and another delimiter', async () => {
  const plain = 'at,from,to,channel\n1705311000,a@x.example,b@x.example,mail\n'
  const saved = '"channel";"at";"from";"to"\r\n"mail";"1705311000";"a@x.example";"b@x.example"\r\n'
  const json = '{"at":1705311000,"from":"a@x.example","to":"b@x.example","channel":"mail"}\n'
  const keys = await Promise.all(
    [plain, saved, json].map(async (text) => interactions(await read(text))[0]?.key),
  )
  expect(new Set(keys).size).toBe(1)
})

test('repetitions are noticed within the window, and memory does not grow beyond it', () => {
  const repeats = new Repeats()
  const ordinal = (i: number): number => repeats.ordinal(Uint32Array.of(Math.imul(i, 2654435761), i))
  expect([ordinal(1), ordinal(1), ordinal(2), ordinal(1)]).toEqual([0, 1, 0, 2])
  for (let i = 10; i < REPEAT_WINDOW; i++) ordinal(i)
  expect(ordinal(1)).toBe(3)
  for (let i = REPEAT_WINDOW; i < 4 * REPEAT_WINDOW; i++) ordinal(i)
  expect(ordinal(1)).toBe(0)
})

test('a mail address may come as a label, and a channel in capitals; an empty channel means mail', async () => {
  const all = await read('at,from,to,channel\n1705311000,12,"  7 ; 7;8",MAIL\n1705311000,not@mail,+49 12,\n')
  expect(interactions(all).map(({ channel, participants }) => [channel, participants.length])).toEqual([
    ['mail', 3],
    ['mail', 2],
  ])
  expect(interactions(all)[1]?.participants[0]?.identity).toEqual({ kind: 'label', value: 'not@mail' })
})

test('every row is either read or counted', async () => {
  const cell = fc.constantFrom('', '1705311000', 'a@x.example', 'b', '"', 'x,y', 'mail', '\n', '2024-01-01')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 30 }), async (rows) => {
      const lines = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
      const all = await read(['at,from,to,channel', ...lines].join('\n'), 33)
      expect(all.read + all.skipped.length).toBe(rows.length)
    }),
  )
})

test('it is told by its columns, whatever it is called', async () => {
  const sure = (content: string): number => events.detect(memoryHead('export.txt', content))
  expect(sure('\uFEFFAt, From ,To\n')).toBeGreaterThan(0.9)
  expect(sure('{"at":1,"from":"a","to":["b"]}\n')).toBeGreaterThan(0.9)
  for (const other of ['', 'From,To,Date\n', '{"a":1}', '{', 'from\n', '\u0000\u0001\u0002at,from,to'])
    expect(sure(other)).toBe(0)
  await expect(read('a,b\n1,2\n')).rejects.toThrow(/must name the columns at, from and to/)
  await expect(read('')).rejects.toThrow(/must name the columns/)
})

test('stated ties and endorsements need no time; an unknown kind is counted', async () => {
  const all = await fixture('statements.csv')
  expect(all.skipped).toEqual([
    {
      where: 'row 9',
      reason:
        'its kind "marriage" is none of contact, connection, invitation, follow, address-book, repost, like, skill, recommendation',
    },
    { where: 'row 10', reason: 'its time "soon" is neither ISO 8601 nor epoch seconds' },
    { where: 'row 11', reason: 'it has no time' },
  ])
  const lena = { kind: 'mail', value: 'lena@okafor.example' }
  const label = (value: string) => ({ kind: 'label', value })
  const amara = { kind: 'mail', value: 'amara@brightwell.example' }
  expect(all.records.slice(0, 5)).toEqual([
    { type: 'declaration', kind: 'connection', from: lena, to: amara, at: Date.UTC(2024, 2, 1) },
    { type: 'declaration', kind: 'follow', from: label('emp-17'), to: label('emp-18') },
    { type: 'declaration', kind: 'follow', from: label('emp-17'), to: label('emp-19') },
    {
      type: 'endorsement',
      kind: 'skill',
      from: amara,
      to: lena,
      topic: 'Rail planning',
      at: Date.UTC(2024, 2, 2, 10),
    },
    {
      type: 'endorsement',
      kind: 'recommendation',
      from: { kind: 'mail', value: 'tomas@porto.example' },
      to: lena,
    },
  ])
  expect(interactions(all)).toHaveLength(1)
})

test('in JSON Lines a stated tie without a time is an event, too', async () => {
  const line = '{"from":"a@x.example","to":["b@x.example"],"kind":"skill","topic":"Ferries"}\n'
  expect(events.detect({ path: 'x', bytes: new TextEncoder().encode(line), size: line.length })).toBe(0.95)
  expect((await read(line)).records).toMatchObject([{ type: 'endorsement', kind: 'skill', topic: 'Ferries' }])
})

test('the examples of the reference are read as they stand', async () => {
  const page = readFileSync(new URL('../../../docs/reference/events-format.md', import.meta.url), 'utf8')
  const [table = '', lines = ''] = Array.from(page.matchAll(/```\w+\n(.*?)```/gs), ([, text]) => text ?? '')
  const kinds = async (text: string): Promise<readonly string[]> => {
    const { records, skipped } = await read(text)
    expect(skipped).toEqual([])
    return records.map(({ type }) => type)
  }
  expect(await kinds(table)).toEqual(['interaction', 'declaration', 'endorsement'])
  expect(await kinds(lines)).toEqual(['interaction', 'endorsement'])
})

test('channels go by the names that other programs give them', async () => {
  const rows = ['email', 'E-Mail', 'chat', 'SMS', 'phone'].map(
    (name) => `1705311000,a@x.example,b@x.example,${name}`,
  )
  const all = await read(['at,from,to,channel', ...rows].join('\n'))
  expect(interactions(all).map(({ channel }) => channel)).toEqual([
    'mail',
    'mail',
    'message',
    'message',
    'call',
  ])
})

test('in a table with semicolons, commas part mail addresses; a name with a comma stays one', async () => {
  const all = await read(
    'at;from;to;channel\n2024-01-05T10:00:00Z;me@x.example;ada@y.example, bo@z.example;mail\n2024-01-05T10:00:00Z;me@x.example;Low, Ada;mail\n',
  )
  expect(interactions(all).map(({ participants }) => participants.length)).toEqual([3, 2])
})
