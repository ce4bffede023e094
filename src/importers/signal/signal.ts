import { cleanName, nameIdentity } from '#core/identity/normalise.ts'
import { KithError } from '#core/model/errors.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Participant, Someone, SourceRecord } from '#core/model/records.ts'
import { Repeats } from '../events/repeats.ts'
import type { Entry, Head, Importer, ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { about } from '../text/about.ts'
import { Batching } from '../text/batching.ts'
import { headText, textBlocks } from '../text/decode.ts'
import { hashInto, hashText } from '../text/hash.ts'
import { remember } from '../text/remember.ts'
import { parseIso } from '../text/time.ts'
import { countWords } from '../text/words.ts'

/** `[2019-12-24, 12:23] Jane Doe: text`; newer versions write `[2019-12-24 12:23:40]`. */
const LINE = /^\[(\d{4}-\d\d-\d\d),? (\d\d:\d\d(?::\d\d)?)\] ([^:\n]{1,80}):(?: (.*))?$/s
/** What the program calls the owner of the telephone. */
const ME = 'Me'
/** Logs of programs write `[2026-01-02 10:15:03] app.INFO: ` where chats name an author. */
const LOG_LEVEL =
  /(?:^|[.\s])(?:DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY|FATAL|TRACE|LOG|debug|info|notice|warn|warning|error|critical|fatal|trace)$/
const NOBODY = /^(?:no-sender|unknown|\?)$/i
const MAX_TEXT_CHARS = 1 << 18
const HEAD_LINES = 20

type Passage = {
  readonly day: string
  readonly time: string
  readonly author: string
  text: string
  readonly number: number
}
type Step = {
  readonly passage: Passage | { readonly number: number; readonly stray: true }
  readonly bytes: number
}

/** The messages of a chat one after the other, lines that go on put to the one before. */
async function* passages(entry: Entry): AsyncIterable<Step> {
  let open: Passage | null = null
  let strayAt = 0
  let tail = ''
  let number = 0
  let bytes = 0
  const take = (raw: string): Step['passage'] | null => {
    number++
    const line = raw.replace(/\r$/, '')
    const match = LINE.exec(line)
    if (match) {
      const before = open ?? (strayAt > 0 ? { number: strayAt, stray: true as const } : null)
      const [, day = '', time = '', author = '', text = ''] = match
      open = { day, time, author: cleanName(author), text, number }
      strayAt = 0
      return before
    }
    if (open === null) {
      if (strayAt === 0 && line.trim() !== '') strayAt = number
    } else if (open.text.length < MAX_TEXT_CHARS) open.text += `\n${line}`
    return null
  }
  for await (const block of textBlocks(entry)) {
    const lines = (tail + block.text).split('\n')
    tail = (lines.pop() ?? '').slice(0, MAX_TEXT_CHARS)
    bytes = block.bytes
    for (const line of lines) {
      const passage = take(line)
      if (passage) yield { passage, bytes }
    }
  }
  const last = tail === '' ? null : take(tail)
  if (last) yield { passage: last, bytes }
  if (open !== null) yield { passage: open, bytes }
  else if (strayAt > 0) yield { passage: { number: strayAt, stray: true }, bytes }
}

const identityOf = (author: string, region: string | null): Identity | null =>
  NOBODY.test(author) ? null : (phoneIdentity(author, region) ?? nameIdentity('signal', author))

type People = ReadonlyMap<string, { readonly identity: Someone; readonly name: string }>

/** Everybody who writes in a chat, by name as it stands there, up to what makes it bulk. */
async function writersOf(entry: Entry, identify: (author: string) => Identity | null): Promise<People> {
  const writers = new Map<string, { identity: Someone; name: string }>()
  let found = false
  for await (const { passage } of passages(entry)) {
    if ('stray' in passage) continue
    found = true
    const { author } = passage
    const identity = author === ME ? 'owner' : identify(author)
    if (identity && writers.size <= BULK_AUDIENCE + 1) writers.set(author, { identity, name: author })
  }
  if (found) return writers
  throw new KithError(
    'unreadable',
    `${entry.path} is no Signal chat: no line begins like "[2024-01-31, 12:00] Name:". Export the chat again as text or Markdown.`,
  )
}

/** The name of a chat: that of its file, or of its folder where the file is only called chat or index. */
function chatName(path: string): string {
  const [folder = '', file = ''] =
    path.split('/').slice(-2).length === 2 ? path.split('/').slice(-2) : ['', path]
  const base = file.replace(/\.(?:md|txt)$/i, '')
  return cleanName(/^(?:chat|index)$/i.test(base) ? folder : base)
}

/** What others thought of a message, which the next export may say otherwise: `(- Jane Doe: 👍 -)`. */
const REACTIONS = /\s*\(- [^\n]*: [^\n]* -\)\s*$/u
/** Pictures and files, and what is quoted of others. */
const NOT_SAID = /!?\[[^\]\n]*\]\([^)\n]*\)|^[ \t]*>.*$/gm

