import { MAX_BLOCKED } from './blocking.ts'
import { comparators } from './comparators/index.ts'
import {
  type Comparison,
  comparePair,
  levelWeight,
  type MatchModel,
  newComparison,
  priorWeight,
} from './match-model.ts'
import { UNKNOWN } from './match-person.ts'
import type { MatchTable } from './match-table.ts'

/** Pairs below this M are not kept: their probability is below one in 250 whatever the fit does. */
const KEPT_FROM = -6
/** Those below this one are not looked at again: no more than a few bits are gained by then. */
const AGAIN_FROM = -3
const WIDTH = comparators.length

/** Pairs worth a decision, with what was found, as columns. */
export class Candidates {
  length = 0
  #a = new Int32Array(1024)
  #b = new Int32Array(1024)
  #levels = new Int8Array(1024 * WIDTH)
  #u = new Float32Array(1024 * WIDTH)
  #review = new Uint8Array(1024)

  /** Compares packed pairs and keeps those that may be one person. */
  static of(table: MatchTable, model: MatchModel, pairs: Float64Array): Candidates {
    const kept = new Candidates()
    const into = newComparison()
    for (const pair of pairs) {
      const a = Math.floor(pair / MAX_BLOCKED)
      const b = pair % MAX_BLOCKED
      comparePair(table, model, a, b, into)
      if (into.total >= KEPT_FROM) kept.#push(a, b, into)
    }
    return kept
  }

  /** The pairs of those who are still two people, compared again: after more became known. */
  again(table: MatchTable, model: MatchModel): Candidates {
    const kept = new Candidates()
    const into = newComparison()
    const prior = priorWeight(model, table.rows.length)
    for (let i = 0; i < this.length; i++) {
      const [a, b] = [this.#a[i]!, this.#b[i]!]
      if (table.personOf(a) !== table.personOf(b) && this.totalUnder(model, prior, i) >= AGAIN_FROM)
        kept.#push(a, b, comparePair(table, model, a, b, into))
    }
    return kept
  }

  first(i: number): number {
    return this.#a[i]!
  }

  second(i: number): number {
    return this.#b[i]!
  }

  levelOf(i: number, comparator: number): number {
    return this.#levels[i * WIDTH + comparator]!
  }

  /** Whether the user has to decide, however sure it is. */
  forReview(i: number): boolean {
    return this.#review[i] === 1
  }

  /** M under a model. */
  totalUnder(model: MatchModel, prior: number, i: number): number {
    let total = prior
    for (let c = 0; c < WIDTH; c++) {
      const level = this.#levels[i * WIDTH + c]!
      if (level !== UNKNOWN)
        total += levelWeight(comparators[c]!.levels[level]!, model.m[c]![level]!, this.#u[i * WIDTH + c]!)
    }
    return total
  }

  #push(a: number, b: number, found: Comparison): void {
    if (this.length === this.#a.length) this.#grow()
    const i = this.length++
    this.#a[i] = a
    this.#b[i] = b
    this.#levels.set(found.levels, i * WIDTH)
    this.#u.set(found.u, i * WIDTH)
    this.#review[i] = found.review ? 1 : 0
  }

  #grow(): void {
    const size = 2 * this.#a.length
    const larger = <T extends Int32Array | Int8Array | Float32Array | Uint8Array>(into: T, from: T): T => {
      into.set(from)
      return into
    }
    this.#a = larger(new Int32Array(size), this.#a)
    this.#b = larger(new Int32Array(size), this.#b)
    this.#levels = larger(new Int8Array(size * WIDTH), this.#levels)
    this.#u = larger(new Float32Array(size * WIDTH), this.#u)
    this.#review = larger(new Uint8Array(size), this.#review)
  }
}
