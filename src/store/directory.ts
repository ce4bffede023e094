import { sql } from 'kysely'
import { nameKey } from '#core/identity/normalise.ts'
import { identityId, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Identity, IdentityKind } from '#core/model/identity.ts'
import type { Backend } from './backend.ts'
import { peopleRows } from './bulk-tables.ts'
import { lockDirectory } from './owners.ts'
import type { Tx } from './owners.ts'
import { plainText, plainTextOrNull } from './plain-text.ts'
import type { MetaName } from './schema.ts'
import { searchLines } from './search.ts'
import { turnSeeking } from './seeking.ts'
import { lastVerdicts } from './verdicts.ts'
import type { Directory, FactField, PersonFactRow, Profile, Store } from './store.ts'

export const directoryPart = (
  backend: Backend,
): Pick<Store, 'directory' | 'facts' | 'setProfiles' | 'identitiesOf'> => ({
  async directory(): Promise<Directory> {
    // The version is read first: what another process adds meanwhile then makes the next batch stale, not wrong.
    const meta = await backend.db.selectFrom('meta').selectAll().execute()
    const counter = (name: MetaName): number => meta.find((row) => row.name === name)?.value ?? 1
    const keys: string[] = []
    const identities: number[] = []
    const people: number[] = []
    const all = backend.db
      .selectFrom('identities')
      .select([sql<string>`kind || ':' || value`.as('key'), 'identity_id', 'person_id'])
      .orderBy('identity_id')
    await backend.scan(all.compile(), ([key, identity, person]) => {
      keys.push(String(key))
      identities.push(Number(identity))
      people.push(Number(person))
    })
    return {
      version: counter('directory_version'),
      keys,
      identityIds: Int32Array.from(identities),
      personIds: Int32Array.from(people),
      nextIdentityId: counter('next_identity_id'),
      nextPersonId: counter('next_person_id'),
      apart: (await lastVerdicts(backend)).flatMap(({ first, second, verdict }) =>
        verdict === 'same' ? [] : [[first, second] as const],
      ),
    }
  },

  async facts(person) {
    const facts: PersonFactRow[] = []
    const seenAt = await seenTimes(backend, person)
    const query = backend.db
      .selectFrom('person_facts as f')
      .innerJoin('identities as i', 'i.identity_id', 'f.identity_id')
      .select([
        'i.person_id',
        'f.field',
        'f.source',
        'f.value',
        'i.kind',
        'i.value as key',
        'f.at_ms',
        'f.identity_id',
        'f.import_id',
      ])
      .$if(person !== undefined, (some) => some.where('i.person_id', '=', person ?? null))
      .orderBy('i.person_id')
      .orderBy('f.field')
      .orderBy('f.source')
      .orderBy('f.value')
      .orderBy('i.kind')
      .orderBy('i.value')
    await backend.scan(query.compile(), ([of, field, source, value, kind, key, at, identity, importId]) => {
      facts.push({
        personId: personId(Number(of)),
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only fields are stored
        field: field as FactField,
        source: String(source),
        value: String(value),
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only kinds are stored
        kind: kind as IdentityKind,
        key: `${String(kind)}:${String(key)}`,
        at: at === null ? null : Number(at),
        identityId: identityId(Number(identity)),
        seenAt: seenAt(
          Number(identity),
          String(source),
          String(value),
          importId === null ? null : Number(importId),
        ),
      })
    })
    return facts
  },

  setProfiles: (profiles) =>
    backend.write(async (tx) => {
      if (profiles.length === 0) return
      await lockDirectory(backend, tx, false)
      await writeProfiles(backend, tx, profiles)
    }),

  async identitiesOf(person) {
    const rows = await backend.db
      .selectFrom('identities')
      .select(['kind', 'value'])
      .where('person_id', '=', person)
      .orderBy('kind')
      .orderBy('value')
      .execute()
    return rows.map(identityFrom)
  },
})

/**
 * When a fact was last seen to hold, as far as that is known: from the dates of exports for where people work, else
 * when the import began that first told it.
 */
async function seenTimes(
  backend: Backend,
  person: PersonId | undefined,
): Promise<(identity: number, source: string, value: string, importId: number | null) => number | null> {
  const imports = await backend.db.selectFrom('imports').select(['import_id', 'started_ms']).execute()
  const began = new Map(imports.map((row) => [row.import_id, row.started_ms]))
  const said = new Map<string, number>()
  const query = backend.db
    .selectFrom('position_facts as f')
    .select(['f.identity_id', 'f.source', 'f.organisation', 'f.title', 'f.last_ms'])
    .where('f.last_ms', 'is not', null)
    .where('f.domain', 'is', null)
    .$if(person !== undefined, (some) =>
      some.where('f.identity_id', 'in', (eb) =>
        eb
          .selectFrom('identities')
          .select('identity_id')
          .where('person_id', '=', person ?? null),
      ),
    )
  await backend.scan(query.compile(), ([identity, source, organisation, title, last]) => {
    for (const value of [organisation, title]) {
      if (value === null) continue
      const key = JSON.stringify([identity, source, value])
      said.set(key, Math.max(Number(last), said.get(key) ?? -Infinity))
    }
  })
  return (identity, source, value, importId) =>
    said.get(JSON.stringify([identity, source, value])) ??
    (importId === null ? null : (began.get(importId) ?? null))
}

export const identityFrom = ({
  kind,
  value,
}: {
  readonly kind: string
  readonly value: string
}): Identity => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only kinds are stored
  kind: kind as IdentityKind,
  value,
})

/** Profiles of people who were merged away meanwhile are left out; whoever merged them derives them anew. */
async function writeProfiles(backend: Backend, tx: Tx, profiles: readonly Profile[]): Promise<void> {
  const people = backend.listOf([...new Set(profiles.map((profile) => profile.personId))])
  const there = await tx
    .selectFrom('people')
    .select(['person_id', 'is_person'])
    .where('person_id', 'in', people)
    .execute()
  const identities = new Map<number, Identity[]>(there.map((row) => [row.person_id, []]))
  const keys = await tx
    .selectFrom('identities')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', people)
    .orderBy('identity_id')
    .execute()
  for (const row of keys) identities.get(row.person_id)?.push(identityFrom(row))
  const rows = [...new Map(profiles.map((profile) => [profile.personId, profile])).values()].filter(
    (profile) => identities.has(profile.personId),
  )
  const wasPerson = new Map(there.map((row) => [row.person_id, row.is_person === 1]))
  const turned = rows.filter((row) => wasPerson.get(row.personId) !== row.isPerson)
  if (turned.length > 0)
    await turnSeeking(
      backend,
      tx,
      turned.map((row) => row.personId),
    )
  await backend.insert(tx, peopleRows, [
    rows.map((row) => row.personId),
    rows.map((row) => plainText(row.name)),
    rows.map((row) => nameKey(row.name)),
    rows.map((row) => plainTextOrNull(row.organisation)),
    rows.map((row) => plainTextOrNull(row.title)),
    rows.map((row) => plainTextOrNull(row.industry)),
    rows.map((row) => plainTextOrNull(row.place)),
    rows.map((row) => Number(row.isPerson)),
    rows.map((row) =>
      searchLines([row.name, row.organisation, row.title], identities.get(row.personId) ?? []),
    ),
  ])
}
