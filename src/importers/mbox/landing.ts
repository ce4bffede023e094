import { FROM, separates } from './separator.ts'

/** Bodies that say they go on for longer than this behind a line that looks like a separator are not believed. */
const MAX_AHEAD_BYTES = 1 << 20
/** Line ends that may stand between a body and the next message. */
const MAX_BLANKS = 4

const LF = 10
const CR = 13

/**
 * Where the next message begins, or the file ends, if a body ends at `stated` as its Content-Length says: behind blank
 * lines. False where neither is there, so that the length is wrong; 'more' when the bytes end too early to tell.
 * @param at the line that looks like a separator
 * @param stated NaN where no length is stated
 * @param last whether the file ends with the bytes
 */
export function landing(
  bytes: Buffer,
  { at, stated, last }: { readonly at: number; readonly stated: number; readonly last: boolean },
): number | false | 'more' {
  const end = bytes.length
  if (!(stated > at && stated - at <= MAX_AHEAD_BYTES)) return false
  if (stated > end) return last ? false : 'more'
  let next = stated
  while (next < end && next < stated + MAX_BLANKS && (bytes[next] === LF || bytes[next] === CR)) next++
  if (next === end) return last ? end : 'more'
  if (bytes[next - 1] !== LF) return false
  if (next + FROM.length > end) return last ? false : 'more'
  if (!bytes.subarray(next, next + FROM.length).equals(FROM)) return false
  const verdict = separates(bytes, next, end)
  if (verdict === 'more') return last ? false : 'more'
  return verdict && next
}
