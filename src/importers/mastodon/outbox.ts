import { identityKey } from '#core/model/identity.ts'
import type { Participant, PersonRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { asText, isObject, objects, type JsonObject } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords, plainText } from '../text/words.ts'
import { mentioned } from './people.ts'

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

function readPost(activity: JsonObject): readonly SourceRecord[] | string {
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
  const addressees = people.flatMap(({ identities: [identity], name }): Participant[] =>
    identity
      ? [{ identity, role: direct ? 'to' : 'mentioned', ...(name === undefined ? {} : { name }) }]
      : [],
  )
  return [
    ...people,
    {
      type: 'interaction',
      key: `mastodon:${id}`,
      at: instant?.at ?? null,
      timeQuality: instant?.timeQuality ?? 'none',
      channel: direct ? 'message' : 'post',
      participants: [{ identity: 'owner', role: 'from' }, ...addressees],
      bulk: false,
      words: countWords(plainText(html)),
      ...(thread === '' ? {} : { thread: `mastodon:${thread}` }),
      ...about(html, tags),
    },
  ]
}

/**
 * The records of one item of outbox.json, likes.json or bookmarks.json, or why it gives none. A post that names
 * somebody is an interaction with them. One to nobody has the owner alone in it: it says what they
 * talk about. A boost (Announce) is none, and likes and bookmarks are addresses without a time.
 */
export function readItem(item: unknown): readonly SourceRecord[] | string {
  if (typeof item === 'string') return []
  if (!isObject(item)) return 'it is no activity'
  const type = asText(item['type'])
  if (type === 'Create') return readPost(item)
  return type === '' ? 'it is no activity' : []
}
