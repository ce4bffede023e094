import { transpose } from './sparse-graph.ts'
import type { SparseGraph } from './sparse-graph.ts'

export type PageRankOptions = {
  /** Probability of following an edge rather than jumping anywhere; .85 as in the paper. */
  readonly damping?: number
  /** Stop when the ranks change by less than this in all (L1 norm). */
  readonly tolerance?: number
  readonly maxIterations?: number
}

/**
 * PageRank: where a walker is found who follows edges and now and then jumps to a random node.
 *
 *   x_i = (1 − d)/n + d · ( Σ_{j→i} x_j·w_ji / Σ_k w_jk  +  Σ_{dangling j} x_j / n )
 *
 * Range (0, 1), the sum over all nodes is 1; higher = pointed at by nodes that are pointed at. Nodes without
 * edges of their own (dangling) spread evenly over all. Empty graph: empty array.
 * Source: Page, Brin, Motwani, Winograd (1999); dangling nodes as in Langville and Meyer (2004).
 */
export function pageRank(graph: SparseGraph, options: PageRankOptions = {}): Float64Array {
  const { damping = 0.85, tolerance = 1e-10, maxIterations = 200 } = options
  const { nodeCount } = graph
  const { offsets, targets: sources, weights } = transpose(graph)
  const outflow = outWeights(graph)
  let rank = new Float64Array(nodeCount).fill(1 / nodeCount)
  let next = new Float64Array(nodeCount)
  const share = new Float64Array(nodeCount)
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let dangling = 0
    for (let node = 0; node < nodeCount; node++) {
      if (outflow[node] === 0) dangling += rank[node]!
      else share[node] = rank[node]! / outflow[node]!
    }
    const base = (1 - damping + damping * dangling) / nodeCount
    let change = 0
    for (let node = 0; node < nodeCount; node++) {
      let flow = 0
      const end = offsets[node + 1]!
      if (weights === null) for (let edge = offsets[node]!; edge < end; edge++) flow += share[sources[edge]!]!
      else for (let edge = offsets[node]!; edge < end; edge++) flow += share[sources[edge]!]! * weights[edge]!
      next[node] = base + damping * flow
      change += Math.abs(next[node]! - rank[node]!)
    }
    const spare = rank
    rank = next
    next = spare
    if (change < tolerance) break
  }
  return rank
}

/** Sum of the weights of each node's own edges. */
function outWeights(graph: SparseGraph): Float64Array {
  const { nodeCount, offsets, weights } = graph
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    if (weights === null) sums[node] = offsets[node + 1]! - offsets[node]!
    else for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) sums[node]! += weights[edge]!
  }
  return sums
}
