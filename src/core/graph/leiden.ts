import { modularity } from './modularity.ts'
import type { SparseGraph } from './sparse-graph.ts'
import { aggregate, levelOf } from './leiden-levels.ts'
import type { Level } from './leiden-levels.ts'

export type LeidenOptions = {
  /** Higher finds smaller groups; 1 is plain modularity. */
  readonly resolution?: number
  /** Runs over the whole graph, each from where the one before ended; ends earlier where nothing moves. */
  readonly maxIterations?: number
}

export type Groups = {
  /** Number of each node's group; 0 is the largest, isolated nodes have groups of their own. */
  readonly group: Int32Array
  readonly count: number
  readonly modularity: number
}

/**
 * Leiden: groups of nodes with many ties among themselves and few to others.
 *
 * Nodes move to the neighbouring group that raises modularity most until none wants to; each group is then refined
 * into well-connected parts, the parts become the nodes of a smaller graph, and so on. Unlike Louvain's, every group
 * found is connected. The result is the same for the same graph: nodes are visited in their order, and the best part
 * is taken instead of a random one.
 *
 * Groups are numbered by size, then by their first node. Empty graph: no groups.
 * Source: Traag, Waltman and van Eck, From Louvain to Leiden (Scientific Reports 2019).
 * @param graph undirected: every edge stands in both rows
 */
export function leiden(graph: SparseGraph, options: LeidenOptions = {}): Groups {
  const { resolution = 1, maxIterations = 4 } = options
  const base = levelOf(graph)
  let group: Int32Array = Int32Array.from({ length: graph.nodeCount }, (_, node) => node)
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const next = pass(base, group, resolution)
    if (!next.moved) break
    group = next.group
  }
  const { numbered, count } = bySize(group)
  return { group: numbered, count, modularity: modularity(graph, numbered, resolution) }
}

/** One run of Leiden from a given division of the nodes. */
function pass(base: Level, from: Int32Array, resolution: number): { group: Int32Array; moved: boolean } {
  let level = base
  let group: Int32Array = from.slice()
  /** Node of the current level that each node of the graph is part of. */
  const place = Int32Array.from({ length: base.nodeCount }, (_, node) => node)
  let moved = false
  for (;;) {
    if (moveNodes(level, group, resolution)) moved = true
    const parts = refine(level, group, resolution)
    if (parts.count === level.nodeCount) break
    const smaller = aggregate(level, parts.part, parts.count)
    const groupOfPart = new Int32Array(parts.count)
    for (let node = 0; node < level.nodeCount; node++) groupOfPart[parts.part[node]!] = group[node]!
    for (let node = 0; node < place.length; node++) place[node] = parts.part[place[node]!]!
    level = smaller
    group = compact(groupOfPart)
  }
  return { group: place.map((node) => group[node]!), moved }
}

/** Moves nodes to the best neighbouring group until none gains; only neighbours of who moved look again. */
function moveNodes(level: Level, group: Int32Array, resolution: number): boolean {
  const { nodeCount, offsets, targets, weights, strength, total } = level
  if (total === 0) return false
  const scale = resolution / total
  const ofGroup = new Float64Array(nodeCount)
  const size = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    ofGroup[group[node]!]! += strength[node]!
    size[group[node]!]!++
  }
  const empty: number[] = []
  for (let id = nodeCount - 1; id >= 0; id--) if (size[id] === 0) empty.push(id)
  const queue = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const waiting = new Uint8Array(nodeCount).fill(1)
  const toward = new Float64Array(nodeCount)
  const near = new Int32Array(nodeCount + 1)
  let head = 0
  let waitingCount = nodeCount
  let moved = false
  while (waitingCount > 0) {
    const node = queue[head]!
    head = head + 1 === nodeCount ? 0 : head + 1
    waitingCount--
    waiting[node] = 0
    const start = offsets[node]!
    const end = offsets[node + 1]!
    const mine = group[node]!
    let nearCount = 0
    for (let edge = start; edge < end; edge++) {
      const other = group[targets[edge]!]!
      const before = toward[other]!
      // Written always and counted if new: a branch here would be foretold wrongly most of the time.
      near[nearCount] = other
      nearCount += before === 0 ? 1 : 0
      toward[other] = before + weights[edge]!
    }
    const pull = strength[node]! * scale
    let best = mine
    let bestGain = toward[mine]! - pull * (ofGroup[mine]! - strength[node]!)
    for (let i = 0; i < nearCount; i++) {
      const candidate = near[i]!
      const gain = toward[candidate]! - pull * ofGroup[candidate]!
      toward[candidate] = 0
      if (gain > bestGain + 1e-12 && candidate !== mine) {
        best = candidate
        bestGain = gain
      }
    }
    if (bestGain < -1e-12 && size[mine]! > 1 && empty.length > 0) best = empty.pop()!
    if (best === mine) continue
    moved = true
    ofGroup[mine]! -= strength[node]!
    ofGroup[best]! += strength[node]!
    if (--size[mine]! === 0) empty.push(mine)
    size[best]!++
    group[node] = best
    for (let edge = start; edge < end; edge++) {
      const other = targets[edge]!
      if (waiting[other] === 1 || group[other] === best) continue
      waiting[other] = 1
      const last = head + waitingCount
      queue[last < nodeCount ? last : last - nodeCount] = other
      waitingCount++
    }
  }
  return moved
}

