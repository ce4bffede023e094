/**
 * Counts the words of a text, 64 bytes at a time, by sets of bits: one for each byte of a block. AssemblyScript:
 * `npm run wasm` compiles it; what stands beside the text (quotations, dividers) is decided in `../count-written.ts`.
 */

const BLANK: u8 = 32
const LF: u8 = 10
const COLON: u8 = 58

/** Words since `begin`. */
export let words: i32 = 0

export function begin(): void {
  words = 0
}

/** Signs and letters by which a quoted line is known, or a line begins after which everything is older. */
function mayDivide(at: i32): bool {
  const byte = load<u8>(at)
  const next = load<u8>(at + 1)
  switch (byte) {
    case 62: // >
      return true
    case 45: // --
    case 95: // __
      return next == byte
    case 66: // Be
      return (next | 32) == 101
    case 42: // *f
      return (next | 32) == 102
    case 70: // Fr
      return (next | 32) == 114
    default:
      return false
  }
}

/**
 * Counts the words from `from` on into `words`, up to the first place that somebody has to look at: the first sign of a
 * line that may divide, or the end of a line that ends with a colon. Reads up to 64 bytes beyond `end`.
 * @param inLine 0 where a line begins at `from`
 * @returns that place, or `end`
 */
export function count(from: i32, end: i32, inLine: i32): i32 {
  const blank = i8x16.splat(BLANK)
  const lf = i8x16.splat(LF)
  const colon = i8x16.splat(COLON)
  const ten = i8x16.splat(10)
  const zero = i8x16.splat(48)
  const a = i8x16.splat(97)
  const letters = i8x16.splat(26)
  /** What the block before hands on: a word that has a letter, blanks at the begin of a line, a colon that only blanks follow. */
  let word: u64 = 0
  let begins: u64 = inLine == 0 ? 1 : 0
  let ended: u64 = 0
  for (let at = from; at < end; at += 64) {
    let signs: u64 = 0
    let lettered: u64 = 0
    let lines: u64 = 0
    let colons: u64 = 0
    for (let part = 0; part < 64; part += 16) {
      const bytes = v128.load(at + part)
      const inAlphabet = i8x16.lt_u(i8x16.sub(v128.or(bytes, blank), a), letters)
      const isDigit = i8x16.lt_u(i8x16.sub(bytes, zero), ten)
      signs |= (<u64>i8x16.bitmask(i8x16.gt_u(bytes, blank))) << part
      // Beyond ASCII all are letters, whose highest bit is set already.
      lettered |= (<u64>i8x16.bitmask(v128.or(v128.or(inAlphabet, isDigit), bytes))) << part
      lines |= (<u64>i8x16.bitmask(i8x16.eq(bytes, lf))) << part
      colons |= (<u64>i8x16.bitmask(i8x16.eq(bytes, colon))) << part
    }
    const blanks = ~(signs | lines)
    // Adding carries a bit through a run of ones to the first place behind it: from the begin of a line through its
    // blanks, from a colon through those behind it, and from a letter to the end of its word.
    const lineBegins = (lines << 1) | begins
    const lineFirst = lineBegins + blanks
    const colonEnds = (colons << 1) | ended
    const colonLast = colonEnds + blanks
    let asks = colonLast & ~blanks & lines
    for (let firsts = lineFirst & ~blanks & signs; firsts != 0; firsts &= firsts - 1) {
      if (!mayDivide(at + <i32>ctz(firsts))) continue
      asks |= firsts & -firsts
      break
    }
    if (asks != 0) {
      const before = (asks & -asks) - 1
      const left = signs & before
      words += <i32>popcnt((left + (lettered & before) + word) & ~left)
      return at + <i32>ctz(asks)
    }
    const met = signs + lettered
    const sum = met + word
    words += <i32>popcnt(sum & ~signs)
    word = u64(met < signs) | u64(sum < met)
    begins = (lines >> 63) | u64(lineFirst < lineBegins)
    ended = (colons >> 63) | u64(colonLast < colonEnds)
  }
  return end
}
