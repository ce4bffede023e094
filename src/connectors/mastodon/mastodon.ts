import { z } from 'zod'
import type { Identity } from '#core/model/identity.ts'
import type { OwnerRecord } from '#core/model/records.ts'
import type { ReadOptions } from '#importers/importer.ts'
import type { Checked, Connector, Login, SyncState, SyncStep } from '../connector.ts'
import { failureOf, refusedLogin, stopIfAborted } from '../failures.ts'
import { ApiError, apiUrl, JsonApi, linksOf } from '../json-api.ts'
import { PageSteps } from '../pages.ts'
import { followRecords, notification, ownStatus, personOf } from './records.ts'

const PAGE = '40'
const PAGE_OF_ACCOUNTS = '80'
/** Lists of accounts are read again when their length changed, and after this in any case, in milliseconds. */
const LISTS_EVERY_MS = 7 * 86_400_000

const stored = z.object({
  /** The newest post and notification that was read. */
  statuses: z.string().default('0'),
  notifications: z.string().default('0'),
  /** Lengths of the lists when they were last read, and when that was; -1: not yet. */
  following: z.number().default(-1),
  followers: z.number().default(-1),
  listsReadAt: z.number().default(0),
})
type State = z.output<typeof stored>

const credentials = z.object({
  id: z.string(),
  acct: z.string(),
  url: z.string(),
  display_name: z.string().default(''),
  followers_count: z.number().default(0),
  following_count: z.number().default(0),
  statuses_count: z.number().default(0),
})
type Credentials = z.output<typeof credentials>

const hint = 'the access token is wrong or was taken back; make a new one under Preferences > Development.'

/** Asks with the token of the account; what goes wrong comes as a plain sentence. */
async function asking<T>(login: Login, signal: AbortSignal, work: (api: JsonApi) => Promise<T>): Promise<T> {
  const base = apiUrl(login)
  try {
    return await work(new JsonApi(base, signal))
  } catch (error) {
    stopIfAborted(signal)
    throw explained(error, base.hostname, login)
  }
}

function explained(error: unknown, host: string, login: Login): Error {
  if (error instanceof ApiError && (error.status === 401 || error.status === 403))
    return refusedLogin(host, login.user, hint)
  return failureOf(error, host)
}

async function whoAmI(api: JsonApi, login: Login): Promise<Credentials> {
  const { body } = await api.ask('/api/v1/accounts/verify_credentials', { token: login.secret })
  return credentials.parse(body)
}

const listOf = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body : [])

/** Pages from the oldest unread to the newest: each moves the state, so that reading may stop behind any. */
async function* forward(
  api: JsonApi,
  login: Login,
  path: string,
  since: string,
  query: Record<string, string>,
): AsyncGenerator<{ readonly items: readonly unknown[]; readonly newest: string }> {
  let newest = since
  for (;;) {
    const { body } = await api.ask(path, {
      token: login.secret,
      query: { ...query, limit: PAGE, min_id: newest },
    })
    const items = listOf(body)
    const ids = items.flatMap((item) =>
      typeof item === 'object' && item !== null && 'id' in item ? [String(item.id)] : [],
    )
    const next = ids.reduce((most, id) => (later(id, most) ? id : most), newest)
    if (items.length === 0 || next === newest) return
    newest = next
    yield { items, newest }
  }
}

/** Ids are numbers too long for numbers: the longer is the later, then the greater. */
const later = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b)

/** All pages of a list of accounts, by their Link header. */
async function* accountsOf(api: JsonApi, login: Login, path: string): AsyncGenerator<readonly unknown[]> {
  let next: string | undefined = `${path}?limit=${PAGE_OF_ACCOUNTS}`
  const seen = new Set<string>()
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    const { body, headers } = await api.ask(next, { token: login.secret })
    yield listOf(body)
    next = linksOf(headers)['next']
  }
}

const ownerRecords = (me: Credentials, owner: readonly Identity[]): readonly OwnerRecord[] =>
  owner.map((identity) => ({
    type: 'owner',
    basis: 'own',
    identity,
    ...(me.display_name === '' ? {} : { name: me.display_name }),
    count: 1,
  }))

async function* read(
  login: Login,
  kept: SyncState,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<SyncStep> {
  const base = apiUrl(login)
  const api = new JsonApi(base, signal)
  try {
    const me = await whoAmI(api, login)
    // The API names accounts of the server itself without it.
    const owner = personOf({ url: me.url, acct: me.acct, display_name: me.display_name })?.identities ?? []
    const parsed = stored.safeParse(kept)
    const steps = new PageSteps<State>(
      parsed.success ? parsed.data : stored.parse({}),
      ownerRecords(me, owner),
      me.statuses_count + me.following_count + me.followers_count,
    )
    const statuses = `/api/v1/accounts/${encodeURIComponent(me.id)}/statuses`
    for await (const { items, newest } of forward(api, login, statuses, steps.state.statuses, {
      exclude_reblogs: 'true',
    }))
      yield steps.step('posts', items, ownStatus, { ...steps.state, statuses: newest })
    for await (const { items, newest } of forward(
      api,
      login,
      '/api/v1/notifications',
      steps.state.notifications,
      {},
    ))
      yield steps.step('notifications', items, (item) => notification(item, owner), {
        ...steps.state,
        notifications: newest,
      })
    const old = options.until - steps.state.listsReadAt >= LISTS_EVERY_MS
    for (const [list, count] of [
      ['following', me.following_count],
      ['followers', me.followers_count],
    ] as const) {
      if (!old && steps.state[list] === count) continue
      for await (const items of accountsOf(
        api,
        login,
        `/api/v1/accounts/${encodeURIComponent(me.id)}/${list}`,
      ))
        yield steps.step(list, items, (item) => followRecords(item, list === 'following'))
      yield steps.step(list, [], () => [], { ...steps.state, [list]: count })
    }
    if (old) yield steps.step('followers', [], () => [], { ...steps.state, listsReadAt: options.until })
  } catch (error) {
    stopIfAborted(signal)
    throw explained(error, base.hostname, login)
  }
}

const check = (login: Login, signal: AbortSignal): Promise<Checked> =>
  asking(login, signal, async (api) => {
    await whoAmI(api, login)
    return { folders: [] }
  })

/** Mastodon, and whatever speaks its API: own posts, mentions, follows both ways, through the records of the archive. */
export const mastodon: Connector = { kind: 'mastodon', title: 'Mastodon', check, sync: read }
