import { countPlainly, INDENTED } from './count-plainly.ts'
import { attributes, divides } from './dividers.ts'
import { wasm } from './word-blocks.wasm.ts'

/** What `assembly/word-blocks.ts` exports. */
type WordBlocks = {
  readonly memory: WebAssembly.Memory
  readonly words: WebAssembly.Global
  readonly begin: () => void
  readonly count: (from: number, end: number, inLine: 0 | 1) => number
}

/** Bytes that are counted at once, beyond the end of the text. */
const BLOCK = 64
const LF = 10
const SPACE = 32
const GREATER = 62

/** Null where the machine or the flags of Node do not allow it. */
function load(): WordBlocks | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(wasm, 'base64'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the compiled source says so
    return new WebAssembly.Instance(module).exports as WordBlocks
  } catch {
    return null
  }
}

const blocks = load()
const memory = new Uint8Array(blocks?.memory.buffer ?? new ArrayBuffer(0))

/**
 * Words that an author wrote in plain text: lines quoted with `>` are left out, and all that follows a line like
 * `-----Original Message-----` or `On Monday Ann wrote:`. Text up to 63 KiB is counted by WebAssembly, a quarter of the
 * time of `countPlainly`.
 */
export function countWritten(bytes: Buffer, start: number, end: number): number {
  const length = end - start
  if (blocks === null || length + 2 * BLOCK > memory.length) return countPlainly(bytes, start, end)
  if (length <= 0) return 0
  bytes.copy(memory, 0, start, end)
  memory[length] = LF
  memory.fill(0, length + 1, length + 1 + BLOCK)
  blocks.begin()
  let inLine: 0 | 1 = 0
  for (let at = 0; (at = blocks.count(at, length + 1, inLine)) <= length;) {
    const place = start + at
    const sign = memory[at]
    inLine = 0
    if (sign === GREATER) at = memory.indexOf(LF, at) + 1
    else if (sign === LF) {
      const line = lineBegin(bytes, start, place)
      // What stands before it was looked at already.
      if (attributes(bytes, firstSign(bytes, line), place)) return countWritten(bytes, start, line)
      at++
    } else {
      if (isFirst(bytes, start, place) && divides(bytes, place, end)) break
      inLine = 1
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a global of the type i32
  return blocks.words.value as number
}

/** Where the line begins that ends before `end`. */
const lineBegin = (bytes: Buffer, start: number, end: number): number =>
  Math.max(start, bytes.lastIndexOf(LF, end - 1) + 1)

function firstSign(bytes: Buffer, line: number): number {
  let first = line
  while (bytes[first]! <= SPACE) first++
  return first
}

/** Whether fewer than INDENTED blanks stand before the first sign of a line. */
function isFirst(bytes: Buffer, start: number, place: number): boolean {
  for (let at = place; at > place - INDENTED; at--) if (at === start || bytes[at - 1] === LF) return true
  return false
}
