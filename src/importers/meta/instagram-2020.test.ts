import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { memoryEntry, readAll, type Everything } from '../text/entries.ts'
import { meta } from './meta.ts'

const options = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (text: string): Promise<Everything> => readAll(meta, memoryEntry('x.json', text, 50), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'))
const instagram = (account: string) => ({ kind: 'handle', value: `instagram:${account}` })

test('messages go to everybody else of the conversation; who takes part in all of them is the owner', async () => {
  const all = await fixture('2020/messages.json')
  const [first, second, third, group] = all.records.filter((record) => record.type === 'interaction')
  expect(first).toMatchObject({
    at: Date.UTC(2019, 4, 2, 9, 15, 0, 123),
    channel: 'message',
    participants: [
      { identity: instagram('amara.obi'), role: 'from' },
      { identity: instagram('tomas.farkas'), role: 'to' },
    ],
    words: 6,
    keywords: ['läuft', 'entwurf', 'hafen'],
  })
  expect(second?.key).not.toBe(third?.key)
  expect(group).toMatchObject({ at: Date.UTC(2018, 2, 1, 19), timeQuality: 'local' })
  expect(group?.participants).toHaveLength(3)
  expect(all.records.at(-1)).toEqual({
    type: 'owner',
    basis: 'seen',
    identity: instagram('tomas.farkas'),
    count: 2,
  })
  expect([all.read, all.skipped]).toEqual([
    4,
    [{ where: 'message 5', reason: 'who wrote it has left, or is not named' }],
  ])
})

test('in a single conversation nobody can tell who the owner is', async () => {
  const one =
    '[{"participants":["a","b"],"conversation":[{"sender":"a","created_at":"2019-05-02T09:15:00","text":"x"}]}]'
  expect((await read(one)).records.map(({ type }) => type)).toEqual(['interaction'])
})

test('followers and followed accounts since their days; blocked ones and hashtags are no ties', async () => {
  const all = await fixture('2020/connections.json')
  expect(all).toEqual({
    read: 3,
    skipped: [],
    records: [
      {
        type: 'declaration',
        kind: 'follow',
        from: instagram('amara.obi'),
        to: 'owner',
        at: Date.UTC(2018, 1, 3, 4, 5, 6),
      },
      {
        type: 'declaration',
        kind: 'follow',
        from: instagram('jin_sato'),
        to: 'owner',
        at: Date.UTC(2018, 1, 4, 3, 5, 6),
      },
      {
        type: 'declaration',
        kind: 'follow',
        from: 'owner',
        to: instagram('lena'),
        at: Date.UTC(2017, 5, 18, 12, 12, 12),
      },
    ],
  })
})

test('likes are attention, comments are written to whose post they stand under', async () => {
  const likes = await fixture('2020/likes.json')
  expect(likes.records).toMatchObject([
    { kind: 'like', from: 'owner', to: instagram('amara.obi'), at: Date.UTC(2019, 4, 1, 12) },
    { kind: 'like', from: 'owner', to: instagram('lena') },
  ])
  expect(likes.skipped).toEqual([{ where: 'row 2', reason: 'it names no account' }])
  expect((await fixture('2020/comments.json')).records).toMatchObject([
    {
      channel: 'post',
      participants: [{ identity: 'owner' }, { identity: instagram('amara.obi') }],
      keywords: ['schöner', 'kran', 'hafen'],
    },
  ])
  expect((await fixture('liked_posts.json')).records).toEqual([
    { type: 'declaration', kind: 'like', from: 'owner', to: instagram('amara.obi'), at: 1_682_928_000_000 },
  ])
})

test('the profile says who the owner is', async () => {
  const owner = (identity: unknown) => ({
    type: 'owner',
    basis: 'own',
    identity,
    name: 'Tomás Farkas',
    count: 1,
  })
  expect((await fixture('2020/profile.json')).records).toEqual([
    owner(instagram('tomas.farkas')),
    owner({ kind: 'mail', value: 'tomas@farkas.example' }),
    owner({ kind: 'phone', value: '+4915123456789' }),
  ])
})

test('a cut file gives what stands before the cut', async () => {
  const all = await read('{"media_likes": [["2019-05-01T12:00:00+00:00", "amara.obi"], ["2019-05')
  expect([all.read, all.skipped]).toEqual([
    1,
    [{ where: 'row 2', reason: 'the file is cut or damaged here; what follows was not read' }],
  ])
})
