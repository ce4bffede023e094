import { KithError } from '#core/model/errors.ts'
import type { Entry, Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { decodeText, headText } from '../text/decode.ts'
import { jsonList } from '../text/json-list.ts'
import { isObject } from '../text/json-parts.ts'
import { readManifest, readUserDetails } from './manifest.ts'
import { readMessages } from './messages.ts'
import { tableOf } from './tables.ts'

/**
 * Files of the archive are scripts that assign one list: `window.YTD.tweets.part0 = [`; manifest.js assigns an object.
 * Until 2018 there was a list a month, `Grailbird.data.tweets_2013_05 = [`, and user_details.js.
 */
const ASSIGNMENT =
  /^\uFEFF?\s*(?:window\.(?:YTD\.([a-z0-9_]+)\.part\d+\s*=\s*\[|__THAR_CONFIG\s*=\s*\{)|Grailbird\.data\.(tweets)_\d{4}_\d\d\s*=\s*\[|var\s+(user_details)\s*=\s*\{)/i
/** The assignment is within as many bytes. */
const ASSIGNMENT_BYTES = 400

const EQUALS = 0x3d
/** What `unwrap` calls manifest.js, which assigns an object to a name of its own. */
const MANIFEST = '__thar_config'

/** The kind of file, and the file without its assignment, which is never run. */
async function unwrap(entry: Entry): Promise<{ readonly kind: string; readonly list: Entry }> {
  let start: Uint8Array = new Uint8Array()
  for await (const chunk of entry.bytes()) {
    start = Buffer.concat([start, chunk.subarray(0, ASSIGNMENT_BYTES)])
    if (start.length >= ASSIGNMENT_BYTES) break
  }
  const assigned = ASSIGNMENT.exec(decodeText(start.subarray(0, ASSIGNMENT_BYTES)))
  if (assigned === null) {
    throw new KithError(
      'unreadable',
      `${entry.path} is no data file of an X archive: it does not begin with "window.YTD.". ` +
        'Give kith the zip as X made it.',
    )
  }
  const skip = start.indexOf(EQUALS) + 1
  async function* bytes(): AsyncIterable<Uint8Array> {
    let left = skip
    for await (const chunk of entry.bytes()) {
      if (left < chunk.length) yield chunk.subarray(left)
      left = Math.max(0, left - chunk.length)
    }
  }
  return {
    kind: (assigned[1] ?? assigned[2] ?? assigned[3])?.toLowerCase() ?? MANIFEST,
    list: { path: entry.path, size: entry.size - skip, bytes },
  }
}

const detect = (head: Head): number =>
  ASSIGNMENT.test(headText(head)?.slice(0, ASSIGNMENT_BYTES) ?? '') ? 0.97 : 0

/**
 * The data files of an X (Twitter) archive, as its README.txt describes them, each told by the name it assigns to.
 * Accounts are known by their numbers; the posts that answer or name somebody add user name and name.
 */
export const x: Importer = {
  id: 'x',
  title: 'X (Twitter) archive',
  reads:
    'Posts that answer or name people, direct messages, followers and accounts followed from an X archive.',
  howToExport: [
    'On x.com open More > Settings and privacy > Your account > Download an archive of your data.',
    'Confirm your password and choose Request archive.',
    'X tells you within a day or two that it is ready: download the zip from the same page.',
    'Give the zip to kith as it is.',
  ],
  detect,
  async *read(entry, options) {
    const { kind, list } = await unwrap(entry)
    if (/^direct_messages?(_group)?$/.test(kind)) {
      yield* readMessages(list, kind.endsWith('group'))
      return
    }
    const batch = new Batching()
    if (kind === MANIFEST || kind === 'user_details') {
      batch.took(await (kind === MANIFEST ? readManifest(list) : readUserDetails(list)))
      yield batch.flush(entry.size)
      return
    }
    const { item: title, key, read } = tableOf(kind)
    for await (const { items, bytes } of jsonList(list, null)) {
      for (const item of items) {
        const where = `${title} ${item.number}`
        if ('broken' in item) {
          batch.skip(where, item.broken)
          continue
        }
        const outer = isObject(item.value) ? item.value : null
        const inner = outer?.[key] ?? outer
        const result = isObject(inner) ? read(inner, options) : 'it is no object'
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
        if (batch.full) yield batch.flush(bytes)
      }
    }
    yield batch.flush(entry.size)
  },
}
