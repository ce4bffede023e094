import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { KithError } from '#core/model/errors.ts'

/** Everything the pages load comes from kith itself; nothing may frame them. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

const isLoopback = (host: string): boolean => loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase())

/** Cookies do not know ports: the name carries it, so that two servers on one machine keep apart. */
const cookieName = (host: string): string => `kith-${/:(\d+)$/.exec(host)?.[1] ?? '80'}`

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Answers only who asks this machine by its loopback name (against DNS rebinding) and, where a browser names the
 * page that asks, only our own pages.
 */
export const checkOrigin: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!isLoopback(host))
    throw new KithError('forbidden', 'kith answers on this machine only: open it as http://127.0.0.1.')
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== `http://${host}`)
    throw new KithError('forbidden', 'Another website asked for your data; kith refused.')
  const site = c.req.header('sec-fetch-site')
  const navigates = c.req.header('sec-fetch-mode') === 'navigate' && c.req.method === 'GET'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates)
    throw new KithError('forbidden', 'Another website asked for your data; kith refused.')
  await next()
}

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', CONTENT_SECURITY_POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('x-frame-options', 'DENY')
}

/** Gives our own page the session, as a cookie that scripts and other sites cannot see. */
export const startSession =
  (token: string): MiddlewareHandler =>
  async (c, next) => {
    // Afterwards: a file's answer replaces whatever headers stood before it.
    await next()
    setCookie(c, cookieName(c.req.header('host') ?? ''), token, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
  }

/**
 * Lets in who has the session: the cookie, or `authorization: Bearer`. A change asked for with the cookie needs the
 * header `x-kith` too, which no form of another site can send.
 */
export const needSession =
  (token: string): MiddlewareHandler =>
  async (c, next) => {
    const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (bearer === undefined || !same(bearer, token)) {
      const cookie = getCookie(c, cookieName(c.req.header('host') ?? ''))
      if (cookie === undefined || !same(cookie, token))
        throw new KithError(
          'unauthorised',
          'Open kith through its own page, or send the token that kith serve --show-token prints.',
        )
      if (c.req.method !== 'GET' && c.req.header('x-kith') === undefined)
        throw new KithError('forbidden', 'A change needs the header x-kith: 1.')
    }
    await next()
  }
