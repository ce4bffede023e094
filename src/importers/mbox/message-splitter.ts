import { HELD_BYTES } from '../mail/words-in-body.ts'
import { landing } from './landing.ts'
import { separates } from './separator.ts'

/** Chunks are worked on in pieces of this size. */
const PIECE_BYTES = 1 << 20
/** What was left of a piece is completed by so many bytes of the next at a time: about as long as a message is. */
const STEP_BYTES = 16 * 1024

const LF = 10

export type Found = {
  /** The message and its `From ` line, whole or its first HELD_BYTES; valid until the handler returns. */
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  /** Where it begins in the file. */
  readonly offset: number
  /** False for what stands before the first `From ` line. */
  readonly separated: boolean
}

/**
 * Cuts an mbox file into messages while its bytes stream through: where they lie, but for what the end of a piece cuts,
 * which is completed in a buffer. Memory is that buffer, of about HELD_BYTES + PIECE_BYTES, however long a message or the
 * file is.
 */
export class MessageSplitter {
  readonly #found: (message: Found) => void
  readonly #statedEnd: (message: Found) => number
  readonly #buffer = Buffer.allocUnsafe(HELD_BYTES + 2 * PIECE_BYTES)
  /** What is looked at: the buffer, or a piece. The bytes in use are [0, #end). */
  #bytes: Buffer = this.#buffer
  #end = 0
  /** Where in the file they begin. */
  #base = 0
  /** The message being read begins here, unless its head was set aside. */
  #start = 0
  /** Everything before this place is searched. */
  #searched = 0
  #separated = false
  /** The first bytes of a message that is longer than what is held. */
  #head: Buffer | null = null
  #headOffset = 0

  /**
   * @param found takes each message
   * @param statedEnd where a message that may be whole says that its body ends, as a place in its bytes; NaN where it does
   *   not say. Asked right before the message is found, or not yet.
   */
  constructor(found: (message: Found) => void, statedEnd: (message: Found) => number = () => NaN) {
    this.#found = found
    this.#statedEnd = statedEnd
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const length = Math.min(PIECE_BYTES, chunk.length - at)
      this.#piece(Buffer.from(chunk.buffer, chunk.byteOffset + at, length))
    }
  }

  #piece(piece: Buffer): void {
    for (let taken = 0; taken < piece.length;) {
      const step = Math.min(STEP_BYTES, piece.length - taken)
      if (this.#end + step > this.#buffer.length) this.#makeRoom()
      const joint = this.#end
      piece.copy(this.#buffer, joint, taken, taken + step)
      this.#end += step
      if (this.#search(false, joint)) return this.#goOnIn(piece, taken - joint)
      taken += step
    }
  }

  /** A message begins in the piece: what follows is found there. `ahead` is how much further on the same byte lies. */
  #goOnIn(piece: Buffer, ahead: number): void {
    this.#bytes = piece
    this.#end = piece.length
    this.#base -= ahead
    this.#start += ahead
    this.#searched += ahead
    this.#search(false)
    // The piece is used again once the next one is asked for.
    const start = this.#start
    piece.copy(this.#buffer, 0, start)
    this.#bytes = this.#buffer
    this.#base += start
    this.#end -= start
    this.#searched -= start
    this.#start = 0
  }

  /** The last message. */
  finish(): void {
    this.#search(true)
    const message = this.#until(this.#end)
    if (message !== null) {
      this.#statedEnd(message)
      this.#found(message)
    }
    this.#start = this.#searched = this.#end
  }

  /** What was read of the message that ends at `end`, if it does; null where there is nothing. */
  #until(end: number): Found | null {
    const separated = this.#separated
    const head = this.#head
    if (head !== null) return { bytes: head, start: 0, end: head.length, offset: this.#headOffset, separated }
    if (end <= this.#start) return null
    const held = Math.min(end, this.#start + HELD_BYTES)
    return {
      bytes: this.#bytes,
      start: this.#start,
      end: held,
      offset: this.#base + this.#start,
      separated,
    }
  }

  /**
   * Ends the message before the line at `at`, which looks like a separator.
   * @returns where to search on, and 'more' when that cannot be told yet; true when the message ended
   */
  #endAt(at: number, bytes: Buffer, last: boolean): number | true | 'more' {
    const message = this.#until(at)
    if (message === null) return true
    const inBytes = message.offset - this.#base - message.start
    const next = landing(bytes, { at, stated: this.#statedEnd(message) + inBytes, last })
    if (next !== false) return next
    this.#found(message)
    this.#head = null
    return true
  }

  /** @returns true as soon as a message begins at `until` or behind it; false at the end of the bytes */
  #search(last: boolean, until = Infinity): boolean {
    const bytes = this.#bytes.subarray(0, this.#end)
    if (this.#base === 0 && this.#searched === 0) {
      if (bytes.length < 3 && !last) return false
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#start = this.#searched = 3
    }
    for (;;) {
      // Searching for F, which is rarer than line ends, is what makes this fast.
      const at = bytes.indexOf('From ', this.#searched, 'latin1')
      if (at < 0) {
        // The word may be cut by the end of the piece.
        this.#searched = Math.max(this.#searched, this.#end - 4)
        return false
      }
      const lineStart = at === 0 || bytes[at - 1] === LF || at === this.#firstByte()
      const verdict = lineStart ? separates(bytes, at, this.#end) : false
      if (verdict === 'more' && !last) {
        this.#searched = at
        return false
      }
      this.#searched = at + 5
      if (verdict !== true || this.#follows(bytes, at)) continue
      const ended = this.#endAt(at, bytes, last)
      if (ended !== true) {
        this.#searched = ended === 'more' ? at : ended
        if (ended === 'more') return false
        continue
      }
      this.#start = at
      this.#separated = true
      if (at >= until) return true
    }
  }

  /** Whether the line right before is the `From ` line of the same message, as some programs write two. */
  #follows(bytes: Buffer, at: number): boolean {
    return (
      this.#separated && this.#head === null && at > this.#start && bytes.indexOf(LF, this.#start) === at - 1
    )
  }

  #firstByte(): number {
    return this.#base === 0 && !this.#separated ? this.#start : -1
  }

  /** Moves what is still needed to the front of the buffer. */
  #makeRoom(): void {
    if (this.#head === null && this.#searched - this.#start > HELD_BYTES) {
      this.#head = Buffer.from(this.#buffer.subarray(this.#start, this.#start + HELD_BYTES))
      this.#headOffset = this.#base + this.#start
    }
    // The byte before the place of search tells whether a line begins there.
    const keep = this.#head === null ? this.#start : Math.max(0, this.#searched - 1)
    this.#buffer.copyWithin(0, keep, this.#end)
    this.#base += keep
    this.#end -= keep
    this.#searched -= keep
    this.#start = this.#head === null ? 0 : this.#start - keep
  }
}
