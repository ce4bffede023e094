import { attentionHIndex } from '../../graph/attention-h-index.ts'
import { inDegree } from '../../graph/in-degree.ts'
import { sparseGraph } from '../../graph/sparse-graph.ts'
import type { EdgeColumns, SparseGraph } from '../../graph/sparse-graph.ts'
import type { AttentionEvidence } from './evidence.ts'

/** Who is sought, from the graph of who seeks whom. One entry a person in each. */
export type Attention = {
  /** In (0, 1); NaN = unknown: nobody who is sought is seen to seek this person. */
  readonly levels: Float64Array
  /** Distinct people who seek this person. */
  readonly seekers: Int32Array
  /** Attention h-index. */
  readonly hIndex: Int32Array
}

/**
 * Attention: how sought after each person is by people who are sought after themselves.
 *
 * An edge leads from somebody who seeks (writes to, invites, mentions) to the one who is sought; how often never
 * counts, so ten times the messages change nothing. The level is the person's place by rational attention h-index
 * among all whose index is above 0: `(those below + half of those equal) / all`. Range (0, 1), higher = more sought
 * after. People whom nobody seeks (silent followers), and who is sought by such alone, are left out first, so that a
 * thousand of them change nothing for anybody; they are unknown.
 */
export function attention(edges: EdgeColumns, personCount: number): Attention {
  const all = sparseGraph({ from: edges.from, to: edges.to }, personCount)
  const seekers = inDegree(all)
  const { h, rational } = attentionHIndex(sparseGraph(withoutSilent(all, seekers), personCount))
  return { levels: places(rational), seekers, hIndex: h }
}

/**
 * The edges of those who are heard: people whom nobody seeks are taken out with all they seek, then those whom by
 * now nobody seeks, and so on. What remains does not depend on how many silent people there were.
 */
function withoutSilent(graph: SparseGraph, seekers: Int32Array): EdgeColumns {
  const { nodeCount, offsets, targets } = graph
  const left = seekers.slice()
  const silent: number[] = []
  left.forEach((count, person) => {
    if (count === 0) silent.push(person)
  })
  for (let next = 0; next < silent.length; next++) {
    const person = silent[next]!
    for (const sought of targets.subarray(offsets[person], offsets[person + 1])) {
      if (--left[sought]! === 0) silent.push(sought)
    }
  }
  const from = new Int32Array(targets.length)
  const to = new Int32Array(targets.length)
  let edges = 0
  for (let person = 0; person < nodeCount; person++) {
    if (left[person] === 0) continue
    for (const sought of targets.subarray(offsets[person], offsets[person + 1])) {
      from[edges] = person
      to[edges++] = sought
    }
  }
  return { from: from.subarray(0, edges), to: to.subarray(0, edges) }
}

/** The levels alone. */
export const attentionLevels = (edges: EdgeColumns, personCount: number): Float64Array =>
  attention(edges, personCount).levels

/** Middle rank of each value among those above 0, as a share of them; NaN for the others. */
function places(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => value > 0).sort()
  const placeOf = new Map<number, number>()
  for (let start = 0; start < sorted.length;) {
    let end = start
    while (end < sorted.length && sorted[end] === sorted[start]) end++
    placeOf.set(sorted[start]!, (start + end) / 2 / sorted.length)
    start = end
  }
  return values.map((value) => placeOf.get(value) ?? NaN)
}

/** Mailboxes with which the graph sees as well as it can; measured on pooled Enron mailboxes (MODEL §3). */
export const FULL_VIEW = 20

/** Weight of the graph as one mailbox sees it. */
const ONE_VIEW = 0.25

/**
 * Weight of graph evidence by the number of mailboxes it was seen from: .25 with one, rising evenly to 1 with 20 and
 * more; 0 with none.
 */
export function vantageWeight(vantagePoints: number): number {
  if (vantagePoints < 1) return 0
  return Math.min(1, ONE_VIEW + ((1 - ONE_VIEW) * (vantagePoints - 1)) / (FULL_VIEW - 1))
}

/** How sought after one person is: level, distinct seekers, and how many of them are sought as much themselves. */
export type Sought = {
  /** In (0, 1). */
  readonly level: number
  readonly seekers: number
  /** The attention h-index. */
  readonly soughtSeekers: number
}

/** What the graph says of one of its nodes; null where it is unknown. */
export function soughtOf(of: Attention, node: number): Sought | null {
  const level = of.levels[node] ?? NaN
  return Number.isNaN(level)
    ? null
    : { level, seekers: of.seekers[node] ?? 0, soughtSeekers: of.hIndex[node] ?? 0 }
}

/** The attention a person gets as evidence, seen from so many mailboxes. */
export const evidenceOfSought = (sought: Sought, vantagePoints: number): AttentionEvidence => ({
  kind: 'attention',
  ...sought,
  reliability: vantageWeight(vantagePoints),
  relevance: null,
  recency: 1,
  at: null,
  vantagePoints,
})

/** The attention a node of the graph gets as evidence; null where it is unknown. */
export function attentionEvidence(
  of: Attention,
  node: number,
  vantagePoints: number,
): AttentionEvidence | null {
  const sought = soughtOf(of, node)
  return sought === null ? null : evidenceOfSought(sought, vantagePoints)
}
