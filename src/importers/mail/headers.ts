import { decodeText } from '../text/decode.ts'

/** Headers that kith reads; the scanner passes over all others. */
export const headerNames = [
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'received',
  'return-path',
  'delivered-to',
  'x-original-to',
  'list-id',
  'list-unsubscribe',
  'list-post',
  'precedence',
  'auto-submitted',
  'feedback-id',
  'x-autoreply',
  'x-spam-flag',
  'content-type',
  'content-transfer-encoding',
  'content-length',
  'x-gm-thrid',
  'x-gmail-labels',
  'x-mozilla-status',
  'x-mozilla-draft-info',
  'x-from',
] as const
export type HeaderName = (typeof headerNames)[number]

/** A header block longer than this is read up to here. */
export const MAX_HEADER_BYTES = 256 * 1024
/** Lines that are no header, in a block: after so many it is taken for a body without a blank line before it. */
const MAX_BAD_LINES = 3
/** No header that kith reads has a longer name. */
const MAX_NAME_BYTES = 32

const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9
const COLON = 58
const GREATER = 62

const TABLE_SIZE = 512
/** Index of a header name by the hash of the name, -1 where none has it. */
const byHash = new Int8Array(TABLE_SIZE).fill(-1)
const spelled = headerNames.map((name) => Buffer.from(name, 'latin1'))

/** Bit 5 set makes ASCII letters lower-case; signs of header names (`-`) have it anyway. */
const step = (hash: number, byte: number): number => (Math.imul(hash, 31) + (byte | 32)) | 0
const slot = (hash: number): number => (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (TABLE_SIZE - 1)

for (const [index, name] of spelled.entries()) {
  let hash = 0
  for (const byte of name) hash = step(hash, byte)
  if (byHash[slot(hash)] !== -1)
    throw new Error(`two headers share a place in the table: ${headerNames[index]}`)
  byHash[slot(hash)] = index
}

const indexOf = new Map<HeaderName, number>(headerNames.map((name, index) => [name, index]))

/**
 * The headers of one message, found in place and decoded only when asked for. One object serves message after
 * message: `scan` forgets the one before.
 */
export class Headers {
  #bytes: Buffer = Buffer.alloc(0)
  #starts = new Int32Array(headerNames.length).fill(-1)
  #ends = new Int32Array(headerNames.length)
  /** Values that were asked for: some are asked for several times. */
  readonly #values = new Array<string | undefined>(headerNames.length).fill(undefined)
  /** Further occurrences: index, start, end. */
  #more: number[] = []
  /** Lines of the block that look like headers, kept or not. */
  count = 0
  blockStart = 0
  blockEnd = 0

  /**
   * Finds the headers from `start` on.
   * @returns where the body begins: `end` when there is none
   */
  scan(bytes: Buffer, start: number, end: number): number {
    this.#bytes = bytes
    this.#starts.fill(-1)
    this.#values.fill(undefined)
    this.#more.length = 0
    this.count = 0
    this.blockStart = start
    const limit = Math.min(end, start + MAX_HEADER_BYTES)
    let bad = 0
    let current = -1
    let extra = -1
    let position = start
    while (position < limit) {
      const first = bytes[position]!
      const newline = bytes.indexOf(LF, position)
      const lineEnd = newline < 0 || newline >= limit ? limit : newline
      if (first === LF || (first === CR && position + 1 === lineEnd)) {
        this.blockEnd = position
        return Math.min(lineEnd + 1, end)
      }
      if (first === SPACE || first === TAB) {
        if (extra >= 0) this.#more[extra + 2] = lineEnd
        else if (current >= 0) this.#ends[current] = lineEnd
      } else {
        let hash = 0
        let colon = position
        const nameLimit = Math.min(lineEnd, position + MAX_NAME_BYTES)
        for (; colon < nameLimit; colon++) {
          const byte = bytes[colon]!
          if (byte === COLON || byte <= SPACE) break
          hash = step(hash, byte)
        }
        const nameEnd = colon
        while (colon < lineEnd && (bytes[colon] === SPACE || bytes[colon] === TAB)) colon++
        current = -1
        extra = -1
        if (colon < lineEnd && bytes[colon] === COLON && nameEnd > position) {
          this.count++
          current = byHash[slot(hash)]!
          if (current >= 0 && !this.#spells(current, position, nameEnd)) current = -1
          if (current >= 0) {
            if (this.#starts[current] === -1) {
              this.#starts[current] = colon + 1
              this.#ends[current] = lineEnd
            } else extra = this.#more.push(current, colon + 1, lineEnd) - 3
          }
        } else if (nameEnd - position === MAX_NAME_BYTES && this.#isLongName(nameEnd, lineEnd)) {
          this.count++
        } else if (!this.#isFromLine(position, lineEnd) && ++bad > MAX_BAD_LINES) {
          this.blockEnd = position
          return position
        }
      }
      position = lineEnd + 1
    }
    this.blockEnd = limit
    return limit
  }

  has(name: HeaderName): boolean {
    return this.#starts[indexOf.get(name)!]! >= 0
  }

  /** The value of a header as written, unfolded, one character a byte; undefined when it is missing. The first counts. */
  raw(name: HeaderName): string | undefined {
    const index = indexOf.get(name)!
    const start = this.#starts[index]!
    return start < 0 ? undefined : (this.#values[index] ??= this.#slice(start, this.#ends[index]!))
  }

  /** The values of a header that may stand several times, such as To, joined with commas. */
  rawList(name: HeaderName): string | undefined {
    const first = this.raw(name)
    if (first === undefined || this.#more.length === 0) return first
    const index = indexOf.get(name)!
    let joined = first
    for (let i = 0; i < this.#more.length; i += 3)
      if (this.#more[i] === index) joined += `,${this.#slice(this.#more[i + 1]!, this.#more[i + 2]!)}`
    return joined
  }

  /** The whole block as text, one character a byte. */
  block(): string {
    return this.#bytes.toString('latin1', this.blockStart, this.blockEnd)
  }

  #slice(start: number, end: number): string {
    const bytes = this.#bytes
    let from = start
    let to = end
    while (from < to && (bytes[from] === SPACE || bytes[from] === TAB)) from++
    while (to > from && bytes[to - 1]! <= SPACE) to--
    const text = bytes.toString('latin1', from, to)
    return text.includes('\n') ? text.replace(/[ \t]*\r?\n[ \t]*/g, ' ') : text
  }

  #spells(index: number, start: number, end: number): boolean {
    const name = spelled[index]!
    if (name.length !== end - start) return false
    for (let i = 0; i < name.length; i++) if ((this.#bytes[start + i]! | 32) !== name[i]) return false
    return true
  }

  /** Whether the name of a header goes on up to a colon. */
  #isLongName(from: number, lineEnd: number): boolean {
    for (let i = from; i < lineEnd; i++) {
      const byte = this.#bytes[i]!
      if (byte === COLON) return true
      if (byte <= SPACE) return false
    }
    return false
  }

  /** Mailboxes put `From …` and `>From …` among the headers. */
  #isFromLine(start: number, lineEnd: number): boolean {
    const from = this.#bytes[start] === GREATER ? start + 1 : start
    return lineEnd - from >= 5 && this.#bytes.toString('latin1', from, from + 5) === 'From '
  }
}

/** A header value with bytes beyond ASCII: what was meant is UTF-8 or windows-1252. */
export function decodeEightBit(raw: string): string {
  for (let i = 0; i < raw.length; i++)
    if (raw.charCodeAt(i) > 127) return decodeText(Buffer.from(raw, 'latin1'))
  return raw
}
