import { BULK_AUDIENCE, type Role } from '#core/model/interaction.ts'
import type { InteractionRecord, OwnerRecord, Participant, SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { hashText } from '../text/hash.ts'
import { foldBlanks, subjectLine } from '../text/words.ts'
import { saysBulk } from './bulk.ts'
import { type Correspondent, Correspondents, participant, type Tally } from './correspondents.ts'
import { type MailDate, parseMailDate, parseReceived } from './dates.ts'
import { decodeWords } from './encoded-words.ts'
import { isSentFolder, type Labels, readLabels } from './folders.ts'
import type { Headers } from './headers.ts'
import { type Body, wordsInBody } from './words-in-body.ts'

/** Longest subject that tells messages apart, in characters. */
const MAX_KEY_SUBJECT = 300
/** Longest message id worth keeping. */
const MAX_ID = 250
/** Of each kind of hint at the owner of a file, so many are given: the most frequent ones. */
const MAX_HINTS = 20

/** UW-IMAP, Pine and their kin keep the state of a mailbox in a message of its own, mostly the first. */
const FOLDER_DATA = /^DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA/

/** What is known of a file of mail while it is read: who is in it, and whose it may be. */
export class MailSource {
  readonly correspondents = new Correspondents()
  readonly timeZone: string
  readonly #sentFolder: boolean
  #message = 0

  constructor(path: string, options: Pick<ReadOptions, 'timeZone'>) {
    this.timeZone = options.timeZone
    this.#sentFolder = isSentFolder(path)
  }

  /** A number for the message that is read now. */
  next(): number {
    return ++this.#message
  }

  /** Counts a message for those who take part in it. */
  count(
    author: Correspondent | undefined,
    everybody: readonly Correspondent[],
    receiver: Tally | undefined,
    labels: Labels,
  ): void {
    for (const { tally } of everybody) {
      if (tally.lastSeen === this.#message) continue
      tally.lastSeen = this.#message
      tally.seen++
    }
    if (author !== undefined && (this.#sentFolder || labels.sent)) author.tally.sent++
    if (receiver !== undefined) receiver.delivered++
  }

  /** Hints at the owner of the file, for its last batch. */
  owners(): OwnerRecord[] {
    const somebody = [...this.correspondents.tallies()].filter((tally) => !tally.nobody)
    return (['sent', 'delivered', 'seen'] as const).flatMap((basis) =>
      somebody
        .filter((tally) => tally[basis] > 0)
        .sort((a, b) => b[basis] - a[basis] || (a.identity.value < b.identity.value ? -1 : 1))
        .slice(0, MAX_HINTS)
        .map((tally) => ({ type: 'owner', basis, identity: tally.identity, count: tally[basis] }) as const),
    )
  }
}

/** The records of a message, or why it gives none, in words a user understands. */
export type MailResult = readonly SourceRecord[] | { readonly skipped: string }

/** Those in a message: the author, then the recipients, each once, in the strongest role they have. */
class Audience {
  readonly participants: Participant[] = []
  readonly people: Correspondent[] = []
  readonly #message: number

  constructor(author: Correspondent | undefined, message: number) {
    this.#message = message
    if (author === undefined) return
    this.people.push(author)
    this.participants.push(participant(author, 'from'))
  }

  add(people: readonly Correspondent[], role: Role): void {
    for (const who of people) {
      if (who.tally.lastReceived === this.#message) continue
      who.tally.lastReceived = this.#message
      this.people.push(who)
      this.participants.push(participant(who, role))
    }
  }
}

/** The first id between angle brackets, else the first word. */
function firstId(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined
  const open = raw.indexOf('<')
  const close = open < 0 ? -1 : raw.indexOf('>', open)
  const id = close > open ? raw.slice(open + 1, close).trim() : (raw.trim().split(/\s/, 1)[0] ?? '')
  return id === '' ? undefined : id.slice(0, MAX_ID)
}

/** What conversation a message belongs to: Gmail's number, else the id of the message that began it. */
function threadOf(headers: Headers): string | undefined {
  const gmail = headers.raw('x-gm-thrid')
  if (gmail !== undefined && /^\d{1,20}$/.test(gmail)) return `gmail:${gmail}`
  const root =
    firstId(headers.raw('references')) ??
    firstId(headers.raw('in-reply-to')) ??
    firstId(headers.raw('message-id'))
  return root === undefined ? undefined : `mail:${root}`
}

/**
 * The natural key. Archives hold copies of a message in several folders, each with an id of its own, so that
 * sender, second and subject tell messages apart, and the id only where one of these is missing.
 */
function keyOf(
  headers: Headers,
  author: Correspondent | undefined,
  date: MailDate | null,
  subject: string,
): string {
  if (author !== undefined && date !== null) {
    const words = foldBlanks(subject.slice(0, 4 * MAX_KEY_SUBJECT))
      .toLowerCase()
      .slice(0, MAX_KEY_SUBJECT)
    return `mail:${author.tally.identity.value}|${date.keySeconds}|${words}`
  }
  return `mail:${firstId(headers.raw('message-id')) ?? hashText(headers.block())}`
}

/** Bit of X-Mozilla-Status: thrown away or moved to another folder, and left in the file until it is compacted. */
const EXPUNGED = 0x8

/** Why a message counts for nothing by what its mailbox says of it, as where a server is asked; null where it counts. */
function leftOut(headers: Headers, labels: Labels): string | null {
  if ((labels.draft && !labels.sent) || headers.has('x-mozilla-draft-info'))
    return 'a draft that was not sent'
  if (labels.spam) return 'spam, by its label'
  if (labels.trash) return 'thrown away, by its label'
  const status = headers.raw('x-mozilla-status')
  return status !== undefined && (Number.parseInt(status, 16) & EXPUNGED) !== 0
    ? 'deleted or moved elsewhere: Thunderbird leaves it in the file until it compacts the folder'
    : null
}

/**
 * The records of one message: the interaction, and a person for each address and name not seen before in the file.
 * A message without a usable date is kept without time: a Received header stands in for a missing Date, never for
 * a wrong one, and the From_ line of a mailbox for neither, since converters write the time of conversion there.
 * @param body null where only the headers are at hand: then how much was written is not known
 */
export function mailRecords(headers: Headers, body: Body | null, source: MailSource): MailResult {
  const { correspondents } = source
  const labels = readLabels(headers.raw('x-gmail-labels'))
  const reason = leftOut(headers, labels)
  if (reason !== null) return { skipped: reason }
  const author =
    correspondents.author(headers.rawList('from'), headers.raw('x-from')) ??
    correspondents.list(headers.raw('sender'))[0]
  const audience = new Audience(author, source.next())
  audience.add(correspondents.list(headers.rawList('to')), 'to')
  audience.add(correspondents.list(headers.rawList('cc')), 'cc')
  audience.add(correspondents.list(headers.rawList('bcc')), 'bcc')
  // Delivered to somebody who is not named: through a list, an alias or a blind copy. The topmost is the last stop.
  const receiver = correspondents.list(headers.raw('delivered-to'))[0]
  const original = correspondents.list(headers.raw('x-original-to'))[0]
  if (original !== undefined && original.tally !== author?.tally) audience.add([original], 'bcc')
  if (receiver !== undefined && receiver.tally !== author?.tally) audience.add([receiver], 'bcc')
  const { people, participants } = audience
  if (people.length === 0) return { skipped: 'it names no sender and no recipient' }

  const stated = headers.raw('date')
  const written = stated === undefined ? null : parseMailDate(stated, source.timeZone)
  const received = stated === undefined ? headers.raw('received') : undefined
  const time = received === undefined ? written : parseReceived(received, source.timeZone)
  const subject = decodeWords((headers.raw('subject') ?? '').slice(0, 8 * MAX_KEY_SUBJECT))
  if (FOLDER_DATA.test(subject)) return { skipped: 'what a mail program notes for itself, not a message' }
  source.count(author, people, receiver?.tally, labels)

  const records: SourceRecord[] = []
  for (const who of people) {
    if (who.told || who.name === undefined) continue
    who.told = true
    records.push({ type: 'person', identities: [who.tally.identity], name: who.name })
  }
  const title = subjectLine(subject)
  const words = body === null ? undefined : wordsInBody(headers, body)
  const thread = threadOf(headers)
  const recipients = author === undefined ? people.length : people.length - 1
  const interaction: { -readonly [Field in keyof InteractionRecord]: InteractionRecord[Field] } = {
    type: 'interaction',
    key: keyOf(headers, author, written, subject),
    at: time === null ? null : time.at,
    timeQuality: time === null ? 'none' : time.timeQuality,
    channel: labels.chat ? 'message' : 'mail',
    participants,
    bulk: author?.tally.nobody === true || recipients > BULK_AUDIENCE || saysBulk(headers),
  }
  if (title !== undefined) interaction.subject = title
  if (words !== undefined) interaction.words = words
  if (thread !== undefined) interaction.thread = thread
  records.push(interaction)
  return records
}
