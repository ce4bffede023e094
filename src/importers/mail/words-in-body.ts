import { Headers } from './headers.ts'

/** A stretch of bytes within a buffer. */
export type Body = { readonly bytes: Buffer; readonly start: number; readonly end: number }

/** Bytes of a body that are looked at: more is attachments, or the quoted history of a thread. */
export const BODY_BYTES = 16 * 1024
/** Bytes of text in which words are counted: about 700 words. */
const TEXT_BYTES = 4 * 1024
/** Multiparts within multiparts that are gone into. */
const MAX_DEPTH = 4
const MAX_PARTS = 20

/** Whether a byte makes what stands between blanks a word: letters and digits; beyond ASCII all are letters. */
const isLetter = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++)
  if (/[0-9A-Za-z]/.test(String.fromCharCode(byte)) || byte > 127) isLetter[byte] = 1

/** A line after which everything is older or not the author's. */
const divider =
  /^(?:-{2,}\s*(?:original|forwarded|urspr|weitergeleitet|message d'origine|mensaje original|messaggio originale|oorspronkelijk|doorgestuurd)|-- ?\r?$|_{20,}|begin forwarded message|from:\s.*<.*@|\*?from:\*?\t)/i
/** `On …, Ann wrote:` in the languages of most mail. */
const attribution =
  /(?:wrote|writes|schrieb|écrit|crit|escribió|escribi.{1,2}|scritto|schreef|escreveu|skrev|kirjoitti|napisał.?)\b[^:]{0,80}:\s*$/i

/** Signs and letters a divider begins with. */
const mayDivide = new Uint8Array(256)
for (const sign of '-_*BF') mayDivide[sign.charCodeAt(0)] = 1

const LF = 10
const SPACE = 32
const GREATER = 62
const COLON = 58

/** Where the line ends that `at` lies in. */
function lineEnd(bytes: Buffer, at: number, end: number): number {
  const newline = bytes.indexOf(LF, at)
  return newline < 0 || newline > end ? end : newline
}

/** Whether the line that begins at `first` and ends before `end` says `On …, Ann wrote:`. */
function attributes(bytes: Buffer, first: number, end: number): boolean {
  let last = end - 1
  while (bytes[last]! <= SPACE) last--
  return (
    bytes[last] === COLON && attribution.test(bytes.toString('latin1', Math.max(first, last - 120), last + 1))
  )
}

/**
 * Words that an author wrote in plain text: lines quoted with `>` are left out, and all that follows a line like
 * `-----Original Message-----` or `On Monday Ann wrote:`. Goes through the bytes once: to ask where each line ends would
 * take as long as counting.
 */
export function countWritten(bytes: Buffer, start: number, end: number): number {
  let words = 0
  let at = start
  while (at < end) {
    const line = at
    while (at < end && bytes[at]! <= SPACE && bytes[at] !== LF) at++
    const first = at
    if (first < end && bytes[first] === GREATER) at = lineEnd(bytes, first, end)
    // Only lines that begin like a divider are worth making a string of.
    else if (first - line < 4 && mayDivide[bytes[first]!] === 1) {
      const text = bytes.toString('latin1', first, Math.min(lineEnd(bytes, first, end), first + 120))
      if (divider.test(text)) return words
    }
    const before = words
    let byte = 0
    while (at < end && (byte = bytes[at]!) !== LF) {
      let letter = 0
      while (byte > SPACE) {
        letter |= isLetter[byte]!
        if (++at === end) break
        byte = bytes[at]!
      }
      words += letter
      if (at < end && byte !== LF) at++
    }
    if (words > before && attributes(bytes, first, at)) return before
    at++
  }
  return words
}

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
