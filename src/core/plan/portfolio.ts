/** One action that can be chosen, with what it adds. */
export type Candidate = {
  /** Minutes it takes, above 0. */
  readonly minutes: number
  /**
   * What it adds to each segment of the objective, in [0, 1): v·reach after the touch less v·reach without it.
   * As pairs of segment and value; segments not named get nothing.
   */
  readonly segments: readonly number[]
  readonly values: readonly number[]
  /** Moves in circles that overlap little with the user's. */
  readonly lowOverlap: boolean
}

export type Portfolio = {
  /** Positions in the list of candidates, in the order in which they were chosen. */
  readonly chosen: readonly number[]
  /** What each added when it was chosen. */
  readonly gains: readonly number[]
  /** F of the chosen ones, without cost. */
  readonly value: number
  readonly minutes: number
}

export type PortfolioOptions = {
  /** μ: what a minute has to bring to be worth it, in the unit of F. */
  readonly minuteCost: number
  /** Share of the minutes kept for candidates of low overlap, in [0, 1]. */
  readonly lowOverlapShare: number
}

export const DEFAULT_OPTIONS: PortfolioOptions = { minuteCost: 1e-7, lowOverlapShare: 0.2 }

/** Up to so many candidates every pair is tried as a beginning, which gives the full guarantee. */
const ALL_PAIRS = 24
/** Beyond, the best so many single candidates are tried as beginnings. */
const BEGINNINGS = 12

/** F while candidates are added one by one: 1 − Π (1 − x) in each segment, by weight. */
class Objective {
  readonly #weights: Float64Array
  /** Π (1 − x) of what was added, by segment. */
  readonly #left: Float64Array
  constructor(weights: Float64Array) {
    this.#weights = weights
    this.#left = new Float64Array(weights.length).fill(1)
  }
  gain({ segments, values }: Candidate): number {
    let sum = 0
    for (let i = 0; i < segments.length; i++)
      sum += this.#weights[segments[i]!]! * this.#left[segments[i]!]! * values[i]!
    return sum
  }
  add({ segments, values }: Candidate): void {
    for (let i = 0; i < segments.length; i++) this.#left[segments[i]!]! *= 1 - values[i]!
  }
}

/** F(S) = Σ_s ω_s [1 − Π_{j∈S} (1 − x_js)]: monotone, with diminishing returns, in [0, Σ ω]. */
export function portfolioValue(chosen: readonly Candidate[], weights: Float64Array): number {
  const objective = new Objective(weights)
  let value = 0
  for (const candidate of chosen) {
    value += objective.gain(candidate)
    objective.add(candidate)
  }
  return value
}

/**
 * Chooses actions within `budget` minutes so that F less the cost of the minutes is large.
 *
 * Lazy greedy (CELF, Leskovec et al. 2007): since a gain never grows while others are chosen, the last known gain of a
 * candidate is an upper bound, and only the head of the queue is looked at again. Greedy by gain per minute alone can
 * miss one large action, so it also begins with each pair (up to ALL_PAIRS candidates; that is within 1 − 1/e of the
 * best, Feldman, Nutov & Shoham 2021) or with each of the most promising single ones, and the best result stays.
 * A share of the minutes first goes to candidates of low overlap (moderately weak ties: Rajkumar et al. 2022).
 */
export function choosePortfolio(
  candidates: readonly Candidate[],
  weights: Float64Array,
  budget: number,
  { minuteCost, lowOverlapShare }: PortfolioOptions = DEFAULT_OPTIONS,
): Portfolio {
  const all = candidates.flatMap((candidate, i) => (candidate.minutes <= budget ? [i] : []))
  const run = (begin: readonly number[]): Portfolio =>
    greedy(candidates, all, weights, budget, minuteCost, begin)
  const reserved =
    lowOverlapShare > 0
      ? greedy(
          candidates,
          all.filter((i) => candidates[i]!.lowOverlap),
          weights,
          budget * lowOverlapShare,
          minuteCost,
          [],
        ).chosen
      : []
  let best = run(reserved)
  const empty = new Objective(weights)
  const alone = all
    .map((i) => ({ i, gain: empty.gain(candidates[i]!) }))
    .sort((a, b) => b.gain - a.gain || a.i - b.i)
  const consider = (begin: readonly number[]): void => {
    const other = run([...reserved, ...begin.filter((i) => !reserved.includes(i))])
    if (other.value - minuteCost * other.minutes > best.value - minuteCost * best.minutes + 1e-15)
      best = other
  }
  if (all.length <= ALL_PAIRS) {
    for (let a = 0; a < all.length; a++) {
      consider([all[a]!])
      for (let b = a + 1; b < all.length; b++) consider([all[a]!, all[b]!])
    }
  } else for (const { i } of alone.slice(0, BEGINNINGS)) consider([i])
  return best
}

/** Lazy greedy by gain per minute from a beginning that fits, else from nothing. */
function greedy(
  candidates: readonly Candidate[],
  allowed: readonly number[],
  weights: Float64Array,
  budget: number,
  minuteCost: number,
  begin: readonly number[],
): Portfolio {
  const objective = new Objective(weights)
  const chosen: number[] = []
  const gains: number[] = []
  let value = 0
  let minutes = 0
  const take = (i: number, gain: number): void => {
    chosen.push(i)
    gains.push(gain)
    value += gain
    minutes += candidates[i]!.minutes
    objective.add(candidates[i]!)
  }
  for (const i of begin)
    if (minutes + candidates[i]!.minutes <= budget) take(i, objective.gain(candidates[i]!))
  const taken = new Set(chosen)
  const queue = new Queue()
  for (const i of allowed)
    if (!taken.has(i)) queue.push(i, objective.gain(candidates[i]!) / candidates[i]!.minutes, chosen.length)
  for (let head = queue.pop(); head !== null; head = queue.pop()) {
    const candidate = candidates[head.item]!
    if (minutes + candidate.minutes > budget) continue
    if (head.round !== chosen.length) {
      queue.push(head.item, objective.gain(candidate) / candidate.minutes, chosen.length)
      continue
    }
    if (!(head.key > minuteCost)) break
    take(head.item, head.key * candidate.minutes)
  }
  return { chosen, gains, value, minutes }
}

type Entry = { readonly item: number; readonly key: number; readonly round: number }

/** A binary heap, the greatest key first, the lower item first among equals. */
class Queue {
  readonly #heap: Entry[] = []
  push(item: number, key: number, round: number): void {
    const heap = this.#heap
    heap.push({ item, key, round })
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!before(heap[at]!, heap[parent]!)) break
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }
  pop(): Entry | null {
    const heap = this.#heap
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined) return null
    if (heap.length === 0) return top
    heap[0] = last
    for (let at = 0; ;) {
      let next = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && before(heap[child]!, heap[next]!)) next = child
      if (next === at) break
      ;[heap[at], heap[next]] = [heap[next]!, heap[at]!]
      at = next
    }
    return top
  }
}

const before = (a: Entry, b: Entry): boolean => a.key > b.key || (a.key === b.key && a.item < b.item)
