import { KithError } from '#core/model/errors.ts'
import { identityId, personId } from '#core/model/ids.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import { identityKey } from '#core/model/identity.ts'
import type { Identity } from '#core/model/identity.ts'
import { nameKey } from '#core/identity/normalise.ts'
import type { Backend } from './backend.ts'
import { addClaims, addFacts, addToDirectory, setDirectoryVersion } from './ingest.ts'
import { keyHash } from './keys.ts'
import { splitOff } from './identity-edits.ts'
import { mergePeople } from './merge-people.ts'
import { lockDirectory, lockOwner, markChanged } from './owners.ts'
import { NO_IMPORT } from './provenance.ts'
import type { Tx } from './owners.ts'
import type { Store } from './store.ts'

/** The source of what the users say of themselves. */
export const USER_SOURCE = 'user'

/** Why people were joined whom the owner is. */
export const OWNER_REASON = 'both are the owner'

export const mePart = (backend: Backend): Pick<Store, 'setMe' | 'disown'> => ({
  disown: (owner, keep) => backend.write((tx) => disown(backend, tx, owner, keep)),
  setMe: (owner, identities, name, standIn) =>
    backend.write((tx) => setMe(backend, tx, owner, identities, name, standIn)),
})

/** As `Store.setMe`, within a transaction. */
export async function setMe(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  stated: readonly Identity[],
  name: string | null,
  standIn?: Identity,
): Promise<PersonId> {
  const version = await lockDirectory(backend, tx, true)
  const before = await lockOwner(backend, tx, owner)
  const identities = standIn === undefined ? stated : [standIn, ...stated]
  const byHash = new Map(identities.map((identity) => [keyHash(identityKey(identity)), identity]))
  if (stated.length === 0)
    throw new KithError(
      'invalid-input',
      'Nothing says who you are. Give at least one of your addresses with --me.',
    )
  const known = await tx
    .selectFrom('identities')
    .select(['identity_id', 'key_hash', 'person_id'])
    .where('key_hash', 'in', backend.listOf([...byHash.keys()]))
    .orderBy('person_id')
    .execute()
  const leaving = standIn === undefined ? null : await leavingPerson(tx, known, standIn)
  const staying = known.filter((row) => row.identity_id !== leaving?.identity_id)
  const people = [...new Set(staying.map((row) => row.person_id))]
  // The person whom the owner already is stays; otherwise the one known for longest.
  const stays = people.find((person) => person === before.me_person_id) ?? people[0]
  const missing = [...byHash].filter(([hash]) => !known.some((row) => row.key_hash === hash))
  const next = await nextIds(tx)
  const me = personId(stays ?? next.person)
  await addToDirectory(
    backend,
    tx,
    stays === undefined ? [me] : [],
    missing.map(([, identity], index) => ({
      identityId: identityId(next.identity + index),
      identity,
      personId: me,
    })),
    null,
  )
  const mine = [
    ...known.map((row) => row.identity_id),
    ...missing.map((_, index) => next.identity + index),
  ].map(identityId)
  await addClaims(
    backend,
    tx,
    mine.map((id) => [mine[0] ?? id, id]),
    NO_IMPORT,
  )
  const merges = people
    .filter((person) => person !== me)
    .map((gone) => ({ kept: me, gone: personId(gone), reason: OWNER_REASON }))
  await mergePeople(backend, tx, merges, null)
  if (leaving !== null) await moveStandIn(tx, leaving.identity_id, me)
  const named = name !== null && (await setName(backend, tx, me, name, identities))
  const isSomeoneElse = before.me_person_id !== me || leaving !== null
  if (isSomeoneElse) {
    await tx
      .updateTable('owners')
      .set({ me_person_id: me, touchpoints_ready: 0 })
      .where('owner_id', '=', owner)
      .execute()
    // The owner is nobody's contact.
    await tx.deleteFrom('scores').where('owner_id', '=', owner).where('person_id', '=', me).execute()
  }
  if (isSomeoneElse || merges.length > 0 || missing.length > 0) {
    await setDirectoryVersion(tx, version + 1)
    await markChanged(tx, owner)
  } else if (named) await markChanged(tx, owner)
  return me
}

