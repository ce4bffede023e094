import { timingSafeEqual } from 'node:crypto'
import type { Context as Http } from 'hono'
import { getCookie } from 'hono/cookie'
import { KithError } from '#core/model/errors.ts'
import type { Described } from '#operations/catalogue.ts'
import type { TokenRow } from '#store/store.ts'
import { cookieName } from './guard.ts'

/** Who asks: our own page (or who holds the server's own token), or a program with a token of the user's. */
export type Access = { readonly by: 'session' } | { readonly by: 'token'; readonly token: TokenRow }

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Who asks, by the cookie of the page or `authorization: Bearer`. A change asked for with the cookie needs the header
 * `x-kith` too, which no form of another site can send.
 * @throws KithError 'unauthorised' or 'forbidden'
 */
export async function accessOf(
  c: Http,
  session: string,
  useToken: (secret: string) => Promise<TokenRow | null>,
): Promise<Access> {
  const bearer = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) {
    if (same(bearer, session)) return { by: 'session' }
    const token = await useToken(bearer)
    if (token === null)
      throw new KithError(
        'unauthorised',
        'kith does not know this token; kith token list shows those there are.',
      )
    return { by: 'token', token }
  }
  const cookie = getCookie(c, cookieName(c.req.header('host') ?? ''))
  if (cookie === undefined || !same(cookie, session))
    throw new KithError(
      'unauthorised',
      'Open kith through its own page, or send a token: kith token add makes one.',
    )
  if (c.req.method !== 'GET' && c.req.header('x-kith') === undefined)
    throw new KithError('forbidden', 'A change needs the header x-kith: 1.')
  return { by: 'session' }
}

/** True for what changes nothing, whichever way it is asked for. */
export const onlyReads = (declared: Described): boolean =>
  declared.method === 'get' || declared.mcp?.readOnly === true

/** @throws KithError 'forbidden' where a program's token does not open an operation */
export function checkAccess(access: Access, declared: Described): void {
  if (access.by === 'session') return
  if (declared.pageOnly === true)
    throw new KithError('forbidden', `${declared.name} is for the page and the terminal, not for programs.`)
  const { scope } = access.token
  if (scope !== 'write' && !(scope === 'read' && onlyReads(declared)))
    throw new KithError(
      'forbidden',
      `This token may ${scope === 'read' ? 'only read' : 'only ask for feeds'}; kith token add --scope write makes one that may change things.`,
    )
}
