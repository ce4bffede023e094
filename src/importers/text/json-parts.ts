import type { Entry } from '../importer.ts'
import { counted, decodeText } from './decode.ts'

/** A value longer than this is no record of a person: memory stays within it and a chunk. */
const MAX_VALUE_BYTES = 16 << 20
const MAX_DEPTH = 64

/** Where a value stands: the keys that lead to it, `*` for any place in a list. */
export type JsonPath = readonly string[]

/** What to do with a value: `take` it whole, `enter` it (its own values are asked for), or `pass` over it. */
export type Interest = 'take' | 'enter' | 'pass'

/**
 * A part of a file. `begin`: an object or list that is entered. `value`: a value that is taken, as JSON text.
 * `large`: one that was too large. `damage`: from here on the file is no JSON; always the last part.
 */
export type JsonPart = {
  readonly kind: 'begin' | 'value' | 'large' | 'damage'
  readonly path: JsonPath
  readonly text: string
}

type Frame = { readonly isList: boolean; key: string; state: 'key' | 'colon' | 'value' | 'comma' }

const QUOTE = 0x22
const BACKSLASH = 0x5c
const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d

/** Walks over the bytes of one JSON document, in chunks of any size. Reads structure only; what is taken may be no JSON. */
class Walker {
  parts: JsonPart[] = []
  damaged = false
  private readonly interest: (path: JsonPath) => Interest
  private readonly frames: Frame[] = []
  private path: readonly string[] = []
  private finished = false
  /** What the bytes are part of: a key, a value that is taken or passed over, or the structure between. */
  private inside: 'nothing' | 'key' | 'take' | 'pass' = 'nothing'
  /** A value that began with a quote, a bracket, or neither (a number, a word). */
  private form: 'text' | 'nest' | 'bare' = 'bare'
  private depth = 0
  private quoted = false
  private escaped = false
  private kept: Uint8Array[] = []
  private keptBytes = 0

  constructor(interest: (path: JsonPath) => Interest) {
    this.interest = interest
  }

  write(chunk: Uint8Array): void {
    let start = 0
    for (let i = 0; i < chunk.length && !this.damaged; i++) {
      const byte = chunk[i] as number
      if (this.quoted) {
        if (this.escaped) this.escaped = false
        else if (byte === BACKSLASH) this.escaped = true
        else if (byte === QUOTE) {
          this.quoted = false
          if (this.inside === 'key' || this.form === 'text') this.finish(chunk.subarray(start, i + 1))
        }
      } else if (this.inside === 'nothing') {
        if (!isBlank(byte) && this.structure(byte)) start = i
      } else if (this.form === 'bare') {
        if (byte === 0x2c || isClosing(byte) || isBlank(byte)) {
          this.finish(chunk.subarray(start, i))
          if (!isBlank(byte)) this.structure(byte)
        }
      } else if (byte === QUOTE) this.quoted = true
      else if (isOpening(byte)) this.depth++
      else if (isClosing(byte) && --this.depth === 0) this.finish(chunk.subarray(start, i + 1))
    }
    if (this.inside !== 'nothing' && !this.damaged) this.keep(chunk.subarray(start))
  }

  /** To be called after the last byte. */
  end(): void {
    if (this.inside !== 'nothing' && this.form === 'bare' && this.frames.length === 0)
      this.finish(new Uint8Array())
    if (!this.finished && !this.damaged) this.damage()
  }

  takeParts(): JsonPart[] {
    const { parts } = this
    this.parts = []
    return parts
  }

  private damage(): void {
    this.damaged = true
    this.parts.push({ kind: 'damage', path: this.path, text: '' })
  }

  private keep(bytes: Uint8Array): void {
    if (this.inside === 'pass') return
    this.keptBytes += bytes.length
    if (this.keptBytes > MAX_VALUE_BYTES) this.kept = []
    else this.kept.push(Uint8Array.from(bytes))
  }

