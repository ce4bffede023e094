import {
  addressBookMultiGet,
  addressBookQuery,
  calendarMultiGet,
  createAccount,
  type DAVResponse,
  fetchAddressBooks,
  fetchCalendars,
  getBasicAuthHeaders,
  propfind,
  syncCollection,
  updateObject,
} from 'tsdav'
import { KithError } from '#core/model/errors.ts'
import type { Login } from '../connector.ts'
import { fetchFor, serverUrl } from './dav-fetch.ts'

export type DavKind = 'carddav' | 'caldav'

/** An address book or a calendar. */
export type Collection = {
  readonly url: string
  readonly name: string
  /** Changes when anything in it does; null where the server has none. */
  readonly version: string | null
  /** From where on changes are told (RFC 6578); null where the server tells none. */
  readonly syncToken: string | null
}

/** What changed in a collection: what to read by address, with its version, and what is gone. */
export type Changes = {
  readonly changed: ReadonlyMap<string, string>
  readonly gone: readonly string[]
  readonly syncToken: string | null
}

/** One card or calendar object. */
export type DavObject = { readonly url: string; readonly etag: string; readonly text: string }

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null && '_cdata' in value) return textOf(value._cdata)
  return null
}

/** Talks to one server. */
export class Dav {
  readonly #kind: DavKind
  readonly #login: Login
  readonly #base: URL
  readonly #common: { readonly headers: Record<string, string>; readonly fetch: typeof fetch }

  constructor(kind: DavKind, login: Login, signal: AbortSignal) {
    this.#kind = kind
    this.#login = login
    this.#base = serverUrl(login)
    const headers =
      login.options.oauth === true
        ? { authorization: `Bearer ${login.secret}` }
        : getBasicAuthHeaders({ username: login.user, password: login.secret })
    this.#common = { headers: headers as Record<string, string>, fetch: fetchFor(login, signal) }
  }

