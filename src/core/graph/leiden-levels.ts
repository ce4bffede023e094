import type { SparseGraph } from './sparse-graph.ts'
import { strengths } from './undirected.ts'

/** A graph whose nodes are parts of the one before. */
export type Level = {
  readonly nodeCount: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  /** Sum of the weights of each node's edges, those within it included. */
  readonly strength: Float64Array
  /** Sum of all strengths. */
  readonly total: number
}

/** The graph itself as the first level. */
export function levelOf(graph: SparseGraph): Level {
  const { nodeCount, offsets, targets } = graph
  const strength = strengths(graph)
  const weights = graph.weights ?? new Float64Array(targets.length).fill(1)
  return { nodeCount, offsets, targets, weights, strength, total: strength.reduce((sum, s) => sum + s, 0) }
}

/** The graph of the parts: ties between two parts become one, ties within a part stay in its strength. */
export function aggregate(level: Level, part: Int32Array, count: number): Level {
  const { nodeCount, offsets, targets, weights } = level
  const strength = new Float64Array(count)
  const starts = new Int32Array(count + 1)
  for (let node = 0; node < nodeCount; node++) {
    strength[part[node]!]! += level.strength[node]!
    starts[part[node]! + 1]!++
  }
  for (let id = 0; id < count; id++) starts[id + 1]! += starts[id]!
  const members = new Int32Array(nodeCount)
  const next = starts.slice(0, count)
  for (let node = 0; node < nodeCount; node++) members[next[part[node]!]!++] = node
  const newOffsets = new Int32Array(count + 1)
  const newTargets = new Int32Array(targets.length)
  const newWeights = new Float64Array(targets.length)
  const slotOf = new Int32Array(count).fill(-1)
  let length = 0
  for (let id = 0; id < count; id++) {
    const first = length
    for (let m = starts[id]!; m < starts[id + 1]!; m++) {
      const node = members[m]!
      for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
        const other = part[targets[edge]!]!
        if (other === id) continue
        const slot = slotOf[other]!
        if (slot < first) {
          slotOf[other] = length
          newTargets[length] = other
          newWeights[length++] = weights[edge]!
        } else newWeights[slot]! += weights[edge]!
      }
    }
    newOffsets[id + 1] = length
  }
  return {
    nodeCount: count,
    offsets: newOffsets,
    targets: newTargets.subarray(0, length),
    weights: newWeights.subarray(0, length),
    strength,
    total: level.total,
  }
}
