import type { SparseGraph } from './sparse-graph.ts'

export type MostProbable = {
  /** Probability of the best path to each node: the product over its edges; 1 at the source, 0 out of reach. */
  readonly probability: Float64Array
  /** The node before each on that path; −1 at the source and out of reach. */
  readonly before: Int32Array
}

const CHILDREN = 4

/**
 * The most probable path from one node to every other: Dijkstra, with the product of probabilities in place of the sum of
 * lengths (on −ln p they are the same, but a product takes no logarithm for each edge).
 *
 * Weights are probabilities in (0, 1]; an absent column means 1. Range of the result [0, 1]; higher = better reached.
 * O((nodes + edges) log nodes), with a heap of four children a node.
 * Source: Dijkstra (Numerische Mathematik 1959); d-ary heaps, Johnson (1975).
 */
export function mostProbable(graph: SparseGraph, source: number): MostProbable {
  const { nodeCount, offsets, targets, weights } = graph
  const probability = new Float64Array(nodeCount)
  const before = new Int32Array(nodeCount).fill(-1)
  /** The heap, and where each node stands in it; −1 outside. */
  const heap = new Int32Array(nodeCount)
  const place = new Int32Array(nodeCount).fill(-1)
  let length = 0

  const rise = (node: number): void => {
    let at = place[node]!
    const mine = probability[node]!
    while (at > 0) {
      const parent = (at - 1) >> 2
      const above = heap[parent]!
      if (probability[above]! >= mine) break
      heap[at] = above
      place[above] = at
      at = parent
    }
    heap[at] = node
    place[node] = at
  }

  const sink = (node: number): void => {
    const mine = probability[node]!
    let at = 0
    for (;;) {
      const first = at * CHILDREN + 1
      if (first >= length) break
      const last = Math.min(first + CHILDREN, length)
      let best = first
      let most = probability[heap[first]!]!
      for (let child = first + 1; child < last; child++) {
        const its = probability[heap[child]!]!
        if (its > most) {
          best = child
          most = its
        }
      }
      if (most <= mine) break
      const up = heap[best]!
      heap[at] = up
      place[up] = at
      at = best
    }
    heap[at] = node
    place[node] = at
  }

  if (source >= 0 && source < nodeCount) {
    probability[source] = 1
    heap[0] = source
    place[source] = 0
    length = 1
  }
  while (length > 0) {
    const node = heap[0]!
    const last = heap[--length]!
    if (length > 0) sink(last)
    const reached = probability[node]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = targets[edge]!
      const through = weights === null ? reached : reached * weights[edge]!
      const known = probability[other]!
      if (through <= known) continue
      if (known === 0) place[other] = length++
      probability[other] = through
      before[other] = node
      rise(other)
    }
  }
  return { probability, before }
}
