import { cleanName, nameIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { DeclarationRecord, SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import {
  asText,
  isObject,
  jsonParts,
  objects,
  parseJson,
  type Interest,
  type JsonObject,
  type JsonPath,
} from '../text/json-parts.ts'
import { readFacebookAccount, readInstagramAccount } from './account.ts'
import { readComment, readLabelledLike, seconds } from './activity.ts'
import { handleIdentity } from './handle.ts'
import { repairText } from './mojibake.ts'

type Kind = DeclarationRecord['kind']
/** How the items of a list name somebody, and what they say of the owner and them. */
type List = {
  readonly by: 'account' | 'title' | 'name' | 'labels' | 'comment' | 'instagram-account' | 'facebook-account'
  readonly kind?: Kind
  /** Whose doing it is. */
  readonly from?: 'owner' | 'them'
}

const likes: List = { by: 'title', kind: 'like', from: 'owner' }
const comments: List = { by: 'comment' }
const followers: List = { by: 'name', kind: 'follow', from: 'them' }
const following: List = { by: 'name', kind: 'follow', from: 'owner' }
const friends: List = { by: 'name', kind: 'connection', from: 'owner' }

/** The lists that are read, by the key that they stand under. */
const LISTS: Readonly<Record<string, List>> = {
  relationships_followers: { by: 'account', kind: 'follow', from: 'them' },
  relationships_following: { by: 'account', kind: 'follow', from: 'owner' },
  likes_media_likes: likes,
  likes_comment_likes: likes,
  story_activities_story_likes: likes,
  comments_media_comments: comments,
  comments_reels_comments: comments,
  profile_user: { by: 'instagram-account' },
  // Facebook
  friends_v2: friends,
  friends,
  followers_v3: followers,
  followers_v2: followers,
  following_v3: following,
  following_v2: following,
  sent_requests_v2: { by: 'name', kind: 'invitation', from: 'owner' },
  received_requests_v2: { by: 'name', kind: 'invitation', from: 'them' },
  profile_v2: { by: 'facebook-account' },
}

/** A list without a key: followers, unless it is of labels, which the name of the file then explains. */
const bareList = (path: string): List =>
  /comments[^/]*$/i.test(path)
    ? comments
    : /(?:liked_|story_likes)[^/]*$/i.test(path)
      ? { by: 'labels', kind: 'like', from: 'owner' }
      : { by: 'account', kind: 'follow', from: 'them' }

const interest = (path: JsonPath): Interest => {
  const [first] = path
  if (first === undefined) return 'enter'
  if (first === '*' || first === 'profile_v2') return 'take'
  return LISTS[first] === undefined ? 'pass' : path.length === 1 ? 'enter' : 'take'
}

/** An account by its name, which moved from `value` to `title` and stands in the address, too. */
function account(line: JsonObject): Identity | null {
  const [entry = {}] = objects(line['string_list_data'])
  const inAddress = /instagram\.com\/(?:_u\/)?([\w.]+)/i.exec(asText(entry['href']))?.[1]
  return handleIdentity((asText(entry['value']) || asText(line['title']) || (inAddress ?? '')).trim())
}

const declared = (list: List, them: Identity, since: unknown): SourceRecord[] => {
  const at = seconds(since)
  const ends: Pick<DeclarationRecord, 'from' | 'to'> =
    list.from === 'them' ? { from: them, to: 'owner' } : { from: 'owner', to: them }
  return [{ type: 'declaration', kind: list.kind ?? 'follow', ...ends, ...(at === null ? {} : { at }) }]
}

function readItem(list: List, item: JsonObject, options: ReadOptions): SourceRecord[] | string {
  switch (list.by) {
    case 'comment':
      return readComment(item)
    case 'labels':
      return readLabelledLike(item)
    case 'instagram-account':
      return readInstagramAccount(item, options)
    case 'facebook-account':
      return readFacebookAccount(item, options)
    case 'name': {
      const name = cleanName(repairText(asText(item['name'])))
      const identity = nameIdentity('facebook', name)
      if (identity === null) return 'it names nobody'
      return [
        { type: 'person', identities: [identity], name },
        ...declared(list, identity, item['timestamp']),
      ]
    }
    case 'account':
    case 'title': {
      const identity = list.by === 'title' ? handleIdentity(asText(item['title']).trim()) : account(item)
      if (identity === null) return 'it names no account'
      return declared(list, identity, objects(item['string_list_data'])[0]?.['timestamp'])
    }
  }
}

/** Followers, accounts followed, friends and requests, what the owner liked and wrote under posts, and who the owner is. */
export async function* readTies(entry: Entry, options: ReadOptions): AsyncIterable<Batch> {
  const batch = new Batching()
  const bare = bareList(entry.path)
  let number = 0
  for await (const { parts, bytes } of jsonParts(entry, interest)) {
    for (const { kind, path, text } of parts) {
      if (kind === 'damage') {
        batch.skip(`after row ${number}`, 'the file is cut or damaged here; what follows was not read')
      } else if (kind !== 'begin') {
        const where = `row ${++number}`
        const value = kind === 'value' ? parseJson(text) : undefined
        const list = path[0] === '*' ? bare : LISTS[path[0] ?? '']
        const result = isObject(value) && list ? readItem(list, value, options) : 'it is broken JSON'
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}
