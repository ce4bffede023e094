import type { SparseGraph } from './sparse-graph.ts'
import { strengths } from './undirected.ts'

/**
 * Modularity of a division into groups: how much more of the ties lies within groups than chance would put there.
 *
 *   Q = Σ_groups ( inside / 2m − γ·(strength / 2m)² )
 *
 * with `inside` the weight of ties within the group counted from both ends, `strength` the sum over its members, 2m the
 * sum over all. Range [−½, 1]; higher = more clearly divided; 0 without edges.
 * Source: Newman and Girvan (Physical Review E 2004); resolution γ as in Reichardt and Bornholdt (2006).
 * @param graph undirected: every edge stands in both rows
 */
export function modularity(graph: SparseGraph, group: Int32Array, resolution = 1): number {
  const { nodeCount, offsets, targets, weights } = graph
  const strength = strengths(graph)
  const total = strength.reduce((sum, each) => sum + each, 0)
  if (total === 0) return 0
  const groups = group.reduce((most, each) => Math.max(most, each), -1) + 1
  const ofGroup = new Float64Array(groups)
  let inside = 0
  for (let node = 0; node < nodeCount; node++) {
    const mine = group[node]!
    ofGroup[mine]! += strength[node]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++)
      if (group[targets[edge]!] === mine) inside += weights === null ? 1 : weights[edge]!
  }
  const expected = ofGroup.reduce((sum, each) => sum + (each / total) ** 2, 0)
  return inside / total - resolution * expected
}
