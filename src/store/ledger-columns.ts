import { sql } from 'kysely'
import type { LedgerColumns } from './store.ts'

const CHANNELS = 64
const DIRECTIONS = 4
const BULKS = 2

/** What a touchpoint is beside its time, as one number: audience, channel, direction and the bulk mark. */
export const flagsOf = sql<number>`((audience * ${sql.lit(CHANNELS)} + channel) * ${sql.lit(DIRECTIONS)} + direction) * ${sql.lit(BULKS)} + bulk`

const FIRST_CAPACITY = 4_096

const COMMA = 44
const MINUS = 45
const ZERO = 48

/** Most numbers that a list of so many characters can hold. */
export const mostIn = (list: string): number => (list.length >> 1) + 1

/**
 * Reads the whole numbers of a list joined by commas, and returns how many there were. Straight into a column: a list
 * of them in between costs more than reading the table.
 */
export function readNumbers(list: string, into: Float64Array): number {
  let count = 0
  let value = 0
  let sign = 1
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i)
    if (code === COMMA) {
      into[count++] = sign * value
      value = 0
      sign = 1
    } else if (code === MINUS) sign = -1
    else value = value * 10 + code - ZERO
  }
  into[count++] = sign * value
  return count
}

/** Fills the columns of a ledger; they double when full. */
export class LedgerReader {
  #length = 0
  #person: Int32Array
  #at: Float64Array
  #direction: Uint8Array
  #channel: Uint8Array
  #audience: Int32Array
  #bulk: Uint8Array
  /** The numbers of one person while they are read. */
  #read = new Float64Array(FIRST_CAPACITY)

  /** @param expected how many rows there may be: columns of that length need not grow */
  constructor(expected = 0) {
    const capacity = Math.max(FIRST_CAPACITY, expected)
    this.#person = new Int32Array(capacity)
    this.#at = new Float64Array(capacity)
    this.#direction = new Uint8Array(capacity)
    this.#channel = new Uint8Array(capacity)
    this.#audience = new Int32Array(capacity)
    this.#bulk = new Uint8Array(capacity)
  }

  /** Adds the touchpoints of one person: their times, and as many numbers as flagsOf makes, joined by commas. */
  push(person: number, times: string, flags: string): void {
    if (mostIn(times) > this.#read.length) this.#read = new Float64Array(mostIn(times) * 2)
    const count = readNumbers(times, this.#read)
    const start = this.#length
    const end = start + count
    if (end > this.#person.length) this.#grow(end)
    this.#person.fill(person, start, end)
    this.#at.set(this.#read.subarray(0, count), start)
    readNumbers(flags, this.#read)
    for (let i = 0; i < count; i++) {
      const packed = this.#read[i]!
      const low = packed % (CHANNELS * DIRECTIONS * BULKS)
      this.#bulk[start + i] = low & 1
      this.#direction[start + i] = (low >> 1) & 3
      this.#channel[start + i] = low >> 3
      this.#audience[start + i] = (packed - low) / (CHANNELS * DIRECTIONS * BULKS)
    }
    this.#length = end
  }

  #grow(needed: number): void {
    const capacity = Math.max(needed, this.#person.length * 2)
    const longer = <A extends Int32Array | Float64Array | Uint8Array>(into: A, from: A): A => {
      into.set(from)
      return into
    }
    this.#person = longer(new Int32Array(capacity), this.#person)
    this.#at = longer(new Float64Array(capacity), this.#at)
    this.#direction = longer(new Uint8Array(capacity), this.#direction)
    this.#channel = longer(new Uint8Array(capacity), this.#channel)
    this.#audience = longer(new Int32Array(capacity), this.#audience)
    this.#bulk = longer(new Uint8Array(capacity), this.#bulk)
  }

  /** The columns, exactly as long as the ledger: views, since a copy would double the memory at its peak. */
  columns(): LedgerColumns {
    const length = this.#length
    return {
      length,
      person: this.#person.subarray(0, length),
      at: this.#at.subarray(0, length),
      direction: this.#direction.subarray(0, length),
      channel: this.#channel.subarray(0, length),
      audience: this.#audience.subarray(0, length),
      bulk: this.#bulk.subarray(0, length),
    }
  }
}
