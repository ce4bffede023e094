import { readFileSync } from 'node:fs'
import { encode } from '@atcute/cbor'
import { fromUint8Array } from '@atcute/repo'
import { expect, test } from 'vitest'
import type { Entry, ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { bluesky } from './bluesky.ts'
import { authorOf, didIdentity, handlePage } from './people.ts'
import { readRecord } from './records.ts'

const options: ReadOptions = { region: null, timeZone: 'UTC', until: Date.UTC(2025, 0) }
const repo: Uint8Array = readFileSync(new URL('fixtures/repo.car', import.meta.url))
const read = (content: Uint8Array, chunk = 50): Promise<Everything> =>
  readAll(bluesky, memoryEntry('repo.car', content, chunk), options)
const handle = (did: string) => ({ kind: 'handle', value: `bluesky:${did}` })
const bram = 'did:plc:brampolder234567abcdefgh'
const noor = 'did:web:noor.example'
const interactions = (all: Everything) => all.records.filter((record) => record.type === 'interaction')

/** A block of a CAR file with the identifier of what it is not: nothing here compares the two. */
function block(value: unknown): Uint8Array {
  const bytes = encode(value)
  const length = 36 + bytes.length
  const size = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return Buffer.concat([Uint8Array.from([...size, 1, 0x71, 0x12, 0x20]), new Uint8Array(32), bytes])
}

test('the commit tells whose repository it is, the profile what they are called', async () => {
  const owners = (await read(repo)).records.filter((record) => record.type === 'owner')
  expect(owners).toEqual([
    { type: 'owner', basis: 'own', identity: handle('did:plc:lenahafen234567abcdefghij'), count: 1 },
    {
      type: 'owner',
      basis: 'own',
      name: 'Lena Hafen',
      headline: 'Ports, tides and timetables',
      count: 1,
    },
  ])
})

test('an answer reaches the author of the post before it, not that of the first one', async () => {
  const [answer] = interactions(await read(repo))
  expect(answer).toEqual({
    type: 'interaction',
    key: expect.stringMatching(/^bluesky:[\w-]{48}$/) as string,
    at: Date.UTC(2024, 1, 2, 10, 0, 0, 123),
    timeQuality: 'exact',
    channel: 'post',
    participants: [
      { identity: 'owner', role: 'from' },
      { identity: handle(bram), role: 'mentioned' },
    ],
    bulk: false,
    words: 3,
    keywords: ['late'],
    thread: `bluesky:at://${noor}/app.bsky.feed.post/3kaaaaaaaaa2a`,
  })
})

test('a mention gives the handle as well; its place in the text is counted in bytes', async () => {
  const all = await read(repo)
  expect(all.records).toContainEqual({
    type: 'person',
    identities: [handle(noor), { kind: 'profile', value: 'bsky.app/profile/noor.example' }],
  })
  expect(interactions(all)[1]).toMatchObject({
    at: Date.UTC(2024, 1, 3, 9),
    timeQuality: 'offset',
    words: 4,
    keywords: ['ferry'],
  })
})

test('accounts followed are stated ties with their date', async () => {
  expect((await read(repo)).records).toContainEqual({
    type: 'declaration',
    kind: 'follow',
    from: 'owner',
    to: handle(bram),
    at: Date.UTC(2024, 0, 5, 10),
  })
})

test('every record of the repository is read or counted: as many as its search tree holds', async () => {
  const all = await read(repo)
  expect(all.skipped.map(({ reason }) => reason)).toEqual(['it does not say which account is followed'])
  expect(all.read + all.skipped.length).toBe([...fromUint8Array(repo)].length)
  expect(interactions(all)).toHaveLength(3)
})

test('a file cut off keeps what stands before; a damaged block costs itself', async () => {
  const cut = await read(repo.subarray(0, repo.length - 20))
  expect([cut.read, cut.skipped.map(({ reason }) => reason)]).toEqual([
    7,
    ['from here on the file is damaged or cut off'],
  ])
  const junk = block('x')
  junk[junk.length - 1] = 0xff
  const all = await read(Buffer.concat([repo, junk, block({ $type: 'app.bsky.feed.like' })]))
  expect(all.read).toBe(8)
  expect(all.skipped.at(-1)?.reason).toBe('a damaged block, or one that is no record')
})

test('a failure to read the file is no damage', async () => {
  const failing: Entry = {
    path: 'repo.car',
    size: repo.length,
    async *bytes() {
      yield await Promise.resolve(repo.subarray(0, 400))
      throw new Error('the disk is gone')
    },
  }
  await expect(readAll(bluesky, failing, options)).rejects.toThrow('the disk is gone')
})

test('a post to nobody, a time that is none, and a mention outside the text', () => {
  expect(readRecord({ $type: 'app.bsky.feed.post', text: 'hi' }, 'c')).toMatchObject([
    { at: null, timeQuality: 'none', participants: [{ identity: 'owner', role: 'from' }] },
  ])
  const facets = [
    {
      index: { byteStart: 90, byteEnd: 99 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: bram }],
    },
  ]
  expect(readRecord({ $type: 'app.bsky.feed.post', text: 'hi', facets, createdAt: 'soon' }, 'c')).toEqual([
    expect.objectContaining({ at: null, timeQuality: 'none', key: 'bluesky:c' }),
  ])
})

test('accounts, authors and handles', () => {
  expect(didIdentity(bram)).toEqual(handle(bram))
  expect(authorOf(`at://${bram}/app.bsky.feed.post/1`)).toEqual(handle(bram))
  expect(handlePage('@Noor.example')).toEqual({ kind: 'profile', value: 'bsky.app/profile/noor.example' })
  for (const none of ['', 'did:', 'did:plc:', 'plc:x', 'did:plc:a b', 7]) expect(didIdentity(none)).toBeNull()
  for (const none of ['', 'noor', '@handle.', 'a b.example']) expect(handlePage(none)).toBeNull()
  expect(authorOf('https://bsky.app/profile/x/')).toBeNull()
})

test('only repositories are taken for such', async () => {
  expect(bluesky.detect(memoryHead('x', repo))).toBeGreaterThan(0.9)
  expect(bluesky.detect(memoryHead('repo.car', repo.subarray(0, 59)))).toBe(0)
  expect(bluesky.detect(memoryHead('repo.car', 'app.bsky.feed.post eroots gversion'))).toBe(0)
  await expect(read(new TextEncoder().encode('nothing'))).rejects.toThrow(/repo\.car is no repository/)
  await expect(read(new Uint8Array())).rejects.toThrow(/repo\.car is no repository/)
})
