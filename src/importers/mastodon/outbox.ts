import { type Identity, identityKey } from '#core/model/identity.ts'
import type { Participant, PersonRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { asText, isObject, objects, type JsonObject } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords, plainText } from '../text/words.ts'
import { actorIdentity, mentioned } from './people.ts'

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(asText) : []

/**
 * Whether only those named can read a post: neither the public nor a list of followers is addressed. A list of
 * followers is told by its address: the author's own with `/followers`.
 */
function isDirect(post: JsonObject): boolean {
  const addressed = [...texts(post['to']), ...texts(post['cc'])]
  return addressed.length > 0 && !addressed.some((url) => /(#|^as:|^)Public$|\/followers\/?$/.test(url))
}

function peopleOf(post: JsonObject): PersonRecord[] {
  const people = new Map<string, PersonRecord>()
  for (const tag of objects(post['tag'])) {
    if (tag['type'] !== 'Mention') continue
    const person = mentioned(asText(tag['href']), asText(tag['name']))
    const [main] = person?.identities ?? []
    if (person && main) people.set(identityKey(main), person)
  }
  return [...people.values()]
}

/** Names that stand in a post as links; hashtags are links of the same kind, but are its own words. */
const MENTIONS = /<a\b[^<>]*class="(?![^"<>]*hashtag)[^"<>]*mention[^"<>]*"[^<>]*>.*?<\/a>/gs

/** Whose post it is, and which account is the owner's own, where it is not the owner who wrote it. */
export type Written = { readonly author: PersonRecord; readonly owner: readonly Identity[] }

/**
 * The records of the activity that brings a post into the world, or why it gives none.
 * @param written whose it is, when it is not the owner's
 */
export function readPost(activity: JsonObject, written?: Written): readonly SourceRecord[] | string {
  const post = activity['object']
  if (!isObject(post)) return 'it holds no post'
  const id = asText(post['id'])
  if (id === '') return 'it has no id'
  const people = peopleOf(post)
  const instant = parseIso(asText(post['published']) || asText(activity['published']), 'UTC')
  const direct = people.length > 0 && isDirect(post)
  const thread = asText(post['conversation'])
  const tags = objects(post['tag'])
    .filter((tag) => tag['type'] === 'Hashtag')
    .map((tag) => asText(tag['name']))
  const html = asText(post['content']).replace(MENTIONS, ' ')
  const own = new Set(written?.owner.map(identityKey) ?? [])
  const isOwner = (one: PersonRecord): boolean =>
    one.identities.some((identity) => own.has(identityKey(identity)))
  const role = direct ? 'to' : 'mentioned'
  const addressees = people.flatMap((one): Participant[] => {
    const {
      identities: [identity],
      name,
    } = one
    if (isOwner(one)) return [{ identity: 'owner', role }]
    return identity ? [{ identity, role, ...(name === undefined ? {} : { name }) }] : []
  })
  const author = written?.author.identities[0]
  const from: Participant =
    author === undefined ? { identity: 'owner', role: 'from' } : { identity: author, role: 'from' }
  return [
    ...(written === undefined ? [] : [written.author]),
    ...people.filter((one) => !isOwner(one)),
    {
      type: 'interaction',
      key: `mastodon:${id}`,
      at: instant?.at ?? null,
      timeQuality: instant?.timeQuality ?? 'none',
      channel: direct ? 'message' : 'post',
      participants: [from, ...addressees],
      bulk: false,
      words: countWords(plainText(html)),
      ...(thread === '' ? {} : { thread: `mastodon:${thread}` }),
      ...about(html, tags),
    },
  ]
}

/** Attention to the author of the post at an address; nothing where the address does not name one. */
function attention(kind: 'repost' | 'like', url: string, at?: number): readonly SourceRecord[] {
  const author = /^(https?:\/\/[^/?#\s]+\/(?:users\/|@)[^/?#\s@]+)\/(?:statuses\/)?\w+/i.exec(url)?.[1]
  const to = author === undefined ? null : actorIdentity(author)
  if (to === null) return []
  return [{ type: 'declaration', kind, from: 'owner', to, ...(at === undefined ? {} : { at }) }]
}

/**
 * The records of one item of outbox.json, likes.json or bookmarks.json, or why it gives none. A post that names
 * somebody is an interaction with them. One to nobody has the owner alone in it: it says what they
 * talk about. A boost (Announce) and a like give attention to whoever wrote the post, as far as its address tells.
 * @param isLikes whether addresses by themselves are of posts that were liked, and not bookmarked
 */
export function readItem(item: unknown, isLikes = false): readonly SourceRecord[] | string {
  if (typeof item === 'string') return isLikes ? attention('like', item) : []
  if (!isObject(item)) return 'it is no activity'
  const type = asText(item['type'])
  if (type === 'Create') return readPost(item)
  if (type === 'Announce')
    return attention('repost', asText(item['object']), parseIso(asText(item['published']), 'UTC')?.at)
  return type === '' ? 'it is no activity' : []
}
