import { attributes, divides, lineEnd } from './dividers.ts'

/** Whether a byte makes what stands between blanks a word: letters and digits; beyond ASCII all are letters. */
const isLetter = new Uint8Array(256)
for (let byte = 0; byte < 256; byte++)
  if (/[0-9A-Za-z]/.test(String.fromCharCode(byte)) || byte > 127) isLetter[byte] = 1

/** Signs and letters a divider begins with. */
const mayDivide = new Uint8Array(256)
for (const sign of '-_*BF') mayDivide[sign.charCodeAt(0)] = 1

const LF = 10
const SPACE = 32
const GREATER = 62
/** A divider may be indented by fewer blanks than this. */
export const INDENTED = 4

/** `countWritten` where there is no WebAssembly, and what it has to agree with. Goes through the bytes once. */
export function countPlainly(bytes: Buffer, start: number, end: number): number {
  let words = 0
  let at = start
  while (at < end) {
    const line = at
    while (at < end && bytes[at]! <= SPACE && bytes[at] !== LF) at++
    const first = at
    if (first < end && bytes[first] === GREATER) at = lineEnd(bytes, first, end)
    // Only lines that begin like a divider are worth making a string of.
    else if (first - line < INDENTED && mayDivide[bytes[first]!] === 1 && divides(bytes, first, end))
      return words
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