async function disown(backend: Backend, tx: Tx, owner: OwnerId, keep: readonly Identity[]): Promise<number> {
  const version = await lockDirectory(backend, tx, true)
  const { me_person_id: me } = await lockOwner(backend, tx, owner)
  if (me === null) return 0
  const kept = new Set(keep.map((identity) => keyHash(identityKey(identity))))
  const held = await tx
    .selectFrom('identities')
    .select(['identity_id', 'key_hash', 'kind', 'value'])
    .where('person_id', '=', me)
    .orderBy('identity_id')
    .execute()
  const leaving = held.filter((row) => !kept.has(row.key_hash))
  // Somebody has to remain whom the owner is.
  if (leaving.length === 0 || leaving.length === held.length) return 0
  const staying = held.filter((row) => kept.has(row.key_hash))
  for (const row of leaving)
    await splitOff(backend, tx, owner, me, [row], staying, 'the user said that this is not the owner', null)
  await tx.updateTable('owners').set({ touchpoints_ready: 0 }).where('owner_id', '=', owner).execute()
  await setDirectoryVersion(tx, version + 1)
  await markChanged(tx, owner)
  return leaving.length
}

type Known = { readonly identity_id: number; readonly key_hash: string; readonly person_id: number }

/**
 * The stand-in where it has to leave somebody: it belongs to a person whom none of the other identities mean, and who
 * is somebody without it.
 */
async function leavingPerson(tx: Tx, known: readonly Known[], standIn: Identity): Promise<Known | null> {
  const hash = keyHash(identityKey(standIn))
  const held = known.find((row) => row.key_hash === hash)
  if (held === undefined || known.some((row) => row !== held && row.person_id === held.person_id)) return null
  const { count } = await tx
    .selectFrom('identities')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', held.person_id)
    .executeTakeFirstOrThrow()
  return count > 1 ? held : null
}

/** The stand-in goes to whom the owner is now; what its former holder called themself stays behind. */
async function moveStandIn(tx: Tx, identity: number, me: PersonId): Promise<void> {
  await tx.updateTable('identities').set({ person_id: me }).where('identity_id', '=', identity).execute()
  await tx
    .deleteFrom('person_facts')
    .where('identity_id', '=', identity)
    .where('source', '=', USER_SOURCE)
    .execute()
}

async function nextIds(tx: Tx): Promise<{ readonly person: number; readonly identity: number }> {
  const rows = await tx
    .selectFrom('meta')
    .selectAll()
    .where('name', 'in', ['next_person_id', 'next_identity_id'])
    .execute()
  const next = (name: string): number => rows.find((row) => row.name === name)?.value ?? 1
  return { person: next('next_person_id'), identity: next('next_identity_id') }
}

/** The user's own word on a name is a fact like those of other sources; the last word replaces the earlier ones. */
async function setName(
  backend: Backend,
  tx: Tx,
  me: PersonId,
  name: string,
  identities: readonly Identity[],
): Promise<boolean> {
  const mine = await tx
    .selectFrom('identities')
    .select(['identity_id', 'key_hash'])
    .where('person_id', '=', me)
    .orderBy('identity_id')
    .execute()
  const ids = mine.map((row) => identityId(row.identity_id))
  // The identity named first, whatever was known before: ids depend on the order of imports.
  const wanted = identities[0] === undefined ? '' : keyHash(identityKey(identities[0]))
  const at = mine.findIndex((row) => row.key_hash === wanted)
  const said = await tx
    .selectFrom('person_facts')
    .select(['value'])
    .where('identity_id', 'in', ids)
    .where('field', '=', 'name')
    .where('source', '=', USER_SOURCE)
    .execute()
  const first = ids[at]
  if (first === undefined || (said.length === 1 && said[0]?.value === name)) return false
  await tx
    .deleteFrom('person_facts')
    .where('identity_id', 'in', ids)
    .where('field', '=', 'name')
    .where('source', '=', USER_SOURCE)
    .execute()
  await addFacts(
    backend,
    tx,
    [{ identityId: first, field: 'name', value: name, source: USER_SOURCE, at: null }],
    null,
  )
  await tx
    .updateTable('people')
    .set({ name, name_key: nameKey(name) })
    .where('person_id', '=', me)
    .execute()
  return true
}
