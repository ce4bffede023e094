import { identityKinds } from '#core/model/identity.ts'
import { personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keyHash } from './keys.ts'
import type { Tx } from './owners.ts'

/** Somebody whom an entry names, as they are now. */
export type Someone = {
  /** Null while no source knows them any more (their import was taken back); they return with it. */
  readonly person: PersonId | null
  readonly name: string
}

/** As stored: the keys somebody was known by when it was written, the surest first, and their name then. */
type Stored = { readonly name: string; readonly keys: readonly string[] }

/** More keys than this add nothing. */
const MOST_KEYS = 8

/**
 * What to store of a person so that they are found again whatever happens to the directory: keys, not ids. Ids change
 * with merges, splits and imports taken back; a key of the same kind and value is the same person everywhere.
 */
export async function nameFor(tx: Tx, person: PersonId): Promise<string> {
  const row = await tx.selectFrom('people').select('name').where('person_id', '=', person).executeTakeFirst()
  const identities = await tx
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('person_id', '=', person)
    .orderBy('identity_id')
    .execute()
  const order: readonly string[] = identityKinds
  const keys = identities
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, MOST_KEYS)
    .map(({ kind, value }) => `${kind}:${value}`)
  const stored: Stored = { name: row?.name ?? keys[0] ?? '', keys }
  return JSON.stringify(stored)
}

/** Finds who stored names are now: the person of the first key that is known; nobody where none is. */
export async function whoTheyAre(
  backend: Backend,
  stored: readonly (string | null)[],
): Promise<(Someone | null)[]> {
  const parsed = stored.map((text) => (text === null ? null : (JSON.parse(text) as Stored)))
  const hashes = [...new Set(parsed.flatMap((one) => one?.keys ?? []).map(keyHash))]
  const rows =
    hashes.length === 0
      ? []
      : await backend.db
          .selectFrom('identities as i')
          .innerJoin('people as p', 'p.person_id', 'i.person_id')
          .select(['i.key_hash', 'i.person_id', 'p.name'])
          .where('i.key_hash', 'in', backend.listOf(hashes))
          .execute()
  const known = new Map(rows.map((row) => [row.key_hash, row]))
  return parsed.map((one) => {
    if (one === null) return null
    for (const key of one.keys) {
      const row = known.get(keyHash(key))
      if (row !== undefined)
        return { person: personId(row.person_id), name: row.name === '' ? one.name : row.name }
    }
    return { person: null, name: one.name }
  })
}
