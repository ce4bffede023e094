import { charsetOfCodePage } from '../text/code-pages.ts'
import { decodeCharset } from '../text/decode.ts'

/**
 * Winmail.dat: what Outlook sends where it takes the receiver for another Outlook (MS-OXTNEF). An attribute holds the
 * properties of the item, others hold what mail had before there were properties. The bytes are untrusted: lengths are
 * checked before anything is read, and what lies behind damage is left out.
 */

const SIGNATURE = 0x223e9f78
const MESSAGE = 1
/** attMsgProps, attMessageClass and attOemCodepage (MS-OXTNEF 2.1.3). */
const PROPERTIES = 0x00069003
const CLASS = 0x00078008
const CODE_PAGE = 0x00069007
/** An item has some hundred properties. */
const MAX_PROPERTIES = 5_000
const MULTIPLE = 0x1000

/** A value of a property: a number, a text or time as its bytes say, or bytes. */
type Value = { readonly type: number; readonly bytes: Buffer }

/** The properties of an item, by tag, or for named ones by set and number. */
export type Tnef = {
  /** The class as mail wrote it, such as `IPM.Microsoft Schedule.MtgReq`. */
  readonly kind: string
  readonly text: (key: string) => string
  readonly time: (key: string) => number | null
  readonly number: (key: string) => number
  readonly bytes: (key: string) => Buffer | null
}

/** `1234` for a tag, `set/8233` for a named property. */
export const named = (set: string, lid: number): string => `${set}/${lid.toString(16)}`

const guid = (bytes: Buffer): string => {
  const part = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(from, to)).reverse().toString('hex')
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${bytes.toString('hex', 8, 10)}-${bytes.toString('hex', 10, 16)}`
}

class Damaged extends Error {}

/** Reads forward, and never beyond the end. */
class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  take(length: number): Buffer {
    if (length > this.left) throw new Damaged()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  u16 = (): number => this.take(2).readUInt16LE()
  u32 = (): number => this.take(4).readUInt32LE()

  /** So many bytes, and those that fill them up to four. */
  padded(length: number): Buffer {
    const bytes = this.take(length)
    this.take(Math.min((4 - (length % 4)) % 4, this.left))
    return bytes
  }
}

const SIZES: Readonly<Record<number, number>> = {
  0x02: 2,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 2,
  0x14: 8,
  0x40: 8,
  0x48: 16,
}
const VARIABLE = new Set([0x0d, 0x1e, 0x1f, 0x102])

/** One value of a type, as it stands. */
function value(reader: Reader, type: number): Buffer {
  if (VARIABLE.has(type)) return reader.padded(reader.u32())
  const size = SIZES[type]
  if (size === undefined) throw new Damaged()
  return reader.padded(size)
}

/** The properties of attMsgProps, as many as are whole. */
function propertiesOf(bytes: Buffer): Map<string, Value> {
  const found = new Map<string, Value>()
  const reader = new Reader(bytes)
  try {
    const count = Math.min(reader.u32(), MAX_PROPERTIES)
    for (let i = 0; i < count; i++) {
      const type = reader.u16()
      const id = reader.u16()
      let key = id.toString(16).padStart(4, '0')
      if (id >= 0x8000) {
        const set = guid(reader.take(16))
        const isNumber = reader.u32() === 0
        key = isNumber
          ? named(set, reader.u32())
          : `${set}/"${reader.padded(reader.u32()).toString('utf16le')}"`
      }
      const plain = type & ~MULTIPLE
      const values = VARIABLE.has(plain) || plain !== type ? reader.u32() : 1
      if (values > MAX_PROPERTIES) break
      for (let j = 0; j < values; j++) {
        const read = value(reader, plain)
        if (j === 0) found.set(key, { type: plain, bytes: read })
      }
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
  }
  return found
}

const untilZero = (text: string): string => text.replace(/\0[^]*$/, '')

/** Texts of before Unicode are in the code page that the file names. */
function decoded({ type, bytes }: Value, codePage: number): string {
  if (type === 0x1f) return untilZero(bytes.toString('utf16le'))
  return type === 0x1e ? untilZero(decodeCharset(bytes, charsetOfCodePage(codePage))) : ''
}

/** 100 nanoseconds since 1601. */
const fileTime = (bytes: Buffer): number => Number(bytes.readBigUInt64LE() / 10_000n) - 11_644_473_600_000

/** What a winmail.dat says of its item; null for anything else. */
export function readTnef(bytes: Buffer): Tnef | null {
  const reader = new Reader(bytes)
  if (reader.left < 6 || reader.u32() !== SIGNATURE) return null
  reader.u16()
  let kind = ''
  let codePage = 1252
  let properties = new Map<string, Value>()
  try {
    while (reader.left > 9) {
      const level = reader.take(1)[0]
      const id = reader.u32()
      const data = reader.take(reader.u32())
      reader.take(Math.min(2, reader.left))
      // What follows belongs to attachments.
      if (level !== MESSAGE) break
      if (id === CLASS) kind = untilZero(data.toString('latin1'))
      else if (id === CODE_PAGE && data.length >= 4) codePage = data.readUInt32LE()
      else if (id === PROPERTIES) properties = propertiesOf(data)
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
  }
  const of = (key: string, ...types: readonly number[]): Buffer | null => {
    const found = properties.get(key)
    return found && types.includes(found.type) ? found.bytes : null
  }
  return {
    kind,
    text: (key) => {
      const found = properties.get(key)
      return found ? decoded(found, codePage) : ''
    },
    time: (key) => {
      const found = of(key, 0x40)
      return found ? fileTime(found) : null
    },
    number: (key) => of(key, 0x03, 0x0a)?.readInt32LE() ?? 0,
    bytes: (key) => of(key, 0x102),
  }
}
