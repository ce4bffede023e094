import { type Asked, jsonServer, type JsonServer, type Told } from './json-server.ts'

export type MastodonWorld = {
  token: string
  /** Of the API, with ids that grow. */
  statuses: Record<string, unknown>[]
  notifications: Record<string, unknown>[]
  following: Record<string, unknown>[]
  followers: Record<string, unknown>[]
  /** Answers 429 to the request of this number, once, with a limit that passes a second later. */
  limitAt: number | null
}

/** An account as the API shows it. */
export const account = (acct: string, name: string): Record<string, unknown> => {
  const [user = '', host = 'tide.example'] = acct.split('@')
  return { id: acct, username: user, acct, display_name: name, url: `https://${host}/@${user}` }
}

const number = (id: unknown): bigint => BigInt(String(id))
const byId = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
  number(b['id']) > number(a['id']) ? 1 : -1

/** Pages by `min_id`, the newest of a page first (docs.joinmastodon.org/api/guidelines, "Pagination"). */
function page(all: readonly Record<string, unknown>[], { query, path, base }: Asked): Told {
  const limit = Math.min(40, Number(query.get('limit') ?? 20))
  const min = query.get('min_id')
  const ascending = all.toSorted(byId).toReversed()
  const found =
    min === null
      ? ascending.slice(-limit)
      : ascending.filter(({ id }) => number(id) > number(min)).slice(0, limit)
  const [oldest, newest] = [found[0], found.at(-1)]
  return {
    body: found.toReversed(),
    headers:
      oldest === undefined || newest === undefined
        ? {}
        : {
            link: `<${base}${path}?max_id=${String(oldest['id'])}>; rel="next", <${base}${path}?min_id=${String(newest['id'])}>; rel="prev"`,
          },
  }
}

/** Pages of accounts by an id of the server's own, in the Link header alone. */
function accounts(all: readonly Record<string, unknown>[], { query, path, base }: Asked): Told {
  const limit = Math.min(80, Number(query.get('limit') ?? 40))
  const from = Number(query.get('max_id') ?? 0)
  const next =
    from + limit < all.length
      ? { link: `<${base}${path}?limit=${limit}&max_id=${from + limit}>; rel="next"` }
      : {}
  return { body: all.slice(from, from + limit), headers: next }
}

/** A server that follows the published API of Mastodon, as far as kith asks. */
export function mastodonServer(world: MastodonWorld): Promise<JsonServer> {
  let requests = 0
  return jsonServer((asked) => {
    requests++
    if (world.limitAt === requests)
      return {
        status: 429,
        headers: {
          'x-ratelimit-limit': '300',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': new Date(Date.now() + 1_000).toISOString(),
        },
        body: { error: 'Too many requests' },
      }
    if (asked.headers.authorization !== `Bearer ${world.token}`)
      return { status: 401, body: { error: 'The access token is invalid' } }
    const me = account('lena', 'Lena Hafen')
    if (asked.path === '/api/v1/accounts/verify_credentials')
      return {
        body: {
          ...me,
          id: '1',
          statuses_count: world.statuses.length,
          following_count: world.following.length,
          followers_count: world.followers.length,
        },
      }
    if (asked.path === '/api/v1/accounts/1/statuses') return page(world.statuses, asked)
    if (asked.path === '/api/v1/notifications') return page(world.notifications, asked)
    if (asked.path === '/api/v1/accounts/1/following') return accounts(world.following, asked)
    if (asked.path === '/api/v1/accounts/1/followers') return accounts(world.followers, asked)
    return { status: 404, body: { error: 'Record not found' } }
  })
}
