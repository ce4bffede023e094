import type { SparseGraph } from './sparse-graph.ts'
import { strengths } from './undirected.ts'

/**
 * Burt's constraint: how far each node's contacts are each other's contacts too.
 *
 *   C_i = Σ_j ( p_ij + Σ_q p_iq·p_qj )²,   p_ij = (w_ij + w_ji) / Σ_k (w_ik + w_ki),   j ≠ i, q ≠ i, j
 *
 * The sum is over the contacts of i, as in Burt's book. Range: from near 0 (many contacts who do not know each other)
 * over 1 for a single contact to below 2, which two contacts who know each other far better than i come near; where all
 * weights are 1, at most 1.125, for two contacts who know each other. Lower = more brokerage. NaN for isolates. With s the strengths, `p_ij + Σ_q p_iq·p_qj = t_ij / s_i` where `t_ij = w_ij + Σ_q w_iq·w_qj / s_q` is the
 * same from both sides: each triangle is met once, and adds to its three ties. O(ties^1.5) at most.
 * Source: Burt, Structural Holes (1992), ch. 2; triangles by degree as in Latapy (2008).
 * @param graph undirected: every edge stands in both rows
 */
export function burtConstraint(graph: SparseGraph): Float64Array {
  const { nodeCount, offsets } = graph
  const strength = strengths(graph)
  const { place, order, starts, ends, weights } = byDegree(graph)
  const perStrength = Float64Array.from(order, (node) => (strength[node] === 0 ? 0 : 1 / strength[node]!))
  const through = weights.slice()
  /** Where the tie to each node stands among those of the one being looked at; −1 = none. */
  const slot = new Int32Array(nodeCount).fill(-1)
  for (let node = 0; node < nodeCount; node++) {
    const start = starts[node]!
    const end = starts[node + 1]!
    if (end - start < 2) continue
    for (let tie = start; tie < end; tie++) slot[ends[tie]!] = tie
    for (let tie = start; tie < end; tie++) {
      const between = ends[tie]!
      const last = starts[between + 1]!
      for (let leg = starts[between]!; leg < last; leg++) {
        const third = slot[ends[leg]!]!
        if (third < 0) continue
        const here = weights[tie]!
        const there = weights[leg]!
        const across = weights[third]!
        through[tie]! += across * there * perStrength[ends[leg]!]!
        through[leg]! += here * across * perStrength[node]!
        through[third]! += here * there * perStrength[between]!
      }
    }
    for (let tie = start; tie < end; tie++) slot[ends[tie]!] = -1
  }
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    for (let tie = starts[node]!; tie < starts[node + 1]!; tie++) {
      const square = through[tie]! * through[tie]!
      sums[node]! += square
      sums[ends[tie]!]! += square
    }
  return Float64Array.from(place, (at, node) =>
    offsets[node] === offsets[node + 1] ? NaN : sums[at]! * perStrength[at]! ** 2,
  )
}

/**
 * Every tie once, from the end of lower degree to the other, nodes numbered by degree: hubs then have few ties that
 * begin with them, and rows that are read together lie together.
 */
function byDegree({ nodeCount, offsets, targets, weights }: SparseGraph) {
  let most = 0
  for (let node = 0; node < nodeCount; node++) most = Math.max(most, offsets[node + 1]! - offsets[node]!)
  const next = new Int32Array(most + 2)
  for (let node = 0; node < nodeCount; node++) next[offsets[node + 1]! - offsets[node]! + 1]!++
  for (let degree = 0; degree <= most; degree++) next[degree + 1]! += next[degree]!
  const order = new Int32Array(nodeCount)
  const place = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const at = next[offsets[node + 1]! - offsets[node]!]!++
    order[at] = node
    place[node] = at
  }
  const starts = new Int32Array(nodeCount + 1)
  const ends = new Int32Array(targets.length >> 1)
  const kept = new Float64Array(targets.length >> 1)
  let length = 0
  for (let at = 0; at < nodeCount; at++) {
    const node = order[at]!
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = place[targets[edge]!]!
      if (other < at) continue
      ends[length] = other
      kept[length++] = weights === null ? 1 : weights[edge]!
    }
    starts[at + 1] = length
  }
  return { order, place, starts, ends, weights: kept }
}

/**
 * Effective size: how many contacts bring something that the others do not.
 *
 *   E_i = Σ_j ( 1 − Σ_q p_iq·m_jq ),   m_jq = w_jq / max_k w_jk,   q ≠ i, j
 *
 * Range [1, number of contacts]; higher = less redundant; equals the number where no two contacts know each other. NaN
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
