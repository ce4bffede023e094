import { fromString } from '@atcute/cid'
import { z } from 'zod'
import { cleanName } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord, PersonRecord, SourceRecord } from '#core/model/records.ts'
import { didIdentity, handlePage } from '#importers/bluesky/people.ts'
import { readPost } from '#importers/bluesky/records.ts'
import { asText, isObject, type JsonObject } from '#importers/text/json-parts.ts'
import type { ReadOptions } from '#importers/importer.ts'
import type { Checked, Connector, Login, SyncState, SyncStep } from '../connector.ts'
import { failureOf, refusedLogin, stopIfAborted } from '../failures.ts'
import { ApiError, apiUrl, JsonApi } from '../json-api.ts'
import { PageSteps } from '../pages.ts'

const PAGE = '100'
/** Lists of accounts are read again after this, in milliseconds. */
const LISTS_EVERY_MS = 86_400_000

/** A list that the server gives the newest first: what was read before, and where a reading that was cut off stands. */
const newestFirst = z
  .object({
    until: z.string().default(''),
    cursor: z.string().nullable().default(null),
    top: z.string().default(''),
  })
  .prefault({})
const stored = z.object({
  posts: newestFirst,
  notifications: newestFirst,
  listsReadAt: z.number().default(0),
})
type State = z.output<typeof stored>

const session = z.object({ accessJwt: z.string(), did: z.string(), handle: z.string() })

/** A session, begun anew when its token has run out: the app password is what lasts. */
class Session {
  readonly api: JsonApi
  readonly #login: Login
  #opened: z.output<typeof session> | null = null

  constructor(login: Login, signal: AbortSignal) {
    this.api = new JsonApi(apiUrl(login), signal)
    this.#login = login
  }

