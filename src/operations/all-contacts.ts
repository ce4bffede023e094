import type { PersonRow } from '#store/store.ts'
import type { Context } from './operation.ts'

/** Everybody whom the owner knows, with the scores as last stored, in the order of their ids. */
export const allContacts = ({ store, owner }: Context): Promise<readonly PersonRow[]> => store.contacts(owner)
