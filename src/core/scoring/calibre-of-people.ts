import {
  attention,
  evidenceOfSought,
  type SeekingColumns,
  type Sought,
  soughtOf,
} from '../calibre/evidence/attention.ts'
import { type Calibre, combineCalibre } from '../calibre/combine.ts'
import { type Endorsement, endorsementEvidence } from '../calibre/evidence/endorsement.ts'
import type { Evidence } from '../calibre/evidence/evidence.ts'
import { titleEvidence } from '../calibre/evidence/title-evidence.ts'
import type { FieldRelevance } from '../calibre/field.ts'

/** Something a source says of a person, as far as calibre needs it. */
export type CalibreFact = {
  readonly field: 'name' | 'organisation' | 'title' | 'industry' | 'place' | 'phone'
  readonly value: string
  /** Epoch milliseconds; null where the source does not say when it held. */
  readonly at: number | null
}

/** Everything calibre is judged from that is not about one person alone. */
export type CalibreSources = {
  /** How sought after a person is; null is unknown. */
  readonly soughtAs: (person: number) => Sought | null
  /** Mailboxes that the attention graph was seen from. */
  readonly vantagePoints: number
  readonly relevance: FieldRelevance
}

/**
 * How sought after everybody is, from the pairs of who seeks whom.
 * @param pairs ids of people, as SeekingPairs gives them
 * @param seenWhole people all of whose own messages the data holds: that nobody who is sought seeks them is known then,
 * and puts them below all who are sought
 */
export function soughtByPerson(
  pairs: SeekingColumns,
  seenWhole: ReadonlySet<number> = new Set(),
): (person: number) => Sought | null {
  const nodes = new Map<number, number>()
  const dense = (person: number): number => {
    const known = nodes.get(person)
    if (known !== undefined) return known
    nodes.set(person, nodes.size)
    return nodes.size - 1
  }
  const from = pairs.from.map(dense)
  const to = pairs.to.map(dense)
  const graph = attention({ ...pairs, from, to }, nodes.size)
  return (person) => {
    const node = nodes.get(person)
    const sought = node === undefined ? null : soughtOf(graph, node)
    if (sought !== null || !seenWhole.has(person)) return sought
    return { level: 0, seekers: node === undefined ? 0 : (graph.seekers[node] ?? 0), soughtSeekers: 0 }
  }
}

/** Endorsements by whom they are for, so that each person looks at their own only. */
export const endorsementsByPerson = (
  all: readonly Endorsement[],
): ReadonlyMap<number, readonly Endorsement[]> => Map.groupBy(all, (each) => each.to)

/**
 * Calibre of one person from all evidence seen before `now` (epoch milliseconds): the newest title, endorsements and
 * recommendations by others, the attention graph.
 */
export function calibreOf(
  person: number,
  facts: readonly CalibreFact[],
  sources: CalibreSources,
  endorsements: readonly Endorsement[],
  now: number,
): Calibre {
  const known = facts.filter((fact) => fact.at === null || fact.at < now)
  const evidence: Evidence[] = []
  const about = sources.relevance(
    known.filter((fact) => fact.field !== 'name' && fact.field !== 'place').map((fact) => fact.value),
  )
  const titles = known
    .filter((fact) => fact.field === 'title')
    .sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity) || (a.value < b.value ? -1 : 1))
    .map((fact) => titleEvidence(fact.value, { at: fact.at, relevance: about }, now))
  const title = titles.find((each) => each !== null)
  if (title) evidence.push(title)
  const endorsed = endorsementEvidence(person, endorsements, now)
  if (endorsed !== null) evidence.push(endorsed)
  const sought = sources.soughtAs(person)
  if (sought !== null) evidence.push(evidenceOfSought(sought, sources.vantagePoints))
  return combineCalibre(evidence)
}
