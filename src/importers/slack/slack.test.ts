import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { InteractionRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { slack } from './slack.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (text: string, path = 'export.zip/general/2024-01-15.json'): Promise<Everything> =>
  readAll(slack, memoryEntry(path, text, 60), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'), `export.zip/${name}`)
const interactions = (all: Everything): InteractionRecord[] =>
  all.records.filter((record) => record.type === 'interaction')
const amara = { kind: 'handle', value: 'slack:u0amara01' }
const tomas = { kind: 'handle', value: 'slack:u0tomas01' }
const jin = { kind: 'handle', value: 'slack:u0jinsa01' }

test('members are joined with their mail addresses; programs are left out', async () => {
  const all = await fixture('users.json')
  expect(all.records).toEqual([
    {
      type: 'person',
      identities: [amara, { kind: 'mail', value: 'amara@brightwell.example' }],
      name: 'Amara Obi',
      title: 'Chief of Staff',
    },
    { type: 'person', identities: [tomas], name: 'Tomas Farkas' },
  ])
  expect([all.read, all.skipped.length]).toEqual([2, 2])
})

test('in a channel a message goes to those it names and to whom it answers', async () => {
  const all = await fixture('general/2024-01-15.json')
  const [question, answer, alone, comment] = interactions(all)
  expect(question).toEqual({
    type: 'interaction',
    key: 'slack:general|1705311000.000200|slack:u0amara01',
    at: 1_705_311_000_000,
    timeQuality: 'exact',
    channel: 'post',
    participants: [
      { identity: amara, role: 'from', name: 'Amara Obi' },
      { identity: tomas, role: 'mentioned' },
      { identity: jin, role: 'mentioned' },
    ],
    bulk: false,
    words: 3,
    keywords: ['signs'],
    thread: 'slack:general|1705311000.000200',
  })
  expect(answer?.participants).toEqual([
    { identity: tomas, role: 'from' },
    { identity: amara, role: 'mentioned' },
  ])
  // The time is that of the message, not that of the file.
  expect(new Date(alone?.at ?? 0).getUTCDate()).toBe(16)
  expect(alone?.participants).toHaveLength(1)
  expect(comment?.participants).toEqual([{ identity: jin, role: 'from' }])
  expect(all.skipped).toEqual([
    { where: 'record 1', reason: 'a notice of Slack (channel_join)' },
    { where: 'record 6', reason: 'written by a program' },
  ])
})

test('direct messages go to who else writes in them', async () => {
  const [first, second] = interactions(await fixture('D0AB12CD3/2024-01-16.json'))
  expect(first).toMatchObject({
    channel: 'message',
    participants: [
      { identity: amara, role: 'from' },
      { identity: tomas, role: 'to' },
    ],
  })
  expect(second?.participants.map(({ identity }) => identity)).toEqual([tomas, amara])
})

test('a direct message that nobody answers reaches the members that the export lists beside its folder', async () => {
  const alone = '[{"type":"message","user":"U0AMARA01","text":"Hello?","ts":"1705400000.000100"}]'
  const lists: Record<string, string> = {
    '../dms.json': '[{"id":"D0AB12CD3","members":["U0AMARA01","U0TOMAS01"]}]',
    '../mpims.json':
      '[{"id":"G0AB12CD3","name":"mpdm-a--b--c-1","members":["U0AMARA01","U0TOMAS01","U0JINSA01","USLACKBOT"]}]',
  }
  const readIn = async (folder: string): Promise<unknown[]> => {
    const entry = memoryEntry(`export.zip/${folder}/2024-01-16.json`, alone)
    const beside = (path: string) =>
      lists[path] === undefined ? null : memoryEntry(`export.zip/${path}`, lists[path])
    const all = await readAll(slack, { ...entry, beside }, options)
    return interactions(all).flatMap(({ participants }) => participants)
  }
  const from = { identity: amara, role: 'from' }
  expect(await readIn('D0AB12CD3')).toEqual([from, { identity: tomas, role: 'to' }])
  expect(await readIn('mpdm-a--b--c-1')).toEqual([
    from,
    { identity: tomas, role: 'to' },
    { identity: jin, role: 'to' },
  ])
  expect(await readIn('D0NOTLISTED')).toEqual([from])
  lists['../dms.json'] = '[{"id":"D0AB12CD3","memb'
  expect(await readIn('D0AB12CD3')).toEqual([from])
})

test('lists of conversations say nothing of a time', async () => {
  const all = await fixture('dms.json')
  expect([all.read, all.records]).toEqual([1, []])
})

test('a broken message is counted, and a cut file says so', async () => {
  const all = await read(
    '[{"ts":"1705311000.1","user":"U0A1","text":tru},{"ts":"1705311000.1","user":"U0A1","text":"x"},{"ts"',
  )
  expect(all.read).toBe(1)
  expect(all.skipped.map(({ where }) => where)).toEqual(['record 1', 'after record 2'])
})

test('other lists are not Slack', async () => {
  expect(slack.detect(memoryHead('x.json', '[{"id":"U12","n":1}]'))).toBe(0)
  await expect(read('[{"a":1}]')).rejects.toMatchObject({ code: 'unreadable' })
})

test('a huddle is the call of all who were in it, whoever notes it; one that nobody joined is none', async () => {
  const huddle = (...history: readonly string[]) => ({
    type: 'message',
    subtype: 'huddle_thread',
    user: 'USLACKBOT',
    ts: '1704448806.000100',
    text: 'A huddle happened',
    room: { id: 'R1', created_by: 'U0AMARA01', date_start: 1704448800, participant_history: history },
  })
  const path = 'export.zip/D0AB12CD1/2024-01-05.json'
  const all = await read(JSON.stringify([huddle('U0AMARA01', 'U0TOMAS01'), huddle('U0AMARA01')]), path)
  expect(interactions(all)).toMatchObject([
    {
      channel: 'call',
      at: 1_704_448_800_000,
      participants: [
        { identity: amara, role: 'organiser' },
        { identity: tomas, role: 'attendee' },
      ],
      thread: 'slack:D0AB12CD1',
    },
  ])
  expect(all.skipped).toEqual([{ where: 'record 2', reason: 'a huddle that nobody joined' }])
})
