import type { HashPair } from '../text/hash.ts'

/** Different rows over which a repetition is surely noticed. */
export const REPEAT_WINDOW = 100_000
/** Places at first, a power of two: most files are small. */
const FIRST_SLOTS = 1 << 10

/** How often each of the last rows came, by hash: open addressing, so that it costs no object a row. */
class Generation {
  size = 0
  private high = new Uint32Array(FIRST_SLOTS)
  private low = new Uint32Array(FIRST_SLOTS)
  private counts = new Uint32Array(FIRST_SLOTS)

  /** Where the hash stands, or would stand. */
  private slot(high: number, low: number): number {
    const mask = this.counts.length - 1
    let slot = high & mask
    while (this.counts[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /** Twice the places: never more than half of them are taken, so that a free one is near. */
  private grow(): void {
    const { high, low, counts } = this
    this.high = new Uint32Array(2 * counts.length)
    this.low = new Uint32Array(2 * counts.length)
    this.counts = new Uint32Array(2 * counts.length)
    for (const [place, count] of counts.entries()) {
      if (count === 0) continue
      const slot = this.slot(high[place] ?? 0, low[place] ?? 0)
      this.high[slot] = high[place] ?? 0
      this.low[slot] = low[place] ?? 0
      this.counts[slot] = count
    }
  }

  get(high: number, low: number): number {
    return this.counts[this.slot(high, low)] ?? 0
  }

  set(high: number, low: number, count: number): void {
    if (2 * this.size >= this.counts.length) this.grow()
    const slot = this.slot(high, low)
    if (this.counts[slot] === 0) this.size++
    this.high[slot] = high
    this.low[slot] = low
    this.counts[slot] = count
  }
}

/**
 * Numbers identical rows, so that two of them count twice and importing the file again adds nothing. A repetition
 * more than REPEAT_WINDOW different rows after the last one begins at 0 again: memory stays bounded.
 */
export class Repeats {
  private recent = new Generation()
  private older: Generation | null = null

  /** How many identical rows came before. */
  ordinal(hash: HashPair): number {
    const high = hash[0] ?? 0
    const low = hash[1] ?? 0
    const ordinal = this.recent.get(high, low) || this.older?.get(high, low) || 0
    this.recent.set(high, low, ordinal + 1)
    if (this.recent.size >= REPEAT_WINDOW) {
      this.older = this.recent
      this.recent = new Generation()
    }
    return ordinal
  }
}