  /** A byte between keys and values; whether a key or value begins with it. */
  private structure(byte: number): boolean {
    const frame = this.frames.at(-1)
    if (frame === undefined) {
      if (!this.finished) return this.begin(byte, [])
      this.damage()
    } else if (isClosing(byte)) {
      if ((byte === 0x5d) !== frame.isList) this.damage()
      else {
        this.frames.pop()
        this.path = this.path.slice(0, -1)
        this.closed()
      }
    } else if (frame.state === 'comma') {
      if (byte !== 0x2c) this.damage()
      else frame.state = frame.isList ? 'value' : 'key'
    } else if (frame.state === 'colon') {
      if (byte !== 0x3a) this.damage()
      else frame.state = 'value'
    } else if (frame.state === 'key') {
      if (byte === QUOTE) {
        this.inside = 'key'
        this.form = 'text'
        this.quoted = true
        return true
      }
      this.damage()
    } else return this.begin(byte, [...this.path.slice(0, this.frames.length - 1), frame.key])
    return false
  }

  private begin(byte: number, path: JsonPath): boolean {
    this.path = path
    if (byte === 0x2c || byte === 0x3a || isClosing(byte)) {
      this.damage()
      return false
    }
    const wanted = this.interest(path)
    if (wanted === 'enter' && isOpening(byte)) {
      if (this.frames.length >= MAX_DEPTH) {
        this.damage()
        return false
      }
      const isList = byte === 0x5b
      this.parts.push({ kind: 'begin', path, text: '' })
      this.frames.push({ isList, key: '*', state: isList ? 'value' : 'key' })
      return false
    }
    this.inside = wanted === 'take' ? 'take' : 'pass'
    this.form = byte === QUOTE ? 'text' : isOpening(byte) ? 'nest' : 'bare'
    this.quoted = byte === QUOTE
    this.depth = isOpening(byte) ? 1 : 0
    return true
  }

  private finish(last: Uint8Array): void {
    const { inside } = this
    this.keep(last)
    const isLarge = this.keptBytes > MAX_VALUE_BYTES
    const text = inside === 'pass' || isLarge ? '' : decodeText(Buffer.concat(this.kept))
    this.inside = 'nothing'
    this.kept = []
    this.keptBytes = 0
    const frame = this.frames.at(-1)
    if (inside === 'key') {
      if (frame === undefined) return
      const key = isLarge ? null : parseJson(text)
      frame.key = typeof key === 'string' ? key : ''
      frame.state = 'colon'
      return
    }
    if (inside === 'take') this.parts.push({ kind: isLarge ? 'large' : 'value', path: this.path, text })
    this.closed()
  }

  private closed(): void {
    const frame = this.frames.at(-1)
    if (frame === undefined) this.finished = true
    else frame.state = 'comma'
  }
}

/**
 * The parts of a JSON file that are of interest, as they come. Holds one value at a time, so that a file may be of
 * any size; a broken value spoils only itself as long as its quotes and brackets are in order.
 */
export async function* jsonParts(
  entry: Entry,
  interest: (path: JsonPath) => Interest,
): AsyncIterable<{ readonly parts: readonly JsonPart[]; readonly bytes: number }> {
  const walker = new Walker(interest)
  const source = counted(entry)
  for await (const chunk of source.chunks) {
    walker.write(chunk)
    yield { parts: walker.takeParts(), bytes: source.bytes }
    if (walker.damaged) return
  }
  walker.end()
  yield { parts: walker.takeParts(), bytes: source.bytes }
}

/** Telegram writes control characters as `\xNN`, which JSON does not know: an escape of an odd backslash and `x`. */
const repaired = (text: string): string =>
  text.replace(/\\(?:x([0-9A-Fa-f]{2})|[^])/g, (whole, hex: string | undefined) =>
    hex === undefined ? whole : `\\u00${hex}`,
  )

/** The value of a JSON text, `\xNN` escapes read; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (!text.includes('\\x')) return undefined
  }
  try {
    return JSON.parse(repaired(text))
  } catch {
    return undefined
  }
}

/** An object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a list; none when it is no list. */
export const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((one) => isObject(one)) : []

/** A text, or a number as text; the empty text for anything else. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
