import type { SparseGraph } from './sparse-graph.ts'
import { strengths } from './undirected.ts'

/**
 * Burt's constraint: how far each node's contacts are each other's contacts too.
 *
 *   C_i = Σ_j ( p_ij + Σ_q p_iq·p_qj )²,   p_ij = (w_ij + w_ji) / Σ_k (w_ik + w_ki),   j ≠ i, q ≠ i, j
 *
 * The sum is over the contacts of i, as in Burt's book. Range: from near 0 (many contacts who do not know each other)
 * up to 1.125 for a pair of contacts who know each other, 1 for a single contact; lower = more brokerage. NaN for
 * isolates. O(Σ over ties of the smaller degree's neighbours): every closed triangle is met through its neighbours.
 * Source: Burt, Structural Holes (1992), ch. 2.
 * @param graph undirected: every edge stands in both rows
 */
export function burtConstraint(graph: SparseGraph): Float64Array {
  const { nodeCount, offsets, targets, weights } = graph
  const strength = strengths(graph)
  const result = new Float64Array(nodeCount)
  /** What each node has become for the one being looked at: its own share and that through others. */
  const share = new Float64Array(nodeCount)
  const mark = new Int32Array(nodeCount).fill(-1)
  const own = strength.map((sum) => (sum === 0 ? 0 : 1 / sum))
  for (let node = 0; node < nodeCount; node++) {
    const start = offsets[node]!
    const end = offsets[node + 1]!
    if (start === end) {
      result[node] = NaN
      continue
    }
    const mine = own[node]!
    for (let edge = start; edge < end; edge++) {
      const other = targets[edge]!
      mark[other] = node
      share[other] = (weights === null ? 1 : weights[edge]!) * mine
    }
    for (let edge = start; edge < end; edge++) {
      const between = targets[edge]!
      const part = (weights === null ? 1 : weights[edge]!) * mine * own[between]!
      const last = offsets[between + 1]!
      for (let leg = offsets[between]!; leg < last; leg++) {
        const other = targets[leg]!
        if (mark[other] === node) share[other]! += part * (weights === null ? 1 : weights[leg]!)
      }
    }
    let sum = 0
    for (let edge = start; edge < end; edge++) sum += share[targets[edge]!]! ** 2
    result[node] = sum
  }
  return result
}

/**
 * Effective size: how many contacts bring something that the others do not.
 *
 *   E_i = Σ_j ( 1 − Σ_q p_iq·m_jq ),   m_jq = w_jq / max_k w_jk,   q ≠ i, j
 *
 * Range [0, number of contacts]; higher = less redundant; equals the number where no two contacts know each other. NaN
 * for isolates. Burt's weighted form, not Borgatti's n − 2t/n (which it equals where all weights are 1).
 * Source: Burt, Structural Holes (1992), ch. 2.
 * @param graph undirected: every edge stands in both rows
 */
export function effectiveSize(graph: SparseGraph): Float64Array {
  const { nodeCount, offsets, targets, weights } = graph
  const strength = strengths(graph)
  const greatest = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++)
      greatest[node] = Math.max(greatest[node]!, weights === null ? 1 : weights[edge]!)
  const share = new Float64Array(nodeCount)
  return Float64Array.from({ length: nodeCount }, (_, node) => {
    const start = offsets[node]!
    const end = offsets[node + 1]!
    if (start === end) return NaN
    for (let edge = start; edge < end; edge++)
      share[targets[edge]!] = (weights === null ? 1 : weights[edge]!) / strength[node]!
    let size = 0
    for (let edge = start; edge < end; edge++) {
      const contact = targets[edge]!
      let redundant = 0
      for (let leg = offsets[contact]!; leg < offsets[contact + 1]!; leg++)
        redundant += share[targets[leg]!]! * (weights === null ? 1 : weights[leg]!)
      size += 1 - redundant / greatest[contact]!
    }
    for (let edge = start; edge < end; edge++) share[targets[edge]!] = 0
    return size
  })
}
