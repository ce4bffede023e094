import type { Identity } from '#core/model/identity.ts'
import type { Backend } from './backend.ts'
import { identityFrom } from './directory.ts'
import type { Tables } from './schema.ts'

/** What somebody of the journal is known by. */
export type KnownBy = { readonly name: string | null; readonly identities: readonly Identity[] }

/**
 * By what people of the journal are known who bear no name at present: those who became part of somebody else later
 * keep the name and the identities they had then, the others have their identities.
 */
export async function knownBy(
  backend: Backend,
  people: readonly number[],
): Promise<ReadonlyMap<number, KnownBy>> {
  const list = backend.listOf(people)
  const merged = await backend.db
    .selectFrom('identity_edits')
    .select(['gone_person_id', 'moved', 'gone_row'])
    .where('gone_person_id', 'in', list)
    .where('kind', '=', 'merge')
    .orderBy('edit_id')
    .execute()
  const moved = merged.map((row) => JSON.parse(row.moved) as number[])
  const identities = await backend.db
    .selectFrom('identities')
    .select(['identity_id', 'person_id', 'kind', 'value'])
    .where((eb) =>
      eb.or([
        eb('person_id', 'in', list),
        eb('identity_id', 'in', backend.listOf([...new Set(moved.flat())])),
      ]),
    )
    .orderBy('identity_id')
    .execute()
  const byId = new Map(identities.map((row) => [row.identity_id, identityFrom(row)]))
  const found = new Map<number, KnownBy>()
  for (const [at, { gone_person_id: person, gone_row: row }] of merged.entries())
    found.set(person, {
      name: row === null ? null : (JSON.parse(row) as Tables['people']).name,
      identities: moved[at]!.flatMap((id) => byId.get(id) ?? []),
    })
  for (const person of people)
    if (!found.has(person))
      found.set(person, {
        name: null,
        identities: identities.filter((row) => row.person_id === person).map(identityFrom),
      })
  return found
}
