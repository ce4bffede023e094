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
  const { nodeCount, offsets } = graph
  let most = 0
  for (let node = 0; node < nodeCount; node++) most = Math.max(most, offsets[node + 1]! - offsets[node]!)
  // Half as wide where that is enough, so that more of it lies near the processor.
  if (most > 65_535) return peeled(graph, new Int32Array(nodeCount))
  return new Int32Array(peeled(graph, new Uint16Array(nodeCount)))
}

/** Fills `core`: neighbours left, and for a node that was taken away its core number. */
function peeled<Column extends Int32Array | Uint16Array>(
  { nodeCount, offsets, targets }: SparseGraph,
  core: Column,
): Column {
  const left = new Int32Array(nodeCount)
  let leftCount = 0
  for (let node = 0; node < nodeCount; node++) {
    const degree = offsets[node + 1]! - offsets[node]!
    core[node] = degree
    if (degree > 0) left[leftCount++] = node
  }
  // One more than there are nodes: the last place is written to, but never counted.
  const taken = new Int32Array(nodeCount + 1)
  while (leftCount > 0) {
    // The next level is the least degree that is left; who has it is taken away, the others move together.
    let level = core[left[0]!]!
    for (let i = 1; i < leftCount; i++) if (core[left[i]!]! < level) level = core[left[i]!]!
    let takenCount = 0
    let kept = 0
    for (let i = 0; i < leftCount; i++) {
      const node = left[i]!
      if (core[node] === level) taken[takenCount++] = node
      else left[kept++] = node
    }
    for (let head = 0; head < takenCount; head++) {
      const node = taken[head]!
      const end = offsets[node + 1]!
      for (let edge = offsets[node]!; edge < end; edge++) {
        const other = targets[edge]!
        const above = core[other]! - level
        // 1 where the neighbour is left, and 1 where it falls to this level: without branches, of which half would
        // be foretold wrongly.
        const falls = -above >>> 31
        core[other] = above + level - falls
        taken[takenCount] = other
        takenCount += falls & (((above ^ 1) - 1) >>> 31)
      }
    }
    // Whoever fell to this level meanwhile is no longer left.
    leftCount = 0
    for (let i = 0; i < kept; i++) if (core[left[i]!]! > level) left[leftCount++] = left[i]!
  }
  return core
}
