import { cleanName, nameIdentity, nameKey } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, Someone, SourceRecord } from '#core/model/records.ts'
import { Repeats } from '../events/repeats.ts'
import type { Batch, Entry } from '../importer.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { hashInto, hashText } from '../text/hash.ts'
import {
  asText,
  isObject,
  jsonParts,
  parseJson,
  type Interest,
  type JsonObject,
  type JsonPath,
} from '../text/json-parts.ts'
import { remember } from '../text/remember.ts'
import { isPlausible } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import { repairText } from './mojibake.ts'
import { momentKey } from './moment-key.ts'

/** Whom Meta names when the other one has left. */
const GONE =
  /^(?:(?:facebook|instagram)[ -]?(?:user|nutzer(?:in)?|gebruiker|användare|bruger|bruker)|(?:utilisat(?:eur|rice)|usuario|utente|usuário|utilizador|użytkownik)(?: d[eoi])? (?:facebook|instagram)a?)$/i

/** What stands in place of a message where somebody only put a sign on another's; in English exports, where it was seen. */
const REACTION = /^(?:Reacted \S{1,12} to your message|Liked a message)\s*$/

type Person = { readonly identity: Identity; readonly name: string; messages: number }

/** What has to be known of a thread before its first message can be read. */
type Survey = { readonly people: ReadonlyMap<string, Person>; readonly title: string; readonly path: string }

const interest = (path: JsonPath): Interest => {
  const [first] = path
  if (first === undefined) return 'enter'
  if (first === 'messages') return path.length === 1 ? 'enter' : 'take'
  return ['participants', 'title', 'thread_path', 'threadName'].includes(first) ? 'take' : 'pass'
}

const senderOf = (message: JsonObject): string =>
  asText(message['sender_name']) || asText(message['senderName'])

/** Names as they are shown, from names as they stand in the file. */
const namer = (): ((raw: string) => string) => remember((raw) => cleanName(repairText(raw)))

/** Files of an Instagram archive, from the folder of a thread: from 2021 to 2023 no path of it says Instagram. */
const OF_INSTAGRAM = [
  'followers_and_following/following.json',
  'followers_and_following/followers_1.json',
  'connections/followers_and_following/following.json',
  'connections/followers_and_following/followers_1.json',
]

/** Facebook or Instagram, as the path says, else the files beside: the names of one are not those of the other. */
const networkOf = ({ path, beside }: Entry): string =>
  /instagram/i.test(path) || OF_INSTAGRAM.some((file) => beside?.(`../../../${file}`))
    ? 'instagram'
    : 'facebook'

async function survey(entry: Entry, network: string): Promise<Survey> {
  const people = new Map<string, Person>()
  let title = ''
  let path = ''
  const nameOf = namer()
  const identify = remember((name) => nameIdentity(network, name))
  const see = (raw: string, messages: number): void => {
    const name = nameOf(raw)
    const identity = GONE.test(name) ? null : identify(name)
    if (identity === null) return
    const key = identityKey(identity)
    const known = people.get(key)
    if (known) known.messages += messages
    else people.set(key, { identity, name, messages })
  }
  for await (const { parts } of jsonParts(entry, interest)) {
    for (const part of parts) {
      const value = part.kind === 'value' ? parseJson(part.text) : undefined
      if (part.path[0] === 'messages') {
        if (isObject(value)) see(senderOf(value), 1)
      } else if (part.path[0] === 'participants' && Array.isArray(value)) {
        for (const one of value as readonly unknown[])
          see(isObject(one) ? asText(one['name']) : asText(one), 0)
      } else if (part.path[0] === 'thread_path') path = asText(value)
      else if (part.path[0] === 'title') title = repairText(asText(value))
      // End-to-end encrypted chats have a number behind the name: Jane Doe_17.
      else if (part.path[0] === 'threadName') title = repairText(asText(value)).replace(/_\d+$/, '')
    }
  }
  return { people, title, path }
}

/** A thread of two is named after the other one, so that who else takes part is the owner; null for groups. */
function ownerOf({ people, title }: Survey): string | null {
  const others = [...people].filter(([, { name }]) => nameKey(name) !== nameKey(title))
  return people.size === 2 && others.length === 1 ? (others[0]?.[0] ?? null) : null
}

