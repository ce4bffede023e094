/** What a line that separates begins with. */
export const FROM = Buffer.from('From ', 'latin1')
/** Longest line `From …` that begins a message, in bytes. */
export const MAX_FROM_LINE = 1_024
/** Longest name of a header that may follow it. */
const MAX_HEADER_NAME = 128

const LF = 10
const CR = 13

/**
 * What follows `From `: `-` (Thunderbird), Gmail's `<number>@xxx` with or without a date, or an address and
 * something with a time or a day. "From Russia with love" is none. A stray carriage return within is only damage.
 */
const ENVELOPE = /^(?:-|\d+@xxx(?:\s.*)?|\S.*(?:\d\d?:\d\d|\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d).*)\s*$/s

/** Whether a line begins like a header (`Subject:`) or is a further `From ` line, escaped or not. */
function beginsHeader(bytes: Buffer, start: number, end: number): boolean | 'more' {
  const limit = Math.min(end, start + MAX_HEADER_NAME)
  const from = bytes[start] === 62 ? start + 1 : start
  if (
    from + 5 <= end &&
    bytes[from] === 70 &&
    bytes[from + 1] === 114 &&
    bytes[from + 2] === 111 &&
    bytes[from + 3] === 109 &&
    bytes[from + 4] === 32
  )
    return true
  let i = start
  while (i < limit) {
    const byte = bytes[i]!
    if (byte === 58) return i > start
    if (byte < 33 || byte > 126) break
    i++
  }
  if (i === start && i < limit) return false
  while (i < limit && (bytes[i] === 32 || bytes[i] === 9)) i++
  if (i < limit) return bytes[i] === 58
  return limit === end ? 'more' : false
}

/**
 * Whether the bytes at `at`, the begin of a line that starts with `From `, separate two messages; 'more' when
 * they end too early to tell. Looks at no blank line before it, which misleads; whether it stands within a body that a
 * Content-Length spans is for `landing.ts` to say.
 */
export function separates(bytes: Buffer, at: number, end: number): boolean | 'more' {
  const newline = bytes.indexOf(LF, at)
  const lineEnd = newline < 0 || newline >= end ? -1 : newline
  if (lineEnd < 0) return end - at > MAX_FROM_LINE ? false : 'more'
  if (lineEnd - at > MAX_FROM_LINE) return false
  const textEnd = bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd
  if (!ENVELOPE.test(bytes.toString('latin1', at + 5, textEnd))) return false
  return beginsHeader(bytes, lineEnd + 1, end)
}
