import { cleanName, nameIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { DeclarationRecord, SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry } from '../importer.ts'
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
import { isPlausible } from '../text/time.ts'
import { repairText } from './mojibake.ts'

type Tie = 'follower' | 'following' | 'friend' | 'like'

/** The lists that are read; a bare list of this form is that of the followers. */
const LISTS: Readonly<Record<string, Tie>> = {
  '*': 'follower',
  relationships_followers: 'follower',
  relationships_following: 'following',
  likes_media_likes: 'like',
  likes_comment_likes: 'like',
  friends_v2: 'friend',
  friends: 'friend',
}

const interest = (path: JsonPath): Interest => {
  const [first] = path
  if (first === undefined) return 'enter'
  if (first === '*') return 'take'
  return LISTS[first] === undefined ? 'pass' : path.length === 1 ? 'enter' : 'take'
}

/** An account of Instagram; null for what is no name of one. */
export const handleIdentity = (handle: string): Identity | null =>
  /^[\w.]{1,30}$/.test(handle) ? { kind: 'handle', value: `instagram:${handle.toLowerCase()}` } : null

/** An account by its name, which moved from `value` to `title` and stands in the address, too. */
function account(line: JsonObject): Identity | null {
  const [entry = {}] = objects(line['string_list_data'])
  const inAddress = /instagram\.com\/(?:_u\/)?([\w.]+)/i.exec(asText(entry['href']))?.[1]
  return handleIdentity((asText(entry['value']) || asText(line['title']) || (inAddress ?? '')).trim())
}

const time = (seconds: unknown): { at: number } | undefined => {
  const at = Number(asText(seconds)) * 1_000
  return at > 0 && isPlausible(at) ? { at } : undefined
}

function readTie(tie: Tie, line: JsonObject): SourceRecord[] | string {
  if (tie === 'friend') {
    const name = cleanName(repairText(asText(line['name'])))
    const identity = nameIdentity('facebook', name)
    if (identity === null) return 'it names nobody'
    return [
      { type: 'person', identities: [identity], name },
      { type: 'declaration', kind: 'connection', from: 'owner', to: identity, ...time(line['timestamp']) },
    ]
  }
  const identity = tie === 'like' ? handleIdentity(asText(line['title']).trim()) : account(line)
  if (identity === null) return 'it names no account'
  const ends: Pick<DeclarationRecord, 'from' | 'to'> =
    tie === 'follower' ? { from: identity, to: 'owner' } : { from: 'owner', to: identity }
  return [
    {
      type: 'declaration',
      kind: tie === 'like' ? 'like' : 'follow',
      ...ends,
      ...time(objects(line['string_list_data'])[0]?.['timestamp']),
    },
  ]
}

/** Followers, accounts followed, friends, and whose posts and comments the owner liked. */
export async function* readTies(entry: Entry): AsyncIterable<Batch> {
  const batch = new Batching()
  let number = 0
  for await (const { parts, bytes } of jsonParts(entry, interest)) {
    for (const { kind, path, text } of parts) {
      if (kind === 'damage') {
        batch.skip(`after row ${number}`, 'the file is cut or damaged here; what follows was not read')
      } else if (kind !== 'begin') {
        const where = `row ${++number}`
        const value = kind === 'value' ? parseJson(text) : undefined
        const tie = LISTS[path[0] ?? '']
        const result = isObject(value) && tie ? readTie(tie, value) : 'it is broken JSON'
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}
