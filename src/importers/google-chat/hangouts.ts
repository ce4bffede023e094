import { cleanName, mailIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, Someone, SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { DAMAGED, NO_JSON, TOO_LARGE } from '../text/json-list.ts'
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
import { TellOnce } from '../text/tell-once.ts'
import { countWords } from '../text/words.ts'

/**
 * Hangouts.json as Takeout gave it until Hangouts ended in 2022: all conversations in one file. From 2018 on
 * `conversations: [{ conversation, events }]`, before `conversation_state: [{ conversation_state: { conversation,
 * event } }]`. Google documents no fields; these are the ones that several programs which read it agree on.
 */
export const isHangouts = (text: string): boolean =>
  /^\s*\{\s*"(?:conversations|conversation_state|continuation_end_timestamp)"\s*:/.test(text) &&
  /"gaia_id"\s*:/.test(text) &&
  /"(?:self_conversation_state|participant_data)"\s*:/.test(text)

const LISTS: ReadonlySet<string> = new Set(['conversations', 'conversation_state'])
const EVENTS: ReadonlySet<string> = new Set(['events', 'event'])

/** The part of a path within one conversation; null outside of conversations. */
function within(path: JsonPath): JsonPath | null {
  const [list = '', star] = path
  if (!LISTS.has(list) || star !== '*') return null
  const inner = path.slice(2)
  return list === 'conversation_state' && inner[0] === 'conversation_state' ? inner.slice(1) : inner
}

const isEvent = (path: JsonPath): boolean => {
  const inner = within(path)
  return inner?.length === 2 && EVENTS.has(inner[0] ?? '')
}

/** Who belongs to a conversation, and its events or not. */
const interest =
  (events: boolean) =>
  (path: JsonPath): Interest => {
    if (path.length === 0 || (path.length === 1 && LISTS.has(path[0] ?? ''))) return 'enter'
    const inner = within(path)
    if (inner === null) return 'pass'
    if (inner.length === 0) return 'enter'
    if (EVENTS.has(inner[0] ?? '')) return inner.length > 1 ? 'take' : events ? 'enter' : 'pass'
    return !events && inner.length === 1 && inner[0] === 'conversation' ? 'take' : 'pass'
  }

const isConversation = (path: JsonPath): boolean => path.length === 2 && within(path)?.length === 0

type Person = { readonly identities: readonly [Identity, ...Identity[]]; readonly name: string }

type Conversation = {
  readonly id: string
  /** Everybody in it, by their number at Google, up to what makes it bulk. */
  readonly people: ReadonlyMap<string, Person>
  readonly owner: string
}

const NOBODY: Conversation = { id: '', people: new Map(), owner: '' }

const child = (value: unknown, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined
  return isObject(found) ? found : {}
}

/** The number of an account at Google; the same in all conversations. */
const numberOf = (id: unknown): string => (isObject(id) ? asText(id['gaia_id']) || asText(id['chat_id']) : '')

function personOf(data: JsonObject): Person | null {
  const number = numberOf(data['id'])
  const name = cleanName(asText(data['fallback_name']))
  const found = [
    // Somebody reached by SMS has a number of their own that stands for the telephone.
    phoneIdentity(asText(child(data, 'phone_number')['e164']), null),
    mailIdentity(name),
    number === '' ? null : ({ kind: 'handle', value: `google:${number}` } as const),
  ].filter((one) => one !== null)
  const [first, ...rest] = found
  return first ? { identities: [first, ...rest], name: name.includes('@') ? '' : name } : null
}

/** A conversation from its description, which older files wrap once less. */
function conversationOf(text: string): Conversation {
  const value = parseJson(text)
  if (!isObject(value)) return NOBODY
  const inner = isObject(value['conversation']) ? value['conversation'] : value
  const people = new Map<string, Person>()
  for (const data of objects(inner['participant_data'])) {
    const person = personOf(data)
    if (person && people.size <= BULK_AUDIENCE + 1) people.set(numberOf(data['id']), person)
  }
  const own = child(child(inner['self_conversation_state'], 'self_read_state'), 'participant_id')
  const id = asText(child(value, 'conversation_id')['id']) || asText(child(inner, 'id')['id'])
  return { id, people, owner: numberOf(own) }
}

/** All conversations of the file in their order. */
async function conversationsOf(entry: Entry): Promise<readonly Conversation[]> {
  const all: Conversation[] = []
  for await (const { parts } of jsonParts(entry, interest(false))) {
    for (const { kind, path, text } of parts) {
      if (kind === 'begin' && isConversation(path)) all.push(NOBODY)
      else if (kind === 'value' && all.length > 0) all[all.length - 1] = conversationOf(text)
    }
  }
  return all
}

const textOf = (message: JsonObject): string =>
  objects(child(message, 'message_content')['segment'])
    .map((segment) => (asText(segment['type']) === 'LINE_BREAK' ? '\n' : asText(segment['text'])))
    .join('')

/** Turns the events of a file into interactions. */
class Events {
  private readonly tell = new TellOnce()

  read(event: JsonObject, { id, people, owner }: Conversation): SourceRecord[] | string {
    const call = isObject(event['hangout_event']) ? event['hangout_event'] : null
    const message = isObject(event['chat_message']) ? event['chat_message'] : null
    if (call && asText(call['event_type']) !== 'END_HANGOUT')
      return 'the beginning of a call; its end is read'
    if (!call && !message) return 'somebody came, left or renamed the conversation'
    const sender = numberOf(event['sender_id'])
    if (sender === '') return 'it does not say who wrote it'
    const self = numberOf(child(event['self_event_state'], 'user_id')) || owner
    const someone = (number: string): Someone =>
      number === self
        ? 'owner'
        : (people.get(number)?.identities[0] ?? { kind: 'handle', value: `google:${number}` })
    const there = call ? objects(call['participant_id']).map(numberOf) : [...people.keys()]
    const others = [...new Set(there)].filter((number) => number !== '' && number !== sender)
    if (call && others.length === 0) return 'a call that was not answered'
    const isCrowd = others.length > BULK_AUDIENCE
    const name = people.get(sender)?.name ?? ''
    const stamp = asText(event['timestamp'])
    const ms = /^\d{1,17}$/.test(stamp) ? Math.floor(Number(stamp) / 1_000) : 0
    const at = ms > 0 && isPlausible(ms) ? ms : null
    const text = message ? textOf(message) : ''
    return [
      {
        type: 'interaction',
        key: `hangouts:${asText(event['event_id']) || `${id}|${stamp}|${sender}`}`,
        at,
        timeQuality: at === null ? 'none' : 'exact',
        channel: call ? 'call' : 'message',
        participants: [
          { identity: someone(sender), role: call ? 'organiser' : 'from', ...(name === '' ? {} : { name }) },
          ...(isCrowd ? [] : others).map((number): Participant => ({
            identity: someone(number),
            role: call ? 'attendee' : 'to',
          })),
        ],
        bulk: isCrowd,
        ...(id === '' ? {} : { thread: `hangouts:${id}` }),
        ...(call ? {} : { words: countWords(text), ...about(text) }),
      },
    ]
  }

  /** Everybody of a conversation, told once. */
  *people({ people, owner }: Conversation): Iterable<SourceRecord> {
    for (const [number, { identities, name }] of people) {
      if (!this.tell.isNew(`${number}|${name}`)) continue
      if (name !== '' || identities.length > 1)
        yield { type: 'person', identities, ...(name === '' ? {} : { name }) }
      const [identity] = identities
      if (number === owner)
        yield { type: 'owner', basis: 'own', identity, ...(name === '' ? {} : { name }), count: 1 }
    }
  }
}

export async function* readHangouts(entry: Entry): AsyncIterable<Batch> {
  const conversations = await conversationsOf(entry)
  const events = new Events()
  const batch = new Batching()
  let place = -1
  let number = 0
  for await (const { parts, bytes } of jsonParts(entry, interest(true))) {
    for (const { kind, path, text } of parts) {
      const conversation = conversations[place] ?? NOBODY
      if (kind === 'damage') batch.skip(`message ${++number}`, DAMAGED)
      else if (kind === 'begin') {
        if (isConversation(path)) batch.add(events.people(conversations[++place] ?? NOBODY))
      } else if (isEvent(path)) {
        const where = `message ${++number}`
        const value = kind === 'value' ? parseJson(text) : undefined
        const result =
          kind === 'large' ? TOO_LARGE : isObject(value) ? events.read(value, conversation) : NO_JSON
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}
