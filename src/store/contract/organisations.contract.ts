import { expect } from 'vitest'
import { SOLE_OWNER, identityId, personId } from '#core/model/ids.ts'
import type { IdentityId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { DerivedOrganisations, PositionFact, Store } from '../store.ts'
import { importBatch, mail, resolve, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

type Known = { readonly identity: IdentityId; readonly person: PersonId }

/** Imports these addresses, and gives the ids by address. */
async function withPeople(store: Store, addresses: readonly string[]): Promise<(address: string) => Known> {
  await importBatch(store, owner, await startImport(store, owner), {
    people: addresses.map((address) => ({ mails: [address], name: address })),
  })
  const { keys, identityIds, personIds } = await store.directory()
  return (address) => {
    const at = keys.indexOf(`mail:${address}`)
    return { identity: identityId(identityIds[at] ?? -1), person: personId(personIds[at] ?? -1) }
  }
}

const fact = (identity: IdentityId, more: Partial<PositionFact> = {}): PositionFact => ({
  identityId: identity,
  source: 'linkedin',
  organisation: 'Acme',
  domain: null,
  title: 'CFO',
  startedAt: null,
  endedAt: null,
  firstAt: null,
  lastAt: null,
  ...more,
})

async function say(store: Store, positions: readonly PositionFact[]): Promise<void> {
  const batch = await resolve(store, null, await startImport(store, owner), {})
  await store.ingest(owner, { ...batch, positions })
}

const position = (
  person: PersonId,
  organisation: number | null,
  current: boolean,
  title: string | null = null,
) => ({
  personId: person,
  organisation,
  title,
  startedAt: null,
  endedAt: null,
  firstAt: 1,
  lastAt: 2,
  current,
  sources: ['linkedin', 'mail'],
})

async function score(
  store: Store,
  of: OwnerId,
  people: readonly (readonly [PersonId, number])[],
): Promise<void> {
  await store.saveScores(
    of,
    1,
    people.map(([person, closeness]) => ({
      personId: person,
      closeness,
      trust: closeness / 2,
      calibre: null,
      worth: 0,
      contribution: 0,
      interactionsOut: 1,
      interactionsIn: 1,
      interactionsTogether: 0,
      lastAt: 1,
      channels: 0,
      sought: null,
    })),
  )
  await store.setProfiles(
    people.map(([person]) => ({
      personId: person,
      name: `Person ${person}`,
      organisation: null,
      title: null,
      industry: null,
      place: null,
      isPerson: true,
    })),
  )
}

const firms = (...names: readonly string[]): DerivedOrganisations['organisations'] =>
  names.map((name) => ({
    keys: [name.toLowerCase(), `@${name.toLowerCase()}.com`],
    name,
    names: [name, `${name} Inc.`],
    domains: [`${name.toLowerCase()}.com`],
  }))

export function contractOfOrganisations(kind: StoreKind): void {
  const test = testWith(kind)

  test('what sources say of positions is written once, and its span grows', async ({ store }) => {
    const { identity } = (await withPeople(store, ['a@x.org']))('a@x.org')
    const before = await store.organisationsVersion()
    await say(store, [fact(identity), fact(identity)])
    const after = await store.organisationsVersion()
    expect(after.now.positions).toBeGreaterThan(before.now.positions)
    await say(store, [fact(identity)])
    expect(await store.organisationsVersion()).toEqual(after)
    await say(store, [fact(identity, { firstAt: 20, lastAt: 30 })])
    await say(store, [
      fact(identity, { firstAt: 10, lastAt: 15 }),
      fact(identity, { firstAt: 12, lastAt: 25 }),
    ])
    await say(store, [fact(identity, { firstAt: 11, lastAt: 12 })])
    const facts = await store.positionFacts()
    expect(facts).toMatchObject([{ organisation: 'Acme', title: 'CFO', firstAt: 10, lastAt: 30, seenAt: 0 }])
    await say(store, [
      fact(identity, { title: 'CEO' }),
      fact(identity, { source: 'mail', organisation: null, domain: 'x.org' }),
    ])
    expect(await store.positionFacts()).toHaveLength(3)
    expect(await store.positionFacts(personId(999))).toEqual([])
  })

  test('derived rows replace those before, and carry the version they stand for', async ({ store }) => {
    const of = await withPeople(store, ['a@x.org', 'b@x.org'])
    const [a, b] = [of('a@x.org').person, of('b@x.org').person]
    await score(store, owner, [
      [a, 0.5],
      [b, 0.25],
    ])
    const { now } = await store.organisationsVersion()
    await store.saveOrganisations(
      {
        organisations: firms('Acme', 'Beta'),
        positions: [
          position(a, 0, true, 'CFO'),
          position(a, 1, false),
          position(b, 0, true),
          position(b, null, true, 'Poet'),
        ],
        changes: [],
      },
      now,
    )
    expect((await store.organisationsVersion()).derived).toEqual(now)
    const query = { sort: 'people', search: '', limit: 10, offset: 0 } as const
    const { total, rows } = await store.organisations(owner, query)
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      {
        name: 'Acme',
        names: ['Acme', 'Acme Inc.'],
        domains: ['acme.com'],
        people: 2,
        former: 0,
        reach: 0.75,
        trust: 0.25,
      },
      { name: 'Beta', people: 0, former: 1, reach: 0, trust: null },
    ])
    expect((await store.organisations(owner, { ...query, search: 'beta.co' })).rows).toHaveLength(1)
    expect((await store.organisations(owner, { ...query, search: 'gamma' })).total).toBe(0)
    expect(
      (await store.organisations(owner, { ...query, sort: 'name', limit: 1, offset: 1 })).rows[0]?.name,
    ).toBe('Beta')

    const acme = await store.organisationOfKeys(['nothing', 'acme'])
    expect(acme).toBe(rows[0]?.organisationId)
    expect(await store.organisation(owner, acme ?? 0)).toEqual(rows[0])
    expect(await store.organisation(owner, 999)).toBeNull()
    const at = await store.peopleAt(owner, acme ?? 0, 10)
    expect(at.map(({ person, position: { title } }) => [person.personId, title])).toEqual([
      [a, 'CFO'],
      [b, null],
    ])
    expect(await store.positions(a)).toMatchObject([
      { organisation: acme, name: 'Acme', title: 'CFO', current: true, sources: ['linkedin', 'mail'] },
      { name: 'Beta', current: false },
    ])
    expect(await store.positions(b)).toMatchObject([{ name: 'Acme' }, { name: null, title: 'Poet' }])

    // Beta is found to be Acme by another name; Gamma is new. Ids of what lives on stay.
    await store.saveOrganisations(
      {
        organisations: [
          { keys: ['acme', 'beta'], name: 'Acme', names: ['Acme'], domains: [] },
          { keys: ['gamma'], name: 'Gamma', names: ['Gamma'], domains: [] },
        ],
        positions: [position(a, 0, true), position(b, 1, true)],
        changes: [],
      },
      now,
    )
    expect(await store.organisationOfKeys(['beta'])).toBe(acme)
    const gamma = await store.organisationOfKeys(['gamma'])
    expect(rows.map((row) => row.organisationId)).not.toContain(gamma)
    expect((await store.organisations(owner, query)).total).toBe(2)
    expect(await store.positions(a)).toHaveLength(1)
  })

  test('moves are those of the owner’s contacts, since a time, the newest first', async ({ store }) => {
    const of = await withPeople(store, ['a@x.org', 'b@x.org', 'me@x.org'])
    const [a, b, me] = [of('a@x.org').person, of('b@x.org').person, of('me@x.org').person]
    await store.setMe(owner, [mail('me@x.org')], null)
    await score(store, owner, [
      [a, 0.5],
      [me, 0.5],
    ])
    const change = (person: PersonId, changeId: string, noticedAt: number) => ({
      personId: person,
      changeId,
      kind: 'organisation' as const,
      from: { organisation: 0, title: 'CFO' },
      to: { organisation: 1, title: null },
      noticedAt,
      lastBeforeAt: noticedAt - 5,
      source: 'linkedin',
    })
    const { now } = await store.organisationsVersion()
    const derived = {
      organisations: firms('Acme', 'Beta'),
      positions: [],
      changes: [change(a, '1', 10), change(a, '2', 20), change(b, '1', 20), change(me, '1', 20)],
    }
    await store.saveOrganisations(derived, now)
    await store.saveOrganisations(derived, now)
    const found = await store.positionChanges(owner, 0)
    expect(found.map(({ changeId }) => changeId)).toEqual(['2', '1'])
    expect(found[1]).toMatchObject({
      personId: a,
      kind: 'organisation',
      from: { name: 'Acme', title: 'CFO' },
      to: { name: 'Beta', title: null },
      noticedAt: 10,
      lastBeforeAt: 5,
      source: 'linkedin',
    })
    expect(await store.positionChanges(owner, 15)).toHaveLength(1)
    expect(await store.positionChanges(owner, 0, b)).toEqual([])
  })
}
