import type { FieldRelevance } from '#core/calibre/field.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Stated } from '#core/scoring/calibre-of-people.ts'
import type { Context } from '../operation.ts'

/** What the user and lists say of people's calibre; of one person where given. */
export async function statedOf(
  context: Context,
  relevance: FieldRelevance,
  person?: PersonId,
): Promise<ReadonlyMap<number, Stated>> {
  const { store, owner } = context
  const stated = new Map<number, Stated>()
  const listings = await store.listings(owner, person)
  for (const [of, rows] of Map.groupBy(listings, (row) => row.personId))
    stated.set(of, {
      rating: null,
      listings: rows.map(({ list, level, field, year }) => ({
        list,
        level,
        year,
        // A list is of the field that it states; what it is called may tell as well.
        relevance: relevance([field, list]),
      })),
    })
  for (const { personId, level, at } of await store.ratings(owner, person))
    stated.set(personId, { listings: [], ...stated.get(personId), rating: { level, at } })
  return stated
}
