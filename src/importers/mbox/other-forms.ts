import type { Entry } from '../importer.ts'
import { headOf } from '../text/head.ts'
import { FROM } from './separator.ts'

const LF = 10
const CR = 13
/** The line of four that begins and ends each message of an MMDF mailbox. */
const FENCE = Buffer.from([1, 1, 1, 1])
/** A line longer than this is handed on in pieces. */
const MAX_LINE_BYTES = 1 << 20

type Form = 'cr' | 'mmdf'

/** Whether a beginning is a mailbox of another form: lines that end as on old Macintoshes, or MMDF's; null for a usual one. */
function formOf(bytes: Buffer): Form | null {
  if (bytes.subarray(0, 4).equals(FENCE) && (bytes[4] === LF || bytes[4] === CR)) return 'mmdf'
  return bytes.includes(CR) && !bytes.includes(LF) ? 'cr' : null
}

/** The beginning of a file as a usual mailbox would have it. */
export function usualHead(bytes: Buffer): Buffer {
  const form = formOf(bytes)
  if (form === null) return bytes
  return form === 'cr' ? withLineFeeds(bytes) : Buffer.concat(new Unfenced().push(bytes))
}

const withLineFeeds = (chunk: Uint8Array): Buffer =>
  Buffer.from(chunk.map((byte) => (byte === CR ? LF : byte)))

/** Turns the fences of an MMDF mailbox into the lines that begin the messages of a usual one. */
class Unfenced {
  #tail: Buffer = Buffer.alloc(0)
  #inside = false
  /** Whether what comes begins a line, and is the first of its message. */
  #begins = true
  #first = false

  push(chunk: Uint8Array): Buffer[] {
    const bytes = Buffer.concat([this.#tail, chunk])
    const usual: Buffer[] = []
    let at = 0
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, at)) {
      usual.push(...this.#line(bytes.subarray(at, end + 1)))
      this.#begins = true
      at = end + 1
    }
    this.#tail = Buffer.from(bytes.subarray(at))
    if (this.#tail.length > MAX_LINE_BYTES) {
      usual.push(...this.end())
      this.#begins = false
    }
    return usual
  }

  end(): Buffer[] {
    const last = this.#tail
    this.#tail = Buffer.alloc(0)
    return this.#line(last)
  }

  #line(line: Buffer): Buffer[] {
    if (this.#begins && line.length <= 6 && line.subarray(0, 4).equals(FENCE)) {
      this.#inside = !this.#inside
      this.#first = this.#inside
      return [Buffer.from(this.#inside ? 'From -\n' : '\n')]
    }
    if (!this.#inside) return []
    const isFrom = this.#begins && line.subarray(0, FROM.length).equals(FROM)
    const isEnvelope = isFrom && this.#first
    this.#first = false
    // Some programs keep the envelope behind the fence. Elsewhere in a message it is text: a blank keeps it from
    // beginning the next one.
    if (isEnvelope) return []
    return isFrom ? [Buffer.from(' '), line] : [line]
  }
}

async function* unfenced(entry: Entry): AsyncIterable<Uint8Array> {
  const text = new Unfenced()
  for await (const chunk of entry.bytes()) yield* text.push(chunk)
  yield* text.end()
}

async function* inLines(entry: Entry): AsyncIterable<Uint8Array> {
  for await (const chunk of entry.bytes()) yield withLineFeeds(chunk)
}

/** The bytes of a mailbox in the usual form, whatever form it has. */
export async function usualBytes(entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  const { bytes } = await headOf(entry)
  const form = formOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (form === null) return entry.bytes()
  return form === 'cr' ? inLines(entry) : unfenced(entry)
}
