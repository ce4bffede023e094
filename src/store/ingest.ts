import { sql } from 'kysely'
import { KithError } from '#core/model/errors.ts'
import type { IdentityId, ImportId, InteractionId, OwnerId } from '#core/model/ids.ts'
import { identityKey } from '#core/model/identity.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Backend } from './backend.ts'
import {
  claimRows,
  declarationRows,
  endorsementRows,
  factRows,
  factSourceRows,
  identityRows,
  newPeopleRows,
  skipRows,
  tieSourceRows,
} from './bulk-tables.ts'
import { keyHash } from './keys.ts'
import { KnownKeys } from './known-keys.ts'
import { mergePeople } from './merge-people.ts'
import { addListEntries } from './calibre.ts'
import { addPositions } from './organisations.ts'
import { lockDirectory, lockOwner, markBrought, partsHash } from './owners.ts'
import type { Tx } from './owners.ts'
import { plainText, plainTextOrNull } from './plain-text.ts'
import { searchLines } from './search.ts'
import { storeKeywords } from './keywords.ts'
import { storeInteractions } from './store-interactions.ts'
import { StaleDirectoryError } from './store.ts'
import { isWrittenDown, newlyNamed, saysMore, writeDown } from './touches.ts'
import type { IngestBatch, IngestResult, PersonFact, Store } from './store.ts'

/** Skips that are stored of one file; all are counted. */
export const MAX_STORED_SKIPS = 1_000
/** Longest text stored of a skip: a broken row may be as long as the file. */
const MAX_SKIP_TEXT = 500

export function ingestPart(backend: Backend): Pick<Store, 'ingest' | 'ingestTogether' | 'joinPeople'> {
  const known = new KnownKeys()
  const write: Backend['write'] = async (work) => {
    try {
      return await backend.write(work)
    } catch (error) {
      known.forget()
      throw error
    }
  }
  return {
    ingest: (owner, batch) => write((tx) => ingest(backend, tx, owner, batch, known)),

    ingestTogether: (owner, directoryVersion, batches) =>
      write(async (tx) => {
        const changed = new Set<InteractionId>()
        const sum = { directoryVersion, newInteractions: 0, newRecords: 0 }
        for (const batch of batches) {
          const told = { ...batch, directoryVersion: sum.directoryVersion }
          const one = await ingest(backend, tx, owner, told, known)
          sum.directoryVersion = one.directoryVersion
          sum.newInteractions += one.newInteractions
          sum.newRecords += one.newRecords
          for (const id of one.changedInteractions) changed.add(id)
        }
        return { ...sum, changedInteractions: [...changed].sort((a, b) => a - b) }
      }),

    joinPeople: (owner, merges) =>
      backend.write(async (tx) => {
        const version = await lockDirectory(backend, tx, true)
        await lockOwner(backend, tx, owner)
        const { count } = await mergePeople(backend, tx, merges, null)
        if (count > 0) await setDirectoryVersion(tx, version + 1)
      }),
  }
}

async function ingest(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  batch: IngestBatch,
  known: KnownKeys,
): Promise<IngestResult> {
  const { newPeople, newIdentities, merges } = batch
  const changing = newPeople.length + newIdentities.length + merges.length > 0
  const version = await lockDirectory(backend, tx, changing)
  if (version !== batch.directoryVersion)
    throw new StaleDirectoryError('Another process changed who is who; the batch has to be resolved again.')
  const writing = !saysMore(batch) && (await isWrittenDown(tx, await lockOwner(backend, tx, owner)))
  if (changing) {
    await addToDirectory(backend, tx, newPeople, newIdentities, batch.importId)
    await setDirectoryVersion(tx, version + 1)
  }
  const merged = await mergePeople(backend, tx, merges, batch.importId)
  const named = writing ? await newlyNamed(backend, tx, batch.facts) : new Set<number>()
  const names = batch.facts.filter((fact) => fact.field === 'name')
  const others = batch.facts.filter((fact) => fact.field !== 'name')
  const called = await addFacts(backend, tx, names, batch.importId)
  const facts = await addFacts(backend, tx, others, batch.importId)
  await addPositions(backend, tx, owner, batch.positions ?? [], batch.importId)
  const claimed = await claimsAnew(backend, tx, batch.claims ?? [])
  await addClaims(backend, tx, batch.claims ?? [], batch.importId)
  // The merges may have changed the owner: who they are, and which interactions wait.
  const locked = await lockOwner(backend, tx, owner)
  const stored = await storeInteractions(backend, tx, locked, batch, merged.now, known)
  const told = await storeKeywords(backend, tx, owner, batch)
  const ties = await addDeclarations(backend, tx, owner, batch)
  const vouches = await addEndorsements(backend, tx, owner, batch)
  const listed = await addListEntries(backend, tx, owner, batch.listings ?? [], batch.importId)
  const newRecords = stored.added + ties + vouches + listed
  await countImport(backend, tx, owner, batch, newRecords)
  if (changing || claimed || stored.wrote || called + facts + told + ties + vouches + listed > 0) {
    await markBrought(tx, owner)
    if (writing && stored.touched !== null && facts + ties + vouches + listed === 0) {
      const { changes } = await lockOwner(backend, tx, owner)
      const { since, people } = stored.touched
      await writeDown(backend, tx, owner, changes, since, people, new Set([...named, ...newPeople]))
    }
  }
  return {
    directoryVersion: changing ? version + 1 : version,
    newInteractions: stored.added,
    newRecords,
    changedInteractions: [...new Set([...(merged.changed.get(owner) ?? []), ...stored.changed])].sort(
      (a, b) => a - b,
    ),
  }
}

