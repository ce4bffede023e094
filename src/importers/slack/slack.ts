import { cleanName, mailIdentity } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, SourceRecord } from '#core/model/records.ts'
import type { Entry, Head, Importer } from '../importer.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { headText } from '../text/decode.ts'
import {
  asText,
  isObject,
  jsonParts,
  parseJson,
  type Interest,
  type JsonObject,
  type JsonPath,
} from '../text/json-parts.ts'
import { TellOnce } from '../text/tell-once.ts'
import { isPlausible } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { huddleRoom, readHuddle } from './huddle.ts'

/** Subtypes that a person writes; all others are notices of Slack or of programs. */
const WRITTEN = new Set([
  '',
  'file_share',
  'file_comment',
  'me_message',
  'thread_broadcast',
  'reply_broadcast',
  'file_mention',
])
const MENTION = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g
/** Links, channels and groups within a text: `<https://…|shown>`, `<#C1|name>`, `<!here>`. */
const LINK = /<(?:https?:|mailto:|#|!)[^<>]*>/g
/** The number of a member: Slack gives it only capitals and digits. */
const MEMBER = /^[UW][A-Z0-9]{2,}$/
/** Slack's own helper. */
const SLACKBOT = 'USLACKBOT'

const elements = (path: JsonPath): Interest => (path.length === 0 ? 'enter' : 'take')

const memberIdentity = (id: string): Identity | null =>
  MEMBER.test(id) && id !== SLACKBOT ? { kind: 'handle', value: `slack:${id.toLowerCase()}` } : null

/** A conversation, by the folder in which its day files lie. */
type Place = { readonly name: string; readonly isPrivate: boolean }

/** Direct messages lie in folders named by their number, those of several in `mpdm-…`; all others are channels. */
function placeOf(path: string): Place {
  const name = path.split('/').at(-2) ?? ''
  return { name, isPrivate: /^D[A-Z0-9]{6,}$/.test(name) || name.startsWith('mpdm-') }
}

const firstText = (...values: readonly unknown[]): string => {
  for (const value of values) {
    const name = cleanName(asText(value))
    if (name !== '') return name
  }
  return ''
}

/** A line of users.json. */
function userRecords(user: JsonObject): SourceRecord[] | string {
  const identity = memberIdentity(asText(user['id']))
  if (user['is_bot'] === true || asText(user['id']) === SLACKBOT) return 'a program, not a person'
  if (identity === null) return 'it has no number of a member'
  const profile = isObject(user['profile']) ? user['profile'] : {}
  const mail = mailIdentity(asText(profile['email']))
  const name = firstText(profile['real_name'], user['real_name'], profile['display_name'], user['name'])
  const title = cleanName(asText(profile['title']))
  return [
    {
      type: 'person',
      identities: mail ? [identity, mail] : [identity],
      ...(name === '' ? {} : { name }),
      ...(title === '' ? {} : { title }),
    },
  ]
}

/** Whose message it is; comments on files name their author within. */
const authorOf = (message: JsonObject): string => {
  const comment = isObject(message['comment']) ? message['comment'] : {}
  return asText(message['user']) || asText(comment['user'])
}

/** Turns the messages of a day into interactions. */
class Day {
  private readonly place: Place
  /** Who takes part in a private conversation. */
  private readonly members: ReadonlyMap<string, Identity>
  private readonly tell = new TellOnce()

  constructor(place: Place, members: ReadonlyMap<string, Identity>) {
    this.place = place
    this.members = members
  }

  read(message: JsonObject): SourceRecord[] | string {
    const subtype = asText(message['subtype'])
    const room = huddleRoom(message)
    if (room !== null) return readHuddle(room, this.place.name, memberIdentity)
    if (subtype === 'bot_message' || asText(message['user']) === SLACKBOT) return 'written by a program'
    if (!WRITTEN.has(subtype)) return `a notice of Slack (${cleanName(subtype)})`
    const author = memberIdentity(authorOf(message))
    if (author === null) return 'it does not say which member wrote it'
    const ts = asText(message['ts'])
    const at = /^\d{1,12}(?:\.\d{1,9})?$/.test(ts) ? Math.floor(Number(ts) * 1_000) : NaN
    if (!isPlausible(at) || at <= 0) return 'its time is no time'
    const text = asText(message['text'])
    const said = text.replace(MENTION, ' ')
    const others = this.place.isPrivate ? new Map(this.members) : this.addressed(message, text)
    others.delete(identityKey(author))
    const profile = isObject(message['user_profile']) ? message['user_profile'] : {}
    const name = firstText(profile['real_name'], profile['display_name'])
    const role = this.place.isPrivate ? 'to' : 'mentioned'
    const thread = asText(message['thread_ts'])
    const records: SourceRecord[] = [
      {
        type: 'interaction',
        key: `slack:${this.place.name}|${ts}|${author.value}`,
        at,
        timeQuality: 'exact',
        channel: this.place.isPrivate ? 'message' : 'post',
        participants: [
          { identity: author, role: 'from', ...(name === '' ? {} : { name }) },
          ...[...others.values()].map((identity): Participant => ({ identity, role })),
        ],
        bulk: others.size > BULK_AUDIENCE,
        words: countWords(said),
        ...about(said.replace(LINK, ' ')),
        thread: `slack:${this.place.name}${thread === '' ? '' : `|${thread}`}`,
      },
    ]
    if (name !== '' && this.tell.isNew(`${author.value}|${name}`)) {
      records.push({ type: 'person', identities: [author], name })
    }
    return records
  }

  /** In a channel: those whom the message names, and who began the thread it answers. */
  private addressed(message: JsonObject, text: string): Map<string, Identity> {
    const found = new Map<string, Identity>()
    for (const id of [
      asText(message['parent_user_id']),
      ...Array.from(text.matchAll(MENTION), ([, one]) => one ?? ''),
    ]) {
      const identity = memberIdentity(id)
      if (identity) found.set(identityKey(identity), identity)
    }
    return found
  }
}

type Kind = 'messages' | 'users' | 'conversations'

/** What a line is, by its keys; null for anything else. */
function kindOf(line: JsonObject): Kind | null {
  const id = asText(line['id'])
  if (/^\d{9,}\.\d+$/.test(asText(line['ts'])) && ('text' in line || 'user' in line)) return 'messages'
  if (MEMBER.test(id) && ('profile' in line || 'team_id' in line)) return 'users'
  return /^[CGD][A-Z0-9]{2,}$/.test(id) && Array.isArray(line['members']) ? 'conversations' : null
}

/** The beginning of a list of messages, users or conversations, told by keys alone: the first line may be cut. */
function detect(head: Head): number {
  const text = headText(head)
  const line = text === null ? null : /^\s*\[\s*\{([^]*)/.exec(text)?.[1]
  if (line === null || line === undefined) return 0
  if (/"ts"\s*:\s*"\d{9,}\.\d+"/.test(line) && /"(?:user|text|bot_id|subtype)"\s*:/.test(line)) return 0.95
  if (/^\s*"id"\s*:\s*"[UW][A-Z0-9]{2,}"/.test(line) && /"(?:profile|team_id)"\s*:/.test(line)) return 0.95
  return /^\s*"id"\s*:\s*"[CGD][A-Z0-9]{2,}"/.test(line) && /"members"\s*:\s*\[/.test(line) ? 0.9 : 0
}

/** Everybody who writes in a file, up to what makes it bulk. */
async function writersOf(entry: Entry): Promise<ReadonlyMap<string, Identity>> {
  const writers = new Map<string, Identity>()
  for await (const { parts } of jsonParts(entry, elements)) {
    for (const { kind, text } of parts) {
      const value = kind === 'value' ? parseJson(text) : null
      const identity = isObject(value) ? memberIdentity(authorOf(value)) : null
      if (identity && writers.size <= BULK_AUDIENCE + 1) writers.set(identityKey(identity), identity)
    }
  }
  return writers
}

/** Where the members of private conversations are listed, from the folder of one of them. */
const MEMBER_LISTS = ['../dms.json', '../mpims.json', '../groups.json']

type Members = ReadonlyMap<string, ReadonlyMap<string, Identity>>

/** What each list says, by conversation: it is read once, and not for every day file. */
const listed = new WeakMap<Entry, Promise<Members>>()

/** The members of each conversation in a list, by its number and by its name; empty where it cannot be read. */
async function readMembers(list: Entry): Promise<Members> {
  const found = new Map<string, ReadonlyMap<string, Identity>>()
  try {
    for await (const { parts } of jsonParts(list, elements)) {
      for (const { kind, text } of parts) {
        const value = kind === 'value' ? parseJson(text) : null
        if (!isObject(value) || kindOf(value) !== 'conversations' || !Array.isArray(value['members']))
          continue
        const members = new Map<string, Identity>()
        for (const id of value['members'].slice(0, BULK_AUDIENCE + 2)) {
          const identity = memberIdentity(asText(id))
          if (identity) members.set(identityKey(identity), identity)
        }
        for (const name of [asText(value['id']), asText(value['name'])])
          if (name !== '') found.set(name, members)
      }
    }
  } catch {
    // The list is told of by itself, when its turn comes; the messages are there without it.
  }
  return found
}

/** Who takes part in a private conversation: its members, where the export lists them, and all who write in the file. */
async function membersOf(entry: Entry, { name }: Place): Promise<ReadonlyMap<string, Identity>> {
  const writers = await writersOf(entry)
  for (const path of MEMBER_LISTS) {
    const list = entry.beside?.(path) ?? null
    if (list === null) continue
    let read = listed.get(list)
    if (read === undefined) listed.set(list, (read = readMembers(list)))
    const members = (await read).get(name)
    if (members !== undefined) return new Map([...members, ...writers])
  }
  return writers
}

/**
 * Exports of a Slack workspace: users.json, the lists of conversations, and a file a day in the folder of each
 * conversation (slack.com/help/articles/220556107). A message's own `ts` is its time: a third of a real export lies
 * in the file of another day. Whom a direct message reached stands in dms.json or mpims.json beside the folders; where
 * these are missing, those take part who write that day.
 */
export const slack: Importer = {
  id: 'slack',
  title: 'Slack export',
  reads:
    'Members, direct messages, and mentions and replies in channels from the export of a Slack workspace.',
  howToExport: [
    'An owner or admin of the workspace opens Tools & settings > Workspace settings > Import/export data.',
    'Choose Export, the range "Entire history", and start the export.',
    'Direct messages and private channels are in it only where Slack lets the owner export all conversations.',
    'Download the zip from the link in the mail; import it as it is.',
  ],
  detect,
  async *read(entry) {
    const place = placeOf(entry.path)
    const day = new Day(place, place.isPrivate ? await membersOf(entry, place) : new Map())
    const batch = new Batching()
    let number = 0
    let isAny = false
    for await (const { parts, bytes } of jsonParts(entry, elements)) {
      for (const { kind, text } of parts) {
        if (kind === 'begin') continue
        if (kind === 'damage') {
          batch.skip(`after record ${number}`, 'the file is cut or damaged here; what follows was not read')
          continue
        }
        const where = `record ${++number}`
        const value = kind === 'value' ? parseJson(text) : undefined
        if (!isObject(value)) batch.skip(where, kind === 'large' ? 'it is too large' : 'it is broken JSON')
        else {
          const what = kindOf(value)
          isAny ||= what !== null
          const result =
            what === 'users'
              ? userRecords(value)
              : what === 'messages'
                ? day.read(value)
                : what === 'conversations'
                  ? []
                  : 'it is neither a message nor a member'
          if (typeof result === 'string') batch.skip(where, result)
          else batch.took(result)
        }
        if (batch.full) yield batch.flush(bytes)
      }
    }
    if (!isAny) {
      throw new KithError(
        'unreadable',
        `${entry.path} holds no messages or members of Slack. Import the zip of the workspace export as it is.`,
      )
    }
    yield batch.flush(entry.size)
  },
}
