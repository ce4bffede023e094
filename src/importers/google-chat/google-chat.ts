import { cleanName, mailIdentity } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry, Head, Importer } from '../importer.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { headText } from '../text/decode.ts'
import { headOf } from '../text/head.ts'
import { hashText } from '../text/hash.ts'
import { jsonList } from '../text/json-list.ts'
import { asText, isObject, jsonParts, parseJson, type JsonObject } from '../text/json-parts.ts'
import { TellOnce } from '../text/tell-once.ts'
import { countWords } from '../text/words.ts'
import { chatTime } from './chat-time.ts'
import { isHangouts, readHangouts } from './hangouts.ts'

const creatorOf = (message: JsonObject): JsonObject => {
  const creator = message['creator']
  return isObject(creator) ? creator : {}
}

/** The person who wrote a message; null for programs and for people without an address. */
function authorOf(message: JsonObject): Identity | null {
  const creator = creatorOf(message)
  return asText(creator['user_type']).toLowerCase() === 'bot' ? null : mailIdentity(asText(creator['email']))
}

type People = ReadonlyMap<string, Identity>

/** The members that `group_info.json` lists beside the messages; nobody where it is missing or damaged. */
async function membersOf(entry: Entry): Promise<People> {
  const members = new Map<string, Identity>()
  const info = entry.beside?.('group_info.json') ?? null
  if (info === null) return members
  try {
    for await (const { items } of jsonList(info, 'members')) {
      for (const item of items) {
        const member = 'value' in item && isObject(item.value) ? item.value : {}
        const isBot = asText(member['user_type']).toLowerCase() === 'bot'
        const identity = isBot ? null : mailIdentity(asText(member['email']))
        if (identity && members.size <= BULK_AUDIENCE + 1) members.set(identityKey(identity), identity)
      }
    }
  } catch {
    // It is told of by itself, when its turn comes; the messages are there without it.
  }
  return members
}

/** Everybody of a conversation, up to what makes it bulk: its members, and who wrote in it and left. */
async function everybodyIn(entry: Entry): Promise<People> {
  const everybody = new Map(await membersOf(entry))
  for await (const { items } of jsonList(entry, 'messages')) {
    for (const item of items) {
      const identity = 'value' in item && isObject(item.value) ? authorOf(item.value) : null
      if (identity && everybody.size <= BULK_AUDIENCE + 1) everybody.set(identityKey(identity), identity)
    }
  }
  return everybody
}

/** Turns the messages of one conversation into interactions with everybody else in it. */
class Conversation {
  private readonly everybody: People
  private readonly place: string
  private readonly tell = new TellOnce()

  constructor(everybody: People, place: string) {
    this.everybody = everybody
    this.place = place
  }

  read(message: JsonObject): readonly SourceRecord[] | string {
    const creator = creatorOf(message)
    if (asText(message['message_state']).toUpperCase() === 'DELETED') return 'a message that was deleted'
    if (asText(creator['user_type']).toLowerCase() === 'bot') return 'written by a program'
    const author = authorOf(message)
    if (!author) return 'it does not say who wrote it'
    const written = asText(message['created_date'])
    const instant = chatTime(written)
    const text = asText(message['text'])
    const id = asText(message['message_id'])
    const topic = asText(message['topic_id'])
    const name = cleanName(asText(creator['name']))
    const isCrowd = this.everybody.size > BULK_AUDIENCE + 1
    const others = isCrowd ? [] : [...this.everybody.values()].filter(({ value }) => value !== author.value)
    return [
      ...(name !== '' && this.tell.isNew(`${author.value}|${name}`)
        ? [{ type: 'person', identities: [author], name } as const]
        : []),
      {
        type: 'interaction',
        key: `google-chat:${id === '' ? `${this.place}|${written}|${author.value}|${hashText(text)}` : id}`,
        at: instant?.at ?? null,
        timeQuality: instant?.timeQuality ?? 'none',
        channel: 'message',
        participants: [
          { identity: author, role: 'from', ...(name === '' ? {} : { name }) },
          ...others.map((identity): Participant => ({ identity, role: 'to' })),
        ],
        bulk: isCrowd,
        words: countWords(text),
        ...(topic === '' ? {} : { thread: `google-chat:${topic}` }),
        ...about(text),
      },
    ]
  }
}

