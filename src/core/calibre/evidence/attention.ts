import { attentionHIndex } from '../../graph/attention-h-index.ts'
import { hitsAuthorities } from '../../graph/hits.ts'
import { inDegree } from '../../graph/in-degree.ts'
import { pageRank } from '../../graph/pagerank.ts'
import { sparseGraph } from '../../graph/sparse-graph.ts'
import type { EdgeColumns, SparseGraph } from '../../graph/sparse-graph.ts'
import type { AttentionEvidence } from './evidence.ts'

/** Who seeks whom; rows may repeat. */
export type SeekingColumns = Pick<EdgeColumns, 'from' | 'to'> & {
  /** 1 where the one sought was addressed beside others, not alone; absent: nobody knows. */
  readonly grouped?: Uint8Array
}

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
 * counts, so ten times the messages change nothing. People whom nobody seeks (silent followers), and who is sought by
 * such alone, are left out first, so that a thousand of them change nothing for anybody; they are unknown.
 *
 * Among the rest the level is the place by `(a + c) / 2`:
 *
 *   a  mean of the places by rational h-index, PageRank and HITS authority
 *   c  mean of the places by rational h-index and HITS authority over the pairs in company, where the one sought was
 *      addressed beside others; where no pair is such, a alone
 *
 * A place is `(those below + half of those equal) / all`: range (0, 1), higher = more sought after. One recipe for all
 * kinds of data: the three measures count seekers by how sought they are, each in its own way, and their mean leans on
 * none. Who is written to beside others is chosen for what they stand for, who is written to alone often for where
 * they sit; surveys of advice have no such pairs. PageRank is not part of c: it divides a seeker's voice among all
 * they address, and being one of several addressed is what c is about.
 */
export function attention(edges: SeekingColumns, personCount: number): Attention {
  const all = sparseGraph({ from: edges.from, to: edges.to }, personCount)
  const seekers = inDegree(all)
  const heard = heardOf(all, seekers)
  const core = within(edges, heard)
  const graph = heard.people.length === personCount ? all : sparseGraph(core, heard.people.length)
  const { h, rational } = attentionHIndex(graph)
  const [byIndex, byAuthority] = [places(rational), places(hitsAuthorities(graph))]
  const alone = meanOf([byIndex, places(pageRank(graph)), byAuthority])
  const level = places(meanOf([alone, inCompany()]))
  const levels = new Float64Array(personCount).fill(NaN)
  const hIndex = new Int32Array(personCount)
  heard.people.forEach((person, node) => {
    levels[person] = level[node]!
    hIndex[person] = h[node]!
  })
  return { levels, seekers, hIndex }

  /** c; the graph itself where every pair is in company. */
  function inCompany(): Float64Array {
    if (core.grouped.from.length === 0) return alone
    if (core.grouped.from.length === core.from.length) return meanOf([byIndex, byAuthority])
    const company = sparseGraph(core.grouped, heard.people.length)
    return meanOf([places(attentionHIndex(company).rational), places(hitsAuthorities(company))])
  }
}

/** Who is heard: the people that remain, ascending, and the place of each among them (−1 for the silent). */
type Heard = { readonly people: Int32Array; readonly nodeOf: Int32Array }

/**
 * Those who are heard: people whom nobody seeks are taken out with all they seek, then those whom by now nobody
 * seeks, and so on. What remains does not depend on how many silent people there were.
 */
function heardOf(graph: SparseGraph, seekers: Int32Array): Heard {
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
  const nodeOf = new Int32Array(nodeCount).fill(-1)
  const people = new Int32Array(nodeCount)
  let nodes = 0
  left.forEach((count, person) => {
    if (count === 0) return
    nodeOf[person] = nodes
    people[nodes++] = person
  })
  return { people: people.slice(0, nodes), nodeOf }
}

/** The edges among those who are heard, by their places; beside them those that are grouped. */
function within(edges: SeekingColumns, { nodeOf }: Heard): EdgeColumns & { readonly grouped: EdgeColumns } {
  const all = { from: new Int32Array(edges.from.length), to: new Int32Array(edges.from.length), length: 0 }
  const grouped = {
    from: new Int32Array(edges.from.length),
    to: new Int32Array(edges.from.length),
    length: 0,
  }
  const add = (into: typeof all, from: number, to: number): void => {
    into.from[into.length] = from
    into.to[into.length++] = to
  }
  for (let row = 0; row < edges.from.length; row++) {
    const from = nodeOf[edges.from[row]!]!
    const to = nodeOf[edges.to[row]!]!
    if (from < 0 || to < 0) continue
    add(all, from, to)
    if (edges.grouped?.[row] === 1) add(grouped, from, to)
  }
  const filled = ({ from, to, length }: typeof all): EdgeColumns => ({
    from: from.subarray(0, length),
    to: to.subarray(0, length),
  })
  return { ...filled(all), grouped: filled(grouped) }
}

function meanOf(columns: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(columns[0]?.length ?? 0)
  for (const column of columns) for (let i = 0; i < mean.length; i++) mean[i]! += column[i]!
  return mean.map((sum) => sum / columns.length)
}

/** The levels alone. */
export const attentionLevels = (edges: SeekingColumns, personCount: number): Float64Array =>
  attention(edges, personCount).levels

/** Values nearer to each other than this share of the largest are equal: sums depend on the order of their terms. */
const ROUNDING = 1e-9

/** Middle rank of each value, as a share of all. */
function places(values: Float64Array): Float64Array {
  const { length } = values
  const sorted = values.slice().sort()
  const least = ROUNDING * (sorted[length - 1] ?? 0)
  const place = new Float64Array(length)
  for (let start = 0; start < length;) {
    let end = start + 1
    while (end < length && sorted[end]! - sorted[end - 1]! <= least) end++
    place.fill((start + end) / 2 / length, start, end)
    start = end
  }
  return values.map((value) => place[firstAtLeast(sorted, value)]!)
}

/** Where a value stands, or would stand, in an ascending column. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Mailboxes with which the graph sees as well as it can; measured on pooled Enron mailboxes (docs/the-maths/calibre.md). */
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