/** Reads the messages of one chat. */
class Chat {
  private readonly people: People
  private readonly name: string
  private readonly options: ReadOptions
  private readonly repeats = new Repeats()
  private readonly hash = new Uint32Array(2)

  constructor(people: People, name: string, options: ReadOptions) {
    this.people = people
    this.name = name
    this.options = options
  }

  *told(): Iterable<SourceRecord> {
    for (const { identity, name } of this.people.values())
      if (identity !== 'owner') yield { type: 'person', identities: [identity], name }
  }

  /** Everybody else who writes; the owner, who exported the chat, belongs to it without a word of their own. */
  private audience(author: string): readonly Someone[] {
    const others = [...this.people].flatMap(([name, { identity }]) => (name === author ? [] : [identity]))
    return author === ME || others.includes('owner') ? others : ['owner', ...others]
  }

  read({ day, time, author, text: written }: Passage): readonly SourceRecord[] | string {
    const known = this.people.get(author)
    if (!known) return 'it does not say who wrote it'
    const isCrowd = this.people.size > BULK_AUDIENCE + 1
    const others = isCrowd ? [] : this.audience(author)
    if (others.length === 0 && !isCrowd) return 'nobody else writes in this chat'
    const instant = parseIso(`${day}T${time}`, this.options.timeZone)
    if (!instant) return 'its date does not exist'
    const who = known.identity === 'owner' ? ME : identityKey(known.identity)
    const text = written.replace(REACTIONS, '')
    const natural = `${hashText(this.name)}|${day} ${time}|${who}|${hashText(text.replace(/\s+/g, ''))}`
    hashInto(natural, this.hash)
    const said = text.replace(NOT_SAID, ' ')
    return [
      {
        type: 'interaction',
        key: `signal:${natural}|${this.repeats.ordinal(this.hash)}`,
        at: instant.at,
        timeQuality: instant.timeQuality,
        channel: 'message',
        participants: [
          { identity: known.identity, role: 'from', ...(author === ME ? {} : { name: author }) },
          ...others.map((identity): Participant => ({ identity, role: 'to' })),
        ],
        bulk: isCrowd,
        words: countWords(said),
        thread: `signal:${hashText(this.name)}`,
        ...about(said),
      },
    ]
  }
}

function detect(head: Head): number {
  const text = headText(head)
  const lines = text?.split('\n', HEAD_LINES).map((line) => line.replace(/\r$/, '')) ?? []
  const first = lines.find((line) => line.trim() !== '')
  const author = LINE.exec(first ?? '')?.[3]
  return author === undefined || LOG_LEVEL.test(author) ? 0 : 0.85
}

/**
 * Chats of Signal as text or Markdown. Signal itself exports nothing that other programs read; this is what the
 * community's signal-export writes from Signal Desktop: one file a chat, times of the computer without a zone, the
 * owner called "Me". There are no ids, so that a message is told by its chat, time, author and text.
 */
export const signal: Importer = {
  id: 'signal',
  title: 'Signal chat (signal-export)',
  reads: 'Messages of Signal Desktop from the text or Markdown files of signal-export.',
  howToExport: [
    'Signal has no export of its own. Install Signal Desktop, and the free program signal-export beside it.',
    'Run it to a folder: it writes a folder with chat.md for every chat.',
    'Leave the names of the folders as they are; they say which chat it is. Import the whole folder.',
    'From a backup of an Android telephone it takes a few steps more: docs/how-to/import-signal.md.',
  ],
  detect,
  async *read(entry, options) {
    const identify = remember((author) => identityOf(author, options.region))
    const chat = new Chat(await writersOf(entry, identify), chatName(entry.path), options)
    const batch = new Batching()
    batch.add(chat.told())
    for await (const { passage, bytes } of passages(entry)) {
      const result = 'stray' in passage ? 'text before the first message' : chat.read(passage)
      if (typeof result === 'string') batch.skip(`line ${passage.number}`, result)
      else batch.took(result)
      if (batch.full) yield batch.flush(bytes)
    }
    yield batch.flush(entry.size)
  },
}
