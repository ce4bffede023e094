import type { SparseGraph } from './sparse-graph.ts'

/**
 * Core number: the largest k such that the node is in a part of the graph where everybody has at least k neighbours
 * in that part. How deep inside the network somebody sits, whatever their number of ties to its rim.
 *
 * Range 0 to the greatest degree; higher = deeper inside; 0 = no neighbours. O(nodes + edges).
 * Source: Batagelj and Zaveršnik, An O(m) algorithm for cores decomposition (2003); the notion by Seidman (1983).
 * @param graph undirected: every edge stands in both rows
 */
export function coreNumbers(graph: SparseGraph): Int32Array {
  const { nodeCount, offsets, targets } = graph
  const core = new Int32Array(nodeCount)
  let most = 0
  for (let node = 0; node < nodeCount; node++) {
    const degree = offsets[node + 1]! - offsets[node]!
    core[node] = degree
    if (degree > most) most = degree
  }
  // Nodes in the order of their degree; bin[d] is where those of degree d begin.
  const bin = new Int32Array(most + 2)
  for (let node = 0; node < nodeCount; node++) bin[core[node]! + 1]!++
  for (let degree = 0; degree <= most; degree++) bin[degree + 1]! += bin[degree]!
  const order = new Int32Array(nodeCount)
  const position = new Int32Array(nodeCount)
  const next = bin.slice(0, most + 1)
  for (let node = 0; node < nodeCount; node++) {
    const at = next[core[node]!]!++
    order[at] = node
    position[node] = at
  }
  for (let i = 0; i < nodeCount; i++) {
    const node = order[i]!
    const level = core[node]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = targets[edge]!
      const degree = core[other]!
      if (degree <= level) continue
      // The neighbour loses one: it changes places with the first of its degree, which then begins one later.
      const at = position[other]!
      const first = bin[degree]!
      if (at !== first) {
        const swapped = order[first]!
        order[at] = swapped
        position[swapped] = at
        order[first] = other
        position[other] = first
      }
      bin[degree] = first + 1
      core[other] = degree - 1
    }
  }
  return core
}
