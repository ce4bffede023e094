import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromUint8Array } from '@atcute/car'
import { decode } from '@atcute/cbor'
import { toString } from '@atcute/cid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BlueskyWorld, blueskyServer } from '#connectors/testing/bluesky-server.ts'
import { account, mastodonServer, type MastodonWorld } from '#connectors/testing/mastodon-server.ts'
import { resetOf } from '#connectors/json-api.ts'
import { runOperation } from '../run.ts'
import { inWorkspace, type Workspace } from '../testing/workspace.ts'
import { connectAccount } from './connect.ts'
import { syncAccount } from './sync.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-social-'))
  process.env['KITH_SECRETS'] = join(folder, 'secrets.json')
})
afterAll(() => {
  delete process.env['KITH_SECRETS']
  rmSync(folder, { recursive: true, force: true })
})

const fixture = (path: string): string => fileURLToPath(new URL(`../../importers/${path}`, import.meta.url))
const sync = async ({ context }: Workspace, more: object = {}) =>
  (await runOperation(syncAccount, context, more)).accounts[0]
const counts = ({ context }: Workspace) => context.store.counts(context.owner)
const noSecretIn = async (work: Promise<unknown>, secret: string): Promise<string> => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  const text = error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}` : ''
  expect(text).not.toContain(secret)
  return error instanceof Error ? error.message : ''
}

describe('Mastodon, against a server that follows its published API', () => {
  type Post = {
    id: string
    published: string
    content: string
    tag: { type: string; href: string; name: string }[]
  }
  const outbox = JSON.parse(readFileSync(fixture('mastodon/fixtures/outbox.json'), 'utf8')) as {
    orderedItems: ({ type: string; object: Post | string } | null)[]
  }
  /** The posts of the archive as the API shows them. */
  const archived = outbox.orderedItems.flatMap((item) => {
    if (item === null || item.type !== 'Create' || typeof item.object === 'string') return []
    const { id, published, content, tag } = item.object
    const direct = content.includes('between us')
    return [
      {
        id: id.replace(/^.*\//, ''),
        uri: id,
        created_at: published,
        content,
        visibility: direct ? 'direct' : 'public',
        reblog: null,
        mentions: tag
          .filter(({ type }) => type === 'Mention')
          .map(({ href, name }) => ({ url: href, acct: name.slice(1) })),
        tags: tag.filter(({ type }) => type === 'Hashtag').map(({ name }) => ({ name: name.slice(1) })),
      },
    ]
  })
  const post = (id: number): Record<string, unknown> => ({
    id: String(200_000_000_000_000_000n + BigInt(id)),
    uri: `https://tide.example/users/lena/statuses/${id}`,
    created_at: new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString(),
    content: `<p>post ${id}</p>`,
    visibility: 'public',
    reblog: id % 10 === 0 ? { id: 'other' } : null,
    mentions: [{ url: 'https://polder.example/@bram', acct: 'bram@polder.example' }],
    tags: [],
  })
  const mention = (id: number, acct: string): Record<string, unknown> => ({
    id: String(id),
    type: 'mention',
    account: account(acct, 'Bram Polder'),
    status: {
      uri: `https://polder.example/users/bram/statuses/${id}`,
      created_at: '2026-02-01T10:00:00.000Z',
      content: '<p>hello</p>',
      visibility: 'public',
      mentions: [{ url: 'https://tide.example/@lena', acct: 'lena' }],
      tags: [],
    },
  })
  const world = (): MastodonWorld => ({
    token: 'token-of-lena',
    statuses: [...archived, ...Array.from({ length: 95 }, (_, i) => post(i + 1))],
    notifications: [
      mention(1, 'bram@polder.example'),
      { id: '2', type: 'favourite', account: account('noor@noor.example', 'Noor') },
      { id: '3', type: 'follow', account: account('suda', 'Suda') },
    ],
    following: Array.from({ length: 170 }, (_, i) => account(`f${i}@polder.example`, `Followed ${i}`)),
    followers: Array.from({ length: 30 }, (_, i) => account(`g${i}`, `Follower ${i}`)),
    limitAt: null,
  })
  const connect = ({ context }: Workspace, server: string, secret = 'token-of-lena') =>
    runOperation(connectAccount, context, {
      kind: 'mastodon',
      user: 'lena@tide.example',
      secret,
      server,
      insecure: true,
    })

  test('posts, mentions and follows are read page by page; the archive says nothing new afterwards', async () => {
    const known = world()
    const server = await mastodonServer(known)
    try {
      await inWorkspace(async (workspace) => {
        await connect(workspace, server.url)
        expect(await sync(workspace)).toMatchObject({ error: null, skipped: 0 })
        // 4 of the archive, 95 less 9 boosts, and the mention.
        expect(await counts(workspace)).toMatchObject({ interactions: 4 + 86 + 1 })
        const { context } = workspace
        const ties = await context.store.declarations(context.owner)
        expect(ties.length).toBe(170 + 30 + 1)
        expect(server.asked.filter((path) => path.endsWith('/statuses')).length).toBe(4)
        expect(server.asked.filter((path) => path.endsWith('/following')).length).toBe(3)
        const before = await counts(workspace)
        const { totals } = await workspace.importAll([fixture('mastodon/fixtures/outbox.json')])
        expect(totals.newInteractions).toBe(0)
        expect((await counts(workspace)).interactions).toBe(before.interactions)
        // Only what is new, and no list of accounts whose length is the same.
        server.asked.length = 0
        known.statuses.push(post(96))
        expect(await sync(workspace)).toMatchObject({
          error: null,
          read: 1,
          new: expect.any(Number) as number,
        })
        expect(server.asked.some((path) => path.endsWith('/following'))).toBe(false)
        expect(await sync(workspace)).toMatchObject({ import: null, error: null })
      })
    } finally {
      await server.stop()
    }
  })

  test('a limit is waited for', async () => {
    const known = world()
    const server = await mastodonServer(known)
    try {
      await inWorkspace(async (workspace) => {
        await connect(workspace, server.url)
        known.limitAt = 4
        expect(await sync(workspace)).toMatchObject({ error: null })
        expect((await counts(workspace)).interactions).toBe(91)
      })
    } finally {
      await server.stop()
    }
  })

  test('a token that was taken back is said in a sentence, without the token', async () => {
    const known = world()
    const server = await mastodonServer(known)
    try {
      await inWorkspace(async (workspace) => {
        expect(await noSecretIn(connect(workspace, server.url, 'wrong-token'), 'wrong-token')).toMatch(
          /refuses to let/,
        )
        await connect(workspace, server.url)
        known.token = 'another'
        expect((await sync(workspace))?.error).toMatch(/token is wrong or was taken back/)
        await connect(workspace, server.url, 'another')
        expect(await sync(workspace)).toMatchObject({ error: null })
      })
    } finally {
      await server.stop()
    }
  })
})

