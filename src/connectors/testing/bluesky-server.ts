import { type Asked, jsonServer, type JsonServer, type Told } from './json-server.ts'

export type BlueskyWorld = {
  readonly did: string
  readonly handle: string
  password: string
  /** Items of lists as the API gives them, the newest first. */
  feed: Record<string, unknown>[]
  notifications: Record<string, unknown>[]
  follows: Record<string, unknown>[]
  followers: Record<string, unknown>[]
  /** Requests after which a session has run out. */
  expiresAfter: number
  /** Answers 429 to the request of this number, once, with a limit that passes a second later. */
  limitAt: number | null
}

function page(name: string, all: readonly Record<string, unknown>[], { query }: Asked): Told {
  const limit = Math.min(100, Number(query.get('limit') ?? 50))
  const from = Number(query.get('cursor') ?? 0)
  const next = from + limit < all.length ? { cursor: String(from + limit) } : {}
  return { body: { [name]: all.slice(from, from + limit), ...next } }
}

/** A server that follows the published lexicons of AT Protocol and Bluesky, as far as kith asks. */
export function blueskyServer(world: BlueskyWorld): Promise<JsonServer> {
  let requests = 0
  let sessions = 0
  let left = 0
  return jsonServer((asked) => {
    requests++
    if (world.limitAt === requests)
      return {
        status: 429,
        headers: {
          'ratelimit-limit': '3000',
          'ratelimit-remaining': '0',
          'ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 1),
        },
        body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
      }
    const method = asked.path.replace('/xrpc/', '')
    if (method === 'com.atproto.server.createSession') {
      const { identifier, password } = asked.body as { identifier: string; password: string }
      if (identifier !== world.handle || password !== world.password)
        return {
          status: 401,
          body: { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
        }
      left = world.expiresAfter
      return {
        body: { did: world.did, handle: world.handle, accessJwt: `jwt-${++sessions}`, refreshJwt: 'refresh' },
      }
    }
    if (asked.headers.authorization !== `Bearer jwt-${sessions}`)
      return { status: 401, body: { error: 'AuthMissing', message: 'Authentication Required' } }
    if (left-- <= 0) return { status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } }
    if (method === 'app.bsky.feed.getAuthorFeed') return page('feed', world.feed, asked)
    if (method === 'app.bsky.notification.listNotifications')
      return page('notifications', world.notifications, asked)
    if (method === 'app.bsky.graph.getFollows') return page('follows', world.follows, asked)
    if (method === 'app.bsky.graph.getFollowers') return page('followers', world.followers, asked)
    return { status: 501, body: { error: 'MethodNotImplemented', message: 'Method Not Implemented' } }
  })
}
