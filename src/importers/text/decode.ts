import type { Entry, Head } from '../importer.ts'

/** Longest stretch without a line end that is kept in memory while looking for one, in bytes. */
const MAX_CARRY_BYTES = 1 << 20

/** The beginning by which encoding and delimiter are told, in bytes; the same whatever the chunks. */
export const SNIFF_BYTES = 4_096

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')
const encoder = new TextEncoder()

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary'

/** Control characters that no text export holds; a few of them mean a binary file. */
const isBinaryByte = (byte: number): boolean =>
  byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)

/** What the first bytes of a file are written in, by byte order mark, by the place of zero bytes, else UTF-8. */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SNIFF_BYTES)
  let odd = 0
  let even = 0
  let strange = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0
    if (byte === 0) {
      if (i % 2 === 1) odd++
      else even++
    } else if (isBinaryByte(byte)) strange++
  }
  const half = sample.length / 2
  if (sample.length >= 8 && strange === 0) {
    if (odd > half * 0.7 && even === 0) return 'utf-16le'
    if (even > half * 0.7 && odd === 0) return 'utf-16be'
  }
  return odd + even > 0 || strange > sample.length / 50 ? 'binary' : 'utf-8'
}

/**
 * Text of a stretch of bytes. A line that is not UTF-8 is read as windows-1252, which maps every byte: the
 * programs that still write code pages write that one, and a file may hold lines of both.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    let text = ''
    for (let start = 0; start < bytes.length;) {
      const newline = bytes.indexOf(10, start)
      const end = newline < 0 ? bytes.length : newline + 1
      text += decodeLine(bytes.subarray(start, end))
      start = end
    }
    return text
  }
}

function decodeLine(line: Uint8Array): string {
  try {
    return utf8.decode(line)
  } catch {
    return windows1252.decode(line)
  }
}

/** Text in a named character set; as `decodeText` when there is no such set. */
export function decodeCharset(bytes: Uint8Array, charset: string | undefined): string {
  if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) return decodeText(bytes)
  try {
    return new TextDecoder(charset.toLowerCase()).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}

/** The beginning of a file as text without its byte order mark; null when it is binary. */
export function headText(head: Head): string | null {
  const encoding = sniffEncoding(head.bytes)
  if (encoding === 'binary') return null
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(head.bytes)
  // The cut may lie within a character: only whole lines are judged where there are any.
  const newline = head.bytes.lastIndexOf(10)
  const whole =
    head.bytes.length < head.size && newline > 0 ? head.bytes.subarray(0, newline + 1) : head.bytes
  return decodeText(whole)
}

/**
 * The bytes of a file as UTF-8 (or what its code page is) without byte order mark, whatever it is written in.
 * The first chunk holds SNIFF_BYTES, or all there is.
 */
export async function* utf8Chunks(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array(0)
  let toUtf8 = (bytes: Uint8Array): Uint8Array => bytes
  const open = (bytes: Uint8Array): Uint8Array => {
    const encoding = sniffEncoding(bytes)
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      const decoder = new TextDecoder(encoding)
      toUtf8 = (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }))
    }
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return toUtf8(marked ? bytes.subarray(3) : bytes)
  }
  for await (const chunk of source) {
    if (first === null) yield toUtf8(chunk)
    else {
      first = Buffer.concat([first, chunk])
      if (first.length < SNIFF_BYTES) continue
      yield open(first.subarray(0, SNIFF_BYTES))
      if (first.length > SNIFF_BYTES) yield toUtf8(first.subarray(SNIFF_BYTES))
      first = null
    }
  }
  if (first !== null && first.length > 0) yield open(first)
}

/** A stretch of text that ends at a line end wherever the file has line ends. */
export type TextBlock = {
  readonly text: string
  /** Bytes of the file consumed when the block was read. */
  readonly bytes: number
}

/** Counts the bytes that pass; what is read through it is the source itself. */
export function counted(entry: Entry): { chunks: AsyncIterable<Uint8Array>; readonly bytes: number } {
  let bytes = 0
  async function* pass(): AsyncIterable<Uint8Array> {
    for await (const chunk of entry.bytes()) {
      bytes += chunk.length
      yield chunk
    }
  }
  return {
    chunks: utf8Chunks(pass()),
    get bytes() {
      return bytes
    },
  }
}

/** The text of a file in blocks of about the size of its chunks; memory stays within MAX_CARRY_BYTES and a chunk. */
export async function* textBlocks(entry: Entry): AsyncIterable<TextBlock> {
  const source = counted(entry)
  let carry: Uint8Array[] = []
  let carried = 0
  for await (const chunk of source.chunks) {
    const newline = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13))
    if (newline < 0 && carried + chunk.length <= MAX_CARRY_BYTES) {
      carry.push(Uint8Array.from(chunk))
      carried += chunk.length
      continue
    }
    const end = newline < 0 ? chunk.length : newline + 1
    const whole = chunk.subarray(0, end)
    yield { text: decodeText(carried === 0 ? whole : Buffer.concat([...carry, whole])), bytes: source.bytes }
    carry = end < chunk.length ? [Uint8Array.from(chunk.subarray(end))] : []
    carried = chunk.length - end
  }
  if (carried > 0) yield { text: decodeText(Buffer.concat(carry)), bytes: source.bytes }
}