export const setDirectoryVersion = (tx: Tx, version: number): Promise<unknown> =>
  tx.updateTable('meta').set({ value: version }).where('name', '=', 'directory_version').execute()

/** Writes new people and identities under the ids that were chosen for them, and keeps those ids from others. */
export async function addToDirectory(
  backend: Backend,
  tx: Tx,
  people: IngestBatch['newPeople'],
  identities: IngestBatch['newIdentities'],
  importId: ImportId | null,
): Promise<void> {
  const known = new Map<number, Identity[]>(people.map((person) => [person, []]))
  const toOld = new Map<number, Identity[]>()
  for (const { identity, personId } of identities) {
    const to = known.get(personId) ?? toOld.get(personId)
    if (to) to.push(identity)
    else toOld.set(personId, [identity])
  }
  const none = people.map(() => null)
  const empty = people.map(() => '')
  const search = people.map((person) => searchLines([], known.get(person) ?? []))
  await backend.insert(tx, newPeopleRows, [
    people,
    empty,
    empty,
    none,
    none,
    none,
    none,
    people.map(() => 1),
    search,
  ])
  await backend.insert(tx, identityRows, [
    identities.map((row) => row.identityId),
    identities.map((row) => keyHash(identityKey(row.identity))),
    identities.map((row) => row.identity.kind),
    identities.map((row) => row.identity.value),
    identities.map((row) => row.personId),
    identities.map(() => importId),
  ])
  for (const [person, added] of toOld)
    await tx
      .updateTable('people')
      .set((is) => ({ search_text: is('search_text', '||', `\n${searchLines([], added)}`) }))
      .where('person_id', '=', person)
      .execute()
  await raise(tx, 'next_person_id', people)
  await raise(
    tx,
    'next_identity_id',
    identities.map((row) => row.identityId),
  )
}

async function raise(
  tx: Tx,
  name: 'next_person_id' | 'next_identity_id',
  used: readonly number[],
): Promise<void> {
  if (used.length === 0) return
  const next = used.reduce((most, id) => Math.max(most, id), 0) + 1
  await tx
    .updateTable('meta')
    .set({ value: next })
    .where('name', '=', name)
    .where('value', '<', next)
    .execute()
}

/** Writes facts, each once, and returns how many were new or told a later time. */
export async function addFacts(
  backend: Backend,
  tx: Tx,
  facts: readonly PersonFact[],
  importId: ImportId | null,
): Promise<number> {
  const latest = new Map<string, PersonFact>()
  for (const said of facts) {
    const fact = { ...said, value: plainText(said.value) }
    const key = JSON.stringify([fact.identityId, fact.field, fact.source, fact.value])
    const known = latest.get(key)
    if (known === undefined || (fact.at !== null && (known.at === null || known.at < fact.at)))
      latest.set(key, fact)
  }
  const rows = [...latest.values()]
  const key = [
    rows.map((fact) => fact.identityId),
    rows.map((fact) => fact.field),
    rows.map((fact) => fact.source),
    rows.map((fact) => keyHash(fact.value)),
  ]
  const times = rows.map((fact) => fact.at)
  const imports = rows.map(() => importId)
  if (importId !== null) await backend.insert(tx, factSourceRows, [...key, imports, times])
  return backend.insert(tx, factRows, [...key, rows.map((fact) => fact.value), times, imports])
}

