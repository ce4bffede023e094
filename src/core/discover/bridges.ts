import type { SparseGraph } from '../graph/sparse-graph.ts'

/** Somebody who alone connects the owner to others. */
export type Bridge = {
  readonly node: number
  /** People tied to no other contact of the owner's, ascending. */
  readonly alone: readonly number[]
}

/** The owner's way into a group. */
export type GroupAccess = {
  readonly group: number
  /** Members that the owner is in touch with both ways. */
  readonly known: number
  /** Contacts in the group, or tied to a member, and to how many others of it; most first. */
  readonly connectors: readonly { readonly node: number; readonly reach: number }[]
}

/**
 * Door-openers: contacts through whom alone people are reached. A person counts for a contact when that contact is
 * the only one of the owner's two-way contacts with a tie to them. Most people first, then the order of the nodes.
 * @param ties among others, undirected
 * @param own closeness of the owner's two-way ties; 0 = none
 */
export function bridges(ties: SparseGraph, own: Float64Array): Bridge[] {
  const { nodeCount, offsets, targets } = ties
  const alone = new Map<number, number[]>()
  for (let node = 0; node < nodeCount; node++) {
    if (own[node]! > 0) continue
    let only = -1
    for (let edge = offsets[node]!; edge < offsets[node + 1]! && only !== -2; edge++)
      if (own[targets[edge]!]! > 0) only = only === -1 ? targets[edge]! : -2
    if (only < 0) continue
    const known = alone.get(only)
    if (known) known.push(node)
    else alone.set(only, [node])
  }
  return [...alone]
    .map(([node, people]) => ({ node, alone: people }))
    .sort((a, b) => b.alone.length - a.alone.length || a.node - b.node)
}

/**
 * Who connects the owner to each group. A group with one connector hangs on that one person.
 * @param group of each node; −1 = none
 */
export function groupAccess(ties: SparseGraph, own: Float64Array, group: ArrayLike<number>): GroupAccess[] {
  const { nodeCount, offsets, targets } = ties
  const known = new Map<number, number>()
  const reach = new Map<number, Map<number, number>>()
  const at = (id: number): Map<number, number> => {
    const of = reach.get(id) ?? new Map<number, number>()
    reach.set(id, of)
    return of
  }
  for (let node = 0; node < nodeCount; node++) {
    if (own[node] === 0) continue
    const mine = group[node]!
    if (mine >= 0) {
      known.set(mine, (known.get(mine) ?? 0) + 1)
      at(mine).set(node, at(mine).get(node) ?? 0)
    }
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const its = group[targets[edge]!]!
      if (its >= 0) at(its).set(node, (at(its).get(node) ?? 0) + 1)
    }
  }
  return [...reach]
    .map(([id, of]) => ({
      group: id,
      known: known.get(id) ?? 0,
      connectors: [...of]
        .map(([node, count]) => ({ node, reach: count }))
        .sort((a, b) => b.reach - a.reach || own[b.node]! - own[a.node]! || a.node - b.node),
    }))
    .sort((a, b) => a.group - b.group)
}