/** Splits each group into parts that are well connected, each node once, from single nodes upwards. */
function refine(level: Level, group: Int32Array, resolution: number): { part: Int32Array; count: number } {
  const { nodeCount, offsets, targets, weights, strength, total } = level
  const part = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const scale = total === 0 ? 0 : resolution / total
  const ofGroup = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) ofGroup[group[node]!]! += strength[node]!
  const ofPart = strength.slice()
  const size = new Int32Array(nodeCount).fill(1)
  /** Weight of the ties of each part to the rest of its group. */
  const outward = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++)
      if (group[targets[edge]!] === group[node]) outward[node]! += weights[edge]!
  const toward = new Float64Array(nodeCount)
  const near = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    if (size[part[node]!] !== 1 || part[node] !== node) continue
    const mine = group[node]!
    const own = strength[node]!
    const rest = ofGroup[mine]! - own
    if (rest <= 0 || outward[node]! < own * rest * scale) continue
    let nearCount = 0
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = targets[edge]!
      if (group[other] !== mine) continue
      const its = part[other]!
      if (toward[its] === 0) near[nearCount++] = its
      toward[its]! += weights[edge]!
    }
    let best = node
    let bestGain = 0
    for (let i = 0; i < nearCount; i++) {
      const candidate = near[i]!
      const inPart = ofPart[candidate]!
      if (outward[candidate]! < inPart * (ofGroup[mine]! - inPart) * scale) continue
      const gain = toward[candidate]! - own * inPart * scale
      if (gain > bestGain + 1e-12) {
        best = candidate
        bestGain = gain
      }
    }
    if (best !== node) {
      outward[best]! += outward[node]! - 2 * toward[best]!
      part[node] = best
      ofPart[best]! += own
      ofPart[node] = 0
      size[best]!++
      size[node] = 0
    }
    for (let i = 0; i < nearCount; i++) toward[near[i]!] = 0
  }
  const numbered = compact(part)
  return { part: numbered, count: greatest(numbered) + 1 }
}

const greatest = (values: Int32Array): number => values.reduce((most, each) => Math.max(most, each), -1)

/** The same division numbered from 0 in the order of first appearance. */
function compact(group: Int32Array): Int32Array {
  const names = new Int32Array(greatest(group) + 1).fill(-1)
  let next = 0
  return group.map((each) => {
    if (names[each] === -1) names[each] = next++
    return names[each]!
  })
}

/** The same division, the largest group first; of equally large ones the one with the first node. */
function bySize(group: Int32Array): { numbered: Int32Array; count: number } {
  const plain = compact(group)
  const count = greatest(plain) + 1
  const size = new Int32Array(count)
  for (const each of plain) size[each]!++
  const order = Array.from({ length: count }, (_, id) => id).sort((a, b) => size[b]! - size[a]! || a - b)
  const place = new Int32Array(count)
  order.forEach((id, position) => (place[id] = position))
  return { numbered: plain.map((each) => place[each]!), count }
}
