import { identityKey, type Identity } from '#core/model/identity.ts'
import type { OwnerRecord, Participant, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { hashText } from '../text/hash.ts'
import { countWords, plainText, subjectLine } from '../text/words.ts'
import type { Cell } from './columns.ts'
import { isoDate, readDate, usTime, utcStamp } from './dates.ts'
import { isNobody, member, person, type Member } from './members.ts'
import type { RowResult, Table } from './table.ts'

const DATES = [utcStamp, usTime, isoDate] as const

/** Share of the conversations in which the owner must be seen; some name the owner nowhere. */
const OWNER_SHARE = 0.9
/** In files without recipient URLs the owner's URL stands only where the owner wrote. */
const OWNER_SHARE_AS_SENDER = 0.5
const OWNER_CONVERSATIONS = 2
/** More conversations and names than this are not kept in mind; the owner is known by then. */
const MAX_KEPT = 50_000

const isYes = (cell: string): boolean => /^(yes|true|ja|1)$/i.test(cell)

/** Marks that only campaigns leave in a text. */
const CAMPAIGN = /spinmail-quill-editor|%FIRSTNAME%|\{\{firstName\}\}/i

/**
 * The names of recipients, of which there should be `count` (0: not known). Names are joined by ", " and may hold
 * ", " themselves ("Smith, PMP"), so they are told apart only where it comes out even, or, without a count, where
 * every part has at least two words. Null when they cannot be told apart.
 */
export function splitNames(to: string, count: number): readonly string[] | null {
  if (to === '') return []
  const parts = to.split(', ')
  if (count === 1) return [to]
  if (count > 1) return parts.length === count ? parts : null
  return parts.every((part) => /\S\s+\S/.test(part.trim())) ? parts : [to]
}

function recipients(cell: Cell): Member[] {
  const urls = cell('recipientprofileurls')
    .split(/[,;\s]+/)
    .filter((url) => url !== '')
  const names = splitNames(cell('to'), urls.length)
  const found =
    urls.length > 0
      ? urls.map((url, i) => member(names?.[i] ?? '', url))
      : (names ?? []).map((name) => member(name, ''))
  return found.filter((one) => one !== null)
}

const participant = ({ identities: [identity], name }: Member, role: 'from' | 'to'): Participant => ({
  identity,
  role,
  ...(name === '' ? {} : { name }),
})

/** Sender and recipients by the Direction column of 2018, which says which of them is the owner. */
function directed(direction: string, sender: Member | null, others: readonly Member[]): Participant[] {
  if (direction === 'OUTGOING') {
    return others.length === 0
      ? []
      : [{ identity: 'owner', role: 'from' }, ...others.map((one) => participant(one, 'to'))]
  }
  return sender ? [participant(sender, 'from'), { identity: 'owner', role: 'to' }] : []
}

/** Finds whose messages these are: the member who takes part in nearly every conversation. */
class OwnerSearch {
  private readonly conversations = new Map<string, Set<string>>()
  private readonly identities = new Map<string, Identity>()

  see(conversation: string, participants: readonly Participant[]): void {
    if (conversation === '') return
    const known = this.conversations.get(conversation)
    if (!known && this.conversations.size >= MAX_KEPT) return
    const seen = known ?? new Set()
    this.conversations.set(conversation, seen)
    for (const { identity } of participants) {
      if (identity === 'owner') continue
      const key = identityKey(identity)
      seen.add(key)
      this.identities.set(key, identity)
    }
  }

  /** The hint at the owner; empty when two members are seen equally often, as in a single conversation. */
  found(share: number): OwnerRecord[] {
    const counts = new Map<string, number>()
    for (const seen of this.conversations.values()) {
      for (const key of seen) {
        if (this.identities.get(key)?.kind === 'linkedin') counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
    const identity = first && this.identities.get(first[0])
    if (!first || !identity || first[1] < OWNER_CONVERSATIONS) return []
    if (first[1] < share * this.conversations.size || first[1] === second?.[1]) return []
    return [{ type: 'owner', basis: 'seen', identity, count: first[1] }]
  }
}

/**
 * messages.csv. Since 2023 with profile URLs of sender and recipients; in 2018 with names and a direction; since
 * 2026 with line breaks within the text. The text is counted and hashed, not kept.
 */
export const messages: Table = {
  file: 'messages.csv',
  columns: [
    'conversationid',
    'conversationtitle',
    'from',
    'senderprofileurl',
    'to',
    'recipientprofileurls',
    'date',
    'subject',
    'content',
    'folder',
    'attachments',
    'ismessagedraft',
    'isconversationdraft',
    'direction',
  ],
  marks: [
    ['conversationid', 'from'],
    ['senderprofileurl'],
    ['recipientprofileurls'],
    ['from', 'to', 'date', 'content', 'direction', 'folder'],
  ],
  needs: [
    ['date', 'senderprofileurl', 'recipientprofileurls'],
    ['date', 'from', 'to'],
    ['date', 'from', 'direction'],
  ],
  open: ({ has, options }) => {
    const search = new OwnerSearch()
    const told = new Set<string>()
    const people = (members: readonly Member[]): SourceRecord[] => {
      const news: SourceRecord[] = []
      for (const one of members) {
        const key = `${identityKey(one.identities[0])}|${one.name}`
        if (one.name === '' || told.has(key)) continue
        if (told.size >= MAX_KEPT) told.clear()
        told.add(key)
        news.push(person(one))
      }
      return news
    }
    return {
      row: (cell): RowResult => {
        if (isYes(cell('ismessagedraft')) || isYes(cell('isconversationdraft'))) {
          return { skip: 'a draft that was not sent' }
        }
        const sender = member(cell('from'), cell('senderprofileurl'))
        const others = recipients(cell)
        const direction = has('direction') ? cell('direction').toUpperCase() : ''
        const isDirected = direction === 'OUTGOING' || direction === 'INCOMING'
        const participants = isDirected
          ? directed(direction, sender, others)
          : [...(sender ? [participant(sender, 'from')] : []), ...others.map((one) => participant(one, 'to'))]
        const conversation = cell('conversationid')
        search.see(conversation, participants)
        // The owner is always one of them, so a single one means that the other is not known.
        if (
          new Set(
            participants.map(({ identity }) => (identity === 'owner' ? identity : identityKey(identity))),
          ).size < 2
        ) {
          return {
            skip: 'it names nobody but the owner: the other member is hidden, or the sender is LinkedIn',
          }
        }
        const instant = readDate(cell('date'), DATES, options.timeZone)
        const content = cell('content')
        const text = plainText(content)
        const bulk = isBulk(cell, content)
        const from = sender ? identityKey(sender.identities[0]) : ''
        const place = conversation === '' ? cell('to') : conversation
        const subject = subjectLine(plainText(cell('subject')))
        const known = isDirected
          ? direction === 'OUTGOING'
            ? others
            : sender
              ? [sender]
              : []
          : [...(sender ? [sender] : []), ...others]
        return [
          ...people(known),
          {
            type: 'interaction',
            // Exports differ in how they write line breaks within the text, not in its words.
            key: `linkedin-message:${place}|${cell('date')}|${from}|${hashText(content.replace(/\s+/g, ''))}`,
            at: instant?.at ?? null,
            timeQuality: instant?.timeQuality ?? 'none',
            channel: 'message',
            participants,
            bulk,
            ...(subject === undefined ? {} : { subject }),
            words: countWords(text),
            ...(bulk ? {} : about(text)),
            ...(conversation === '' ? {} : { thread: `linkedin:${conversation}` }),
          },
        ]
      },
      end: () => search.found(has('recipientprofileurls') ? OWNER_SHARE : OWNER_SHARE_AS_SENDER),
    }
  },
}

/** Sponsored messages, spam, and what LinkedIn itself writes. */
function isBulk(cell: Cell, content: string): boolean {
  if (/^spam$/i.test(cell('folder'))) return true
  if (/^sponsored/i.test(cell('conversationtitle')) || CAMPAIGN.test(content)) return true
  return /^linkedin\b/i.test(cell('from')) && !isNobody(cell('from')) && cell('senderprofileurl') === ''
}