/** Notes that an import (or NO_IMPORT) says of these pairs of identities that they are one person. */
export const addClaims = (
  backend: Backend,
  tx: Tx,
  claims: NonNullable<IngestBatch['claims']>,
  importId: number,
): Promise<number> =>
  backend.insert(tx, claimRows, [
    claims.map(([identity]) => identity),
    claims.map(([, other]) => other),
    claims.map(() => importId),
  ])

/** Whether no import claimed one of these before. */
async function claimsAnew(
  backend: Backend,
  tx: Tx,
  claims: NonNullable<IngestBatch['claims']>,
): Promise<boolean> {
  if (claims.length === 0) return false
  const { rows } = await sql<{ identity_id: number; other_id: number }>`
    select c.identity_id, c.other_id from ${backend.tableOf([...new Set(claims.map(([one]) => one))])}
    cross join identity_claims c where c.identity_id = l.value`.execute(tx)
  const known = new Set(rows.map((row) => `${row.identity_id} ${row.other_id}`))
  return claims.some(([one, other]) => !known.has(`${one} ${other}`))
}

const identityOrOwner = (who: IdentityId | 'owner'): number | null => (who === 'owner' ? null : who)

async function addDeclarations(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  batch: IngestBatch,
): Promise<number> {
  const rows = batch.declarations.map((one) => ({
    ...one,
    from: identityOrOwner(one.from),
    to: identityOrOwner(one.to),
  }))
  const keys = rows.map((row) => partsHash(row.kind, row.from, row.to, row.at))
  await addTieSources(backend, tx, owner, 'declarations', keys, batch.importId)
  return backend.insert(tx, declarationRows, [
    rows.map(() => owner),
    keys,
    rows.map((row) => row.kind),
    rows.map((row) => row.from),
    rows.map((row) => row.to),
    rows.map((row) => row.at),
    rows.map(() => batch.importId),
  ])
}

async function addEndorsements(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  batch: IngestBatch,
): Promise<number> {
  const rows = batch.endorsements.map((one) => ({
    ...one,
    from: identityOrOwner(one.from),
    to: identityOrOwner(one.to),
    topic: plainTextOrNull(one.topic),
  }))
  const keys = rows.map((row) => partsHash(row.kind, row.from, row.to, row.topic, row.at))
  await addTieSources(backend, tx, owner, 'endorsements', keys, batch.importId)
  return backend.insert(tx, endorsementRows, [
    rows.map(() => owner),
    keys,
    rows.map((row) => row.kind),
    rows.map((row) => row.from),
    rows.map((row) => row.to),
    rows.map((row) => row.topic),
    rows.map((row) => row.at),
    rows.map(() => batch.importId),
  ])
}

const addTieSources = (
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  kind: 'declarations' | 'endorsements',
  keys: readonly string[],
  importId: ImportId,
): Promise<number> =>
  backend.insert(tx, tieSourceRows, [
    keys.map(() => owner),
    keys.map(() => kind),
    keys,
    keys.map(() => importId),
  ])

async function countImport(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  { importId, read, skipped }: IngestBatch,
  added: number,
): Promise<void> {
  const row = await tx
    .updateTable('imports')
    .set((is) => ({
      read_count: is('read_count', '+', read),
      new_count: is('new_count', '+', added),
      skipped_count: is('skipped_count', '+', skipped.length),
    }))
    .where('owner_id', '=', owner)
    .where('import_id', '=', importId)
    .returning('skipped_count')
    .executeTakeFirst()
  if (row === undefined)
    throw new KithError(
      'not-found',
      `There is no import ${importId}; it may have been undone. Import the file again.`,
    )
  const position = row.skipped_count - skipped.length
  const kept = skipped.slice(0, Math.max(0, MAX_STORED_SKIPS - position))
  await backend.insert(tx, skipRows, [
    kept.map(() => owner),
    kept.map(() => importId),
    kept.map((_, index) => position + index),
    kept.map((one) => plainText(one.where.slice(0, MAX_SKIP_TEXT))),
    kept.map((one) => plainText(one.reason.slice(0, MAX_SKIP_TEXT))),
  ])
}
