import type { HashPair } from '../text/hash.ts'

/** Different rows over which a repetition is surely noticed. */
export const REPEAT_WINDOW = 100_000
/** A power of two, so thinly filled that a free place is near. */
const SLOTS = 1 << 18

/** How often each of the last rows came, by hash: open addressing, so that it costs no object a row. */
class Generation {
  size = 0
  private readonly high = new Uint32Array(SLOTS)
  private readonly low = new Uint32Array(SLOTS)
  private readonly counts = new Uint32Array(SLOTS)

  /** Where the hash stands, or would stand. */
  private slot(high: number, low: number): number {
    let slot = high & (SLOTS - 1)
    while (this.counts[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low)) {
      slot = (slot + 1) & (SLOTS - 1)
    }
    return slot
  }

  get(high: number, low: number): number {
    return this.counts[this.slot(high, low)] ?? 0
  }

  set(high: number, low: number, count: number): void {
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