describe('Bluesky, against a server that follows its published lexicons', () => {
  const car: Uint8Array = readFileSync(fixture('bluesky/fixtures/repo.car'))
  const did = 'did:plc:lenahafen234567abcdefghij'
  /** The posts of the repository as the API shows them. */
  const archived = [...fromUint8Array(car)].flatMap(({ cid, bytes }) => {
    let record: unknown
    try {
      record = decode(bytes)
    } catch {
      return []
    }
    if (typeof record !== 'object' || record === null || !('$type' in record)) return []
    if (record.$type !== 'app.bsky.feed.post') return []
    return [
      {
        post: {
          uri: 'at://x',
          cid: toString(cid),
          record: record as object,
          indexedAt: '2024-01-02T00:00:00Z',
        },
      },
    ]
  })
  const bram = { did: 'did:plc:brampolder234567abcdefgh', handle: 'bram.example', displayName: 'Bram Polder' }
  const later = (i: number): string => new Date(Date.UTC(2026, 0, 1) + i * 60_000).toISOString()
  /** Any identifier of the right form. */
  const cidOf = (i: number): string => {
    const bytes = new Uint8Array(32)
    new DataView(bytes.buffer).setUint32(0, i)
    return toString({
      version: 1,
      codec: 113,
      digest: { codec: 18, contents: bytes },
      bytes: Uint8Array.from([1, 113, 18, 32, ...bytes]),
    } as never)
  }
  const post = (i: number): Record<string, unknown> => ({
    post: {
      uri: `at://${did}/app.bsky.feed.post/${i}`,
      cid: cidOf(i),
      indexedAt: later(i),
      record: {
        $type: 'app.bsky.feed.post',
        text: `post ${i}`,
        createdAt: later(i),
        reply: {
          parent: { uri: `at://${bram.did}/app.bsky.feed.post/1` },
          root: { uri: `at://${bram.did}/app.bsky.feed.post/1` },
        },
      },
    },
  })
  const world = (): BlueskyWorld => ({
    did,
    handle: 'lena.example',
    password: 'app-pass-word',
    feed: [...Array.from({ length: 130 }, (_, i) => post(130 - i)), ...archived],
    notifications: [
      {
        reason: 'reply',
        author: bram,
        cid: cidOf(9_001),
        indexedAt: later(2),
        record: { $type: 'app.bsky.feed.post', text: 'hi', createdAt: later(2) },
      },
      {
        reason: 'follow',
        author: { did: 'did:web:noor.example', handle: 'noor.example' },
        cid: cidOf(9_002),
        indexedAt: later(1),
        record: {},
      },
      { reason: 'like', author: bram, cid: cidOf(9_003), indexedAt: later(0), record: {} },
    ],
    follows: Array.from({ length: 120 }, (_, i) => ({
      did: `did:plc:f${i}`,
      handle: `f${i}.example`,
      displayName: `Followed ${i}`,
    })),
    followers: Array.from({ length: 20 }, (_, i) => ({ did: `did:plc:g${i}`, handle: `g${i}.example` })),
    expiresAfter: 1_000,
    limitAt: null,
  })
  const connect = ({ context }: Workspace, server: string, secret = 'app-pass-word') =>
    runOperation(connectAccount, context, {
      kind: 'bluesky',
      user: '@lena.example',
      secret,
      server,
      insecure: true,
    })

  test('posts, answers and follows are read page by page; the repository says nothing new afterwards', async () => {
    expect(archived.length).toBeGreaterThan(0)
    const known = world()
    const server = await blueskyServer(known)
    try {
      await inWorkspace(async (workspace) => {
        await connect(workspace, server.url)
        expect(await sync(workspace)).toMatchObject({ error: null })
        const { interactions } = await counts(workspace)
        expect(interactions).toBe(130 + archived.length + 1)
        const { context } = workspace
        expect((await context.store.declarations(context.owner)).length).toBe(120 + 20 + 1)
        const { totals } = await workspace.importAll([fixture('bluesky/fixtures/repo.car')])
        expect(totals.newInteractions).toBe(0)
        known.feed.unshift(post(131))
        expect(await sync(workspace)).toMatchObject({ error: null, read: 1 })
        expect(await sync(workspace)).toMatchObject({ import: null, error: null })
      })
    } finally {
      await server.stop()
    }
  })

  test('a limit is waited for, and a session that runs out is begun anew', async () => {
    const known = { ...world(), expiresAfter: 3 }
    const server = await blueskyServer(known)
    try {
      await inWorkspace(async (workspace) => {
        await connect(workspace, server.url)
        known.limitAt = 4
        expect(await sync(workspace)).toMatchObject({ error: null })
        expect((await counts(workspace)).interactions).toBe(130 + archived.length + 1)
        expect(server.asked.filter((path) => path.endsWith('createSession')).length).toBeGreaterThan(2)
      })
    } finally {
      await server.stop()
    }
  })

  test('a wrong app password is said in a sentence, without it', async () => {
    const server = await blueskyServer(world())
    try {
      await inWorkspace(async (workspace) => {
        expect(await noSecretIn(connect(workspace, server.url, 'hunter2'), 'hunter2')).toMatch(
          /check the handle and the app password/,
        )
      })
    } finally {
      await server.stop()
    }
  })
})

test('the end of a limit is read in each form that servers state it in', () => {
  const now = Date.UTC(2026, 0, 1)
  const at = (headers: Record<string, string>) => resetOf(new Headers(headers), now)
  expect(at({ 'retry-after': '30' })).toBe(now + 30_000)
  expect(at({ 'x-ratelimit-reset': '2026-01-01T00:05:00.000Z' })).toBe(now + 300_000)
  expect(at({ 'ratelimit-reset': String(now / 1_000 + 60) })).toBe(now + 60_000)
  expect(at({ 'ratelimit-reset': '20' })).toBe(now + 20_000)
  expect(at({ 'x-ratelimit-reset': 'soon' })).toBeNull()
  expect(at({})).toBeNull()
})
