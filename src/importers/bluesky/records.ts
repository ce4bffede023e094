import { cleanName } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import type { Participant, PersonRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { asText, isObject, objects, type JsonObject } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { authorOf, didIdentity, handlePage } from './people.ts'

const MENTION = 'app.bsky.richtext.facet#mention'
const TAG = 'app.bsky.richtext.facet#tag'

/** The text between two places, which the protocol counts in bytes of UTF-8. */
function slice(text: Uint8Array, index: unknown): string {
  const { byteStart, byteEnd } = isObject(index) ? index : {}
  return typeof byteStart === 'number' && typeof byteEnd === 'number'
    ? Buffer.from(text).subarray(byteStart, byteEnd).toString('utf8')
    : ''
}

/** Everybody a post addresses, each once: whose post it answers, and whom it names. */
function addressed(post: JsonObject): PersonRecord[] {
  const people = new Map<string, PersonRecord>()
  const add = (identity: Identity | null, page: Identity | null): void => {
    if (!identity) return
    const known = people.get(identityKey(identity))
    if (known && (known.identities.length > 1 || !page)) return
    people.set(identityKey(identity), { type: 'person', identities: [identity, ...(page ? [page] : [])] })
  }
  const reply = isObject(post['reply']) ? post['reply'] : {}
  if (isObject(reply['parent'])) add(authorOf(reply['parent']['uri']), null)
  const text = new TextEncoder().encode(asText(post['text']))
  for (const facet of objects(post['facets'])) {
    for (const feature of objects(facet['features'])) {
      // The mention shows the handle of the day in the text.
      if (feature['$type'] === MENTION)
        add(didIdentity(feature['did']), handlePage(slice(text, facet['index'])))
    }
  }
  return [...people.values()]
}

const tagsOf = (post: JsonObject): readonly string[] =>
  objects(post['facets'])
    .flatMap((facet) => objects(facet['features']))
    .filter((feature) => feature['$type'] === TAG)
    .map((feature) => asText(feature['tag']))

/**
 * A post that answers or names somebody is an interaction with them; the one it answers counts as named. One to nobody
 * has the owner alone in it.
 * @param written whose it is, when it is not the owner's: then it was to the owner
 */
export function readPost(
  post: JsonObject,
  cid: string,
  written?: { readonly author: PersonRecord; readonly owner: Identity },
): readonly SourceRecord[] {
  const everybody = addressed(post)
  const own = written === undefined ? null : identityKey(written.owner)
  const people = everybody.filter(({ identities: [main] }) => main !== undefined && identityKey(main) !== own)
  const author = written?.author.identities[0]
  const instant = parseIso(asText(post['createdAt']), 'UTC')
  const reply = isObject(post['reply']) ? post['reply'] : {}
  const root = isObject(reply['root']) ? asText(reply['root']['uri']) : ''
  const text = asText(post['text']).replace(/(?:^|\s)@[\w.-]+|https?:\/\/\S+/g, ' ')
  return [
    ...(written === undefined ? [] : [written.author]),
    ...people.filter(({ identities }) => identities.length > 1),
    {
      type: 'interaction',
      key: `bluesky:${cid}`,
      at: instant?.at ?? null,
      timeQuality: instant?.timeQuality ?? 'none',
      channel: 'post',
      participants: [
        { identity: author ?? 'owner', role: 'from' },
        // Told of it by their own server, the owner was named or answered.
        ...(written === undefined ? [] : [{ identity: 'owner', role: 'mentioned' } as const]),
        ...people.flatMap(({ identities: [identity] }): Participant[] =>
          identity ? [{ identity, role: 'mentioned' }] : [],
        ),
      ],
      bulk: false,
      words: countWords(text),
      ...(root === '' ? {} : { thread: `bluesky:${root}` }),
      ...about(text, tagsOf(post)),
    },
  ]
}

function readFollow({ subject, createdAt }: JsonObject): readonly SourceRecord[] | string {
  const to = didIdentity(subject)
  if (!to) return 'it does not say which account is followed'
  const at = parseIso(asText(createdAt), 'UTC')?.at
  return [{ type: 'declaration', kind: 'follow', from: 'owner', to, ...(at === undefined ? {} : { at }) }]
}

/** Attention to whoever wrote what was passed on or liked. */
function readAttention(kind: 'repost' | 'like', { subject, createdAt }: JsonObject): readonly SourceRecord[] {
  const to = isObject(subject) ? authorOf(subject['uri']) : null
  if (!to) return []
  const at = parseIso(asText(createdAt), 'UTC')?.at
  return [{ type: 'declaration', kind, from: 'owner', to, ...(at === undefined ? {} : { at }) }]
}

function readProfile(profile: JsonObject): readonly SourceRecord[] {
  const name = cleanName(asText(profile['displayName']))
  const headline = cleanName(asText(profile['description']))
  if (name === '' && headline === '') return []
  return [
    {
      type: 'owner',
      basis: 'own',
      ...(name === '' ? {} : { name }),
      ...(headline === '' ? {} : { headline }),
      count: 1,
    },
  ]
}

/**
 * The source records of one record of a repository, or why it gives none. The content identifier is its natural key.
 * Likes and reposts give attention to an author; lists and whatever other programs keep there are nothing of the kind.
 */
export function readRecord(record: JsonObject, cid: string): readonly SourceRecord[] | string {
  switch (record['$type']) {
    case 'app.bsky.feed.post':
      return readPost(record, cid)
    case 'app.bsky.graph.follow':
      return readFollow(record)
    case 'app.bsky.feed.repost':
      return readAttention('repost', record)
    case 'app.bsky.feed.like':
      return readAttention('like', record)
    case 'app.bsky.actor.profile':
      return readProfile(record)
    default:
      return []
  }
}
