import type { SparseGraph } from '../graph/sparse-graph.ts'

/** What is known of a node of the network's structure, as columns. */
export type Network = {
  /** Ties among others, undirected; weights are their probability. */
  readonly ties: SparseGraph
  /** Closeness of the owner's own tie where it went both ways; 0 otherwise. */
  readonly own: Float64Array
  /** NaN is unknown. */
  readonly calibre: Float64Array
  /** Topics that the owner writes on, of those the node is seen talking about. */
  readonly sharedTopics: readonly (readonly string[])[]
  /** Whether the node can be proposed: a person, not the owner, no two-way contact. */
  readonly candidate: Uint8Array
}

export type Candidate = {
  readonly node: number
  /** Two-way contacts of the owner with a tie to them, the likeliest to introduce first. */
  readonly common: readonly number[]
}

export const meetSorts = ['common', 'calibre'] as const
export type MeetSort = (typeof meetSorts)[number]

/**
 * Whom to meet next, best first: by common contacts, then shared topics, then calibre (unknown last), then how likely
 * the best common contact connects the two, then the order of the nodes.
 *
 * Common contacts come first because they foretell best whom somebody meets next: .8 % of pairs with none met, 13 % of
 * those with nine, while topics in common told little (docs/the-maths/discover.md, measured beforehand). By `calibre`: calibre first,
 * unknown last, then the same order. Nobody without a common contact is proposed.
 */
export function peopleToMeet(network: Network, sort: MeetSort = 'common'): Candidate[] {
  const { ties, own, calibre, sharedTopics, candidate } = network
  const { nodeCount, offsets, targets, weights } = ties
  const found: (Candidate & { readonly best: number })[] = []
  for (let node = 0; node < nodeCount; node++) {
    if (candidate[node] !== 1) continue
    const common: { readonly node: number; readonly value: number }[] = []
    for (let edge = offsets[node]!; edge < offsets[node + 1]!; edge++) {
      const other = targets[edge]!
      if (own[other]! > 0) common.push({ node: other, value: own[other]! * (weights?.[edge] ?? 1) })
    }
    if (common.length === 0) continue
    common.sort((a, b) => b.value - a.value || a.node - b.node)
    found.push({ node, common: common.map((each) => each.node), best: common[0]!.value })
  }
  const known = (node: number): number => (Number.isNaN(calibre[node]!) ? -1 : calibre[node]!)
  const topics = (node: number): number => sharedTopics[node]?.length ?? 0
  return found
    .sort(
      (a, b) =>
        (sort === 'calibre' ? known(b.node) - known(a.node) : 0) ||
        b.common.length - a.common.length ||
        topics(b.node) - topics(a.node) ||
        known(b.node) - known(a.node) ||
        b.best - a.best ||
        a.node - b.node,
    )
    .map(({ node, common }) => ({ node, common }))
}