  async who(): Promise<z.output<typeof session>> {
    if (this.#opened !== null) return this.#opened
    const identifier = this.#login.user.replace(/^@/, '')
    const { body } = await this.api.ask('/xrpc/com.atproto.server.createSession', {
      body: { identifier, password: this.#login.secret },
    })
    return (this.#opened = session.parse(body))
  }

  async ask(method: string, query: Record<string, string>): Promise<JsonObject> {
    const get = async (): Promise<JsonObject> => {
      const { accessJwt } = await this.who()
      const { body } = await this.api.ask(`/xrpc/${method}`, { token: accessJwt, query })
      return isObject(body) ? body : {}
    }
    try {
      return await get()
    } catch (error) {
      if (!(error instanceof ApiError) || error.word !== 'ExpiredToken') throw error
      this.#opened = null
      return await get()
    }
  }
}

const listIn = (body: JsonObject, name: string): readonly unknown[] => {
  const list = body[name]
  return Array.isArray(list) ? list : []
}

/** Somebody as the API shows a profile. */
function personOf(profile: unknown): PersonRecord | null {
  if (!isObject(profile)) return null
  const did = didIdentity(profile['did'])
  if (did === null) return null
  const page = handlePage(asText(profile['handle']))
  const name = cleanName(asText(profile['displayName']))
  return { type: 'person', identities: [did, ...(page ? [page] : [])], ...(name === '' ? {} : { name }) }
}

/** The content identifier as an archive gives it, so that both name a post alike; null for what is none. */
function keyOf(cid: unknown): string | null {
  try {
    return Buffer.from(fromString(asText(cid)).bytes).toString('base64url')
  } catch {
    return null
  }
}

function ownPost(item: unknown): readonly SourceRecord[] | string {
  if (!isObject(item) || !isObject(item['post'])) return 'it is no post'
  // What the owner passed on is of others.
  if (isObject(item['reason'])) return []
  const { record, cid } = item['post']
  const key = keyOf(cid)
  return isObject(record) && key !== null ? readPost(record, key) : 'it is no post'
}

/** What a notification tells: an answer to the owner, a post that names them, a follow; likes and reposts nothing. */
function notification(raw: unknown, owner: Identity): readonly SourceRecord[] | string {
  if (!isObject(raw)) return 'it is no notification'
  const author = personOf(raw['author'])
  const [main] = author?.identities ?? []
  if (author === null || main === undefined) return 'it does not say of whom'
  if (raw['reason'] === 'follow')
    return [author, { type: 'declaration', kind: 'follow', from: main, to: 'owner' }]
  if (!['reply', 'mention', 'quote'].includes(asText(raw['reason']))) return []
  const key = keyOf(raw['cid'])
  return isObject(raw['record']) && key !== null
    ? readPost(raw['record'], key, { author, owner })
    : 'it holds no post'
}

function follow(profile: unknown, followed: boolean): readonly SourceRecord[] | string {
  const person = personOf(profile)
  const [main] = person?.identities ?? []
  if (person === null || main === undefined) return 'it is no account'
  return [
    person,
    { type: 'declaration', kind: 'follow', from: followed ? 'owner' : main, to: followed ? main : 'owner' },
  ]
}

const indexedAt = (item: unknown): string => {
  if (!isObject(item)) return ''
  const reason = item['reason']
  return asText((isObject(reason) ? reason : isObject(item['post']) ? item['post'] : item)['indexedAt'])
}

/**
 * Pages of a list from the newest back to what was read before. A reading that was cut off goes on at its cursor; what
 * came meanwhile is read the next time.
 */
async function* backward(
  open: Session,
  method: string,
  field: string,
  query: Record<string, string>,
  from: State['posts'],
): AsyncGenerator<{ readonly items: readonly unknown[]; readonly state: State['posts'] }> {
  let { cursor, top } = from
  for (;;) {
    const body = await open.ask(method, { ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) })
    const all = listIn(body, field)
    if (cursor === null) top = indexedAt(all[0]) || from.until
    const items = all.filter((item) => indexedAt(item) > from.until)
    const next: string = asText(body['cursor'])
    const ended = next === '' || next === cursor || all.length === 0 || items.length < all.length
    cursor = ended ? null : next
    yield {
      items,
      state: ended
        ? { until: top > from.until ? top : from.until, cursor: null, top: '' }
        : { ...from, cursor, top },
    }
    if (ended) return
  }
}

async function* everybody(
  open: Session,
  method: string,
  field: string,
  actor: string,
): AsyncGenerator<readonly unknown[]> {
  let cursor = ''
  const seen = new Set<string>()
  do {
    seen.add(cursor)
    const body = await open.ask(method, { actor, limit: PAGE, ...(cursor === '' ? {} : { cursor }) })
    yield listIn(body, field)
    cursor = asText(body['cursor'])
  } while (cursor !== '' && !seen.has(cursor))
}

const explained = (error: unknown, login: Login): Error => {
  const host = apiUrl(login).hostname
  if (error instanceof ApiError && (error.status === 401 || error.word === 'ExpiredToken'))
    return refusedLogin(
      host,
      login.user,
      'check the handle and the app password (Settings > Privacy and security > App passwords).',
    )
  return failureOf(error, host)
}

async function* read(
  login: Login,
  kept: SyncState,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<SyncStep> {
  try {
    const open = new Session(login, signal)
    const { did, handle } = await open.who()
    const own = didIdentity(did)
    if (own === null) throw new ApiError(502, 'the session names no account')
    const parsed = stored.safeParse(kept)
    const page = handlePage(handle)
    const owner: OwnerRecord[] = [own, ...(page === null ? [] : [page])].map((identity) => ({
      type: 'owner',
      basis: 'own',
      identity,
      count: 1,
    }))
    const steps = new PageSteps<State>(parsed.success ? parsed.data : stored.parse({}), owner)
    const feed = { actor: did, filter: 'posts_with_replies' }
    for await (const { items, state: posts } of backward(
      open,
      'app.bsky.feed.getAuthorFeed',
      'feed',
      feed,
      steps.state.posts,
    ))
      yield steps.step('posts', items, ownPost, { ...steps.state, posts })
    for await (const { items, state: notifications } of backward(
      open,
      'app.bsky.notification.listNotifications',
      'notifications',
      {},
      steps.state.notifications,
    ))
      yield steps.step('notifications', items, (item) => notification(item, own), {
        ...steps.state,
        notifications,
      })
    if (options.until - steps.state.listsReadAt < LISTS_EVERY_MS) return
    for await (const items of everybody(open, 'app.bsky.graph.getFollows', 'follows', did))
      yield steps.step('follows', items, (item) => follow(item, true))
    for await (const items of everybody(open, 'app.bsky.graph.getFollowers', 'followers', did))
      yield steps.step('followers', items, (item) => follow(item, false))
    yield steps.step('followers', [], () => [], { ...steps.state, listsReadAt: options.until })
  } catch (error) {
    stopIfAborted(signal)
    throw explained(error, login)
  }
}

async function check(login: Login, signal: AbortSignal): Promise<Checked> {
  try {
    await new Session(login, signal).who()
    return { folders: [] }
  } catch (error) {
    stopIfAborted(signal)
    throw explained(error, login)
  }
}

/** Bluesky (AT Protocol): own posts, mentions and answers, follows both ways, through the records of the archive. */
export const bluesky: Connector = { kind: 'bluesky', title: 'Bluesky', check, sync: read }
