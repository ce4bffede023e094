import { inDegree } from './in-degree.ts'
import { transpose } from './sparse-graph.ts'
import type { SparseGraph } from './sparse-graph.ts'

export type AttentionHIndex = {
  /** The whole h-index of each node. */
  readonly h: Int32Array
  /** The same with the part of the way to the next step, h ≤ rational < h + 1. */
  readonly rational: Float64Array
}

/**
 * Attention h-index: h people who are each sought by at least h people seek this person.
 *
 *   h_i = max { h : at least h of the nodes that point at i have an in-degree ≥ h }
 *   rational h_i = h + 1 − missing / (2h + 1)
 *
 * where `missing` is how much in-degree the best h + 1 of them (absent ones count 0) lack so that all reach
 * h + 1; at most 2h + 1, so the rational index grows from h towards h + 1.
 * Range 0 to nodeCount − 1; higher = sought after by more people who are sought after themselves; 0 = sought by
 * nobody who is sought. Pointers whom nobody points at change nothing.
 *
 * Sources: the h-index of Hirsch (PNAS 2005) carried to nodes as the lobby index by Korn, Schubert and Telcs
 * (Physica A 2009), see also Lü, Zhou, Zhang and Stanley (Nature Communications 2016); the rational form by
 * Ruane and Tol (Scientometrics 2008). O(edges + nodes).
 */
export function attentionHIndex(graph: SparseGraph): AttentionHIndex {
  const { nodeCount } = graph
  const degree = inDegree(graph)
  const { offsets, targets: seekers } = transpose(graph)
  const h = new Int32Array(nodeCount)
  const rational = new Float64Array(nodeCount)
  const having = new Int32Array(degree.reduce((most, each) => Math.max(most, each), 0) + 2)
  for (let node = 0; node < nodeCount; node++) {
    const start = offsets[node]!
    const end = offsets[node + 1]!
    const most = end - start
    // How many seekers have each in-degree; more than `most` cannot matter for h + 1 beyond being enough.
    having.fill(0, 0, most + 2)
    for (let edge = start; edge < end; edge++) having[Math.min(degree[seekers[edge]!]!, most + 1)]!++
    let level = most + 1
    let reaching = having[level]!
    while (reaching < level) {
      level--
      reaching += having[level]!
    }
    h[node] = level
    rational[node] = level + 1 - missingToNext(having, level, most + 1) / (2 * level + 1)
  }
  return { h, rational }
}

/** In-degree that the best h + 1 seekers lack to have h + 1 each. */
function missingToNext(having: Int32Array, h: number, top: number): number {
  const goal = h + 1
  let places = goal
  for (let degree = top; degree >= goal; degree--) places -= having[degree]!
  let missing = 0
  for (let degree = Math.min(h, top); degree > 0 && places > 0; degree--) {
    const filled = Math.min(places, having[degree]!)
    missing += filled * (goal - degree)
    places -= filled
  }
  return missing + Math.max(0, places) * goal
}
