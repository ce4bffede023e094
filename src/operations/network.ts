import type { Endorsement } from '#core/calibre/evidence/endorsement.ts'
import { type FieldWeights, fieldRelevance } from '#core/calibre/field.ts'
import type { PersonId } from '#core/model/ids.ts'
import { type CalibreSources, endorsementsByPerson } from '#core/scoring/calibre-of-people.ts'
import { statedOf } from './calibre/stated.ts'
import { fieldOf } from './field.ts'
import type { Context } from './operation.ts'
import { type KnownTalk, keptTalk, talkOf } from './score/talk.ts'
import { summaryOf } from './score-summary.ts'

/** An endorsement as sources state it; people by id. */
type Stated = {
  readonly kind: string
  readonly from: PersonId | 'owner'
  readonly to: PersonId | 'owner'
  readonly topic: string | null
  readonly at: number | null
}

/** Endorsements as calibre takes them; the owner is the person `me`. */
export const endorsementsOf = (
  rows: readonly Stated[],
  me: PersonId,
  relevance: CalibreSources['relevance'],
): Endorsement[] =>
  rows.map(({ kind, from, to, topic, at }) => ({
    from: from === 'owner' ? me : from,
    to: to === 'owner' ? me : to,
    kind: kind === 'recommendation' ? 'recommendation' : 'skill',
    level: null,
    relevance: topic === null ? null : relevance([topic]),
    at,
  }))

/** How a field is understood in a network: what its words tell, and who talks about it. */
export type FieldKnowledge = KnownTalk & { readonly weights: FieldWeights }

/** What the stored scores were made with. */
export const storedKnowledge = async (context: Context, person?: PersonId): Promise<FieldKnowledge> => {
  const summary = summaryOf(await context.store.owner(context.owner))
  return {
    weights: new Map(summary?.fieldWeights ?? []),
    usual: new Map(summary?.usualTalk ?? []),
    talk: await keptTalk(context, person),
  }
}

/**
 * What calibre is judged from, for all of the owner's network or for one person.
 * @param understand how the field is understood: over all contacts while scoring, as stored with the scores afterwards
 * @param soughtAs how sought after a person is: from the graph while scoring, from the stored scores afterwards
 */
export async function calibreSources(
  context: Context,
  me: PersonId,
  soughtAs: CalibreSources['soughtAs'],
  person?: PersonId,
  understand: (field: string) => Promise<FieldKnowledge> = () => storedKnowledge(context, person),
) {
  const { store, owner } = context
  const field = await fieldOf(context)
  const knowledge = await understand(field ?? '')
  const relevance = fieldRelevance(field ?? '', knowledge.weights)
  const endorsements = endorsementsOf(await store.endorsements(owner, person), me, relevance)
  const stated = await statedOf(context, relevance, person)
  const sources: CalibreSources = {
    soughtAs,
    vantagePoints: await store.vantagePoints(),
    relevance,
    talk: talkOf(knowledge),
    stated: (of) => stated.get(of),
  }
  return { sources, endorsedBy: endorsementsByPerson(endorsements), field, knowledge }
}
