import type { ImapFlow } from 'imapflow'
import { isLoopback } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import type { Login } from '../connector.ts'
import { failureOf, refusedLogin, stopIfAborted } from '../failures.ts'

const TLS_PORT = 993
const PLAIN_PORT = 143
/** How long the network may take for a step, in milliseconds. */
const PATIENCE_MS = 30_000
/** How long a connection may be silent while a command runs. */
const SILENCE_MS = 120_000
/** Bytes that the server may send in one answer: a batch of headers is far below. */
const MAX_ANSWER_BYTES = 64 * 2 ** 20

/** Host and port of `imap.acme.example`, `imap.acme.example:993`, `imaps://imap.acme.example`. */
export function imapAddress(server: string): { readonly host: string; readonly port: number } {
  const match = /^(?:(imaps?):\/\/)?(\[[^\]]+\]|[^:/\s]+)(?::(\d{1,5}))?\/?$/i.exec(server.trim())
  const host = match?.[2]?.replace(/^\[|\]$/g, '')
  const port =
    match?.[3] === undefined
      ? match?.[1]?.toLowerCase() === 'imap'
        ? PLAIN_PORT
        : TLS_PORT
      : Number(match[3])
  if (host === undefined || host === '' || port < 1 || port > 65_535)
    throw new KithError(
      'invalid-input',
      `${server} is no mail server; write it as imap.acme.example or imap.acme.example:993.`,
    )
  return { host, port }
}

/** The hint that goes with a refused login, by the server. */
function hintFor(host: string, oauth: boolean): string {
  if (oauth) return 'the token may have run out; give a new one with kith connect.'
  if (/gmail|google/.test(host))
    return 'Gmail takes an app password (myaccount.google.com/apppasswords), not your own.'
  if (/office365|outlook/.test(host))
    return 'Outlook takes an OAuth2 token (--oauth), and an app password only where your organisation allows it.'
  if (/mail\.me\.com|yahoo|fastmail/.test(host))
    return 'it takes an app password, which you make in the settings of your account, not your own.'
  return 'check the user name and the password; many servers want an app password.'
}

const isRefused = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'authenticationFailed' in error &&
  error.authenticationFailed === true

/**
 * A connection that is signed in, closed when the work is done or the signal comes. Encrypted from the start, or by
 * STARTTLS on port 143; without only where the user said so, and only to this machine.
 * @throws KithError in plain words, without the secret
 */
export async function withImap<T>(
  login: Login,
  signal: AbortSignal,
  work: (client: ImapFlow, host: string) => Promise<T>,
): Promise<T> {
  const { host, port } = imapAddress(login.server)
  const insecure = login.options.insecure === true
  if (insecure && !isLoopback(host))
    throw new KithError(
      'invalid-input',
      `kith connects to ${host} with encryption only; without, only to this machine.`,
    )
  stopIfAborted(signal)
  // Loaded where it is needed: with all it brings it is a fifth of what kith would load at every start.
  const { ImapFlow: Client } = await import('imapflow')
  const client = new Client({
    host,
    port,
    secure: !insecure && port !== PLAIN_PORT,
    // Elsewhere than on a port that is encrypted from the start, nothing is said before STARTTLS.
    ...(insecure ? { doSTARTTLS: false } : port === PLAIN_PORT ? { doSTARTTLS: true } : {}),
    auth: {
      user: login.user,
      ...(login.options.oauth === true ? { accessToken: login.secret } : { pass: login.secret }),
    },
    clientInfo: { name: 'kith' },
    logger: false,
    emitLogs: false,
    qresync: true,
    disableAutoIdle: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: SILENCE_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
  })
  // Without a listener, a connection that is cut would end the process.
  client.on('error', () => {})
  const abort = (): void => client.close()
  signal.addEventListener('abort', abort, { once: true })
  try {
    await client.connect()
    const result = await work(client, host)
    await client.logout().catch(() => {})
    return result
  } catch (error) {
    stopIfAborted(signal)
    if (isRefused(error)) throw refusedLogin(host, login.user, hintFor(host, login.options.oauth === true))
    throw failureOf(error, host)
  } finally {
    signal.removeEventListener('abort', abort)
    client.close()
  }
}
