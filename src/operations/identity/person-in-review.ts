import { z } from 'zod'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import { identityShown } from './identity-shown.ts'

/** Somebody as the review shows them: enough to tell them from another one. */
export const personInReview = z.object({
  id: z.number().int(),
  name: z.string(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  identities: z.array(identityShown),
  names: z.array(z.string()).describe('All names that sources give'),
  interactions: z.number().int().describe('Exchanges with you that the scores know'),
  isMe: z.boolean().describe('This is you'),
})

/** Null when there is no such person any more. */
export async function inReview(
  context: Context,
  person: PersonId,
): Promise<z.output<typeof personInReview> | null> {
  const { store, owner } = context
  const identities = await store.identityIdsOf(person)
  if (identities.length === 0) return null
  const facts = await store.facts(person)
  const row = await store.person(owner, person)
  const { me } = await store.owner(owner)
  const said = (field: (typeof facts)[number]['field']): string[] => [
    ...new Set(facts.filter((fact) => fact.field === field).map((fact) => fact.value)),
  ]
  const names = said('name')
  return {
    id: person,
    name: row?.name ?? names[0] ?? identities[0]?.value ?? '',
    organisation: row?.organisation ?? said('organisation')[0] ?? null,
    title: row?.title ?? said('title')[0] ?? null,
    place: row?.place ?? said('place')[0] ?? null,
    identities: identities.filter(({ value }) => !value.startsWith('kith:owner-')),
    names,
    interactions: row === null ? 0 : row.interactionsIn + row.interactionsOut + row.interactionsTogether,
    isMe: person === me,
  }
}
