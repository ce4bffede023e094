import type { MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
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
export const cookieName = (host: string): string => `kith-${/:(\d+)$/.exec(host)?.[1] ?? '80'}`

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
