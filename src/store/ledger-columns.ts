import { sql } from 'kysely'
import type { LedgerColumns } from './store.ts'

const CHANNELS = 64
const DIRECTIONS = 4
const BULKS = 2

/** What a touchpoint is beside its time, as one number: audience, channel, direction and the bulk mark. */
export const flagsOf = sql<number>`((audience * ${sql.lit(CHANNELS)} + channel) * ${sql.lit(DIRECTIONS)} + direction) * ${sql.lit(BULKS)} + bulk`

const FIRST_CAPACITY = 4_096

/** Fills the columns of a ledger; they double when full. */
export class LedgerReader {
  #length = 0
  #person = new Int32Array(FIRST_CAPACITY)
  #at = new Float64Array(FIRST_CAPACITY)
  #direction = new Uint8Array(FIRST_CAPACITY)
  #channel = new Uint8Array(FIRST_CAPACITY)
  #audience = new Int32Array(FIRST_CAPACITY)
  #bulk = new Uint8Array(FIRST_CAPACITY)

  /** Adds the touchpoints of one person: their times, and as many numbers as flagsOf makes, joined by commas. */
  push(person: number, times: string, flags: string): void {
    const at = JSON.parse(`[${times}]`) as number[]
    const rest = JSON.parse(`[${flags}]`) as number[]
    const start = this.#length
    const end = start + at.length
    if (end > this.#person.length) this.#grow(end)
    this.#person.fill(person, start, end)
    this.#at.set(at, start)
    for (let i = 0; i < rest.length; i++) {
      const packed = rest[i] ?? 0
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
