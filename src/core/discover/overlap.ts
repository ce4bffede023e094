import type { SparseGraph } from '../graph/sparse-graph.ts'
import { burtConstraint, effectiveSize } from '../graph/structural-holes.ts'
import { undirectedGraph } from '../graph/undirected.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'

/** How much the owner's contacts overlap. */
export type Overlap = {
  /** Two-way contacts. */
  readonly contacts: number
  /** Burt's constraint of the owner; null without contacts. */
  readonly constraint: number | null
  /** What the constraint would be if no two contacts knew each other; null without contacts. */
  readonly floor: number | null
  /** Contacts that bring something different; null without contacts. */
  readonly effectiveSize: number | null
}

/**
 * The owner's own place: constraint and effective size in the network of the owner, their two-way contacts, and the
 * ties among these. Weights are closeness for the owner's ties, the probability of the tie for the others'.
 */
export function overlapOf(ties: SparseGraph, own: Float64Array): Overlap {
  const contacts: number[] = []
  const place = new Map<number, number>()
  own.forEach((closeness, node) => {
    if (closeness === 0) return
    place.set(node, contacts.length + 1)
    contacts.push(node)
  })
  if (contacts.length === 0) return { contacts: 0, constraint: null, floor: null, effectiveSize: null }
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  for (const node of contacts) {
    from.push(0)
    to.push(place.get(node)!)
    weight.push(own[node]!)
    for (let edge = ties.offsets[node]!; edge < ties.offsets[node + 1]!; edge++) {
      const other = place.get(ties.targets[edge]!)
      if (other === undefined || ties.targets[edge]! < node) continue
      from.push(place.get(node)!)
      to.push(other)
      weight.push(ties.weights?.[edge] ?? 1)
    }
  }
  const graph = undirectedGraph(
    { from: Int32Array.from(from), to: Int32Array.from(to), weight: Float64Array.from(weight) },
    contacts.length + 1,
  )
  const total = contacts.reduce((sum, node) => sum + own[node]!, 0)
  return {
    contacts: contacts.length,
    constraint: burtConstraint(graph)[0]!,
    floor: contacts.reduce((sum, node) => sum + (own[node]! / total) ** 2, 0),
    effectiveSize: effectiveSize(graph)[0]!,
  }
}

/** Parts of the contacts that others make superfluous, up to which the overlap is called little, and some. */
const LITTLE = 0.25
const SOME = 0.5

/** Constraint and effective size in a sentence or two. */
export function overlapSentence(
  { contacts, constraint, floor, effectiveSize: size }: Overlap,
  words: Sentences['discover'] = sentences.en.discover,
): string {
  if (constraint === null || floor === null || size === null) return words.overlapNobody
  if (contacts === 1) return words.overlapOne
  const redundant = 1 - size / contacts
  const much = redundant < LITTLE ? 'little' : redundant < SOME ? 'some' : 'much'
  return words.overlap(much, contacts, size, constraint, floor)
}