  /** The collections there are, found from the address of the server (RFC 6764: .well-known, principal, home). */
  async collections(): Promise<readonly Collection[]> {
    const account = await createAccount({
      account: {
        accountType: this.#kind,
        serverUrl: this.#base.href,
        credentials: { username: this.#login.user, password: this.#login.secret },
      },
      ...this.#common,
    })
    const found =
      this.#kind === 'carddav'
        ? await fetchAddressBooks({ account, ...this.#common })
        : (await fetchCalendars({ account, ...this.#common })).filter(
            ({ components }) => components === undefined || components.includes('VEVENT'),
          )
    return found.map(({ url, displayName, ctag, syncToken, reports }) => ({
      url,
      name:
        textOf(displayName) ??
        decodeURIComponent(new URL(url).pathname.split('/').findLast((part) => part !== '') ?? url),
      version: textOf(ctag) ?? textOf(syncToken),
      syncToken: reports?.includes('syncCollection') === true ? (textOf(syncToken) ?? '') : null,
    }))
  }

  /** What changed since a token; null where the server does not know it any more, or never tells. */
  async changesSince(collection: Collection, token: string): Promise<Changes | null> {
    const answers = await syncCollection({
      url: collection.url,
      props: { 'd:getetag': {} },
      syncLevel: 1,
      syncToken: token,
      ...this.#common,
    })
    if (answers.some(({ ok, status, href }) => !ok && status !== 404 && this.#isSelf(collection, href)))
      return null
    const next = textOf(
      (answers[0]?.raw as { multistatus?: { syncToken?: unknown } } | undefined)?.multistatus?.syncToken,
    )
    // An empty answer of some servers has no raw part: nothing changed.
    const changed = new Map<string, string>()
    const gone: string[] = []
    for (const answer of answers) {
      const url = this.#absolute(answer.href)
      if (url === null || this.#isSelf(collection, answer.href)) continue
      if (answer.status === 404) gone.push(url)
      else changed.set(url, textOf(answer.props?.['getetag']) ?? '')
    }
    return { changed, gone, syncToken: next ?? collection.syncToken }
  }

  /** What there is, compared with the versions known. */
  async changesAgainst(collection: Collection, known: Readonly<Record<string, string>>): Promise<Changes> {
    const answers = await propfind({
      url: collection.url,
      props: { 'd:getetag': {}, 'd:resourcetype': {} },
      depth: '1',
      ...this.#common,
    })
    const failed = answers.find(({ ok, status }) => !ok && status !== 404)
    if (failed !== undefined)
      throw new KithError(
        'unreadable',
        `${this.#base.hostname} does not list ${collection.name} (${failed.status}); try again later.`,
      )
    const changed = new Map<string, string>()
    const there = new Set<string>()
    for (const answer of answers) {
      const url = this.#absolute(answer.href)
      const etag = textOf(answer.props?.['getetag'])
      const kinds: unknown = answer.props?.['resourcetype']
      const folder = typeof kinds === 'object' && kinds !== null && 'collection' in kinds
      if (url === null || etag === null || folder) continue
      there.add(url)
      if (known[url] !== etag) changed.set(url, etag)
    }
    return {
      changed,
      gone: Object.keys(known).filter((url) => !there.has(url)),
      syncToken: collection.syncToken,
    }
  }

  /** Cards or calendar objects by their addresses; those that went meanwhile are left out. */
  async objects(collection: Collection, urls: readonly string[]): Promise<readonly DavObject[]> {
    const property = this.#kind === 'carddav' ? 'address-data' : 'calendar-data'
    const get = this.#kind === 'carddav' ? addressBookMultiGet : calendarMultiGet
    const answers: readonly DAVResponse[] = await get({
      url: collection.url,
      props: { 'd:getetag': {}, [`${this.#kind === 'carddav' ? 'card' : 'c'}:${property}`]: {} },
      objectUrls: urls.map((url) => new URL(url).pathname),
      depth: '1',
      ...this.#common,
    })
    return this.#objectsIn(answers)
  }

  /** Cards with a mail address in which a text occurs, whatever its letters' case. */
  async cardsWith(collection: Collection, value: string): Promise<readonly DavObject[]> {
    const answers = await addressBookQuery({
      url: collection.url,
      props: { 'd:getetag': {}, 'card:address-data': {} },
      filters: {
        'card:prop-filter': {
          _attributes: { name: 'EMAIL' },
          'card:text-match': {
            _attributes: { collation: 'i;unicode-casemap', 'match-type': 'contains' },
            _text: value,
          },
        },
      },
      depth: '1',
      ...this.#common,
    })
    return this.#objectsIn(answers)
  }

  /** Writes a card in the place of the version that was read; the status where the server refuses. */
  async putCard({ url, etag }: DavObject, text: string): Promise<'written' | 'changed' | number> {
    const answer = await updateObject({
      url,
      data: text,
      etag,
      headers: { ...this.#common.headers, 'content-type': 'text/vcard; charset=utf-8' },
      fetch: this.#common.fetch,
    })
    await answer.body?.cancel()
    return answer.ok ? 'written' : answer.status === 412 ? 'changed' : answer.status
  }

  #objectsIn(answers: readonly DAVResponse[]): DavObject[] {
    return answers.flatMap(({ href, props }) => {
      const url = this.#absolute(href)
      const text = textOf(props?.[this.#kind === 'carddav' ? 'addressData' : 'calendarData'])
      return url === null || text === null ? [] : [{ url, etag: textOf(props?.['getetag']) ?? '', text }]
    })
  }

  #absolute(href: string | undefined): string | null {
    if (href === undefined) return null
    const url = URL.parse(href, this.#base.href)
    return url === null ? null : url.href
  }

  #isSelf(collection: Collection, href: string | undefined): boolean {
    const bare = (url: string | null): string => (url ?? '').replace(/\/+$/, '')
    return bare(this.#absolute(href)) === bare(collection.url)
  }
}
