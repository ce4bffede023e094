import type { SparseGraph } from './sparse-graph.ts'

/** A way from the source to the target through one or two others. */
export type Path = {
  /** Product over the path: ties, and the willingness of each intermediary. */
  readonly probability: number
  /** One or two nodes, from the source towards the target. */
  readonly through: readonly number[]
}

export type IntroductionQuery = {
  /** Ties among people, undirected, weights the probability that the tie works; in (0, 1]. */
  readonly ties: SparseGraph
  /** Probability that the source's own tie to each node works; 0 = no tie. */
  readonly own: Float64Array
  /** Probability that each node passes an introduction on, in [0, 1]. */
  readonly willing: Float64Array
  /** The source itself, if it is a node of the ties: never an intermediary. */
  readonly source?: number
}

const better = (a: Path, b: Path): number =>
  b.probability - a.probability || a.through.length - b.through.length || compare(a.through, b.through)

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0)
  return 0
}

/**
 * The best introductions to one person, no two of which share an intermediary.
 *
 *   P(o → i → j)     = own_i · willing_i · tie_ij
 *   P(o → i → k → j) = own_i · willing_i · tie_ik · willing_k · tie_kj
 *
 * The first is the best path there is, each further one the best that shares nobody with those before: when one
 * intermediary declines, the others still stand. Of equally probable paths the shorter comes first, then the one with
 * the lower numbers. Range of P [0, 1]; higher = more likely to come about. Empty when nobody connects the two.
 * O(ties of the target's neighbours) each. Source: docs/the-maths/discover.md, an assumption that the steps are independent.
 */
export function introductionPaths(query: IntroductionQuery, target: number, count = 3): Path[] {
  const { ties, own, willing, source = -1 } = query
  const { offsets, targets, weights } = ties
  const banned = new Set<number>([source, target])
  const lastLeg = new Map<number, number>()
  for (let edge = offsets[target]!; edge < offsets[target + 1]!; edge++) {
    const node = targets[edge]!
    if (node !== source && willing[node]! > 0) lastLeg.set(node, weights === null ? 1 : weights[edge]!)
  }
  /** The best path that ends through this node, given who is taken. */
  const through = (last: number): Path | null => {
    if (banned.has(last)) return null
    const ending = willing[last]! * lastLeg.get(last)!
    let best = own[last]!
    let first = -1
    for (let edge = offsets[last]!; edge < offsets[last + 1]!; edge++) {
      const node = targets[edge]!
      const reach = own[node]!
      if (reach <= best || banned.has(node)) continue
      const value = reach * willing[node]! * (weights === null ? 1 : weights[edge]!)
      if (value > best) {
        best = value
        first = node
      }
    }
    const probability = best * ending
    return probability > 0 ? { probability, through: first === -1 ? [last] : [first, last] } : null
  }
  const open = new Map<number, Path>()
  for (const last of lastLeg.keys()) {
    const path = through(last)
    if (path !== null) open.set(last, path)
  }
  const found: Path[] = []
  while (found.length < count && open.size > 0) {
    let best: Path | null = null
    for (const path of open.values()) if (best === null || better(path, best) < 0) best = path
    if (best === null) break
    found.push(best)
    for (const node of best.through) banned.add(node)
    // Only paths through somebody now taken have to be looked for again.
    for (const [last, path] of open) {
      if (!path.through.some((node) => banned.has(node))) continue
      const next = through(last)
      if (next === null) open.delete(last)
      else open.set(last, next)
    }
  }
  return found
}

/**
 * The k most probable paths from a source to a target over at most three edges, loopless, whether or not they share
 * somebody; for the question who all could. Same order as above.
 * @param source a node of the ties; its own edges are the first leg, and every node is as willing as `willing` says
 */
export function mostProbablePaths(
  ties: SparseGraph,
  source: number,
  target: number,
  count: number,
  willing?: Float64Array,
): Path[] {
  const { nodeCount, offsets, targets, weights } = ties
  if (source === target || count < 1) return []
  const firstLeg = new Float64Array(nodeCount)
  for (let edge = offsets[source]!; edge < offsets[source + 1]!; edge++)
    firstLeg[targets[edge]!] = weights === null ? 1 : weights[edge]!
  const kept: Path[] = []
  let least = 0
  const offer = (probability: number, nodes: readonly number[]): void => {
    if (probability <= 0 || (kept.length === count && probability < least)) return
    const path = { probability, through: nodes }
    let at = kept.length
    while (at > 0 && better(path, kept[at - 1]!) < 0) at--
    kept.splice(at, 0, path)
    if (kept.length > count) kept.pop()
    if (kept.length === count) least = kept[count - 1]!.probability
  }
  offer(firstLeg[target]!, [])
  for (let edge = offsets[target]!; edge < offsets[target + 1]!; edge++) {
    const last = targets[edge]!
    if (last === source) continue
    const ending = (weights === null ? 1 : weights[edge]!) * (willing?.[last] ?? 1)
    if (kept.length === count && ending < least) continue
    if (firstLeg[last]! > 0) offer(firstLeg[last]! * ending, [last])
    for (let leg = offsets[last]!; leg < offsets[last + 1]!; leg++) {
      const first = targets[leg]!
      const reach = firstLeg[first]!
      if (reach === 0 || first === target) continue
      const probability = reach * (willing?.[first] ?? 1) * (weights === null ? 1 : weights[leg]!) * ending
      if (kept.length < count || probability >= least) offer(probability, [first, last])
    }
  }
  return kept
}
