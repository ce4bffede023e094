import { sql } from 'kysely'
import type { LedgerColumns } from './store.ts'

const WIDE = 7
const CHANNELS = 16
const DIRECTIONS = 4
const BULKS = 2
const FLAGS = (WIDE + 1) * CHANNELS * DIRECTIONS * BULKS

/**
 * A touchpoint as one number: time, audience, channel, direction and the bulk mark. Exact up to the year 2248. An
 * audience of 7 or more has no room in it and stands in a list of its own, `wideOf`.
 */
export const touchpointOf = sql<number>`(((occurred_ms * ${sql.lit(WIDE + 1)} + case when audience < ${sql.lit(WIDE)} then audience else ${sql.lit(WIDE)} end) * ${sql.lit(CHANNELS)} + channel) * ${sql.lit(DIRECTIONS)} + direction) * ${sql.lit(BULKS)} + bulk`
export const wideOf = sql<number>`case when audience >= ${sql.lit(WIDE)} then audience end`

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

/** A list of numbers as the engine joined them; empty where there was nothing to join. */
export function numbersOf(list: string | null): Float64Array {
  if (list === null || list === '') return new Float64Array(0)
  const into = new Float64Array(mostIn(list))
  return into.subarray(0, readNumbers(list, into))
}

/** Reads such lists one after another into one place: what it read last is there until it reads again. */
export class NumberReader {
  #numbers = new Float64Array(FIRST_CAPACITY)

  read(list: string | null): Float64Array {
    if (list === null || list === '') return this.#numbers.subarray(0, 0)
    if (mostIn(list) > this.#numbers.length) this.#numbers = new Float64Array(mostIn(list) * 2)
    return this.#numbers.subarray(0, readNumbers(list, this.#numbers))
  }
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

  /** Adds the touchpoints of one person, as touchpointOf and wideOf make numbers of them, joined by commas. */
  push(person: number, touchpoints: string, audiences: string | null): void {
    if (mostIn(touchpoints) > this.#read.length) this.#read = new Float64Array(mostIn(touchpoints) * 2)
    const count = readNumbers(touchpoints, this.#read)
    const start = this.#length
    const end = start + count
    if (end > this.#person.length) this.#grow(end)
    this.#person.fill(person, start, end)
    for (let i = 0; i < count; i++) {
      const packed = this.#read[i]!
      const at = Math.floor(packed / FLAGS)
      const flags = packed - at * FLAGS
      this.#at[start + i] = at
      this.#bulk[start + i] = flags & 1
      this.#direction[start + i] = (flags >> 1) & 3
      this.#channel[start + i] = (flags >> 3) & 15
      this.#audience[start + i] = flags >> 7
    }
    this.#length = end
    if (audiences === null) return
    readNumbers(audiences, this.#read)
    let wide = 0
    for (let row = start; row < end; row++)
      if (this.#audience[row] === WIDE) this.#audience[row] = this.#read[wide++]!
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
