import { expect } from 'vitest'
import { SOLE_OWNER, identityId, ownerId, personId } from '#core/model/ids.ts'
import type { IdentityId, PersonId } from '#core/model/ids.ts'
import type { ListEntryFact, ScoreRow, Store } from '../store.ts'
import { importBatch, resolve, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const scored = (person: PersonId): ScoreRow => ({
  personId: person,
  closeness: 0.5,
  trust: 0.5,
  calibre: null,
  worth: 0,
  contribution: 0,
  interactionsOut: 1,
  interactionsIn: 1,
  interactionsTogether: 0,
  lastAt: 1,
  sought: null,
  channels: 0,
})

/** People called as their addresses are, contacts of the owner; gives identity and person by address. */
async function withContacts(store: Store, names: Readonly<Record<string, string>>) {
  const addresses = Object.keys(names)
  await importBatch(store, owner, await startImport(store, owner), {
    people: addresses.map((address) => ({ mails: [address] })),
  })
  const { keys, identityIds, personIds } = await store.directory()
  const of = (address: string): { readonly identity: IdentityId; readonly person: PersonId } => {
    const at = keys.indexOf(`mail:${address}`)
    return { identity: identityId(identityIds[at] ?? -1), person: personId(personIds[at] ?? -1) }
  }
  const people = addresses.map((address) => of(address).person)
  await store.setProfiles(
    addresses.map((address) => ({
      personId: of(address).person,
      name: names[address] ?? '',
      organisation: null,
      title: null,
      industry: null,
      place: null,
      isPerson: true,
    })),
  )
  await store.saveScores(owner, 1, people.map(scored))
  return of
}

const entry = (more: Partial<ListEntryFact> = {}): ListEntryFact => ({
  list: 'Top 100',
  name: 'Doe, Jane',
  identityId: null,
  level: null,
  field: 'design',
  year: 2024,
  ...more,
})

async function list(store: Store, entries: readonly ListEntryFact[]): Promise<number> {
  const batch = await resolve(store, null, await startImport(store, owner), {})
  return (await store.ingest(owner, { ...batch, listings: entries })).newRecords
}

export function contractOfCalibre(kind: StoreKind): void {
  const test = testWith(kind)

  test('a rating is set, replaced and taken back; each says what was before, and scores are old then', async ({
    store,
  }) => {
    const { person } = (await withContacts(store, { 'a@x.org': 'Ann' }))('a@x.org')
    const { changes } = await store.owner(owner)
    expect(await store.rate(owner, person, { level: 0.9, at: 5 })).toBeNull()
    expect((await store.owner(owner)).changes).toBeGreaterThan(changes)
    expect(await store.rate(owner, person, { level: 0.2, at: 6 })).toEqual({ level: 0.9, at: 5 })
    expect(await store.ratings(owner)).toEqual([{ personId: person, level: 0.2, at: 6 }])
    expect(await store.ratings(owner, person)).toHaveLength(1)
    expect(await store.ratings(ownerId(2))).toEqual([])
    expect(await store.rate(owner, person, null)).toEqual({ level: 0.2, at: 6 })
    expect(await store.ratings(owner)).toEqual([])
    expect(await store.rate(owner, personId(999), { level: 1, at: 1 })).toBeNull()
  })

  test('of people who turn out to be one the latest rating holds', async ({ store }) => {
    const of = await withContacts(store, { 'a@x.org': 'Ann', 'b@x.org': 'Ann' })
    const [a, b] = [of('a@x.org').person, of('b@x.org').person]
    await store.rate(owner, a, { level: 0.1, at: 5 })
    await store.rate(owner, b, { level: 0.7, at: 9 })
    await store.joinPeople(owner, [{ kept: a, gone: b, reason: 'test' }])
    expect(await store.ratings(owner)).toEqual([{ personId: a, level: 0.7, at: 9 }])
    expect(await store.rate(owner, a, null)).toEqual({ level: 0.7, at: 9 })
    expect(await store.ratings(owner)).toEqual([])
  })

  test('a line with a key belongs to its person; the same line again is the same', async ({ store }) => {
    const { identity, person } = (await withContacts(store, { 'a@x.org': 'Ann' }))('a@x.org')
    expect(
      await list(store, [entry({ identityId: identity, level: 0.9 }), entry({ identityId: identity })]),
    ).toBe(1)
    expect(await list(store, [entry({ identityId: identity })])).toBe(0)
    expect(await list(store, [entry({ identityId: identity, year: 2025 })])).toBe(1)
    const rows = await store.listings(owner, person)
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual(
      expect.objectContaining({
        personId: person,
        list: 'Top 100',
        level: 0.9,
        field: 'design',
        year: 2024,
        matched: false,
      }),
    )
    expect(await store.listProposals(owner)).toEqual([])
    expect(await store.lists(owner)).toEqual([{ list: 'Top 100', entries: 2, people: 1 }])
    expect(await store.listings(ownerId(2))).toEqual([])
  })

  test('a name alone is proposed to every contact of that name, and counts once the user says so', async ({
    store,
  }) => {
    const of = await withContacts(store, {
      'a@x.org': 'Jane Doe',
      'b@x.org': 'Jane Doe',
      'c@x.org': 'Cy Low',
    })
    const [a, b] = [of('a@x.org').person, of('b@x.org').person]
    await list(store, [entry(), entry({ name: 'Nobody Here' })])
    const proposals = await store.listProposals(owner)
    expect(proposals).toMatchObject([{ name: 'Doe, Jane', people: [{ personId: a }, { personId: b }] }])
    const line = proposals[0]?.entry ?? ''
    expect(await store.listings(owner)).toEqual([])

    expect(await store.decideListing(owner, line, a, { accepted: false, at: 1 })).toBe(true)
    expect((await store.listProposals(owner))[0]?.people.map((person) => person.personId)).toEqual([b])
    expect(await store.decideListing(owner, line, b, { accepted: true, at: 2 })).toBe(true)
    expect(await store.listProposals(owner)).toEqual([])
    expect(await store.listings(owner)).toMatchObject([{ personId: b, matched: true }])

    // Imported again, the decisions stand; taken back, the line is open as before.
    expect(await list(store, [entry()])).toBe(0)
    expect(await store.listings(owner)).toHaveLength(1)
    await store.decideListing(owner, line, a, null)
    await store.decideListing(owner, line, b, null)
    expect(await store.listings(owner)).toEqual([])
    expect((await store.listProposals(owner))[0]?.people).toHaveLength(2)
    expect(await store.decideListing(owner, 'no such line', a, null)).toBe(false)
  })
}
