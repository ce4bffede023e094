import { sql } from 'kysely'
import { nameKey } from '#core/identity/normalise.ts'
import { identityId, personId } from '#core/model/ids.ts'
import type { ImportId, OwnerId } from '#core/model/ids.ts'
import type { Backend, BulkTable, SqlValue } from './backend.ts'
import {
  organisationKeyRows,
  organisationRows,
  positionChangeRows,
  positionFactRows,
  positionRows,
  positionSourceRows,
} from './bulk-tables.ts'
import { keyHash } from './keys.ts'
import { organisationReads } from './organisation-reads.ts'
import type { DerivedOrganisations, OrganisationsStore, PositionFact } from './organisations-store.ts'
import { nextId, partsHash } from './owners.ts'
import type { Tx } from './owners.ts'
import { plainText, plainTextOrNull } from './plain-text.ts'
import type { MetaName } from './schema.ts'

export const organisationsPart = (backend: Backend): OrganisationsStore => ({
  ...organisationReads(backend),

  async positionFacts(person) {
    const rows = await backend.db
      .selectFrom('position_facts as f')
      .innerJoin('identities as i', 'i.identity_id', 'f.identity_id')
      .selectAll('f')
      .select('i.person_id')
      .$if(person !== undefined, (some) => some.where('i.person_id', '=', person ?? null))
      .orderBy('i.person_id')
      .orderBy('f.identity_id')
      .orderBy('f.fact_hash')
      .execute()
    return rows.map((row) => ({
      personId: personId(row.person_id),
      identityId: identityId(row.identity_id),
      source: row.source,
      organisation: row.organisation,
      domain: row.domain,
      title: row.title,
      startedAt: row.started_ms,
      endedAt: row.ended_ms,
      firstAt: row.first_ms,
      lastAt: row.last_ms,
      seenAt: row.seen_ms,
      id: `${row.identity_id}-${row.fact_hash}`,
    }))
  },

  async organisationsVersion() {
    const rows = await backend.db.selectFrom('meta').selectAll().execute()
    const counter = (name: MetaName): number => rows.find((row) => row.name === name)?.value ?? 0
    return {
      derived: {
        directory: counter('organisations_of_directory'),
        positions: counter('organisations_of_positions'),
      },
      now: { directory: counter('directory_version'), positions: counter('positions_version') },
    }
  },

  saveOrganisations: (derived, of) =>
    backend.write(async (tx) => {
      // One writer at a time: ids are handed out from what is there.
      await tx
        .updateTable('meta')
        .set({ value: of.directory })
        .where('name', '=', 'organisations_of_directory')
        .execute()
      await tx
        .updateTable('meta')
        .set({ value: of.positions })
        .where('name', '=', 'organisations_of_positions')
        .execute()
      const ids = await identified(tx, derived)
      const idOf = (place: number | null): number | null => (place === null ? null : ids[place]!)
      await replace(backend, tx, organisationRows, organisationColumns(derived, ids))
      await replace(
        backend,
        tx,
        organisationKeyRows,
        derived.organisations.flatMap(({ keys }, i) => keys.map((key) => [keyHash(key), ids[i]!])),
      )
      await replace(backend, tx, positionRows, positionColumns(derived, idOf))
      await replace(backend, tx, positionChangeRows, changeColumns(derived, idOf))
    }),
})

/** Writes what a batch says of positions and returns how many rows that was. */
export async function addPositions(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  positions: readonly PositionFact[],
  importId: ImportId,
): Promise<number> {
  if (positions.length === 0) return 0
  const began = await tx
    .selectFrom('imports')
    .select('started_ms')
    .where('owner_id', '=', owner)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  const rows = new Map<string, { hash: string; fact: PositionFact }>()
  for (const said of positions) {
    const fact = {
      ...said,
      organisation: plainTextOrNull(said.organisation),
      title: plainTextOrNull(said.title),
    }
    const { identityId: identity, source, organisation, domain, title, startedAt, endedAt } = fact
    const hash = partsHash(source, organisation, domain, title, startedAt, endedAt)
    const key = `${identity} ${hash}`
    const known = rows.get(key)?.fact
    rows.set(key, { hash, fact: known === undefined ? fact : spanning(known, fact) })
  }
  const all = [...rows.values()]
  const of = (pick: (fact: PositionFact) => SqlValue): SqlValue[] => all.map(({ fact }) => pick(fact))
  const hashes = all.map(({ hash }) => hash)
  await backend.insert(tx, positionSourceRows, [
    of((fact) => fact.identityId),
    hashes,
    of(() => importId),
    of((fact) => fact.firstAt),
    of((fact) => fact.lastAt),
    of(() => began?.started_ms ?? 0),
  ])
  const written = await backend.insert(tx, positionFactRows, [
    of((fact) => fact.identityId),
    hashes,
    of((fact) => fact.source),
    of((fact) => fact.organisation),
    of((fact) => fact.domain),
    of((fact) => fact.title),
    of((fact) => fact.startedAt),
    of((fact) => fact.endedAt),
    of((fact) => fact.firstAt),
    of((fact) => fact.lastAt),
    of(() => began?.started_ms ?? 0),
    of(() => importId),
  ])
  if (written > 0)
    await tx
      .updateTable('meta')
      .set((is) => ({ value: is('value', '+', 1) }))
      .where('name', '=', 'positions_version')
      .execute()
  return written
}

