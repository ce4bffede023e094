import { countWritten } from './counting/count-written.ts'
import { Headers, MAX_HEADER_BYTES } from './headers.ts'

/** A stretch of bytes within a buffer. */
export type Body = { readonly bytes: Buffer; readonly start: number; readonly end: number }

/** Bytes of a body that are looked at: more is attachments, or the quoted history of a thread. */
export const BODY_BYTES = 16 * 1024
/** Of each message so much is held; the rest of a longer one is only searched for the next. */
export const HELD_BYTES = MAX_HEADER_BYTES + BODY_BYTES
/** Bytes of text in which words are counted: about 700 words. */
const TEXT_BYTES = 4 * 1024
/** Multiparts within multiparts that are gone into. */
const MAX_DEPTH = 4
const MAX_PARTS = 20

const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^;\s"]+))/i

/** One for each depth, used again for every part. */
const partHeaders = Array.from({ length: MAX_DEPTH }, () => new Headers())

function decoded(headers: Headers, body: Body): Body {
  const encoding = headers.raw('content-transfer-encoding')
  if (encoding === undefined) return body
  const end = Math.min(body.end, body.start + BODY_BYTES)
  if (/^base64/i.test(encoding)) {
    const bytes = Buffer.from(body.bytes.toString('latin1', body.start, end), 'base64')
    return { bytes, start: 0, end: bytes.length }
  }
  if (/^quoted-printable/i.test(encoding)) {
    const text = body.bytes
      .toString('latin1', body.start, end)
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    const bytes = Buffer.from(text, 'latin1')
    return { bytes, start: 0, end: bytes.length }
  }
  return body
}

function inText(headers: Headers, body: Body): number {
  const { bytes, start, end } = decoded(headers, body)
  return countWritten(bytes, start, Math.min(end, start + TEXT_BYTES))
}

/**
 * Words in the first plain text of a message, quoted text left out; undefined when it has none (only HTML, an
 * attachment) within its first BODY_BYTES. Counts the first TEXT_BYTES only.
 */
export function wordsInBody(headers: Headers, body: Body, depth = 0): number | undefined {
  const type = headers.raw('content-type')
  if (type === undefined || !type.includes('/') || /^\s*text\/plain/i.test(type)) return inText(headers, body)
  if (!/^\s*multipart\//i.test(type) || depth >= MAX_DEPTH) return undefined
  const named = BOUNDARY.exec(type)
  const boundary = named?.[1] ?? named?.[2]
  if (boundary === undefined || boundary === '') return undefined
  const end = Math.min(body.end, body.start + BODY_BYTES)
  const within = body.bytes.subarray(0, end)
  const mark = `--${boundary}`
  let at = within.indexOf(mark, body.start, 'latin1')
  const part = partHeaders[depth]!
  for (let n = 0; n < MAX_PARTS && at >= 0; n++) {
    const line = within.indexOf(10, at)
    if (line < 0) return undefined
    const next = within.indexOf(mark, line, 'latin1')
    const partEnd = next < 0 ? end : next
    const start = part.scan(within, line + 1, partEnd)
    const words = wordsInBody(part, { bytes: within, start, end: partEnd }, depth + 1)
    if (words !== undefined) return words
    at = next
  }
  return undefined
}
