import type { SparseGraph } from './sparse-graph.ts'

/**
 * Core number: the largest k such that the node is in a part of the graph where everybody has at least k neighbours
 * in that part. How deep inside the network somebody sits, whatever their number of ties to its rim.
 *
 * Range 0 to the greatest degree; higher = deeper inside; 0 = no neighbours. O(nodes + edges): a node is looked at once
 * for each level up to its core number, and these add up to less than its ties. Levels are taken off one by one instead
 * of keeping all nodes sorted by degree (Batagelj and Zaveršnik 2003), which touches one number a tie instead of four.
 * Source: the notion by Seidman (1983); peeling by levels as in Dhulipala, Blelloch and Shun (2017).
 * @param graph undirected: every edge stands in both rows
 */
export function coreNumbers(graph: SparseGraph): Int32Array {
  const { nodeCount, offsets, targets } = graph
  /** Neighbours left; for a node that was taken away its core number. */
  const core = new Int32Array(nodeCount)
  const left = new Int32Array(nodeCount)
  let leftCount = 0
  for (let node = 0; node < nodeCount; node++) {
    const degree = offsets[node + 1]! - offsets[node]!
    core[node] = degree
    if (degree > 0) left[leftCount++] = node
  }
  const taken = new Int32Array(nodeCount)
  while (leftCount > 0) {
    // The next level is the least degree that is left; who has it is taken away, the others move together.
    let level = core[left[0]!]!
    for (let i = 1; i < leftCount; i++) if (core[left[i]!]! < level) level = core[left[i]!]!
    let takenCount = 0
    let kept = 0
    for (let i = 0; i < leftCount; i++) {
      const node = left[i]!
      if (core[node] === level) taken[takenCount++] = node
      else if (core[node]! > level) left[kept++] = node
    }
    for (let head = 0; head < takenCount; head++) {
      const node = taken[head]!
      const end = offsets[node + 1]!
      for (let edge = offsets[node]!; edge < end; edge++) {
        const other = targets[edge]!
        const degree = core[other]!
        if (degree <= level) continue
        core[other] = degree - 1
        if (degree - 1 === level) taken[takenCount++] = other
      }
    }
    // Whoever fell to this level meanwhile is no longer left.
    leftCount = 0
    for (let i = 0; i < kept; i++) if (core[left[i]!]! > level) left[leftCount++] = left[i]!
  }
  return core
}
