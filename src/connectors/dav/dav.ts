import { mailIdentity } from '#core/identity/normalise.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { icalendar } from '#importers/icalendar/icalendar.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'
import { memoryEntry, readAll } from '#importers/text/entries.ts'
import { vcard } from '#importers/vcard/vcard.ts'
import type { Checked, Connector, Login, SyncState, SyncStep } from '../connector.ts'
import { failureOf, stopIfAborted } from '../failures.ts'
import { type Collection, Dav, type DavKind, type DavObject } from './collections.ts'
import { serverUrl } from './dav-fetch.ts'
import { type CollectionState, collectionsIn, freshCollection } from './state.ts'

/** Objects fetched and stored together. */
const BATCH_OBJECTS = 100
/** How often calendar objects with dates to come are read again, in milliseconds. */
const OPEN_EVERY_MS = 6 * 3_600_000
const DAY_MS = 86_400_000

/** Whether a calendar object has, or may have, dates after a time: it recurs, or begins later. */
export function isOpen(text: string, until: number): boolean {
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  if (/^R(?:RULE|DATE)[;:]/m.test(unfolded)) return true
  // A day earlier: what has no zone may be on either side of midnight.
  const day = new Date(until - DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')
  return [...unfolded.matchAll(/^DTSTART[^:\r\n]*:(\d{8})/gm)].some(([, start]) => (start ?? '') >= day)
}

/** Reads objects as the file of an export would be read. */
async function batchOf(
  kind: DavKind,
  name: string,
  objects: readonly DavObject[],
  options: ReadOptions,
): Promise<Batch> {
  if (objects.length === 0) return { records: [], skipped: [], read: 0, bytes: 0 }
  const text = objects.map((object) => `${object.text.trim()}\r\n`).join('')
  const [importer, extension] = kind === 'carddav' ? [vcard, 'vcf'] : [icalendar, 'ics']
  const { records, skipped, read } = await readAll(
    importer,
    memoryEntry(`${name}.${extension}`, text),
    options,
  )
  return { records, skipped, read, bytes: text.length }
}

/** What to read in a collection; null where nothing changed. */
async function workIn(
  dav: Dav,
  collection: Collection,
  known: CollectionState,
  until: number,
): Promise<{
  readonly urls: readonly string[]
  readonly begin: CollectionState
  readonly end: CollectionState
} | null> {
  const reopened = until - known.openReadAt >= OPEN_EVERY_MS ? known.open : []
  const same = collection.version !== null && known.version === collection.version
  if (same && reopened.length === 0) return null
  const told =
    same || known.syncToken === null || collection.syncToken === null
      ? null
      : await dav.changesSince(collection, known.syncToken).catch(() => null)
  const changes = same
    ? { changed: new Map<string, string>(), gone: [], syncToken: known.syncToken }
    : (told ?? (await dav.changesAgainst(collection, known.etags)))
  const gone = new Set(changes.gone)
  const kept = Object.fromEntries(Object.entries(known.etags).filter(([url]) => !gone.has(url)))
  const fresh = [...changes.changed].flatMap(([url, etag]) =>
    etag !== '' && kept[url] === etag ? [] : [url],
  )
  const begin = { ...known, etags: kept, open: known.open.filter((url) => !gone.has(url)) }
  return {
    urls: [...new Set([...fresh, ...reopened.filter((url) => !gone.has(url))])],
    begin,
    end: {
      ...begin,
      version: collection.version,
      syncToken: changes.syncToken,
      openReadAt: reopened.length > 0 || known.openReadAt === 0 ? until : known.openReadAt,
    },
  }
}

async function* read(
  kind: DavKind,
  login: Login,
  kept: SyncState,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<SyncStep> {
  const { hostname } = serverUrl(login)
  const dav = new Dav(kind, login, signal)
  try {
    const states = collectionsIn(kept)
    const works = []
    for (const collection of chosen(await dav.collections(), login)) {
      const work = await workIn(dav, collection, states[collection.url] ?? freshCollection, options.until)
      if (work !== null) works.push({ collection, ...work })
    }
    const total = works.reduce((sum, { urls }) => sum + urls.length, 0)
    let done = 0
    for (const { collection, urls, begin, end } of works) {
      let state = begin
      for (let at = 0; at < Math.max(1, urls.length); at += BATCH_OBJECTS) {
        stopIfAborted(signal)
        const some = urls.slice(at, at + BATCH_OBJECTS)
        const objects = some.length === 0 ? [] : await dav.objects(collection, some)
        const batch = await batchOf(kind, collection.name, objects, options)
        const asked = new Set(some)
        const open =
          kind === 'caldav'
            ? objects.filter(({ text }) => isOpen(text, options.until)).map(({ url }) => url)
            : []
        const moved = {
          etags: { ...state.etags, ...Object.fromEntries(objects.map(({ url, etag }) => [url, etag])) },
          open: [...state.open.filter((url) => !asked.has(url)), ...open],
        }
        // Only behind the last batch does the token of the whole hold.
        const last = at + BATCH_OBJECTS >= urls.length
        state = { ...(last ? end : state), ...moved }
        states[collection.url] = state
        done += some.length
        const records = at === 0 && batch.read > 0 ? [...batch.records, ...ownerOf(login)] : batch.records
        yield {
          place: collection.name,
          batch: { ...batch, records },
          state: { collections: { ...states } },
          done,
          total,
        }
      }
    }
  } catch (error) {
    stopIfAborted(signal)
    throw failureOf(error, hostname)
  }
}

/** The account is its owner's, where its name is an address. */
function ownerOf({ user }: Login): readonly SourceRecord[] {
  const identity = mailIdentity(user)
  return identity === null ? [] : [{ type: 'owner', basis: 'own', identity, count: 1 }]
}

/** The collections to read: those the user named, else all. */
function chosen(collections: readonly Collection[], { options }: Login): readonly Collection[] {
  const wanted = new Set((options.folders ?? []).map((name) => name.toLowerCase()))
  return wanted.size === 0 ? collections : collections.filter(({ name }) => wanted.has(name.toLowerCase()))
}

async function check(kind: DavKind, login: Login, signal: AbortSignal): Promise<Checked> {
  const { hostname } = serverUrl(login)
  try {
    const collections = await new Dav(kind, login, signal).collections()
    return { folders: collections.map(({ name }) => ({ name, chosen: true })) }
  } catch (error) {
    stopIfAborted(signal)
    throw failureOf(error, hostname)
  }
}

/** Address books (RFC 6352): cards as the vCard importer reads them. */
export const carddav: Connector = {
  kind: 'carddav',
  title: 'Address book (CardDAV)',
  check: (login, signal) => check('carddav', login, signal),
  sync: (login, state, options, signal) => read('carddav', login, state, options, signal),
}

/** Calendars (RFC 4791): meetings as the calendar importer reads them. */
export const caldav: Connector = {
  kind: 'caldav',
  title: 'Calendar (CalDAV)',
  check: (login, signal) => check('caldav', login, signal),
  sync: (login, state, options, signal) => read('caldav', login, state, options, signal),
}
