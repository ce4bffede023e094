import type { OwnerRecord, SourceRecord } from '#core/model/records.ts'
import { HEAD_BYTES, type Batch, type Entry, type Head, type Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { csvBlocks, firstRows } from '../text/csv.ts'
import { headText } from '../text/decode.ts'
import { headOf } from '../text/head.ts'
import { jsonList } from '../text/json-list.ts'
import { actorOf, isActor, readActor } from './actor.ts'
import { isNotes, readNote } from './misskey.ts'
import { readItem } from './outbox.ts'
import { actorIdentity, addressIdentity } from './people.ts'

/** More accounts than this have not made one archive. */
const MAX_OWNERS = 20

type Kind = 'actor' | 'collection' | 'follows' | 'muted' | 'notes' | 'misskey-follows'

function kindOf(text: string): Kind | null {
  const start = text.trimStart()
  if (start.startsWith('{')) {
    if (!start.includes('activitystreams')) return null
    if (/"type"\s*:\s*"OrderedCollection"/.test(start) && /"orderedItems"\s*:/.test(start))
      return 'collection'
    return isActor(start) ? 'actor' : null
  }
  if (isNotes(start)) return 'notes'
  if (MISSKEY_FOLLOW.test(start)) return 'misskey-follows'
  const [first, second] = (firstRows(start, 1)[0] ?? []).map((cell) => cell.trim().toLowerCase())
  if (first !== 'account address') return null
  return second === 'show boosts' ? 'follows' : second === 'hide notifications' ? 'muted' : null
}

const detect = (head: Head): number => {
  const text = headText(head)
  return text === null || kindOf(text) === null ? 0 : 0.95
}

/** Whether a collection says that it is likes.json; bookmarks are of the same form. */
const isLikes = (text: string): boolean => /"id"\s*:\s*"likes\.json"/.test(text.slice(0, HEAD_BYTES))

/** outbox.json, likes.json and bookmarks.json. */
async function* readCollection(entry: Entry, isLikes: boolean): AsyncIterable<Batch> {
  const batch = new Batching()
  const owners = new Map<string, number>()
  for await (const { items, bytes } of jsonList(entry, 'orderedItems')) {
    for (const item of items) {
      const where = `item ${item.number}`
      const result = 'broken' in item ? item.broken : readItem(item.value, isLikes)
      if (typeof result === 'string') batch.skip(where, result)
      else batch.took(result)
      const actor = 'value' in item ? actorOf(item.value) : ''
      if (actor !== '' && (owners.has(actor) || owners.size < MAX_OWNERS)) {
        owners.set(actor, (owners.get(actor) ?? 0) + 1)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  batch.add(
    [...owners].flatMap(([actor, count]): OwnerRecord[] => {
      const identity = actorIdentity(actor)
      return identity ? [{ type: 'owner', basis: 'own', identity, count }] : []
    }),
  )
  yield batch.flush(entry.size)
}

/** A row of following_accounts.csv, or why it gives nothing. */
function readFollow(address: string): readonly SourceRecord[] | string {
  const identity = addressIdentity(address)
  if (!identity) {
    return address.includes('@')
      ? 'its address is none of the form user@server'
      : 'an account without a server name: which one it is cannot be told'
  }
  const name = address.trim().replace(/^@/, '').replace(/@.*$/s, '')
  return [
    { type: 'person', identities: [identity], name },
    { type: 'declaration', kind: 'follow', from: 'owner', to: identity },
  ]
}

/** A line of Misskey's following.csv, which has no header: `bo@quay.example,withReplies=false`. */
const MISSKEY_FOLLOW = /^[^\s,@]+@[^\s,@]+,withReplies=(?:true|false)\r?(?:\n|$)/

/** notes.json of Misskey. */
async function* readNotes(entry: Entry): AsyncIterable<Batch> {
  const batch = new Batching()
  for await (const { items, bytes } of jsonList(entry, null)) {
    for (const item of items) {
      const result = 'broken' in item ? item.broken : readNote(item.value)
      if (typeof result === 'string') batch.skip(`note ${item.number}`, result)
      else batch.took(result)
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}

/** following_accounts.csv, and muted_accounts.csv, which says nothing of ties. */
async function* readAddresses(entry: Entry, kind: Kind): AsyncIterable<Batch> {
  const batch = new Batching()
  let isHeader = kind !== 'misskey-follows'
  for await (const { rows, bytes } of csvBlocks(entry)) {
    for (const row of rows) {
      if (isHeader) {
        isHeader = false
        continue
      }
      const cell = 'cells' in row ? (row.cells[0] ?? '') : ''
      const result = 'broken' in row ? row.broken : kind === 'muted' ? [] : readFollow(cell)
      if (typeof result === 'string') batch.skip(`row ${row.number}`, result)
      else batch.took(result)
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}

/**
 * The archive of a Mastodon account (collections of W3C ActivityPub and ActivityStreams 2.0;
 * docs.joinmastodon.org/user/moving) and the CSV of followed accounts, as Mastodon's
 * export writes them; GoToSocial and Pleroma write the same. There is no file of followers. Of Misskey its notes.json and
 * following.csv (ExportNotesProcessorService and ExportFollowingProcessorService in its source).
 */
export const mastodon: Importer = {
  id: 'mastodon',
  title: 'Mastodon archive',
  reads: 'Posts that name people, direct messages and followed accounts from a Mastodon archive.',
  howToExport: [
    'On your server open Preferences > Import and export > Data export.',
    'Choose Request your archive; a link comes by mail when it is ready. It can be asked for once a week.',
    'On the same page download the CSV of "You follow".',
    'Give kith the archive as it is, and following_accounts.csv.',
    'Misskey: Settings > Import/Export, and export "All notes" and "Following"; both files come into your Drive.',
  ],
  detect,
  async *read(entry) {
    const start = headText(await headOf(entry)) ?? ''
    const kind = kindOf(start)
    if (kind === 'follows' || kind === 'muted' || kind === 'misskey-follows')
      yield* readAddresses(entry, kind)
    else if (kind === 'notes') yield* readNotes(entry)
    else if (kind === 'actor') {
      const batch = new Batching()
      batch.took(await readActor(entry))
      yield batch.flush(entry.size)
    } else yield* readCollection(entry, isLikes(start))
  },
}
