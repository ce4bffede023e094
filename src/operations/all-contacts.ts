import type { PeopleQuery, PersonRow } from '#store/store.ts'
import type { Context } from './operation.ts'

/** More than anybody has. */
const ALL = 10_000_000

/** Everybody whom the owner knows, with the scores as last stored; the highest first, names from A. */
export async function allContacts(
  { store, owner }: Context,
  sort: PeopleQuery['sort'] = 'name',
): Promise<readonly PersonRow[]> {
  const { rows } = await store.people(owner, { sort, reverse: false, search: '', limit: ALL, offset: 0 })
  return rows
}
