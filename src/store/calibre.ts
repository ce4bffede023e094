import { nameKey } from '#core/identity/normalise.ts'
import { personId } from '#core/model/ids.ts'
import type { ImportId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { listEntryRows, tieSourceRows } from './bulk-tables.ts'
import type { CalibreStore, ListEntryFact, ListingRow, ListProposal } from './calibre-store.ts'
import { lockDirectory, lockOwner, markChanged, meOf, partsHash } from './owners.ts'
import type { Tx } from './owners.ts'
import { contactColumns, contactFrom } from './people.ts'
import { plainText, plainTextOrNull } from './plain-text.ts'

/** Ratings and decisions name an identity, so that they follow it through merges and splits; the first stands for all. */
async function identitiesOf(tx: Tx, person: PersonId): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('identities')
    .select('identity_id')
    .where('person_id', '=', person)
    .orderBy('identity_id')
    .execute()
  return rows.map((row) => row.identity_id)
}

export const calibrePart = (backend: Backend): CalibreStore => ({
  rate: (owner, person, rating) =>
    backend.write(async (tx) => {
      await lockDirectory(backend, tx, false)
      await lockOwner(backend, tx, owner)
      const identities = await identitiesOf(tx, person)
      const [first] = identities
      if (first === undefined) return null
      const before = await tx
        .selectFrom('ratings')
        .select(['level', 'at_ms'])
        .where('owner_id', '=', owner)
        .where('identity_id', 'in', backend.listOf(identities))
        .orderBy('at_ms', 'desc')
        .orderBy('identity_id')
        .execute()
      await tx
        .deleteFrom('ratings')
        .where('owner_id', '=', owner)
        .where('identity_id', 'in', backend.listOf(identities))
        .execute()
      if (rating !== null)
        await tx
          .insertInto('ratings')
          .values({ owner_id: owner, identity_id: first, level: rating.level, at_ms: rating.at })
          .execute()
      await markChanged(tx, owner)
      return before[0] === undefined ? null : { level: before[0].level, at: before[0].at_ms }
    }),

  async ratings(owner, person) {
    const rows = await backend.db
      .selectFrom('ratings as r')
      .innerJoin('identities as i', 'i.identity_id', 'r.identity_id')
      .select(['i.person_id', 'r.level', 'r.at_ms'])
      .where('r.owner_id', '=', owner)
      .$if(person !== undefined, (query) => query.where('i.person_id', '=', person ?? 0))
      .orderBy('i.person_id')
      .orderBy('r.at_ms')
      .orderBy('r.identity_id', 'desc')
      .execute()
    // Of people who became one, the latest rating holds.
    const latest = new Map(
      rows.map((row) => [
        row.person_id,
        { personId: personId(row.person_id), level: row.level, at: row.at_ms },
      ]),
    )
    return [...latest.values()]
  },

  listings: (owner, person) => listings(backend, owner, person),

  async listProposals(owner) {
    const me = await meOf(backend, owner)
    const entries = await backend.db
      .selectFrom('list_entries')
      .selectAll()
      .where('owner_id', '=', owner)
      .where('identity_id', 'is', null)
      .orderBy('list')
      .orderBy('name_key')
      .orderBy('entry_hash')
      .execute()
    if (entries.length === 0) return []
    const people = await backend.db
      .selectFrom('scores as s')
      .innerJoin('people as p', 'p.person_id', 's.person_id')
      .select(contactColumns)
      .select('p.name_key')
      .where('s.owner_id', '=', owner)
      .where('p.is_person', '=', 1)
      .$if(me !== null, (query) => query.where('s.person_id', '!=', me ?? 0))
      .orderBy('s.worth', 'desc')
      .orderBy('s.person_id')
      .execute()
    const byName = Map.groupBy(people, (row) => sortedName(row.name_key))
    const decided = await decisions(backend, owner)
    return entries.flatMap((entry): ListProposal[] => {
      const said = decided.get(entry.entry_hash) ?? []
      if (said.some(({ accepted }) => accepted)) return []
      const open = (byName.get(sortedName(entry.name_key)) ?? []).filter(
        (row) => !said.some(({ person }) => person === row.person_id),
      )
      if (open.length === 0) return []
      return [
        {
          entry: entry.entry_hash,
          list: entry.list,
          name: entry.name,
          level: entry.level,
          field: entry.field,
          year: entry.year,
          people: open.map(contactFrom),
        },
      ]
    })
  },

  decideListing: (owner, entry, person, decision) =>
    backend.write(async (tx) => {
      await lockDirectory(backend, tx, false)
      await lockOwner(backend, tx, owner)
      const found = await tx
        .selectFrom('list_entries')
        .select('entry_hash')
        .where('owner_id', '=', owner)
        .where('entry_hash', '=', entry)
        .executeTakeFirst()
      const identities = await identitiesOf(tx, person)
      const [first] = identities
      if (found === undefined || first === undefined) return false
      await tx
        .deleteFrom('list_decisions')
        .where('owner_id', '=', owner)
        .where('entry_hash', '=', entry)
        .where('identity_id', 'in', backend.listOf(identities))
        .execute()
      if (decision !== null)
        await tx
          .insertInto('list_decisions')
          .values({
            owner_id: owner,
            entry_hash: entry,
            identity_id: first,
            accepted: Number(decision.accepted),
            at_ms: decision.at,
          })
          .execute()
      await markChanged(tx, owner)
      return true
    }),

  async lists(owner) {
    const entries = await backend.db
      .selectFrom('list_entries')
      .select(({ fn }) => ['list', fn.countAll<number>().as('entries')])
      .where('owner_id', '=', owner)
      .groupBy(['owner_id', 'list'])
      .orderBy('list')
      .execute()
    const people = Map.groupBy(await listings(backend, owner), (row) => row.list)
    return entries.map(({ list, entries: count }) => ({
      list,
      entries: count,
      people: new Set((people.get(list) ?? []).map((row) => row.personId)).size,
    }))
  },
})

