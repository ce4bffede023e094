import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { Members } from './groups.ts'
import { postTime } from './posts.ts'
import { x } from './x.ts'

const options: ReadOptions = { region: 'ES', timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array): Promise<Everything> =>
  readAll(x, memoryEntry('data/x.js', content, 64), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const handle = (id: string) => ({ kind: 'handle', value: `x:${id}` })
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')

test('the account tells who the owner is: number, page and mail address', async () => {
  const { records } = await fixture('account.js')
  const own = { type: 'owner', basis: 'own', name: 'Lena Hafen ⚓', count: 1 }
  expect(records).toEqual([
    { ...own, identity: handle('901234567') },
    { ...own, identity: { kind: 'profile', value: 'x.com/lenahafen' } },
    { ...own, identity: { kind: 'mail', value: 'lena@hafen.example' } },
  ])
  expect((await fixture('profile.js')).records).toEqual([
    { type: 'owner', basis: 'own', headline: 'Ports, tides and timetables', count: 1 },
  ])
})

test('an answer is a post that reaches the one answered and everybody named, each once', async () => {
  const { records } = await fixture('tweets.js')
  expect(records.slice(0, 3)).toEqual([
    {
      type: 'person',
      identities: [handle('1700000000000000001'), { kind: 'profile', value: 'x.com/mira_k' }],
      name: 'Mira Kowalska',
    },
    {
      type: 'person',
      identities: [handle('55501'), { kind: 'profile', value: 'x.com/jo' }],
      name: 'Jo "Tide" Byrne',
    },
    {
      type: 'interaction',
      key: 'x-post:1741467632140000003',
      at: Date.UTC(2023, 11, 31, 14, 36, 59),
      timeQuality: 'exact',
      channel: 'post',
      participants: [
        { identity: 'owner', role: 'from' },
        { identity: handle('1700000000000000001'), role: 'mentioned', name: 'Mira Kowalska' },
        { identity: handle('55501'), role: 'mentioned', name: 'Jo "Tide" Byrne' },
      ],
      bulk: false,
      words: 6,
      keywords: ['ferry', 'run'],
    },
  ])
})

test('a retweet is no interaction, a post to nobody has the owner alone in it; one without an id is counted', async () => {
  const all = await fixture('tweets.js')
  expect(all.read).toBe(5)
  expect(all.skipped).toEqual([{ where: 'post 6', reason: 'it has no id' }])
  expect(interactions(all)).toHaveLength(4)
  expect(interactions(all)[2]).toMatchObject({
    participants: [{ identity: 'owner', role: 'from' }],
    words: 3,
  })
})

test('an edited post keeps its first id; an account that is gone is known by its page alone', async () => {
  const [, , , edited] = interactions(await fixture('tweets.js'))
  expect(edited?.key).toBe('x-post:1741467632140000007')
  expect(edited?.participants[1]?.identity).toEqual({ kind: 'profile', value: 'x.com/gone_user' })
})

test('direct messages go from one account to the other', async () => {
  const all = await fixture('direct-messages.js')
  expect(interactions(all)[0]).toEqual({
    type: 'interaction',
    key: 'x-message:1500000000000000012',
    at: Date.UTC(2022, 2, 5, 9, 30, 0, 250),
    timeQuality: 'exact',
    channel: 'message',
    participants: [
      { identity: handle('55501'), role: 'from' },
      { identity: handle('901234567'), role: 'to' },
    ],
    bulk: false,
    words: 7,
    keywords: ['pier', 'sharp'],
  })
  expect(all.skipped).toEqual([
    { where: 'message 1 of conversation 2', reason: 'it does not say who received it' },
  ])
})

test('a message to a group goes to those who were in it at the time, the owner among them', async () => {
  const all = await fixture('direct-messages-group.js')
  expect([all.read, all.skipped]).toEqual([6, []])
  const participants = interactions(all).map((record) =>
    record.participants.map(({ identity, role }) => [identity === 'owner' ? identity : identity.value, role]),
  )
  expect(participants).toEqual([
    [
      ['x:33', 'from'],
      ['owner', 'to'],
      ['x:901234567', 'to'],
      ['x:11', 'to'],
    ],
    [
      ['x:901234567', 'from'],
      ['owner', 'to'],
      ['x:22', 'to'],
      ['x:11', 'to'],
    ],
  ])
})

test('members: who leaves was there before, who joins was not', () => {
  const members = new Members()
  members.note({ participantsLeave: { userIds: ['2'], createdAt: '2022-01-03T00:00:00Z' } })
  members.note({ participantsJoin: { userIds: ['3', 7], createdAt: '2022-01-02T00:00:00Z' } })
  members.note({ messageCreate: { senderId: '1' } })
  expect(members.at(Date.UTC(2022, 0, 1))).toEqual(['2', '1'])
  expect(members.at(Date.UTC(2022, 0, 2))).toEqual(['2', '3', '1'])
  expect(members.at(Date.UTC(2022, 0, 4))).toEqual(['3', '1'])
})

test('followers and accounts followed are stated ties without a time', async () => {
  const [first] = (await fixture('follower.js')).records
  expect(first).toEqual({ type: 'declaration', kind: 'follow', from: handle('55501'), to: 'owner' })
  const following = await fixture('following.js')
  expect(following.records).toEqual([
    { type: 'declaration', kind: 'follow', from: 'owner', to: handle('55501') },
  ])
  expect(following.skipped).toEqual([{ where: 'account 2', reason: 'it names no account' }])
})

test('the address book that X was given', async () => {
  const { records } = await fixture('contact.js')
  expect(records[0]).toEqual({
    type: 'person',
    identities: [
      { kind: 'mail', value: 'sol@mar.example' },
      { kind: 'phone', value: '+34612345678' },
    ],
  })
})

test('a retweet gives attention to who wrote it, and is no interaction', async () => {
  const all = await fixture('tweets.js')
  expect(all.records.filter(({ type }) => type === 'declaration')).toEqual([
    {
      type: 'declaration',
      kind: 'repost',
      from: 'owner',
      to: handle('1700000000000000001'),
      at: Date.UTC(2023, 11, 31, 15),
    },
  ])
  expect(interactions(all).some(({ key }) => key === 'x-post:1741467632140000004')).toBe(false)
})

test('likes are read and give nothing', async () => {
  expect(await fixture('like.js')).toEqual({ read: 1, records: [], skipped: [] })
})

test('ids written as numbers have lost digits: they are nobody', async () => {
  const all = await read('window.YTD.follower.part0 = [{"follower":{"accountId":1700000000000000001}}]')
  expect(all.skipped).toEqual([{ where: 'follower 1', reason: 'it names no account' }])
})

test('later parts, posts without a wrapper and files of one line are read as well', async () => {
  const post = '{"id_str":"9","created_at":"Sun Dec 31 14:36:59 +0000 2017","text":"@a hi",'
  const all = await read(
    `window.YTD.tweet.part12 = [${post}"entities":{"user_mentions":[{"id_str":"5","screen_name":"a"}]}}]`,
  )
  expect(interactions(all)[0]?.participants[1]?.identity).toEqual(handle('5'))
})

test('a damaged post costs itself; a file cut off says so', async () => {
  const all = await read('window.YTD.like.part0 = [{"like":{}},{"like":tru},{"like"')
  expect(all.read).toBe(1)
  expect(all.skipped).toEqual([
    { where: 'item 2', reason: 'it is damaged: no valid JSON' },
    { where: 'item 3', reason: 'from here on the file is damaged or cut off' },
  ])
})

test('times of posts', () => {
  expect(postTime('Thu Feb 29 23:59:59 +0000 2024')?.at).toBe(Date.UTC(2024, 1, 29, 23, 59, 59))
  expect(postTime('Fri Feb 30 23:59:59 +0000 2024')).toBeNull()
  expect(postTime('yesterday')).toBeNull()
})

test('only data files of the archive are taken for such', async () => {
  const sure = (text: string): number => x.detect(memoryHead('data/tweets.js', text))
  expect(sure('window.YTD.tweets.part0 = [\n')).toBeGreaterThan(0.9)
  expect(sure('\uFEFFwindow.YTD.ad_engagements.part1=[ ]')).toBeGreaterThan(0.9)
  for (const other of ['', 'window.__OTHER = {', '[{"tweet":{}}]', 'var a = [1]']) expect(sure(other)).toBe(0)
  await expect(read('[1]')).rejects.toThrow(/x\.js is no data file of an X archive/)
  await expect(read('window.YTD.direct_messages.part0 = [')).resolves.toMatchObject({ read: 0 })
})

test('the manifest says whose archive it is; one that does not is refused', async () => {
  const all = await fixture('manifest.js')
  expect([all.read, all.skipped]).toEqual([1, []])
  const owner = { type: 'owner', basis: 'own', name: 'Lena Hafen ⚓', count: 1 }
  expect(all.records).toEqual([
    { ...owner, identity: handle('901234567') },
    { ...owner, identity: { kind: 'profile', value: 'x.com/lenahafen' } },
  ])
  const empty = memoryEntry('manifest.js', 'window.__THAR_CONFIG = {"archiveInfo":{}}')
  await expect(readAll(x, empty, options)).rejects.toMatchObject({ code: 'unreadable' })
})

test('archives until 2018: a list a month, and user_details.js', async () => {
  const month = `Grailbird.data.tweets_2013_05 = \n [ {
    "entities" : { "user_mentions" : [ { "name" : "Jo", "screen_name" : "jo", "id_str" : "55501", "id" : 55501 } ] },
    "id_str" : "340641000000000000", "id" : 340641000000000000, "text" : "@jo thanks a lot",
    "created_at" : "2013-05-31 22:47:29 +0000" } ]`
  expect(x.detect(memoryHead('data/js/tweets/2013_05.js', month))).toBe(0.97)
  const [post] = interactions(await read(month))
  expect([post?.at, post?.key]).toEqual([Date.UTC(2013, 4, 31, 22, 47, 29), 'x-post:340641000000000000'])
  expect(post?.participants).toEqual([
    { identity: 'owner', role: 'from' },
    { identity: handle('55501'), role: 'mentioned', name: 'Jo' },
  ])
  const details =
    'var user_details =  {\n "screen_name" : "lenahafen", "full_name" : "Lena Hafen", "id" : "901234567" }'
  expect(x.detect(memoryHead('data/js/user_details.js', details))).toBe(0.97)
  const own = { type: 'owner', basis: 'own', name: 'Lena Hafen', count: 1 }
  expect((await read(details)).records).toEqual([
    { ...own, identity: handle('901234567') },
    { ...own, identity: { kind: 'profile', value: 'x.com/lenahafen' } },
  ])
})
