import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { mastodon } from './mastodon.ts'
import { actorIdentity, addressIdentity, mentioned } from './people.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array): Promise<Everything> =>
  readAll(mastodon, memoryEntry('archive/x', content, 100), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const page = (value: string) => ({ kind: 'profile', value })
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')

test('the same account by any of its addresses', () => {
  for (const url of [
    'https://tide.example/users/Suda',
    'https://tide.example/@suda',
    'http://TIDE.example/@suda/',
  ]) {
    expect(actorIdentity(url)).toEqual(page('tide.example/@suda'))
  }
  expect(addressIdentity('@suda@Tide.example')).toEqual(page('tide.example/@suda'))
  expect(actorIdentity('https://tide.example/ap/users/117')).toEqual(page('tide.example/ap/users/117'))
  for (const none of ['suda', 'suda@tide', 'a@b@tide.example', '']) expect(addressIdentity(none)).toBeNull()
  for (const none of ['', 'tide.example/@suda', 'javascript:alert(1)']) expect(actorIdentity(none)).toBeNull()
})

test('an account whose server has another name than its address is known by both', () => {
  expect(mentioned('https://social.noor.example/ap/users/117', '@Noor@noor.example')).toEqual({
    type: 'person',
    identities: [page('noor.example/@noor'), page('social.noor.example/ap/users/117')],
    name: 'Noor',
  })
  expect(mentioned('https://tide.example/users/suda', '@suda')?.identities).toEqual([
    page('tide.example/@suda'),
  ])
  expect(mentioned('', '')).toBeNull()
})

test('a public post reaches those it names', async () => {
  expect(interactions(await fixture('outbox.json'))[0]).toEqual({
    type: 'interaction',
    key: 'mastodon:https://tide.example/users/lena/statuses/109000000000000001',
    at: Date.UTC(2023, 1, 1, 8),
    timeQuality: 'exact',
    channel: 'post',
    participants: [
      { identity: 'owner', role: 'from' },
      { identity: page('polder.example/@bram'), role: 'mentioned', name: 'bram' },
      { identity: page('tide.example/@suda'), role: 'mentioned', name: 'suda' },
    ],
    bulk: false,
    words: 5,
    thread: 'mastodon:tag:tide.example,2023:objectId=109000000000000001:objectType=Conversation',
    keywords: ['ferry', 'late', 'full'],
  })
})

test('a direct one is a message; one for followers is a post', async () => {
  const [, direct, followers] = interactions(await fixture('outbox.json'))
  expect([direct?.channel, direct?.participants[1]?.role]).toEqual(['message', 'to'])
  expect([followers?.channel, followers?.participants[1]?.role]).toEqual(['post', 'mentioned'])
})

test('a boost is no interaction, a post to nobody has the owner alone in it; the rest is counted', async () => {
  const all = await fixture('outbox.json')
  expect(all.read).toBe(5)
  expect(interactions(all)).toHaveLength(4)
  expect(interactions(all)[3]).toMatchObject({
    channel: 'post',
    participants: [{ identity: 'owner', role: 'from' }],
  })
  expect(all.skipped).toEqual([
    { where: 'item 6', reason: 'it holds no post' },
    { where: 'item 7', reason: 'it is no activity' },
  ])
  expect(all.records.at(-1)).toEqual({
    type: 'owner',
    basis: 'own',
    identity: page('tide.example/@lena'),
    count: 5,
  })
})

test('actor.json tells who the owner is', async () => {
  expect(await fixture('actor.json')).toEqual({
    read: 1,
    records: [
      {
        type: 'owner',
        basis: 'own',
        identity: page('tide.example/@lena'),
        name: 'Lena Hafen',
        headline: 'Ports & tides',
        count: 1,
      },
    ],
    skipped: [],
  })
})

test('accounts followed; one of the own server without its name cannot be told', async () => {
  const all = await fixture('following_accounts.csv')
  expect(all.records).toEqual([
    { type: 'person', identities: [page('polder.example/@bram')], name: 'bram' },
    { type: 'declaration', kind: 'follow', from: 'owner', to: page('polder.example/@bram') },
    { type: 'person', identities: [page('noor.example/@noor')], name: 'Noor' },
    { type: 'declaration', kind: 'follow', from: 'owner', to: page('noor.example/@noor') },
  ])
  expect(all.skipped.map(({ where }) => where)).toEqual(['row 5', 'row 6'])
})

test('boosts and likes give attention to who wrote the post; a bookmark gives none', async () => {
  const boosts = (await fixture('outbox.json')).records.filter(({ type }) => type === 'declaration')
  expect(boosts).toEqual([
    {
      type: 'declaration',
      kind: 'repost',
      from: 'owner',
      to: page('polder.example/@bram'),
      at: Date.UTC(2023, 1, 5, 8),
    },
  ])
  const likes = await fixture('likes.json')
  expect([likes.read, likes.skipped]).toEqual([2, []])
  expect(likes.records).toEqual([
    { type: 'declaration', kind: 'like', from: 'owner', to: page('polder.example/@bram') },
    { type: 'declaration', kind: 'like', from: 'owner', to: page('tide.example/@suda') },
  ])
  const text = readFileSync(new URL('fixtures/likes.json', import.meta.url), 'utf8')
  expect((await read(text.replace('likes.json', 'bookmarks.json'))).records).toEqual([])
})

test('muted accounts are read and give nothing', async () => {
  expect(await fixture('muted_accounts.csv')).toEqual({ read: 1, records: [], skipped: [] })
})

test('a file cut off within a post keeps what stands before', async () => {
  const whole = readFileSync(new URL('fixtures/outbox.json', import.meta.url), 'utf8')
  const all = await read(whole.slice(0, whole.indexOf('statuses/109000000000000003')))
  expect([all.read, all.skipped]).toEqual([
    2,
    [{ where: 'item 3', reason: 'from here on the file is damaged or cut off' }],
  ])
})

test('only files of an archive are taken for such', async () => {
  const sure = (text: string): number => mastodon.detect(memoryHead('outbox.json', text))
  for (const other of [
    '',
    '{"type":"OrderedCollection","orderedItems":[]}',
    '{"@context":"https://www.w3.org/ns/activitystreams","type":"Note"}',
    'Account address,Something\n',
    '["https://www.w3.org/ns/activitystreams"]',
  ]) {
    expect([other, sure(other)]).toEqual([other, 0])
  }
  await expect(read('{}')).rejects.toThrow(/does not hold the list/)
  const nobody = '{"@context":"https://www.w3.org/ns/activitystreams","inbox":"","preferredUsername":"x"}'
  await expect(read(nobody)).rejects.toThrow(/does not say which account it is of/)
})