/** The same statement with the span of both. */
function spanning(a: PositionFact, b: PositionFact): PositionFact {
  const times = [a.firstAt, a.lastAt, b.firstAt, b.lastAt].filter((time) => time !== null)
  if (times.length === 0) return a
  return { ...a, firstAt: Math.min(...times), lastAt: Math.max(...times) }
}

/** The id of each organisation: the least one that its keys had before, else a new one. */
async function identified(tx: Tx, { organisations }: DerivedOrganisations): Promise<readonly number[]> {
  const rows = await tx.selectFrom('organisation_keys').selectAll().execute()
  const before = new Map(rows.map((row) => [row.key_hash, row.organisation_id]))
  const taken = new Set<number>()
  const ids = organisations.map(({ keys }) => {
    const known = keys
      .flatMap((key) => before.get(keyHash(key)) ?? [])
      .filter((id) => !taken.has(id))
      .sort((a, b) => a - b)[0]
    if (known !== undefined) taken.add(known)
    return known ?? null
  })
  const missing = ids.filter((id) => id === null).length
  let next = missing === 0 ? 0 : await nextId(tx, 'next_organisation_id', missing)
  return ids.map((id) => id ?? next++)
}

type Row = readonly SqlValue[]

const organisationColumns = ({ organisations }: DerivedOrganisations, ids: readonly number[]): Row[] =>
  organisations.map(({ name, names, domains }, i) => [
    ids[i]!,
    plainText(name),
    nameKey(name),
    JSON.stringify(names.map(plainText)),
    JSON.stringify(domains),
    [...names.map(nameKey), ...domains].join('\n'),
  ])

function positionColumns(
  { positions }: DerivedOrganisations,
  idOf: (place: number | null) => number | null,
): Row[] {
  const places = new Map<number, number>()
  return positions.map((each) => {
    const place = places.get(each.personId) ?? 0
    places.set(each.personId, place + 1)
    return [
      each.personId,
      place,
      idOf(each.organisation),
      plainTextOrNull(each.title),
      each.startedAt,
      each.endedAt,
      each.firstAt,
      each.lastAt,
      Number(each.current),
      JSON.stringify(each.sources),
    ]
  })
}

const changeColumns = (
  { changes }: DerivedOrganisations,
  idOf: (place: number | null) => number | null,
): Row[] =>
  changes.map((each) => [
    each.personId,
    each.changeId,
    each.kind,
    idOf(each.from.organisation),
    plainTextOrNull(each.from.title),
    idOf(each.to.organisation),
    plainTextOrNull(each.to.title),
    each.noticedAt,
    each.lastBeforeAt,
    each.source,
  ])

/**
 * Makes a table hold exactly these rows, and writes only what differs: after most imports that is little. Rows with
 * the same first column are one entry, replaced as a whole.
 */
async function replace(backend: Backend, tx: Tx, into: BulkTable, rows: readonly Row[]): Promise<void> {
  const names = into.columns.map(([name]) => name)
  const first = sql.ref(names[0] ?? '')
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const stored = await sql<
    Record<string, SqlValue>
  >`select ${columns} from ${sql.table(into.table)} order by ${columns}`.execute(tx)
  const held = entries(stored.rows.map((row) => names.map((name) => row[name] ?? null)))
  const wanted = entries(rows)
  const gone = [...held.keys()].filter((key) => held.get(key)?.content !== wanted.get(key)?.content)
  const fresh = [...wanted].filter(([key, { content }]) => held.get(key)?.content !== content)
  // Keys of one table are all numbers or all texts.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const keys = backend.listOf(gone as number[])
  if (gone.length > 0) await sql`delete from ${sql.table(into.table)} where ${first} in ${keys}`.execute(tx)
  const flat = fresh.flatMap(([, entry]) => entry.rows)
  await backend.insert(
    tx,
    into,
    names.map((_, i) => flat.map((row) => row[i] ?? null)),
  )
}

/** Rows by their first column. */
function entries(
  rows: readonly Row[],
): ReadonlyMap<SqlValue, { readonly rows: readonly Row[]; readonly content: string }> {
  const groups = Map.groupBy(rows, (row) => row[0] ?? null)
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      {
        rows: group,
        content: group
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n'),
      },
    ]),
  )
}
