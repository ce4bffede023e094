import { attention } from '#core/calibre/evidence/attention.ts'
import type { Endorsement } from '#core/calibre/evidence/endorsement.ts'
import { fieldRelevance } from '#core/calibre/field.ts'
import type { PersonId } from '#core/model/ids.ts'
import { type CalibreSources, endorsementsByPerson } from '#core/scoring/calibre-of-people.ts'
import type { EndorsementRow } from '#store/store.ts'
import { fieldOf } from './field.ts'
import type { Context } from './operation.ts'

/** The attention graph over dense numbers instead of ids of people. */
function denseGraph(edges: { readonly from: Int32Array; readonly to: Int32Array }) {
  const nodes = new Map<number, number>()
  const dense = (person: number): number => {
    const known = nodes.get(person)
    if (known !== undefined) return known
    nodes.set(person, nodes.size)
    return nodes.size - 1
  }
  const from = edges.from.map(dense)
  const to = edges.to.map(dense)
  return { from, to, nodes }
}

/** Endorsements as calibre takes them; the owner is the person `me`. */
export const endorsementsOf = (
  rows: readonly EndorsementRow[],
  me: PersonId,
  relevance: (topic: string) => number | null,
): Endorsement[] =>
  rows.map(({ kind, from, to, topic, at }) => ({
    from: from === 'owner' ? me : from,
    to: to === 'owner' ? me : to,
    kind: kind === 'recommendation' ? 'recommendation' : 'skill',
    level: null,
    relevance: topic === null ? null : relevance(topic),
    at,
  }))

/** What calibre is judged from, for the owner's whole network. */
export async function calibreSources(context: Context, me: PersonId) {
  const { store, owner } = context
  const field = await fieldOf(context)
  const relevance = fieldRelevance(field ?? '')
  const { from, to, nodes } = denseGraph(await store.attention())
  const endorsements = endorsementsOf(await store.endorsements(owner), me, (topic) => relevance([topic]))
  const sources: CalibreSources = {
    attention: nodes.size === 0 ? null : attention({ from, to }, nodes.size),
    nodeOf: (person) => nodes.get(person),
    vantagePoints: await store.vantagePoints(),
    relevance,
  }
  return { sources, endorsedBy: endorsementsByPerson(endorsements), field }
}
