import { cleanName, mailIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { Repeats } from '../events/repeats.ts'
import type { Batch, Entry, ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { hashInto, hashText } from '../text/hash.ts'
import { NO_JSON, TOO_LARGE } from '../text/json-list.ts'
import {
  asText,
  isObject,
  jsonParts,
  parseJson,
  type Interest,
  type JsonObject,
  type JsonPath,
} from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { commentRecord } from './activity.ts'
import { handleIdentity } from './handle.ts'
import { repairText } from './mojibake.ts'
import { momentKey } from './moment-key.ts'

/**
 * Instagram's files until December 2020, all at the root of the archive: messages.json, connections.json, likes.json,
 * comments.json and profile.json. They name accounts, where later ones give the names that are shown; text is
 * written as bytes, as later. Instagram documents no fields; these are the ones that several programs which read it agree on.
 */
export type OldForm = 'messages' | 'connections' | 'likes' | 'comments' | 'profile'

/** Which of the old files a beginning is; null for anything else. */
export function oldFormOf(text: string): OldForm | null {
  if (/^\s*\[\s*\{\s*"participants"\s*:\s*\[\s*"/.test(text) && /"conversation"\s*:\s*\[/.test(text))
    return 'messages'
  if (!/^\s*\{/.test(text)) return null
  if (/^\s*\{\s*"(?:media|comment)_likes"\s*:\s*\[/.test(text)) return 'likes'
  if (/^\s*\{\s*"(?:media|live|story)_comments"\s*:\s*\[/.test(text)) return 'comments'
  if (
    /"(?:blocked_users|restricted_users|following_hashtags|follow_requests_sent)"\s*:\s*\{/.test(text) &&
    /"follow(?:ers|ing)"\s*:\s*\{/.test(text)
  )
    return 'connections'
  const isProfile = ['username', 'date_joined', 'profile_pic_url'].every((key) => text.includes(`"${key}"`))
  return isProfile ? 'profile' : null
}

type Result = readonly SourceRecord[] | string

/** Reads one kind of file: what of it is taken, and what a value that was taken gives. */
type Reader = {
  readonly interest: (path: JsonPath) => Interest
  readonly read: (value: unknown, path: JsonPath) => Result
  /** What only the whole file tells. */
  readonly end?: () => readonly SourceRecord[]
}

/** The items of some lists or objects under the keys of the outermost object. */
const under =
  (...keys: readonly string[]) =>
  (path: JsonPath): Interest => {
    if (path.length === 0) return 'enter'
    if (!keys.includes(path[0] ?? '')) return 'pass'
    return path.length === 1 ? 'enter' : 'take'
  }

const when = (written: unknown, { timeZone }: ReadOptions): { at: number } | undefined => {
  const instant = parseIso(asText(written), timeZone)
  return instant ? { at: instant.at } : undefined
}

const connections = (options: ReadOptions): Reader => ({
  interest: under('followers', 'following'),
  read: (since, [list, account = '']) => {
    const identity = handleIdentity(account)
    if (!identity) return 'it names no account'
    const [from, to] = list === 'followers' ? ([identity, 'owner'] as const) : (['owner', identity] as const)
    return [{ type: 'declaration', kind: 'follow', from, to, ...when(since, options) }]
  },
})

/** `["2019-05-01T12:00:00+00:00", "amara.obi"]`: whose post or comment the owner liked. */
const likes = (options: ReadOptions): Reader => ({
  interest: under('media_likes', 'comment_likes'),
  read: (like) => {
    const [written, account] = Array.isArray(like) ? (like as readonly unknown[]) : []
    const to = handleIdentity(asText(account))
    if (!to) return 'it names no account'
    return [{ type: 'declaration', kind: 'like', from: 'owner', to, ...when(written, options) }]
  },
})

/** `["2019-05-01T12:00:00+00:00", "Well done!", "amara.obi"]`: what the owner wrote, under whose post. */
const comments = (options: ReadOptions): Reader => ({
  interest: under('media_comments', 'live_comments', 'story_comments'),
  read: (comment) => {
    const [written, said, account] = Array.isArray(comment) ? (comment as readonly unknown[]) : []
    const to = handleIdentity(asText(account))
    if (!to) return 'it names no account'
    const instant = parseIso(asText(written), options.timeZone)
    const own = { written: asText(written), to, text: repairText(asText(said)) }
    return [commentRecord({ at: instant?.at ?? null, timeQuality: instant?.timeQuality ?? 'none', ...own })]
  },
})

const profile = ({ region }: ReadOptions): Reader => ({
  interest: () => 'take',
  read: (value) => {
    if (!isObject(value)) return NO_JSON
    const name = cleanName(repairText(asText(value['name'])))
    return [
      handleIdentity(asText(value['username'])),
      mailIdentity(asText(value['email'])),
      phoneIdentity(asText(value['phone_number']), region),
    ]
      .filter((identity) => identity !== null)
      .map((identity) => ({
        type: 'owner',
        basis: 'own',
        identity,
        ...(name === '' ? {} : { name }),
        count: 1,
      }))
  },
})

const messageParts = (path: JsonPath): Interest => {
  if (path.length < 2) return 'enter'
  if (path[1] === 'participants') return 'take'
  if (path[1] !== 'conversation') return 'pass'
  return path.length === 2 ? 'enter' : 'take'
}

/** Who takes part in each conversation, in the order of the file. */
async function membersOf(entry: Entry): Promise<readonly (readonly Identity[])[]> {
  const all: (readonly Identity[])[] = []
  const steps = jsonParts(entry, (path) => (path[1] === 'conversation' ? 'pass' : messageParts(path)))
  for await (const { parts } of steps) {
    for (const { kind, path, text } of parts) {
      if (kind === 'begin' && path.length === 1) all.push([])
      const value = kind === 'value' && path.length === 2 ? parseJson(text) : undefined
      if (Array.isArray(value) && all.length > 0)
        all[all.length - 1] = [...new Set(value.map(asText))]
          .slice(0, BULK_AUDIENCE + 2)
          .map(handleIdentity)
          .filter((identity) => identity !== null)
    }
  }
  return all
}

/** The owner takes part in every conversation; nobody else does, once there are some. */
function ownerAmong(conversations: readonly (readonly Identity[])[]): SourceRecord[] {
  const seen = new Map<string, number>()
  for (const members of conversations)
    for (const { value } of members) seen.set(value, (seen.get(value) ?? 0) + 1)
  const everywhere = [...seen].filter(([, count]) => count === conversations.length)
  const [only] = everywhere
  if (only === undefined || everywhere.length > 1) return []
  return [{ type: 'owner', basis: 'seen', identity: { kind: 'handle', value: only[0] }, count: only[1] }]
}

async function messages(entry: Entry, options: ReadOptions): Promise<Reader & { next: () => void }> {
  const conversations = await membersOf(entry)
  const repeats = new Repeats()
  const hash = new Uint32Array(2)
  let place = -1
  const read = (message: JsonObject): Result => {
    const members = conversations[place] ?? []
    const from = handleIdentity(asText(message['sender']))
    if (!from) return 'who wrote it has left, or is not named'
    const others = members.filter(({ value }) => value !== from.value)
    const isCrowd = members.length > BULK_AUDIENCE + 1
    const thread = hashText(
      members
        .map(({ value }) => value)
        .toSorted()
        .join('|'),
    )
    const written = asText(message['created_at'])
    const instant = parseIso(written, options.timeZone)
    const text = repairText(asText(message['text']))
    const moment = instant?.timeQuality === 'local' ? null : momentKey(instant?.at ?? null)
    const natural = moment ?? `instagram-message:${thread}|${written}|${from.value}|${hashText(text)}`
    hashInto(natural, hash)
    return [
      {
        type: 'interaction',
        key: `${natural}|${repeats.ordinal(hash)}`,
        at: instant?.at ?? null,
        timeQuality: instant?.timeQuality ?? 'none',
        channel: 'message',
        participants: [
          { identity: from, role: 'from' },
          ...(isCrowd ? [] : others).map((identity) => ({ identity, role: 'to' }) as const),
        ],
        bulk: isCrowd,
        words: countWords(text),
        ...about(text),
        thread: `instagram:${thread}`,
      },
    ]
  }
  return {
    interest: (path) => (path[1] === 'participants' ? 'pass' : messageParts(path)),
    read: (value) => (isObject(value) ? read(value) : NO_JSON),
    end: () => ownerAmong(conversations),
    next: () => place++,
  }
}

const tables = { connections, likes, comments, profile } as const

/** Reads one of Instagram's old files. */
export async function* readOld(entry: Entry, form: OldForm, options: ReadOptions): AsyncIterable<Batch> {
  const talks = form === 'messages' ? await messages(entry, options) : null
  const reader = talks ?? tables[form as Exclude<OldForm, 'messages'>](options)
  const batch = new Batching()
  let number = 0
  for await (const { parts, bytes } of jsonParts(entry, reader.interest)) {
    for (const { kind, path, text } of parts) {
      if (kind === 'begin') {
        if (path.length === 1) talks?.next()
        continue
      }
      const where = `${talks ? 'message' : 'row'} ${++number}`
      if (kind === 'damage') batch.skip(where, 'the file is cut or damaged here; what follows was not read')
      else {
        const value = kind === 'value' ? parseJson(text) : undefined
        const result = kind === 'large' ? TOO_LARGE : value === undefined ? NO_JSON : reader.read(value, path)
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  batch.add(reader.end?.() ?? [])
  yield batch.flush(entry.size)
}
