import type { Batch, Entry, Head, ReadOptions } from '../importer.ts'
import { Headers } from './headers.ts'
import { MailReading } from './reading.ts'
import { HELD_BYTES } from './words-in-body.ts'

const LF = 10
const CR = 13

/** Where the headers begin: after a byte order mark, blank lines, the byte count of Apple's .emlx, a `From ` line. */
function headerStart(bytes: Buffer): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (;;) {
    while (bytes[at] === LF || bytes[at] === CR) at++
    const newline = bytes.indexOf(LF, at)
    if (newline < 0 || newline - at > 1_000) return at
    const line = bytes.toString('latin1', at, newline)
    // RFC 5322 4.5 lets blanks stand before the colon of a header.
    if (!/^(?:\d{1,12}\s*|>?From (?!\s*:).*)$/.test(line.trimEnd())) return at
    at = newline + 1
  }
}

/** Headers that tell a message from other text of `Name: value` lines. */
const telling = [
  'from',
  'to',
  'date',
  'message-id',
  'received',
  'subject',
  'return-path',
  'delivered-to',
  'sender',
] as const

/** How sure it is that a file is one message: by the headers it begins with. */
export function looksLikeMessage(head: Head): number {
  const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength)
  const start = headerStart(bytes)
  const lineEnd = bytes.indexOf(LF, start)
  const first = bytes.toString('latin1', start, Math.min(lineEnd < 0 ? bytes.length : lineEnd, start + 200))
  if (!/^[!-9;-~]+[ \t]*:/.test(first)) return 0
  const headers = new Headers()
  headers.scan(bytes, start, bytes.length)
  if (bytes.subarray(start, headers.blockEnd).includes(0)) return 0
  const found = telling.filter((name) => headers.has(name)).length
  const certain = headers.has('message-id') || headers.has('received') || headers.has('date')
  if (found >= 3 && certain) return 0.9
  return found >= 2 ? (certain ? 0.8 : 0.5) : 0
}

/** The headers of a message and the beginning of its body. */
async function beginning(entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of entry.bytes()) {
    const part = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, HELD_BYTES - length))
    // Mostly it is all: nobody asks for the next chunk, so that this one stays as it is.
    if (part.length === entry.size) return part
    parts.push(Buffer.from(part))
    length += part.length
    if (length === HELD_BYTES) break
  }
  return Buffer.concat(parts)
}

/** Reads a file that is one message: its headers and the beginning of the body. */
export async function* readMessage(entry: Entry, options: ReadOptions): AsyncIterable<Batch> {
  const reading = new MailReading(entry.path, options)
  const bytes = await beginning(entry)
  if (bytes.every((byte) => byte <= 32)) reading.skip('message 1', 'the file is empty')
  else reading.message(bytes, headerStart(bytes), bytes.length, 'message 1')
  await reading.settle()
  yield reading.finish(entry.size)
}