/** The words of a name in one order, so that "Doe, Jane" and "Jane Doe" are alike. */
const sortedName = (key: string): string => key.split(' ').sort().join(' ')

async function decisions(
  backend: Backend,
  owner: OwnerId,
): Promise<ReadonlyMap<string, readonly { readonly person: number; readonly accepted: boolean }[]>> {
  const rows = await backend.db
    .selectFrom('list_decisions as d')
    .innerJoin('identities as i', 'i.identity_id', 'd.identity_id')
    .select(['d.entry_hash', 'd.accepted', 'i.person_id'])
    .where('d.owner_id', '=', owner)
    .execute()
  const found = rows.map((row) => ({
    entry: row.entry_hash,
    person: row.person_id,
    accepted: row.accepted === 1,
  }))
  return Map.groupBy(found, ({ entry }) => entry)
}

async function listings(backend: Backend, owner: OwnerId, person?: PersonId): Promise<ListingRow[]> {
  const select = ['e.entry_hash', 'e.list', 'e.level', 'e.field', 'e.year', 'i.person_id'] as const
  const byKey = await backend.db
    .selectFrom('list_entries as e')
    .innerJoin('identities as i', 'i.identity_id', 'e.identity_id')
    .select(select)
    .where('e.owner_id', '=', owner)
    .$if(person !== undefined, (query) => query.where('i.person_id', '=', person ?? 0))
    .execute()
  const byWord = await backend.db
    .selectFrom('list_entries as e')
    .innerJoin('list_decisions as d', (on) =>
      on.onRef('d.owner_id', '=', 'e.owner_id').onRef('d.entry_hash', '=', 'e.entry_hash'),
    )
    .innerJoin('identities as i', 'i.identity_id', 'd.identity_id')
    .select(select)
    .where('e.owner_id', '=', owner)
    .where('d.accepted', '=', 1)
    .$if(person !== undefined, (query) => query.where('i.person_id', '=', person ?? 0))
    .execute()
  const rows = [
    ...byKey.map((row) => ({ ...row, matched: false })),
    ...byWord.map((row) => ({ ...row, matched: true })),
  ].map((row): ListingRow => ({
    personId: personId(row.person_id),
    entry: row.entry_hash,
    list: row.list,
    level: row.level,
    field: row.field,
    year: row.year,
    matched: row.matched,
  }))
  const key = (row: ListingRow): string => `${row.list}\n${row.entry}`
  return rows.sort((a, b) => a.personId - b.personId || (key(a) < key(b) ? -1 : 1))
}

/** Writes lines of lists, each once, and returns how many were new. */
export async function addListEntries(
  backend: Backend,
  tx: Tx,
  owner: OwnerId,
  entries: readonly ListEntryFact[],
  importId: ImportId,
): Promise<number> {
  const rows = entries.map((entry) => ({
    ...entry,
    list: plainText(entry.list),
    name: plainText(entry.name),
    field: plainTextOrNull(entry.field),
  }))
  // A corrected grade or field is the same line: the list, the year and whom it names make it.
  const hashes = rows.map((row) => partsHash(row.list, row.identityId ?? nameKey(row.name), row.year))
  await backend.insert(tx, tieSourceRows, [
    rows.map(() => owner),
    rows.map(() => 'list_entries'),
    hashes,
    rows.map(() => importId),
  ])
  return backend.insert(tx, listEntryRows, [
    rows.map(() => owner),
    hashes,
    rows.map((row) => row.list),
    rows.map((row) => row.name),
    rows.map((row) => nameKey(row.name)),
    rows.map((row) => row.identityId),
    rows.map((row) => row.level),
    rows.map((row) => row.field),
    rows.map((row) => row.year),
    rows.map(() => importId),
  ])
}