/** user_info.json: whose account it is. */
const isUserInfo = (text: string): boolean =>
  /^\s*\{\s*"user"\s*:\s*\{/.test(text) && /"user_type"\s*:/.test(text) && /"membership_info"\s*:/.test(text)

function ownerRecords(user: unknown): SourceRecord[] {
  const identity = isObject(user) ? mailIdentity(asText(user['email'])) : null
  if (!isObject(user) || identity === null) return []
  const name = cleanName(asText(user['name']))
  return [{ type: 'owner', basis: 'own', identity, ...(name === '' ? {} : { name }), count: 1 }]
}

async function* readUserInfo(entry: Entry): AsyncIterable<Batch> {
  const batch = new Batching()
  const steps = jsonParts(entry, ([first]) =>
    first === undefined ? 'enter' : first === 'user' ? 'take' : 'pass',
  )
  for await (const { parts } of steps) {
    for (const { kind, text } of parts) if (kind === 'value') batch.took(ownerRecords(parseJson(text)))
  }
  yield batch.flush(entry.size)
}

/** group_info.json: who belongs to a conversation, which is told with its messages. */
const isGroupInfo = (text: string): boolean =>
  /^\s*\{\s*(?:"name"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*)?"members"\s*:\s*\[\s*\{\s*"name"/.test(text) &&
  /"user_type"\s*:/.test(text)

/** Keys that stand within the first message of a conversation. */
function detect(head: Head): number {
  const text = headText(head)
  if (text === null) return 0
  if (isUserInfo(text) || isGroupInfo(text) || isHangouts(text)) return 0.95
  if (!/^\s*\{\s*"messages"\s*:\s*\[/.test(text)) return 0
  return /"creator"\s*:\s*\{/.test(text) && /"created_date"\s*:\s*"/.test(text) ? 0.95 : 0
}

/**
 * Google Chat from Takeout: `Google Chat/Groups/<conversation>/messages.json`. Google documents no fields;
 * these are the ones that several programs which read it agree on. People are known by their mail addresses, so that
 * they are those of the mailbox. Who belongs to a conversation stands in group_info.json beside it; without one, who writes in it.
 */
export const googleChat: Importer = {
  id: 'google-chat',
  title: 'Google Chat (Takeout)',
  reads:
    'Messages of conversations and spaces from the messages.json files of Google Takeout, and the Hangouts.json of older archives.',
  howToExport: [
    'Open takeout.google.com, choose Deselect all, then tick Google Chat.',
    'Choose Next step > Export once > .zip, then Create export.',
    'Google mails a link when it is ready: download the zip and give it to kith as it is.',
  ],
  detect,
  async *read(entry) {
    const text = headText(await headOf(entry)) ?? ''
    if (isUserInfo(text)) {
      yield* readUserInfo(entry)
      return
    }
    if (isHangouts(text)) {
      yield* readHangouts(entry)
      return
    }
    if (isGroupInfo(text)) {
      const batch = new Batching()
      batch.took([])
      yield batch.flush(entry.size)
      return
    }
    const folder = entry.path.split('/').at(-2) ?? ''
    const conversation = new Conversation(await everybodyIn(entry), folder)
    const batch = new Batching()
    for await (const { items, bytes } of jsonList(entry, 'messages')) {
      for (const item of items) {
        const result =
          'broken' in item
            ? item.broken
            : isObject(item.value)
              ? conversation.read(item.value)
              : 'it is no message'
        if (typeof result === 'string') batch.skip(`message ${item.number}`, result)
        else batch.took(result)
        if (batch.full) yield batch.flush(bytes)
      }
    }
    yield batch.flush(entry.size)
  },
}
