import { fromLine, mailbox, mailDate } from './files/headers.ts'
import { DAY_MS } from './model.ts'
import { plainLetters } from './people.ts'
import { Random } from './random.ts'
import { wrap } from './text.ts'
import { nameLists } from './words/names.ts'
import { general, topics } from './words/topics.ts'

export type BigMboxOptions = {
  readonly messages: number
  readonly seed: number
  /** Time of the last message; they are spread evenly over `years` before it. */
  readonly at: number
  /** Number of correspondents, 5,000 unless told; a few of them write most of the mail. */
  readonly people?: number
  /** 10 unless told. */
  readonly years?: number
}

/** The owner of the mailbox that `bigMbox` writes. */
export const BIG_MBOX_OWNER = 'robin@ashdale-advisory.example'

/** Mean size of a message in bytes; the median is a third of it, as attachments make the mean. */
const MEAN_BYTES = 10_000
const SIGMA = 1.5
const MAX_BYTES = 400_000
const LEAST_BYTES = 300
/** A chunk is handed on when it has reached this length. */
const CHUNK = 256 * 1024

type Correspondent = { readonly shown: string; readonly address: string }
/** A message that the next one may answer. */
type Started = { readonly key: string; readonly subject: string; readonly other: Correspondent }

/** Prose of at least `length` characters in lines. */
function prose(length: number, random: Random): string {
  const sentences = [...general, ...topics.flatMap((topic) => topic.sentences)]
  const parts: string[] = []
  for (let size = 0; size < length;) {
    const sentence = random.pick(sentences)
    parts.push(sentence)
    size += sentence.length + 1
  }
  // A line that begins with "From " would need an escape, which mailboxes from Gmail do not have.
  return wrap(parts.join(' ')).replace(/^From /gm, 'from ')
}

const ATTACHED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 lines as of an attachment. */
function attachment(length: number, random: Random): string {
  const line = (): string => Array.from({ length: 76 }, () => ATTACHED[random.below(64)]).join('')
  return Array.from({ length: Math.ceil(length / 77) }, line).join('\n')
}

/**
 * A mailbox of any size as chunks of text, in constant memory: mail in both directions with thousands of people,
 * threads, copies, attachments, and a fifth of it newsletters. Same options, same text. ASCII but for names, which
 * are encoded words, so that characters are bytes.
 */
export function* bigMbox({
  messages,
  seed,
  at,
  people = 5_000,
  years = 10,
}: BigMboxOptions): Generator<string> {
  const random = new Random(seed)
  const correspondents = Array.from({ length: people }, (_, i): Correspondent => {
    const names = random.pick(nameLists)
    const [given, family] = [random.pick(names.given), random.pick(names.family)]
    const firm = random.below(Math.ceil(people / 8))
    const address = `${plainLetters(given)}.${plainLetters(family)}${i}@firm-${firm}.example`
    return { shown: mailbox(`${given} ${family}`, address), address }
  })
  const text = prose(2 * MAX_BYTES, random)
  const attached = attachment(MAX_BYTES, random)
  const owner = mailbox('Robin Ashdale', BIG_MBOX_OWNER)
  const mean = MEAN_BYTES - LEAST_BYTES
  const begin = at - years * 365.25 * DAY_MS
  // Rank by a power of a uniform number: the first per cent of people takes a quarter of the mail.
  const anybody = (): Correspondent => correspondents[Math.floor(people * random.between(0, 1) ** 3.3)]!

  let chunk = ''
  let before: Started | null = null
  for (let n = 0; n < messages; n++) {
    const time = Math.floor((begin + ((n + 1) / messages) * (at - begin)) / 1000) * 1000
    const bulk = random.chance(0.2)
    const answers: Started | null = !bulk && before !== null && random.chance(0.5) ? before : null
    const other: Correspondent = bulk
      ? correspondents[random.below(Math.min(people, 60))]!
      : (answers?.other ?? anybody())
    const outgoing = !bulk && random.chance(0.4)
    const subject: string = answers?.subject ?? `${random.pick(random.pick(topics).subjects)} ${n}`
    const key = `big.${seed}.${n}@ashdale-advisory.example`
    const copies = random.chance(0.15) ? Array.from({ length: 1 + random.below(6) }, anybody) : []
    const [from, to] = outgoing ? [owner, other.shown] : [other.shown, owner]
    const headers = [
      fromLine(outgoing ? BIG_MBOX_OWNER : other.address, time),
      ...(outgoing ? [] : [`Delivered-To: ${BIG_MBOX_OWNER}`]),
      `From: ${from}`,
      `To: ${to}`,
      ...(copies.length > 0 ? [`Cc: ${copies.map(({ shown }) => shown).join(',\n ')}`] : []),
      `Subject: ${answers ? 'Re: ' : ''}${subject}`,
      `Date: ${mailDate(time, 0)}`,
      `Message-ID: <${key}>`,
      ...(answers ? [`In-Reply-To: <${answers.key}>`, `References: <${answers.key}>`] : []),
      ...(bulk ? [`List-Id: <list.${other.address.replace('@', '.')}>`, 'Precedence: bulk'] : []),
      'MIME-Version: 1.0',
    ].join('\n')
    const size = Math.min(MAX_BYTES, LEAST_BYTES + Math.floor(mean * random.heavyTail(SIGMA)))
    const left = Math.max(LEAST_BYTES, size - headers.length)
    // Prose is taken from a line's start on, so that no message is the same as another.
    const written = Math.min(left, 6_000)
    const start = text.indexOf('\n', random.below(text.length - written - 100)) + 1
    const body = text.slice(start, start + written)
    if (left - written > 4_000) {
      chunk += `${headers}
Content-Type: multipart/mixed; boundary="part-${n}"

--part-${n}
Content-Type: text/plain; charset=us-ascii

${body}
--part-${n}
Content-Type: application/pdf; name="document.pdf"
Content-Transfer-Encoding: base64

${attached.slice(0, left - written)}
--part-${n}--

`
    } else {
      chunk += `${headers}\nContent-Type: text/plain; charset=us-ascii\n\n${body}\n\n`
    }
    if (!bulk) before = { key, subject, other }
    if (chunk.length >= CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}
