import { nameKey } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, Someone, SourceRecord } from '#core/model/records.ts'
import { Repeats } from '../events/repeats.ts'
import type { Entry, Head, Importer, ReadOptions } from '../importer.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { headText, textBlocks } from '../text/decode.ts'
import { hashInto, hashText } from '../text/hash.ts'
import { remember } from '../text/remember.ts'
import { inZone } from '../text/time.ts'
import { countWords } from '../text/words.ts'
import {
  authorIdentity,
  chatTitle,
  isDeleted,
  isNotice,
  isSameName,
  saysGroup,
  spoken,
  whoSaid,
} from './chat.ts'
import { DateOrderSearch, plainLine, readLine, stampTime, type DateOrder, type Stamp } from './stamp.ts'

/** A text longer than this is cut: a message holds 65,536 characters at most. */
const MAX_TEXT_CHARS = 1 << 18
const MAX_AUTHORS = 20_000
/** Lines of the beginning that are looked at. */
const HEAD_LINES = 40

/**
 * Logs of programs, and Signal chats, write [2024-02-01 10:15] too: without a word from WhatsApp it takes
 * [2024-02-01, 10:15:30] or 2024-02-01 10:15 - , as iPhones and Androids write it where dates begin with the year.
 */
const NO_LOG =
  /^\[[\d-]+, \d\d?(?::\d\d:| h )\d\d|^[\d-]+,? \d\d?(?::| h )\d\d(?: \p{L}[\p{L}. ]{0,6})? [-–] /u

/** A message, a line of WhatsApp itself (no author), or text before the first of them (no stamp). */
type Passage = {
  readonly stamp: Stamp | null
  readonly author: string | null
  /** The name of the chat: iPhones write the notice about encryption under it. */
  readonly chat?: string
  /** Whether WhatsApp wrote the text: it then begins with a mark on iPhones. */
  readonly isMarked: boolean
  text: string
  readonly number: number
  readonly bytes: number
}

/** The passages of a file one after the other, lines that go on put to the one before. */
async function* passages(entry: Entry): AsyncIterable<Passage> {
  let open: Passage | null = null
  let form: string | undefined
  let tail = ''
  let number = 0
  const take = (raw: string, bytes: number): Passage | null => {
    number++
    const line = plainLine(raw.replace(/\r$/, ''))
    const found = readLine(line)
    form ??= found?.form
    if (found === null || found.form !== form) {
      if (open === null)
        open =
          line.trim() === ''
            ? null
            : { stamp: null, author: null, isMarked: false, text: line, number, bytes }
      else if (open.text.length < MAX_TEXT_CHARS) open.text += `\n${line}`
      return null
    }
    const before = open
    const { author, text } = whoSaid(found.rest)
    const isOfTheChat = author !== null && isNotice(text, raw)
    open = {
      stamp: found.stamp,
      author: isOfTheChat ? null : author,
      ...(isOfTheChat ? { chat: author } : {}),
      isMarked: raw.includes(': \u200E'),
      text,
      number,
      bytes,
    }
    return before
  }
  let bytes = 0
  for await (const block of textBlocks(entry)) {
    const lines = (tail + block.text).split('\n')
    tail = (lines.pop() ?? '').slice(0, MAX_TEXT_CHARS)
    bytes = block.bytes
    for (const line of lines) {
      const done = take(line, bytes)
      if (done) yield done
    }
  }
  const done = tail === '' ? null : take(tail, bytes)
  if (done) yield done
  if (open !== null) yield open
}

type Person = { readonly identity: Identity; readonly name: string }
type Author = Person & { count: number; isChat: boolean }

/** What has to be known of a whole chat before its first message can be read. */
type Survey = {
  readonly order: DateOrder
  /** Whom the chat is with, or the name of the group; empty when nothing says it. */
  readonly title: string
  /** Under this name WhatsApp tells what happened in a group; null when it does not. */
  readonly group: string | null
  /** Everybody who writes, by key of identity. */
  readonly authors: ReadonlyMap<string, Readonly<Author>>
  /** In a chat of two in which the owner alone wrote: the other one, after whom it is named. */
  readonly silent: Person | null
}

async function survey(
  entry: Entry,
  { region }: ReadOptions,
  identify: (author: string) => Identity,
): Promise<Survey> {
  const search = new DateOrderSearch()
  const authors = new Map<string, Author>()
  let title = chatTitle(entry.path)
  let dates = 0
  let isGroup = false
  for await (const { stamp, author, text, chat, isMarked } of passages(entry)) {
    if (stamp === null) continue
    dates++
    search.see(stamp)
    if (title === '' && chat !== undefined) title = chat
    if (author === null || (isMarked && isSameName(author, title))) isGroup ||= saysGroup(text)
    if (author === null) continue
    const identity = identify(author)
    const known = authors.get(identityKey(identity))
    if (known) {
      known.count++
      known.isChat &&= isMarked
    } else if (authors.size < MAX_AUTHORS)
      authors.set(identityKey(identity), { identity, name: author, count: 1, isChat: isMarked })
  }
  if (dates === 0) {
    throw new KithError(
      'unreadable',
      `${entry.path} is no WhatsApp chat: no line begins with a date. Export the chat again, as text.`,
    )
  }
  const [group = null] =
    authors.size > 2 || isGroup
      ? [...authors].filter(([, { isChat, name }]) => isChat && isSameName(name, title)).map(([key]) => key)
      : []
  if (group !== null) authors.delete(group)
  const [only] = authors.values()
  const silent =
    authors.size === 1 && only !== undefined && title !== '' && !isGroup && !isSameName(only.name, title)
      ? { identity: identify(title), name: title }
      : null
  return { order: search.found(region), title, group, authors, silent }
}

/**
 * In a chat of two the file is named after the other one, so that who else writes is the owner; null for groups and
 * files without a name.
 */
function ownerOf({ authors, title, group, silent }: Survey): string | null {
  if (silent !== null) return [...authors.keys()][0] ?? null
  const others = [...authors].filter(([, { name }]) => !isSameName(name, title))
  return group === null && authors.size === 2 && others.length === 1 ? (others[0]?.[0] ?? null) : null
}

const DAY_MS = 86_400_000

/** Wall times of a zone as instants: looked up once a day, except where the clocks are changed. */
function clock(timeZone: string): (wall: number) => number {
  let day = NaN
  let behind: number | null = null
  return (wall) => {
    const start = wall - (wall % DAY_MS)
    if (start !== day) {
      day = start
      behind = inZone(start, timeZone) - start
      if (inZone(start + DAY_MS, timeZone) - start - DAY_MS !== behind) behind = null
    }
    return behind === null ? inZone(wall, timeZone) : wall + behind
  }
}

/** To whom an author writes: everybody else who is seen writing, or after whom the chat is named. */
function audience({ authors, title, silent }: Survey, author: string, owner: string | null): Someone[] {
  if (silent !== null) return [silent.identity]
  const others = [...authors].filter(([key]) => key !== author)
  const [only] = authors.values()
  if (others.length === 0 && only !== undefined && isSameName(only.name, title)) return ['owner']
  return others.map(([key, { identity }]) => (key === owner ? 'owner' : identity))
}

function people({ authors, silent }: Survey, owner: string | null): SourceRecord[] {
  const records: SourceRecord[] =
    silent?.identity.kind === 'name'
      ? [{ type: 'person', identities: [silent.identity], name: silent.name }]
      : []
  for (const [key, { identity, name, count }] of authors) {
    if (identity.kind === 'name') records.push({ type: 'person', identities: [identity], name })
    if (key === owner) records.push({ type: 'owner', basis: 'own', identity, count })
  }
  return records
}

function detect(head: Head): number {
  const text = headText(head)
  if (text === null) return 0
  const lines = text
    .split('\n', HEAD_LINES)
    .map((line) => plainLine(line.replace(/\r$/, '')))
    .filter((line) => line.trim() !== '')
  const read = lines.map(readLine)
  const [first] = read
  const authors = read.filter((line) => line && whoSaid(line.rest).author !== null).length
  // A chat that was cut begins within a message.
  if (!first) return authors > 1 ? 0.5 : 0
  const isNamed = /whatsapp|_chat\.txt$/i.test(head.path) || text.includes('\u200E')
  if (first.stamp.isYearFirst && /^\[?\d+-/.test(lines[0] ?? '') && !isNamed) {
    return authors > 0 && NO_LOG.test(lines[0] ?? '') ? 0.9 : 0
  }
  return authors > 0 || isNamed ? 0.9 : 0
}

/**
 * Chats exported from WhatsApp as text, by iPhone or Android, in any language (faq.whatsapp.com/1180414079177245; the
 * form of the lines is not documented, and is that of exports). The file holds neither ids nor a zone,
 * and writes dates as the phone does: their order is decided once for the whole file, which is read twice.
 */
export const whatsapp: Importer = {
  id: 'whatsapp',
  title: 'WhatsApp chat',
  reads: 'Messages with their time and author from a chat that WhatsApp exported as text.',
  howToExport: [
    'In WhatsApp, open the chat and tap the name of the person or group (iPhone) or ⋮ > More (Android).',
    'Choose Export chat > Without media, and send it to yourself or save it to Files. It is missing where "Advanced chat privacy" is on in that chat.',
    'Leave the name of the file as it is: it says whom the chat is with.',
    'Repeat it for every chat that matters; there is no export of all at once.',
  ],
  detect,
  async *read(entry, options) {
    const identify = remember((author) => authorIdentity(author, options.region))
    const known = await survey(entry, options, identify)
    const instant = clock(options.timeZone)
    const owner = ownerOf(known)
    // By the name of the file alone, as ever: another key would make other messages of those that were read before.
    const chat = hashText(nameKey(chatTitle(entry.path)))
    const isCrowd = known.authors.size > BULK_AUDIENCE + 1
    const audiences = new Map<string, readonly Someone[]>()
    const repeats = new Repeats()
    const hash = new Uint32Array(2)
    const batch = new Batching()
    batch.add(people(known, owner))
    for await (const { stamp, author, text, number, bytes } of passages(entry)) {
      const where = `line ${number}`
      const wall = stamp === null ? null : stampTime(stamp, known.order)
      if (stamp === null) batch.skip(where, 'text before the first message')
      else if (author === null || identityKey(identify(author)) === known.group)
        batch.skip(where, 'a line of WhatsApp itself, not of a person')
      else if (isDeleted(text)) batch.skip(where, 'a message that was deleted')
      else if (wall === null) batch.skip(where, 'its date does not exist')
      else {
        const identity = identify(author)
        const key = identityKey(identity)
        const others = audiences.get(key) ?? (isCrowd ? [] : audience(known, key, owner))
        audiences.set(key, others)
        // The minute as written: another zone at the next import does not make another message.
        const natural = `${wall / 60_000}|${key}|${hashText(text.replace(/\s+/g, ''))}`
        hashInto(natural, hash)
        const said = spoken(text)
        const participants: Participant[] = [
          { identity: key === owner ? 'owner' : identity, role: 'from', name: author },
          ...others.map((other): Participant => ({ identity: other, role: 'to' })),
        ]
        batch.took([
          {
            type: 'interaction',
            key: `whatsapp:${chat}|${natural}|${repeats.ordinal(hash)}`,
            at: instant(wall),
            timeQuality: 'local',
            channel: 'message',
            participants,
            bulk: isCrowd,
            words: countWords(said),
            ...about(said),
            thread: `whatsapp:${chat}`,
          },
        ])
      }
      if (batch.full) yield batch.flush(bytes)
    }
    yield batch.flush(entry.size)
  },
}
