import type { Ledger } from '#core/ledger/ledger.ts'

/** The events of one life, by tie and in order of time, so that a ledger of them needs no sorting. */
export class Events {
  readonly #at: number[][] = []
  readonly #direction: number[][] = []
  #length = 0

  add(tie: number, at: number, direction: number): void {
    const times = (this.#at[tie] ??= [])
    const directions = (this.#direction[tie] ??= [])
    let place = times.length
    while (
      place > 0 &&
      (times[place - 1]! > at || (times[place - 1] === at && directions[place - 1]! > direction))
    )
      place--
    times.splice(place, 0, at)
    directions.splice(place, 0, direction)
    this.#length++
  }

  /** When each tie was last active, 0 for never. */
  latest(ties: number): Float64Array {
    return Float64Array.from({ length: ties }, (_, tie) => this.#at[tie]?.at(-1) ?? 0)
  }

  counts(ties: number): Float64Array {
    return Float64Array.from({ length: ties }, (_, tie) => this.#at[tie]?.length ?? 0)
  }

  ledger(ties: number): Ledger {
    const tie = new Int32Array(this.#length)
    const atMs = new Float64Array(this.#length)
    const direction = new Uint8Array(this.#length)
    let row = 0
    for (let t = 0; t < ties; t++) {
      const times = this.#at[t] ?? []
      const directions = this.#direction[t] ?? []
      for (let i = 0; i < times.length; i++) {
        tie[row] = t
        atMs[row] = times[i]!
        direction[row++] = directions[i]!
      }
    }
    return {
      length: row,
      tieCount: ties,
      tie,
      atMs,
      direction,
      channel: new Uint8Array(row),
      audience: new Int32Array(row).fill(1),
      bulk: new Uint8Array(row),
    }
  }
}
