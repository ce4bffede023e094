import { mailIdentity } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { channels, type Channel } from '#core/model/interaction.ts'
import {
  declarationKinds,
  type DeclarationRecord,
  type EndorsementRecord,
  type InteractionRecord,
  type Participant,
  type SourceRecord,
} from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { hashInto, hashWord } from '../text/hash.ts'
import { isPlausible, parseIso, type Instant } from '../text/time.ts'
import { subjectLine } from '../text/words.ts'
import { identityReader } from './identity.ts'
import { Repeats } from './repeats.ts'

/** One row of an events file, whatever it was written in. */
export type EventRow = {
  readonly at: string
  readonly from: string
  /** Several, separated by `;`. */
  readonly to: string
  readonly channel: string
  readonly id: string
  readonly subject: string
  /** What the row is of: empty or `contact` for an interaction, else a stated tie or an endorsement. */
  readonly kind: string
  /** What an endorsement is for. */
  readonly topic: string
}

const ENDORSEMENTS = ['skill', 'recommendation'] as const

/** What `kind` may say. */
export const eventKinds = ['contact', ...declarationKinds, ...ENDORSEMENTS] as const

const isDeclaration = (kind: string): kind is DeclarationRecord['kind'] =>
  (declarationKinds as readonly string[]).includes(kind)
const isEndorsement = (kind: string): kind is EndorsementRecord['kind'] =>
  (ENDORSEMENTS as readonly string[]).includes(kind)

/** Whether a row states a tie or vouches for somebody, which needs no time. */
export const isStatement = (kind: string): boolean => isDeclaration(kind) || isEndorsement(kind)

export const kindOf = (row: EventRow): string => {
  const kind = row.kind.trim().toLowerCase()
  return kind === 'contact' ? '' : kind
}

/** Numbers above this are milliseconds: as seconds it would be the year 5138. */
const MAX_SECONDS = 1e11

/** `at`: ISO 8601, or seconds since the epoch (also with a fraction), or milliseconds when above 10¹¹. */
export function eventTime(text: string, timeZone: string): Instant | null {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) {
    const value = Number(text)
    const at = Math.round(Math.abs(value) > MAX_SECONDS ? value : value * 1000)
    return isPlausible(at) ? { at, timeQuality: 'exact' } : null
  }
  return parseIso(text, timeZone)
}

/** What other programs call a channel. */
const SPELLINGS: Readonly<Record<string, Channel>> = {
  email: 'mail',
  'e-mail': 'mail',
  chat: 'message',
  dm: 'message',
  sms: 'message',
  phone: 'call',
}

const isChannel = (text: string): text is Channel => (channels as readonly string[]).includes(text)

/** A text of a file within a sentence: short, on one line. */
const quote = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`

/** Several recipients, by semicolons; by commas where each part is a mail address, as a table with semicolons has them. */
function parted(to: string): readonly string[] {
  if (to.includes(';')) return to.split(';')
  if (!to.includes(',')) return [to]
  const parts = to.split(',')
  return parts.every((part) => mailIdentity(part) !== null) ? parts : [to]
}

/** A function that makes a row into records, or into the reason why it gives none. */
export function rowReader(options: ReadOptions): (row: EventRow) => readonly SourceRecord[] | string {
  const identify = identityReader()
  const repeats = new Repeats()

  const recipients = (to: string): Identity[] => {
    const found: Identity[] = []
    for (const part of parted(to)) {
      const identity = identify(part)
      if (identity && !found.includes(identity)) found.push(identity)
    }
    return found
  }

  return (row) => {
    const kind = kindOf(row)
    if (kind !== '' && !isStatement(kind))
      return `its kind ${quote(kind)} is none of ${eventKinds.join(', ')}`
    const at = row.at.trim()
    const instant = eventTime(at, options.timeZone)
    if (!instant && at !== '') return `its time ${quote(at)} is neither ISO 8601 nor epoch seconds`
    if (!instant && kind === '') return 'it has no time'
    const from = identify(row.from)
    if (!from) return 'it does not say who it is from'
    const to = recipients(row.to)
    if (to.length === 0) return 'it does not say who it goes to'
    const dated = instant ? { at: instant.at } : {}
    if (isDeclaration(kind))
      return to.map((them) => ({ type: 'declaration', kind, from, to: them, ...dated }))
    if (isEndorsement(kind)) {
      const topic = subjectLine(row.topic.trim() === '' ? row.subject : row.topic)
      return to.map((them) => ({
        type: 'endorsement',
        kind,
        from,
        to: them,
        ...(topic === undefined ? {} : { topic }),
        ...dated,
      }))
    }
    const record = contact(row, from, to, instant as Instant)
    return typeof record === 'string' ? record : [record]
  }

  function contact(
    row: EventRow,
    from: Identity,
    to: readonly Identity[],
    instant: Instant,
  ): InteractionRecord | string {
    const written = row.channel.trim().toLowerCase()
    const channel = written === '' ? 'mail' : (SPELLINGS[written] ?? written)
    if (!isChannel(channel)) return `its channel ${quote(written)} is none of ${channels.join(', ')}`

    const together = channel === 'meeting' || channel === 'call'
    const participants: Participant[] = [{ identity: from, role: together ? 'organiser' : 'from' }]
    for (const identity of to) participants.push({ identity, role: together ? 'attendee' : 'to' })
    const subject = subjectLine(row.subject)
    const id = row.id.trim()
    return {
      type: 'interaction',
      key: `events:${id === '' ? rowKey(row, channel, repeats) : id}`,
      at: instant.at,
      timeQuality: instant.timeQuality,
      channel,
      participants,
      bulk: false,
      ...(subject === undefined ? {} : { subject }),
    }
  }
}

/** Reused for every row: there may be millions. */
const hash = new Uint32Array(2)

/** The key of a row without an id: a hash of what it says, and its ordinal among identical rows. */
function rowKey(row: EventRow, channel: Channel, repeats: Repeats): string {
  hashInto([row.at.trim(), row.from.trim(), row.to.trim(), channel, row.subject.trim()].join('\u001F'), hash)
  return `#${hashWord(hash)}:${repeats.ordinal(hash)}`
}
