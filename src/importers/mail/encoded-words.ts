import { decodeCharset } from '../text/decode.ts'
import { decodeEightBit } from './headers.ts'

/** An encoded word of RFC 2047; the charset may name a language (RFC 2231). Blanks within are a common mistake. */
const ENCODED = /=\?([^?\s*]{1,40})(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi

function decodeQ(text: string): Buffer {
  const out = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 61 && /^[0-9a-f]{2}$/i.test(text.slice(i + 1, i + 3))) {
      out[length++] = Number.parseInt(text.slice(i + 1, i + 3), 16)
      i += 2
    } else out[length++] = code === 95 ? 32 : code
  }
  return out.subarray(0, length)
}

/**
 * A header value as a reader sees it: encoded words and bytes beyond ASCII decoded. Words of one charset that
 * follow each other are decoded together, since programs cut them within a character; an unknown charset is
 * read as UTF-8, else as windows-1252.
 * @param raw one character a byte, as `Headers` gives it
 */
export function decodeWords(raw: string): string {
  if (!raw.includes('=?')) return decodeEightBit(raw)
  let text = ''
  let end = 0
  let charset = ''
  let parts: Buffer[] = []
  const finish = (): void => {
    if (parts.length > 0)
      text += decodeCharset(parts.length === 1 ? parts[0]! : Buffer.concat(parts), charset)
    parts = []
  }
  for (const match of raw.matchAll(ENCODED)) {
    const between = raw.slice(end, match.index)
    const adjacent = end > 0 && between.trim() === ''
    const name = match[1]!.toLowerCase()
    if (!adjacent || name !== charset) finish()
    if (!adjacent) text += decodeEightBit(between)
    charset = name
    const word = match[3]!
    parts.push(match[2] === 'q' || match[2] === 'Q' ? decodeQ(word) : Buffer.from(word, 'base64'))
    end = match.index + match[0].length
  }
  finish()
  return text + decodeEightBit(raw.slice(end))
}
