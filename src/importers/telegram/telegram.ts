import { cleanName, nameIdentity } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import type { Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, Someone, SourceRecord } from '#core/model/records.ts'
import type { Head, Importer, ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { headText } from '../text/decode.ts'
import { hashText } from '../text/hash.ts'
import { asText, type JsonObject } from '../text/json-parts.ts'
import { TellOnce } from '../text/tell-once.ts'
import { isPlausible, parseIso, type Instant } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { items, survey, writerKey, type Chat, type Survey } from './chats.ts'

/** Chats with nobody, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  saved_messages: 'a note to oneself',
  bot_chat: 'a chat with a program',
  replies: 'a copy of a reply to a channel',
  verify_codes: 'a chat with a program',
  private_channel: 'a post of a channel, not of a person',
  public_channel: 'a post of a channel, not of a person',
}

const writerIdentity = (key: string): Identity | null =>
  key.startsWith('?')
    ? nameIdentity('telegram', key.slice(1))
    : { kind: 'handle', value: `telegram:${key.toLowerCase()}` }

function readTime(message: JsonObject, options: ReadOptions): Instant {
  const seconds = asText(message['date_unixtime'])
  const at = /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1_000 : NaN
  if (isPlausible(at)) return { at, timeQuality: 'exact' }
  return parseIso(asText(message['date']), options.timeZone) ?? { at: NaN, timeQuality: 'none' }
}

/** A text: a string, or a list of strings and of objects that hold one. */
function flatText(text: unknown): string {
  if (!Array.isArray(text)) return asText(text)
  return text
    .map((part: unknown) => (typeof part === 'string' ? part : asText((part as JsonObject | null)?.['text'])))
    .join('')
}

const fullName = (value: JsonObject): string =>
  cleanName(`${asText(value['first_name'])} ${asText(value['last_name'])}`)

/** The identities of a person of the address book, or of the owner. */
function identitiesOf(value: JsonObject, region: string | null): Identity[] {
  const id = asText(value['user_id'])
  const phone = phoneIdentity(asText(value['phone_number']), region)
  return [
    ...(id === '' || id === '0' ? [] : [{ kind: 'handle', value: `telegram:user${id}` } as const]),
    ...(phone ? [phone] : []),
  ]
}

function ownerRecords(value: JsonObject, region: string | null): SourceRecord[] {
  const name = fullName(value)
  return identitiesOf(value, region).map((identity) => ({
    type: 'owner',
    basis: 'own',
    identity,
    ...(name === '' ? {} : { name }),
    count: 1,
  }))
}

function contactRecords(value: JsonObject, options: ReadOptions): SourceRecord[] | string {
  const identities = identitiesOf(value, options.region)
  const [first] = identities
  if (first === undefined) return 'the contact has no complete telephone number'
  const name = fullName(value)
  const { at } = readTime(value, options)
  return [
    { type: 'person', identities, ...(name === '' ? {} : { name }) },
    {
      type: 'declaration',
      kind: 'address-book',
      from: 'owner',
      to: first,
      ...(Number.isNaN(at) ? {} : { at }),
    },
  ]
}

/** Turns messages into interactions, with what the first look found. */
class Conversation {
  private readonly known: Survey
  private readonly options: ReadOptions
  private readonly tell = new TellOnce()
  private readonly owners = new Map<string, number>()

  constructor(known: Survey, options: ReadOptions) {
    this.known = known
    this.options = options
  }

  /** In a chat of two the other one gives the chat its id, so that who else writes is the owner. */
  private isOwner(key: string, chat: Chat): boolean {
    if (key === this.known.owner) return true
    return (
      chat.type === 'personal_chat' && chat.id !== '' && key.startsWith('user') && key !== `user${chat.id}`
    )
  }

  private someone(key: string, chat: Chat): Someone | null {
    return this.isOwner(key, chat) ? 'owner' : writerIdentity(key)
  }

  private audience(writer: string, chat: Chat): { others: Someone[]; isCrowd: boolean } {
    if (chat.type === 'personal_chat' && chat.id !== '') {
      return {
        others: [this.isOwner(writer, chat) ? { kind: 'handle', value: `telegram:user${chat.id}` } : 'owner'],
        isCrowd: false,
      }
    }
    const writers = this.known.writers.get(chat.place) ?? new Set()
    const isCrowd = writers.size > BULK_AUDIENCE + 1
    const seen = new Set<Someone>()
    // Whose export it is belongs to the group, even without ever writing in it.
    if (this.known.owner !== null && !this.isOwner(writer, chat)) seen.add('owner')
    for (const key of isCrowd ? [] : writers) {
      const other = key === writer ? null : this.someone(key, chat)
      if (other !== null) seen.add(other)
    }
    return { others: [...seen], isCrowd }
  }

  /** The records of a message, or why it gives none. */
  read(message: JsonObject, chat: Chat): SourceRecord[] | string {
    const leftOut = LEFT_OUT[chat.type]
    if (leftOut !== undefined) return leftOut
    const isService = message['type'] === 'service'
    const isCall = isService && message['action'] === 'phone_call'
    if (isService && !isCall) return 'a notice of Telegram, not a message'
    if (isCall && !(Number(message['duration_seconds']) > 0)) return 'a call that was not answered'
    const writer = isCall
      ? writerKey({ from_id: message['actor_id'], from: message['actor'] })
      : writerKey(message)
    if (writer === '') return 'it does not say who wrote it'
    if (writer.startsWith('channel')) return 'a post of a channel, not of a person'
    const identity = this.someone(writer, chat)
    if (identity === null) return 'the name of who wrote it is empty'
    const { at, timeQuality } = readTime(message, this.options)
    const name = cleanName(asText(message[isCall ? 'actor' : 'from']))
    const { others, isCrowd } = this.audience(writer, chat)
    const text = flatText(message['text'])
    const place = chat.id === '' ? hashText(chat.name) : chat.id
    const id = asText(message['id'])
    const time = Number.isNaN(at) ? null : at
    if (identity === 'owner' && writer !== this.known.owner) {
      this.owners.set(writer, (this.owners.get(writer) ?? 0) + 1)
    }
    const records: SourceRecord[] = [
      {
        type: 'interaction',
        key: `telegram:${place}|${id === '' ? `${time}|${writer}|${hashText(text)}` : id}`,
        at: time,
        timeQuality,
        channel: isCall ? 'call' : 'message',
        participants: [
          { identity, role: isCall ? 'organiser' : 'from', ...(name === '' ? {} : { name }) },
          ...others.map((other): Participant => ({ identity: other, role: isCall ? 'attendee' : 'to' })),
        ],
        bulk: isCrowd,
        ...(isCall ? {} : { words: countWords(text), ...about(text) }),
        thread: `telegram:${place}`,
      },
    ]
    if (identity !== 'owner' && name !== '' && this.tell.isNew(`${writer}|${name}`)) {
      records.push({ type: 'person', identities: [identity], name })
    }
    const peer = cleanName(chat.name)
    if (
      chat.type === 'personal_chat' &&
      chat.id !== '' &&
      peer !== '' &&
      this.tell.isNew(`user${chat.id}|${peer}`)
    ) {
      records.push({
        type: 'person',
        identities: [{ kind: 'handle', value: `telegram:user${chat.id}` }],
        name: peer,
      })
    }
    return records
  }

  /** Who the owner is, where no personal information says so but chats of two do. */
  *ownerHints(): Iterable<SourceRecord> {
    for (const [key, count] of this.owners) {
      const identity = writerIdentity(key)
      if (identity) yield { type: 'owner', basis: 'own', identity, count }
    }
  }
}

const CHAT_TYPE =
  /"type"\s*:\s*"(?:(?:personal|bot)_chat|saved_messages|(?:private|public)_(?:group|supergroup|channel))"/

/** Keys that stand in a result.json within its first messages. */
function detect(head: Head): number {
  const text = headText(head)
  if (text === null || !/^\s*\{/.test(text)) return 0
  const isExport =
    /"(?:personal_information|contacts|chats|left_chats|frequent_contacts)"\s*:\s*\{/.test(text) &&
    /"list"\s*:\s*\[|"user_id"\s*:/.test(text)
  // Until 2021 messages had no date_unixtime; then the type of the chat tells.
  const isDated =
    /"date_unixtime"\s*:\s*"?\d/.test(text) ||
    (CHAT_TYPE.test(text) && /"date"\s*:\s*"\d{4}-\d\d-\d\dT/.test(text))
  if (isExport && (isDated || /"about"\s*:\s*"[^"]*Telegram/.test(text))) return 0.95
  return isDated && /"messages"\s*:\s*\[/.test(text) ? 0.95 : 0
}

/**
 * Exports of Telegram Desktop as JSON (`result.json`), of one chat or of everything; of any size. Read from the
 * exporter's own source (tdesktop, export_output_json.cpp): ids are text, times of `date` have no zone, control characters are written as `\xNN`. Read
 * twice, since who belongs to a group is only seen from who writes in it.
 */
export const telegram: Importer = {
  id: 'telegram',
  title: 'Telegram export',
  reads: 'Messages, calls and contacts from the result.json of Telegram Desktop.',
  howToExport: [
    'Install Telegram Desktop; the apps for telephones cannot export.',
    'Settings > Advanced > Export Telegram data; tick contacts, personal chats and private groups, no media.',
    'Choose the format "Machine-readable JSON" and wait (up to a day for a new device).',
    'Import the file result.json from the folder that it made.',
  ],
  detect,
  async *read(entry, options) {
    const known = await survey(entry)
    const conversation = new Conversation(known, options)
    const batch = new Batching()
    let contacts = 0
    let messages = 0
    let isAny = false
    for await (const step of items(entry)) {
      for (const item of step.items) {
        if (item.kind === 'owner') batch.took(ownerRecords(item.value, options.region))
        else if (item.kind === 'broken') {
          const number =
            item.what === 'message' ? ++messages : item.what === 'contact' ? ++contacts : messages
          batch.skip(item.what === 'file' ? `after message ${number}` : `${item.what} ${number}`, item.reason)
        } else {
          const where = item.kind === 'contact' ? `contact ${++contacts}` : `message ${++messages}`
          const result =
            item.kind === 'contact'
              ? contactRecords(item.value, options)
              : conversation.read(item.value, item.chat)
          if (typeof result === 'string') batch.skip(where, result)
          else batch.took(result)
        }
        isAny ||= item.kind !== 'broken'
        if (batch.full) yield batch.flush(step.bytes)
      }
    }
    if (!isAny) {
      throw new KithError(
        'unreadable',
        `${entry.path} holds no Telegram messages or contacts. Export again and choose "Machine-readable JSON".`,
      )
    }
    batch.add(conversation.ownerHints())
    yield batch.flush(entry.size)
  },
}
