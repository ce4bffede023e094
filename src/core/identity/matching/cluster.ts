import { rootOf } from '../root-of.ts'
import type { Candidates } from './candidates.ts'
import { MIDDLE } from './comparators/name.ts'
import { comparePair, matchProbability, type MatchModel, newComparison, priorWeight } from './match-model.ts'
import type { MatchTable } from './match-table.ts'

/** From which probability on kith acts, and asks. */
export type Thresholds = {
  /** Merged without asking. */
  readonly automatic: number
  /** Shown to the user. */
  readonly review: number
}

export const DEFAULT_THRESHOLDS: Thresholds = { automatic: 0.99, review: 0.6 }

/** What the user said of two people of the table, by position. */
export type Verdicts = {
  /** Two people, never to be merged or asked about. */
  readonly apart: readonly (readonly [number, number])[]
  /** Never merged without asking, since the user took a merge of them back. */
  readonly ask: readonly (readonly [number, number])[]
  /** People who are never merged without asking: the owner of the data. */
  readonly careful?: ReadonlySet<number>
}

export type Match = {
  readonly a: number
  readonly b: number
  /** Calibrated, in (0, 1). */
  readonly probability: number
}

export type Decisions = {
  /** Who a person of the table is one with: the lowest position of them. */
  readonly clusterOf: Int32Array
  /** Pairs merged without asking, the surest first. */
  readonly merged: readonly Match[]
  /** Pairs to ask about, the surest first; each pair of clusters once. */
  readonly review: readonly Match[]
}

/** Cross pairs of two clusters that are looked at before they are joined. */
const MAX_CROSS = 64

/** How often people are looked at again after some were found to be one. */
const MAX_ROUNDS = 3

/**
 * Decides which records are one person. The surest pairs first, two clusters are joined where nothing forbids it:
 * two accounts of one network, the user's word, or names of others in the clusters that contradict each other. What
 * is forbidden only by names, or not sure enough, is asked. Then
 * everybody still apart is looked at again, since what several records of one person say is no longer counted as several
 * people's; `table` is told who is one. Rows in the same order give the same result; the caller
 * orders them by content.
 */
export function decide(
  table: MatchTable,
  model: MatchModel,
  candidates: Candidates,
  verdicts: Verdicts,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): Decisions {
  const clusters = new Clusters(table, model, verdicts)
  const merged: Match[] = []
  let open: Match[] = []
  let pairs = candidates
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = merged.length
    open = []
    if (round > 0) pairs = pairs.again(table, model)
    for (const match of likely(pairs, model, table.rows.length, thresholds.review)) {
      if (clusters.root(match.a) === clusters.root(match.b)) continue
      const careful = verdicts.careful?.has(match.a) === true || verdicts.careful?.has(match.b) === true
      if (
        !match.asks &&
        !careful &&
        match.probability >= thresholds.automatic &&
        clusters.join(match.a, match.b)
      )
        merged.push(match)
      else open.push(match)
    }
    if (merged.length === before) break
    for (const { a, b } of merged.slice(before)) table.unite(a, b)
  }
  const review = new Map<string, Match>()
  for (const match of open) {
    const [a, b] = [clusters.root(match.a), clusters.root(match.b)]
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    if (a !== b && !review.has(key) && !clusters.forbidden(a, b)) review.set(key, match)
  }
  return { clusterOf: clusters.roots(), merged, review: [...review.values()] }
}

/** Pairs from this probability on, the surest first. */
function likely(
  candidates: Candidates,
  model: MatchModel,
  records: number,
  from: number,
): (Match & { readonly asks: boolean })[] {
  const prior = priorWeight(model, records)
  const found: (Match & { readonly asks: boolean })[] = []
  for (let i = 0; i < candidates.length; i++) {
    const probability = matchProbability(candidates.totalUnder(model, prior, i))
    if (probability >= from)
      found.push({
        a: candidates.first(i),
        b: candidates.second(i),
        probability,
        asks: candidates.forReview(i),
      })
  }
  return found.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b)
}

class Clusters {
  readonly #table: MatchTable
  readonly #model: MatchModel
  readonly #parent: Int32Array
  readonly #members = new Map<number, number[]>()
  readonly #accounts = new Map<number, Map<string, string>>()
  readonly #apart: ReadonlyMap<number, ReadonlySet<number>>
  readonly #ask: ReadonlyMap<number, ReadonlySet<number>>
  readonly #comparison = newComparison()

  constructor(table: MatchTable, model: MatchModel, verdicts: Verdicts) {
    this.#table = table
    this.#model = model
    this.#parent = Int32Array.from(table.rows, (_, i) => i)
    this.#apart = bothWays(verdicts.apart)
    this.#ask = bothWays(verdicts.ask)
  }

  root(person: number): number {
    return rootOf(this.#parent, person)
  }

  roots(): Int32Array {
    return this.#parent.map((_, person) => this.root(person))
  }

  /** Joins the clusters of two people; false where something speaks against it. */
  join(a: number, b: number): boolean {
    const [first, second] = [this.root(a), this.root(b)]
    if (
      this.forbidden(first, second) ||
      this.#any(this.#ask, first, second) ||
      this.#contradict(first, second)
    )
      return false
    const kept = Math.min(first, second)
    const gone = Math.max(first, second)
    this.#parent[gone] = kept
    this.#members.set(kept, [...this.#membersOf(kept), ...this.#membersOf(gone)])
    this.#accounts.set(kept, new Map([...this.#accountsOf(kept), ...this.#accountsOf(gone)]))
    this.#members.delete(gone)
    return true
  }

  /** Whether two clusters cannot be one person, whatever else is known. */
  forbidden(a: number, b: number): boolean {
    const accounts = this.#accountsOf(b)
    for (const [network, account] of this.#accountsOf(a)) {
      const other = accounts.get(network)
      if (other !== undefined && other !== account) return true
    }
    return this.#any(this.#apart, a, b)
  }

  #any(pairs: ReadonlyMap<number, ReadonlySet<number>>, a: number, b: number): boolean {
    if (pairs.size === 0) return false
    const others = this.#membersOf(b)
    return this.#membersOf(a).some((member) => {
      const said = pairs.get(member)
      return said !== undefined && others.some((other) => said.has(other))
    })
  }

  /** Whether people in the two clusters bear names that cannot be one person's, or there are too many to look at. */
  #contradict(a: number, b: number): boolean {
    const [first, second] = [this.#membersOf(a), this.#membersOf(b)]
    if (first.length === 1 && second.length === 1) return false
    if (first.length * second.length > MAX_CROSS) return true
    return first.some((one) =>
      second.some(
        (other) =>
          comparePair(this.#table, this.#model, one, other, this.#comparison).seen.nameLevel >= MIDDLE,
      ),
    )
  }

  #membersOf(root: number): readonly number[] {
    return this.#members.get(root) ?? [root]
  }

  #accountsOf(root: number): ReadonlyMap<string, string> {
    const known = this.#accounts.get(root)
    if (known) return known
    return new Map(this.#table.rows[root]!.accounts.map((account) => [networkOf(account), account]))
  }
}

const networkOf = (account: string): string => account.slice(0, account.indexOf(':'))

function bothWays(pairs: readonly (readonly [number, number])[]): ReadonlyMap<number, ReadonlySet<number>> {
  const all = new Map<number, Set<number>>()
  const add = (from: number, to: number): void => {
    const held = all.get(from)
    if (held) held.add(to)
    else all.set(from, new Set([to]))
  }
  for (const [a, b] of pairs) {
    add(a, b)
    add(b, a)
  }
  return all
}
