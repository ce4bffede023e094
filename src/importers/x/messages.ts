import type { Identity } from '#core/model/identity.ts'
import type { InteractionRecord, Participant, SourceRecord } from '#core/model/records.ts'
import type { Batch, Entry } from '../importer.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { DAMAGED, noList, NO_JSON, TOO_LARGE } from '../text/json-list.ts'
import { asText, isObject, jsonParts, parseJson, type Interest, type JsonPath } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { countWords, plainText } from '../text/words.ts'
import { Members } from './groups.ts'
import { accountIdentity } from './people.ts'

const LIST = '*/dmConversation/messages'
const ID = '*/dmConversation/conversationId'

function interest(path: JsonPath): Interest {
  if (path.length === 0) return 'enter'
  const place = path.join('/')
  if (place === ID || place === `${LIST}/*`) return 'take'
  return LIST.startsWith(place) ? 'enter' : 'pass'
}

type Step =
  | { readonly conversation: number; readonly value: unknown }
  | { readonly conversation: number; readonly broken: string }

/** The entries of all conversations, with the number of the conversation and its id as far as it is known. */
async function* conversations(
  entry: Entry,
): AsyncIterable<{ readonly steps: readonly Step[]; readonly bytes: number }> {
  let conversation = 0
  let isList = false
  for await (const { parts, bytes } of jsonParts(entry, interest)) {
    const steps: Step[] = []
    for (const { kind, path, text } of parts) {
      if (kind === 'begin') {
        if (path.length === 0) isList = true
        else if (path.length === 1) conversation++
      } else if (kind === 'damage') {
        if (isList) steps.push({ conversation, broken: DAMAGED })
      } else if (path.length === 4) {
        const value = kind === 'large' ? undefined : parseJson(text)
        const broken = kind === 'large' ? TOO_LARGE : NO_JSON
        steps.push(value === undefined ? { conversation, broken } : { conversation, value })
      }
    }
    yield { steps, bytes }
  }
  if (!isList) throw noList(entry.path)
}

/** Who was in which group when; the file is read once for this alone, since its messages run backwards. */
async function membersOf(entry: Entry): Promise<Map<number, Members>> {
  const groups = new Map<number, Members>()
  for await (const { steps } of conversations(entry)) {
    for (const step of steps) {
      if (!('value' in step) || !isObject(step.value)) continue
      const members = groups.get(step.conversation) ?? new Members()
      members.note(step.value)
      groups.set(step.conversation, members)
    }
  }
  return groups
}

/** The records of one entry of a conversation, or why it gives none. */
function readEntry(value: unknown, members: Members | undefined): readonly SourceRecord[] | string {
  if (!isObject(value)) return 'it is no message'
  const message = value['messageCreate']
  // Somebody joins, leaves, or renames the group: an event of the conversation, not a message.
  if (!isObject(message)) return Object.keys(value).length === 0 ? 'it is no message' : []
  const id = asText(message['id'])
  if (!/^\d{1,20}$/.test(id)) return 'it has no id'
  const sender = accountIdentity(message['senderId'])
  if (!sender) return 'it does not say who sent it'
  const instant = parseIso(asText(message['createdAt']), 'UTC')
  const recipients = members
    ? toGroup(sender, members, instant?.at ?? Number.POSITIVE_INFINITY)
    : toOne(message['recipientId'])
  if (recipients.length === 0) return 'it does not say who received it'
  const record: InteractionRecord = {
    type: 'interaction',
    key: `x-message:${id}`,
    at: instant?.at ?? null,
    timeQuality: instant?.timeQuality ?? 'none',
    channel: 'message',
    participants: [{ identity: sender, role: 'from' }, ...recipients],
    bulk: false,
    words: countWords(plainText(asText(message['text']))),
    ...about(asText(message['text'])),
  }
  return [record]
}

function toOne(id: unknown): readonly Participant[] {
  const identity = accountIdentity(id)
  return identity ? [{ identity, role: 'to' }] : []
}

/** All members but the sender. The owner is always one of them, though the list of members may leave them out. */
function toGroup(sender: Identity, members: Members, at: number): readonly Participant[] {
  const others = members
    .at(at)
    .map((id): Identity => ({ kind: 'handle', value: `x:${id}` }))
    .filter(({ value }) => value !== sender.value)
  return [
    { identity: 'owner', role: 'to' },
    ...others.map((identity): Participant => ({ identity, role: 'to' })),
  ]
}

/** direct-messages.js, or with `group` direct-messages-group.js; every entry of a conversation is a record of the file. */
export async function* readMessages(entry: Entry, group: boolean): AsyncIterable<Batch> {
  const groups = group ? await membersOf(entry) : null
  const batch = new Batching()
  let current = 0
  let number = 0
  for await (const { steps, bytes } of conversations(entry)) {
    for (const step of steps) {
      const { conversation } = step
      number = conversation === current ? number + 1 : 1
      current = conversation
      const where = `message ${number} of conversation ${conversation}`
      const result =
        'broken' in step
          ? step.broken
          : readEntry(step.value, groups ? (groups.get(conversation) ?? new Members()) : undefined)
      if (typeof result === 'string') batch.skip(where, result)
      else batch.took(result)
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}
