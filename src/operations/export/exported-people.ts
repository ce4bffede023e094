import { identityKinds } from '#core/model/identity.ts'
import type { Identity, IdentityKind } from '#core/model/identity.ts'
import type { PersonRow } from '#store/store.ts'
import { allContacts } from '../all-contacts.ts'
import { identityOf } from '../import/derive.ts'
import type { Context } from '../operation.ts'

/** A contact as exports see it: profile, scores, and every way to reach them. */
export type ExportedPerson = PersonRow & { readonly identities: readonly Identity[] }

/** Everybody the owner knows, in a stable order: by id. */
export async function exportedPeople(context: Context): Promise<readonly ExportedPerson[]> {
  const rows = await allContacts(context)
  const { keys, personIds } = await context.store.directory()
  const identities = new Map<number, Identity[]>(rows.map(({ personId }) => [personId, []]))
  for (const [i, key] of keys.entries()) identities.get(personIds[i] ?? -1)?.push(identityOf(key))
  const order = (a: Identity, b: Identity): number =>
    identityKinds.indexOf(a.kind) - identityKinds.indexOf(b.kind) || (a.value < b.value ? -1 : 1)
  return rows
    .map((row) => ({ ...row, identities: (identities.get(row.personId) ?? []).sort(order) }))
    .sort((a, b) => a.personId - b.personId)
}

/** Addresses, numbers or names of an exported person, of these kinds, in the order of the export. */
export const valuesOf = (person: ExportedPerson, ...kinds: readonly IdentityKind[]): readonly string[] =>
  person.identities.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
