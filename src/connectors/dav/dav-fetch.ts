import { getDomain } from 'tldts'
import { isLoopback } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import type { Login } from '../connector.ts'
import { refusedLogin } from '../failures.ts'

/** How long the server may take for one answer, in milliseconds. */
const PATIENCE_MS = 60_000
/** Bytes of one answer that are read: an answer holds a hundred cards at most. */
const MAX_ANSWER_BYTES = 64 * 2 ** 20

/** The part of a host that its owner registered: servers of one provider have several hosts. */
const siteOf = (url: URL): string =>
  isLoopback(url.hostname) ? url.host : (getDomain(url.hostname) ?? url.hostname)

/**
 * The address of a server as the user wrote it; https unless they wrote otherwise.
 * @throws KithError for what is no address, and for http to another machine
 */
export function serverUrl({ server, options }: Pick<Login, 'server' | 'options'>): URL {
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(server) ? server : `https://${server}`
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new KithError(
      'invalid-input',
      `${server} is no address of a server; write it as https://dav.acme.example.`,
    )
  }
  const plain = url.protocol === 'http:' && options.insecure === true && isLoopback(url.hostname)
  if (url.protocol !== 'https:' && !plain)
    throw new KithError(
      'invalid-input',
      `kith connects to ${url.hostname} with encryption only; without, only to this machine.`,
    )
  if (url.username !== '' || url.password !== '')
    throw new KithError('invalid-input', 'The address holds a password; leave it out, kith asks for it.')
  return url
}

/**
 * A `fetch` for one server: with a limit on time, never to the hosts of others, to which a redirect or a hostile
 * answer could lead with the password.
 */
export function fetchFor(login: Login, signal: AbortSignal): typeof fetch {
  const base = serverUrl(login)
  const site = siteOf(base)
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input)
    for (let hops = 0; hops < 6; hops++) {
      if (siteOf(url) !== site || url.protocol !== base.protocol)
        throw new KithError(
          'forbidden',
          `${base.hostname} sends kith on to ${url.hostname}; connect to that server if you trust it.`,
        )
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      })
      if (answer.status === 401 || answer.status === 403)
        throw refusedLogin(
          base.hostname,
          login.user,
          'check the user name and the password; many servers want an app password.',
        )
      if (Number(answer.headers.get('content-length') ?? 0) > MAX_ANSWER_BYTES)
        throw new KithError('unreadable', `${base.hostname} answers with more than kith reads at once.`)
      const to = answer.headers.get('location')
      // Discovery follows redirects by itself.
      if (answer.status < 300 || answer.status >= 400 || to === null || init?.redirect === 'manual')
        return answer
      url = new URL(to, url)
    }
    throw new KithError('unreadable', `${base.hostname} sends kith round in a circle.`)
  }
}