/** Reads the messages of one thread. */
class Thread {
  private readonly known: Survey
  private readonly network: string
  private readonly owner: string | null
  private readonly place: string
  private readonly isCrowd: boolean
  private readonly audiences = new Map<string, readonly Someone[]>()
  private readonly repeats = new Repeats()
  private readonly hash = new Uint32Array(2)
  private readonly nameOf = namer()
  private readonly identify: (name: string) => Identity | null

  constructor(known: Survey, network: string) {
    this.known = known
    this.network = network
    this.identify = remember((name) => nameIdentity(network, name))
    this.owner = ownerOf(known)
    // Without a path, as in end-to-end encrypted chats, the members tell threads apart.
    this.place = hashText(known.path || [...known.people.keys()].toSorted().join('|'))
    this.isCrowd = known.people.size > BULK_AUDIENCE + 1
  }

  *people(): Iterable<SourceRecord> {
    for (const [key, { identity, name, messages }] of this.known.people) {
      yield { type: 'person', identities: [identity], name }
      if (key === this.owner) yield { type: 'owner', basis: 'own', identity, count: Math.max(1, messages) }
    }
  }

  private audience(author: string): readonly Someone[] {
    const known = this.audiences.get(author)
    if (known) return known
    const others = this.isCrowd
      ? []
      : [...this.known.people]
          .filter(([key]) => key !== author)
          .map(([key, { identity }]) => (key === this.owner ? 'owner' : identity))
    this.audiences.set(author, others)
    return others
  }

  read(message: JsonObject): SourceRecord[] | string {
    const name = this.nameOf(senderOf(message))
    const identity = this.identify(name)
    if (identity === null || GONE.test(name)) return 'who wrote it has left, or is not named'
    const stamp = asText(message['timestamp_ms']) || asText(message['timestamp'])
    const at =
      /^\d{1,15}$/.test(stamp) && isPlausible(Number(stamp)) && Number(stamp) > 0 ? Number(stamp) : null
    const duration = message['call_duration']
    const isCall = duration !== undefined
    if (isCall && !(Number(duration) > 0)) return 'a call that was not answered'
    if (message['is_unsent'] === true || message['isUnsent'] === true) return 'a message that was deleted'
    const text = repairText(asText(message['content']) || asText(message['text']))
    if (REACTION.test(text)) return 'a reaction to a message, not one'
    const author = identityKey(identity)
    const moment = this.network === 'instagram' && stamp.length === 13 ? momentKey(at) : null
    const natural = moment ?? `meta:${this.network}:${this.place}|${stamp}|${author}|${hashText(text)}`
    hashInto(natural, this.hash)
    return [
      {
        type: 'interaction',
        key: `${natural}|${this.repeats.ordinal(this.hash)}`,
        at,
        timeQuality: at === null ? 'none' : 'exact',
        channel: isCall ? 'call' : 'message',
        participants: [
          { identity: author === this.owner ? 'owner' : identity, role: isCall ? 'organiser' : 'from', name },
          ...this.audience(author).map((other): Participant => ({
            identity: other,
            role: isCall ? 'attendee' : 'to',
          })),
        ],
        bulk: this.isCrowd,
        ...(isCall ? {} : { words: countWords(text), ...about(text) }),
        thread: `meta:${this.place}`,
      },
    ]
  }
}

/** The messages of one thread (`message_1.json`), after everybody in it. */
export async function* readThread(entry: Entry): AsyncIterable<Batch> {
  const network = networkOf(entry)
  const thread = new Thread(await survey(entry, network), network)
  const batch = new Batching()
  let number = 0
  batch.add(thread.people())
  for await (const { parts, bytes } of jsonParts(entry, interest)) {
    for (const { kind, path, text } of parts) {
      if (kind === 'damage') {
        batch.skip(`after message ${number}`, 'the file is cut or damaged here; what follows was not read')
      } else if (path[0] === 'messages' && kind !== 'begin') {
        const where = `message ${++number}`
        const value = kind === 'value' ? parseJson(text) : undefined
        const result = isObject(value)
          ? thread.read(value)
          : kind === 'large'
            ? 'it is too large'
            : 'it is broken JSON'
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
      if (batch.full) yield batch.flush(bytes)
    }
  }
  yield batch.flush(entry.size)
}
