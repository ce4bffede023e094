import { setTimeout as pause } from 'node:timers/promises'
import { isLoopback } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import type { Login } from './connector.ts'
import { failureOf, stopIfAborted } from './failures.ts'

/** How long the server may take for one answer, in milliseconds. */
const PATIENCE_MS = 30_000
/** The longest that is waited for a limit of the server to pass; beyond, the next reading goes on. */
const LONGEST_WAIT_MS = 5 * 60_000
/** How often one request is asked again after a limit. */
const MAX_WAITS = 3
const MAX_ANSWER_CHARS = 16 * 2 ** 20

/** An answer of the server that is no success. */
export class ApiError extends Error {
  readonly status: number
  /** The word for it that the server gives, where it gives one. */
  readonly word: string
  constructor(status: number, word: string) {
    super(`status ${status}`)
    this.status = status
    this.word = word
  }
}

export type Answer = { readonly body: unknown; readonly headers: Headers }

/** The address of the account's server. @throws KithError for what is none, and for http to another machine */
export function apiUrl({ server, options }: Pick<Login, 'server' | 'options'>): URL {
  const url = URL.parse(/^https?:\/\//i.test(server) ? server : `https://${server}`)
  if (url === null || url.username !== '' || url.password !== '')
    throw new KithError(
      'invalid-input',
      `${server} is no address of a server; write it as https://social.example.`,
    )
  if (url.protocol !== 'https:' && !(options.insecure === true && isLoopback(url.hostname)))
    throw new KithError(
      'invalid-input',
      `kith connects to ${url.hostname} with encryption only; without, only to this machine.`,
    )
  return url
}

/** When a limit passes, epoch milliseconds: a date, seconds since the epoch, or seconds from now; null when not said. */
export function resetOf(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after')
  if (after !== null && /^\d+$/.test(after)) return now + Number(after) * 1_000
  const reset = headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset')
  if (reset === null) return null
  if (/^\d{9,}$/.test(reset)) return Number(reset) * 1_000
  if (/^\d+$/.test(reset)) return now + Number(reset) * 1_000
  const at = Date.parse(reset)
  return Number.isNaN(at) ? null : at
}

const remaining = (headers: Headers): number | null => {
  const left = headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining')
  return left === null || !/^\d+$/.test(left) ? null : Number(left)
}

/**
 * Asks one server for JSON, within the limits it states: where none of them is left, or it answers 429, it waits for
 * their end if that is near. Redirects are not followed: the token is for this server.
 */
export class JsonApi {
  readonly base: URL
  readonly #signal: AbortSignal
  /** Not before this time, epoch milliseconds. */
  #notBefore = 0

  constructor(base: URL, signal: AbortSignal) {
    this.base = base
    this.#signal = signal
  }

  /**
   * @param path below the base, or an address that the server gave; one of another server is refused
   * @throws ApiError for what is no success, KithError for the network and the limits
   */
  async ask(
    path: string,
    {
      token,
      query = {},
      body,
    }: { readonly token?: string; readonly query?: Record<string, string>; readonly body?: unknown } = {},
  ): Promise<Answer> {
    const url = new URL(path, this.base)
    if (url.origin !== this.base.origin)
      throw new KithError(
        'forbidden',
        `${this.base.hostname} sends kith on to ${url.hostname}, which is not where the account is.`,
      )
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    for (let waits = 0; ; waits++) {
      await this.#wait()
      const answer = await this.#fetch(url, token, body)
      const now = Date.now()
      if (answer.status === 429) {
        await answer.body?.cancel()
        this.#notBefore = resetOf(answer.headers, now) ?? now + LONGEST_WAIT_MS
        if (waits >= MAX_WAITS) this.#notBefore = Math.max(this.#notBefore, now + 2 * LONGEST_WAIT_MS)
        continue
      }
      if (remaining(answer.headers) === 0) this.#notBefore = resetOf(answer.headers, now) ?? 0
      const text = (await answer.text()).slice(0, MAX_ANSWER_CHARS)
      let json: unknown = null
      try {
        json = JSON.parse(text)
      } catch {
        if (answer.ok)
          throw new KithError(
            'unreadable',
            `${this.base.hostname} does not answer in JSON: check the address of the server.`,
          )
      }
      if (answer.ok) return { body: json, headers: answer.headers }
      const said = typeof json === 'object' && json !== null && 'error' in json ? json.error : ''
      throw new ApiError(answer.status, typeof said === 'string' ? said : '')
    }
  }

  async #wait(): Promise<void> {
    const left = this.#notBefore - Date.now()
    if (left > LONGEST_WAIT_MS)
      throw new KithError(
        'unreadable',
        `${this.base.hostname} asks to wait until ${new Date(this.#notBefore).toISOString().slice(11, 16)} UTC; the next time goes on from here.`,
      )
    if (left > 0)
      await pause(left, undefined, { signal: this.#signal }).catch(() => stopIfAborted(this.#signal))
    stopIfAborted(this.#signal)
  }

  async #fetch(url: URL, token: string | undefined, body: unknown): Promise<Response> {
    try {
      return await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'error',
        signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE_MS)]),
        headers: {
          accept: 'application/json',
          'user-agent': 'kith',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (error) {
      stopIfAborted(this.#signal)
      throw failureOf(error, this.base.hostname)
    }
  }
}

/** The addresses of a Link header (RFC 8288) by what they are to this page. */
export function linksOf(headers: Headers): Readonly<Record<string, string>> {
  const links: Record<string, string> = {}
  for (const [, url, rel] of (headers.get('link') ?? '').matchAll(/<([^<>]+)>\s*;[^,]*?rel="?(\w+)"?/g))
    if (url !== undefined && rel !== undefined) links[rel] = url
  return links
}
