import { below } from '../stats/rng.ts'
import type { SparseGraph } from './sparse-graph.ts'

/**
 * Betweenness: on how many shortest paths between others a node lies, estimated from some sources.
 *
 *   b_i = n/|S| · Σ_{s ∈ S} Σ_t σ_st(i) / σ_st,   s ≠ i ≠ t
 *
 * with σ_st the number of shortest paths (edges count 1 each) and σ_st(i) those through i. Every ordered pair counts,
 * so on an undirected graph the value is twice that of unordered pairs. Range 0 to (n − 1)(n − 2); higher = more
 * others are joined through this node. Exact where the sources are all nodes; the estimate is unbiased for random ones.
 * Sources: Brandes, A faster algorithm for betweenness centrality (2001); sampled as in Brandes and Pich (2007).
 */
export function betweenness(graph: SparseGraph, sources: Int32Array): Float64Array {
  const { nodeCount } = graph
  const sum = new Float64Array(nodeCount)
  const work = scratch(nodeCount)
  for (const source of sources) addSource(graph, source, work, sum)
  const scale = sources.length === 0 ? 0 : nodeCount / sources.length
  return sum.map((each) => each * scale)
}

/** Distinct random nodes to estimate from; all nodes where there are no more. */
export function sampleSources(nodeCount: number, count: number, rng: () => number): Int32Array {
  const all = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const taken = Math.min(count, nodeCount)
  for (let i = 0; i < taken; i++) {
    const other = i + below(rng, nodeCount - i)
    const node = all[i]!
    all[i] = all[other]!
    all[other] = node
  }
  return all.slice(0, taken)
}

type Scratch = {
  readonly order: Int32Array
  readonly distance: Int32Array
  readonly paths: Float64Array
  readonly dependency: Float64Array
}

const scratch = (nodeCount: number): Scratch => ({
  order: new Int32Array(nodeCount),
  distance: new Int32Array(nodeCount).fill(-1),
  paths: new Float64Array(nodeCount),
  dependency: new Float64Array(nodeCount),
})

/** Adds what one source contributes: paths counted outwards, dependencies gathered backwards. */
function addSource(graph: SparseGraph, source: number, work: Scratch, sum: Float64Array): void {
  const { offsets, targets } = graph
  const { order, distance, paths, dependency } = work
  order[0] = source
  distance[source] = 0
  paths[source] = 1
  let length = 1
  for (let head = 0; head < length; head++) {
    const node = order[head]!
    const next = distance[node]! + 1
    const ways = paths[node]!
    const end = offsets[node + 1]!
    for (let edge = offsets[node]!; edge < end; edge++) {
      const other = targets[edge]!
      const seen = distance[other]!
      if (seen === -1) {
        distance[other] = next
        paths[other] = ways
        order[length++] = other
      } else if (seen === next) paths[other]! += ways
    }
  }
  for (let i = length - 1; i > 0; i--) {
    const node = order[i]!
    const next = distance[node]! + 1
    let gathered = 0
    const end = offsets[node + 1]!
    for (let edge = offsets[node]!; edge < end; edge++) {
      const other = targets[edge]!
      if (distance[other] === next) gathered += dependency[other]!
    }
    const its = gathered * paths[node]!
    sum[node]! += its
    // Kept divided by the paths, as those before it need it.
    dependency[node] = (1 + its) / paths[node]!
  }
  for (let i = 0; i < length; i++) {
    const node = order[i]!
    distance[node] = -1
    paths[node] = 0
    dependency[node] = 0
  }
}
