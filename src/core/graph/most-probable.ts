import type { SparseGraph } from './sparse-graph.ts'

export type MostProbable = {
  /** Probability of the best path to each node: the product over its edges; 1 at the source, 0 out of reach. */
  readonly probability: Float64Array
  /** The node before each on that path; −1 at the source and out of reach. */
  readonly before: Int32Array
}

const CHILDREN = 4

/**
 * The most probable path from one node to every other: Dijkstra on −ln p, so that a shortest path is a most probable
 * one.
 *
 * Weights are probabilities in (0, 1]; an absent column means 1. Range of the result [0, 1]; higher = better reached.
 * O((nodes + edges) log nodes), with a heap of four children a node.
 * Source: Dijkstra (Numerische Mathematik 1959); d-ary heaps, Johnson (1975).
 */
export function mostProbable(graph: SparseGraph, source: number): MostProbable {
  const { nodeCount, offsets, targets, weights } = graph
  const cost = new Float64Array(nodeCount).fill(Infinity)
  const before = new Int32Array(nodeCount).fill(-1)
  /** The heap, and where each node stands in it; −1 outside. */
  const heap = new Int32Array(nodeCount)
  const place = new Int32Array(nodeCount).fill(-1)
  let length = 0

  const rise = (node: number): void => {
    let at = place[node]!
    const mine = cost[node]!
    while (at > 0) {
      const parent = (at - 1) >> 2
      const above = heap[parent]!
      if (cost[above]! <= mine) break
      heap[at] = above
      place[above] = at
      at = parent
    }
    heap[at] = node
    place[node] = at
  }

  const sink = (node: number): void => {
    const mine = cost[node]!
    let at = 0
    for (;;) {
      const first = at * CHILDREN + 1
      if (first >= length) break
      const last = Math.min(first + CHILDREN, length)
      let least = first
      let leastCost = cost[heap[first]!]!
      for (let child = first + 1; child < last; child++) {
        const its = cost[heap[child]!]!
        if (its < leastCost) {
          least = child
          leastCost = its
        }
      }
      if (leastCost >= mine) break
      const up = heap[least]!
      heap[at] = up
      place[up] = at
      at = least
    }
    heap[at] = node
    place[node] = at
  }

  if (source >= 0 && source < nodeCount) {
    cost[source] = 0
    heap[0] = source
    place[source] = 0
    length = 1
  }
  while (length > 0) {
    const node = heap[0]!
    const last = heap[--length]!
    if (length > 0) sink(last)
    const reached = cost[node]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = targets[edge]!
      const through = weights === null ? reached : reached - Math.log(weights[edge]!)
      if (through >= cost[other]!) continue
      if (cost[other] === Infinity) place[other] = length++
      cost[other] = through
      before[other] = node
      rise(other)
    }
  }
  return { probability: cost.map((each) => Math.exp(-each)), before }
}
