import { transpose } from './sparse-graph.ts'
import type { SparseGraph } from './sparse-graph.ts'

export type HitsOptions = {
  /** Stop when the authorities change by less than this in all (L1 norm of the unit vector). */
  readonly tolerance?: number
  readonly maxIterations?: number
}

/**
 * HITS authorities: nodes that good hubs point at, a good hub being one that points at good authorities.
 *
 *   a = Lᵀh / ‖Lᵀh‖,  h = La / ‖La‖
 *
 * Range [0, 1], the squares sum to 1; higher = pointed at by nodes that point where others point, too. Weights count.
 * All 0 on a graph without edges. Small components fade beside the largest, which is in the nature of the measure.
 * Source: Kleinberg, Authoritative sources in a hyperlinked environment (Journal of the ACM 1999).
 */
export function hitsAuthorities(graph: SparseGraph, options: HitsOptions = {}): Float64Array {
  const { tolerance = 1e-10, maxIterations = 200 } = options
  const turned = transpose(graph)
  let authority = new Float64Array(graph.nodeCount).fill(1)
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const hub = gathered(graph, authority)
    const next = unit(gathered(turned, hub))
    let change = 0
    for (let i = 0; i < next.length; i++) change += Math.abs(next[i]! - authority[i]!)
    authority = next
    if (change < tolerance) break
  }
  return authority
}

/** For each node the sum of the values of those it points at, by weight. */
function gathered(
  { nodeCount, offsets, targets, weights }: SparseGraph,
  values: Float64Array,
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const end = offsets[node + 1]!
    let sum = 0
    if (weights === null) for (let edge = offsets[node]!; edge < end; edge++) sum += values[targets[edge]!]!
    else for (let edge = offsets[node]!; edge < end; edge++) sum += values[targets[edge]!]! * weights[edge]!
    sums[node] = sum
  }
  return sums
}

function unit(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!
  if (squares === 0) return values
  const length = Math.sqrt(squares)
  for (let i = 0; i < values.length; i++) values[i]! /= length
  return values
}
