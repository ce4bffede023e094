import { KithError } from '../model/errors.ts'

/** Directed edges as columns: row e leads from `from[e]` to `to[e]`. Rows may repeat and come in any order. */
export type EdgeColumns = {
  readonly from: Int32Array
  readonly to: Int32Array
  /** Weight of each row, above 0; absent: every edge weighs 1. */
  readonly weight?: Float64Array
}

/**
 * A directed graph in compressed sparse rows: the targets of node i are
 * `targets[offsets[i]] … targets[offsets[i + 1] − 1]`, ascending, each once, never i itself.
 */
export type SparseGraph = {
  readonly nodeCount: number
  readonly offsets: Int32Array
  readonly targets: Int32Array
  /** Beside `targets`; null when every edge weighs 1. */
  readonly weights: Float64Array | null
}

/** Row numbers ordered by key, rows of one key in the order given (counting sort, linear time). */
function orderBy(rows: Int32Array, keys: Int32Array, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1)
  for (const row of rows) next[keys[row]! + 1]!++
  for (let key = 0; key < keyCount; key++) next[key + 1]! += next[key]!
  const ordered = new Int32Array(rows.length)
  for (const row of rows) ordered[next[keys[row]!]!++] = row
  return ordered
}

/** Whether the rows are by source, then target, as a store returns them: then nothing needs ordering. */
function inOrder(rows: Int32Array, { from, to }: EdgeColumns): boolean {
  for (let i = 1; i < rows.length; i++) {
    const [a, b] = [rows[i - 1]!, rows[i]!]
    if (from[a]! > from[b]! || (from[a] === from[b] && to[a]! > to[b]!)) return false
  }
  return true
}

/** The rows that join two different nodes of the graph's range; throws for a node outside of it. */
function properRows(edges: EdgeColumns, nodeCount: number): Int32Array {
  const { from, to, weight } = edges
  if (to.length !== from.length || (weight !== undefined && weight.length !== from.length)) {
    throw new KithError(
      'internal',
      'The columns of a graph differ in length; they must describe the same edges.',
    )
  }
  const rows = new Int32Array(from.length)
  let kept = 0
  for (let row = 0; row < from.length; row++) {
    const source = from[row]!
    const target = to[row]!
    if (source < 0 || target < 0 || source >= nodeCount || target >= nodeCount) {
      throw new KithError(
        'internal',
        `Edge ${row} leads to a node outside 0 to ${nodeCount - 1}; number nodes from 0.`,
      )
    }
    if (source !== target) rows[kept++] = row
  }
  return rows.subarray(0, kept)
}

/**
 * The graph of the given edges. Repeated edges become one, their weights added; loops are left out.
 * Linear in nodes and edges. Throws KithError `internal` for a node outside 0 … nodeCount − 1.
 */
export function sparseGraph(edges: EdgeColumns, nodeCount: number): SparseGraph {
  const { from, to, weight } = edges
  const proper = properRows(edges, nodeCount)
  const rows = inOrder(proper, edges) ? proper : orderBy(orderBy(proper, to, nodeCount), from, nodeCount)
  const offsets = new Int32Array(nodeCount + 1)
  const targets = new Int32Array(rows.length)
  const weights = weight === undefined ? null : new Float64Array(rows.length)
  let edge = -1
  let lastSource = -1
  let lastTarget = -1
  for (const row of rows) {
    const source = from[row]!
    const target = to[row]!
    if (source !== lastSource || target !== lastTarget) {
      edge++
      targets[edge] = target
      offsets[source + 1]!++
      lastSource = source
      lastTarget = target
    }
    if (weights !== null) weights[edge]! += weight![row]!
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1]! += offsets[node]!
  // Copies, not views: a view would keep the memory of all the repeated rows alive.
  return {
    nodeCount,
    offsets,
    targets: targets.slice(0, edge + 1),
    weights: weights === null ? null : weights.slice(0, edge + 1),
  }
}

/** Graphs turned round so far: several measures of one graph look at it from the other side. */
const turnedRound = new WeakMap<SparseGraph, SparseGraph>()

/** The same graph with every edge turned round. */
export function transpose(graph: SparseGraph): SparseGraph {
  const known = turnedRound.get(graph)
  if (known !== undefined) return known
  const turned = turnRound(graph)
  turnedRound.set(graph, turned)
  return turned
}

function turnRound(graph: SparseGraph): SparseGraph {
  const { nodeCount, offsets, targets, weights } = graph
  const turned = new Int32Array(nodeCount + 1)
  for (const target of targets) turned[target + 1]!++
  for (let node = 0; node < nodeCount; node++) turned[node + 1]! += turned[node]!
  const next = turned.slice(0, nodeCount)
  const sources = new Int32Array(targets.length)
  const turnedWeights = weights === null ? null : new Float64Array(targets.length)
  for (let node = 0; node < nodeCount; node++) {
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const slot = next[targets[edge]!]!++
      sources[slot] = node
      if (turnedWeights !== null) turnedWeights[slot] = weights![edge]!
    }
  }
  return { nodeCount, offsets: turned, targets: sources, weights: turnedWeights }
}
