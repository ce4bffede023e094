import type { SparseGraph } from './sparse-graph.ts'

/**
 * In-degree: how many distinct nodes point at each node, whatever the weights.
 *
 * Range 0 to nodeCount − 1; 0 = nobody does. Linear in nodes and edges.
 */
export function inDegree(graph: SparseGraph): Int32Array {
  const degree = new Int32Array(graph.nodeCount)
  for (const target of graph.targets) degree[target]!++
  return degree
}
