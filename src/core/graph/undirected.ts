import { sparseGraph } from './sparse-graph.ts'
import type { EdgeColumns, SparseGraph } from './sparse-graph.ts'

/**
 * The undirected graph of the given ties: each is an edge either way, so that the rows of a node are all its
 * neighbours. Ties told twice or from both sides become one, their weights added; loops are left out.
 */
export function undirectedGraph(ties: EdgeColumns, nodeCount: number): SparseGraph {
  const { from, to, weight } = ties
  const both = (first: Int32Array, second: Int32Array): Int32Array => {
    const all = new Int32Array(first.length + second.length)
    all.set(first)
    all.set(second, first.length)
    return all
  }
  if (weight === undefined) return sparseGraph({ from: both(from, to), to: both(to, from) }, nodeCount)
  const weights = new Float64Array(weight.length * 2)
  weights.set(weight)
  weights.set(weight, weight.length)
  return sparseGraph({ from: both(from, to), to: both(to, from), weight: weights }, nodeCount)
}

/** Sum of the weights of each node's edges; their number where the graph has no weights. */
export function strengths(graph: SparseGraph): Float64Array {
  const { nodeCount, offsets, weights } = graph
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const end = offsets[node + 1]!
    if (weights === null) sums[node] = end - offsets[node]!
    else {
      let sum = 0
      for (let edge = offsets[node]!; edge < end; edge++) sum += weights[edge]!
      sums[node] = sum
    }
  }
  return sums
}
