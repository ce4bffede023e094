import { identityKey } from '#core/model/identity.ts'
import type { PersonRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { asText, isObject, objects, type JsonObject } from '../text/json-parts.ts'
import { parseIso, wallTime, type Instant } from '../text/time.ts'
import { countWords, plainText } from '../text/words.ts'
import type { ItemReader } from './item.ts'
import { account } from './people.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Sun Dec 31 14:36:59 +0000 2023`, always in UTC, or ISO 8601; null for anything else. */
export function postTime(text: string): Instant | null {
  const match = /^\w{3} (\w{3}) (\d\d) (\d\d):(\d\d):(\d\d) \+0000 (\d{4})$/.exec(text)
  if (!match) return parseIso(text, 'UTC')
  const [, month, day, hour, minute, second, year] = match
  const at = wallTime(
    Number(year),
    MONTHS.indexOf(month ?? '') + 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  return at === null ? null : { at, timeQuality: 'exact' }
}

/** Everybody a post addresses, each once: whom it answers, and whom it names. */
function addressed(post: JsonObject, mentions: readonly JsonObject[]): PersonRecord[] {
  const people = new Map<string, PersonRecord>()
  const add = (person: PersonRecord | null): void => {
    const [main] = person?.identities ?? []
    if (person && main && !people.has(identityKey(main))) people.set(identityKey(main), person)
  }
  for (const { id_str: id, screen_name: userName, name } of mentions) add(account(id, userName, name))
  add(account(post['in_reply_to_user_id_str'], post['in_reply_to_screen_name'], undefined))
  return [...people.values()]
}

/** The id under which a post first appeared: each edit has one of its own, and is in the archive as well. */
function firstId(post: JsonObject): string {
  const info = post['edit_info']
  const edit = isObject(info) ? info['edit'] : undefined
  const initial = isObject(edit) ? asText(edit['initialTweetId']) : ''
  return initial === '' ? asText(post['id_str'] ?? post['id']) : initial
}

/** What the owner wrote: without the names in it and the links, which X adds itself. */
const ownWords = (text: string): number =>
  countWords(plainText(text.replace(/(?:^|[^\w])@\w+|https?:\/\/\S+/g, ' ')))

/** A retweet gives attention to whoever wrote it. */
function retweet(
  text: string,
  mentions: readonly JsonObject[],
  instant: Instant | null,
): readonly SourceRecord[] {
  const userName = /^RT @(\w+)/.exec(text)?.[1] ?? ''
  const mention = mentions.find((one) => asText(one['screen_name']).toLowerCase() === userName.toLowerCase())
  const author = account(mention?.['id_str'], userName, mention?.['name'])
  const [to] = author?.identities ?? []
  if (!author || !to) return []
  const dated = instant === null ? {} : { at: instant.at }
  return [author, { type: 'declaration', kind: 'repost', from: 'owner', to, ...dated }]
}

/**
 * tweets.js: a post that answers or names somebody is an interaction with them, whoever else can read it. The one it
 * answers counts as named, since a post reaches those it names. A post to nobody has the owner alone in it: it ties them to
 * nobody, and says what they talk about. A retweet is another's post: attention to them, and no exchange.
 */
export const postFile: ItemReader = (post) => {
  const id = firstId(post)
  if (!/^\d{1,20}$/.test(id)) return 'it has no id'
  const text = asText(post['full_text'] ?? post['text'])
  const entities = isObject(post['entities']) ? post['entities'] : {}
  const mentions = objects(entities['user_mentions'])
  if (text.startsWith('RT @')) return retweet(text, mentions, postTime(asText(post['created_at'])))
  const people = addressed(post, mentions)
  const instant = postTime(asText(post['created_at']))
  const tags = objects(entities['hashtags']).map((tag) => asText(tag['text']))
  return [
    ...people,
    {
      type: 'interaction',
      key: `x-post:${id}`,
      at: instant?.at ?? null,
      timeQuality: instant?.timeQuality ?? 'none',
      channel: 'post',
      participants: [
        { identity: 'owner', role: 'from' },
        ...people.flatMap(({ identities: [identity], name }) =>
          identity ? [{ identity, role: 'mentioned' as const, ...(name === undefined ? {} : { name }) }] : [],
        ),
      ],
      bulk: false,
      words: ownWords(text),
      ...about(text, tags),
    },
  ]
}
