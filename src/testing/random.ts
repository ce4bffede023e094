import { below, seededRng } from '#core/stats/rng.ts'

/** Draws that the synthetic network needs, all from one seeded sequence. */
export class Random {
  readonly #seed: number
  readonly #next: () => number

  constructor(seed: number) {
    this.#seed = seed
    this.#next = seededRng(seed)
  }

  /**
   * An independent sequence for one part of the work, so that more draws in one part change no other.
   * It depends on the seed and the label only, not on what was drawn before.
   */
  fork(label: string): Random {
    // FNV-1a over the label, begun from the seed.
    let hash = (0x811c9dc5 ^ this.#seed) >>> 0
    for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193) >>> 0
    return new Random(hash)
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.#next()
  }

  /** A whole number in [0, n). */
  below(n: number): number {
    return below(this.#next, n)
  }

  chance(probability: number): boolean {
    return this.#next() < probability
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)]
    if (item === undefined) throw new RangeError('cannot pick from an empty list')
    return item
  }

  /** An index, each with a probability proportional to its weight. */
  weighted(weights: readonly number[]): number {
    let left = this.#next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i] ?? 0
      if (left < 0) return i
    }
    return weights.length - 1
  }

  /** `count` different items in random order; all of them when there are fewer. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length > 0) {
      const i = this.below(rest.length)
      const last = rest.pop() as T
      if (i === rest.length) taken.push(last)
      else {
        taken.push(rest[i] as T)
        rest[i] = last
      }
    }
    return taken
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next())
  }

  /** Lognormal with mean 1: most are below it, a few far above. */
  heavyTail(sigma: number): number {
    return Math.exp(sigma * this.normal() - (sigma * sigma) / 2)
  }

  /** A Poisson count: by exponential gaps, exact for any mean. */
  poisson(mean: number): number {
    let count = -1
    for (let left = mean; left >= 0; count++) left += Math.log(1 - this.#next())
    return Math.max(0, count)
  }
}
