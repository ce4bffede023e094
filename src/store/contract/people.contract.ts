import { expect } from 'vitest'
import { SOLE_OWNER, ownerId, personId } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import { peopleSorts } from '../store.ts'
import type { PeopleFilter } from '../people-filter.ts'
import type { PeopleQuery, Profile, ScoreRow, Store } from '../store.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { OpenedStore, StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const everybody: PeopleQuery = { sort: 'worth', reverse: false, search: '', limit: 100, offset: 0 }

const score = (person: PersonId, some: Partial<ScoreRow>): ScoreRow => ({
  personId: person,
  closeness: 0.1,
  trust: 0.2,
  calibre: null,
  worth: 0,
  contribution: 0,
  interactionsOut: 0,
  interactionsIn: 0,
  interactionsTogether: 0,
  lastAt: null,
  channels: 0,
  sought: null,
  ...some,
})

const profile = (person: PersonId, some: Partial<Profile>): Profile => ({
  personId: person,
  name: '',
  organisation: null,
  title: null,
  industry: null,
  place: null,
  isPerson: true,
  ...some,
})

/** Me, three contacts and a machine, all of them scored. */
async function scored({
  store,
}: OpenedStore): Promise<Record<'me' | 'jose' | 'zoe' | 'al' | 'bot', PersonId>> {
  const me = await store.setMe(owner, [mail('me@x.org')], null)
  await refresh(store, owner)
  await importBatch(store, owner, await startImport(store, owner), {
    people: ['jose@acme.com', 'zoe@x.org', 'al@x.org', 'bot@x.org'].map((address) => ({ mails: [address] })),
  })
  const { keys, personIds } = await store.directory()
  const id = (address: string) => personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
  const ids = {
    me,
    jose: id('jose@acme.com'),
    zoe: id('zoe@x.org'),
    al: id('al@x.org'),
    bot: id('bot@x.org'),
  }
  await store.setProfiles([
    profile(ids.me, { name: 'Me Myself' }),
    profile(ids.jose, {
      name: 'José Ñandú',
      organisation: 'Acme & Söhne',
      title: '100% Owner',
      place: 'Graz',
    }),
    profile(ids.zoe, { name: 'Zoë Acme', industry: 'Law' }),
    profile(ids.al, { name: '' }),
    profile(ids.bot, { name: 'Newsletter', isPerson: false }),
  ])
  await store.saveScores(owner, 77, [
    score(ids.me, { worth: 1 }),
    score(ids.jose, {
      worth: 0.1 + 0.2,
      closeness: 0.9,
      calibre: 0.3,
      sought: { level: 0.75, seekers: 4, soughtSeekers: 2 },
      lastAt: 5,
      channels: 3,
    }),
    score(ids.zoe, { worth: 0.2, closeness: 0.5, calibre: null, trust: 0.9, lastAt: 9, channels: 1 }),
    score(ids.al, { worth: 0.2, closeness: 0.7, calibre: 0.8, interactionsOut: 3 }),
    score(ids.bot, { worth: 0.9 }),
  ])
  return ids
}

/** The people of a list; their ids alone are the same, where the list is not cut. */
const found = async (store: Store, query: Partial<PeopleQuery>): Promise<PersonId[]> => {
  const asked = { ...everybody, ...query }
  const ids = (await store.people(owner, asked)).rows.map((row) => row.personId)
  if (query.limit === undefined && query.offset === undefined)
    expect(await store.personIds(owner, asked)).toEqual(ids)
  return ids
}

export function contractOfPeople(kind: StoreKind): void {
  const test = testWith(kind)

  test('of contacts on whom equally much hangs, who brings most comes first', async (opened) => {
    const { jose, zoe, al } = await scored(opened)
    const { store } = opened
    await store.saveScores(owner, 78, [
      score(jose, { worth: 0, contribution: 0.1 }),
      score(zoe, { worth: 0, contribution: 0.3 }),
      score(al, { worth: 0, contribution: 0.2 }),
    ])
    const listed = async (reverse: boolean) =>
      (await store.people(owner, { ...everybody, reverse })).rows.map((row) => row.personId)
    expect(await listed(false)).toEqual([zoe, al, jose])
    expect(await listed(true)).toEqual([jose, al, zoe])
  })

  test('contacts are scored people, neither the owner nor machines', async (opened) => {
    const ids = await scored(opened)
    const { total, rows } = await opened.store.people(owner, everybody)
    expect(total).toBe(3)
    expect(rows[0]).toEqual({
      personId: ids.jose,
      name: 'José Ñandú',
      organisation: 'Acme & Söhne',
      title: '100% Owner',
      industry: null,
      place: 'Graz',
      closeness: 0.9,
      trust: 0.2,
      calibre: 0.3,
      worth: 0.1 + 0.2,
      contribution: 0,
      interactionsOut: 0,
      interactionsIn: 0,
      interactionsTogether: 0,
      lastAt: 5,
      channels: 3,
      sought: { level: 0.75, seekers: 4, soughtSeekers: 2 },
    })
    expect(await opened.store.person(owner, ids.jose)).toEqual(rows[0])
    expect(await opened.store.person(owner, ids.me)).toBeNull()
    expect(await opened.store.person(ownerId(2), ids.jose)).toBeNull()
    expect(await opened.store.counts(owner)).toMatchObject({ people: 3 })
  })

  test('every order has the unknown last, reversed too', async (opened) => {
    const { jose, zoe, al } = await scored(opened)
    const { store } = opened
    const orders = { worth: [jose, zoe, al], closeness: [jose, al, zoe], calibre: [al, jose, zoe] }
    for (const sort of ['worth', 'closeness', 'calibre'] as const)
      expect(await found(store, { sort })).toEqual(orders[sort])
    expect(await found(store, { sort: 'trust' })).toEqual([zoe, jose, al])
    expect(await found(store, { sort: 'name' })).toEqual([jose, zoe, al])
    expect(await found(store, { sort: 'recent' })).toEqual([zoe, jose, al])
    expect(await found(store, { sort: 'calibre', reverse: true })).toEqual([jose, al, zoe])
    expect(await found(store, { sort: 'name', reverse: true })).toEqual([zoe, jose, al])
    expect(await found(store, { sort: 'recent', reverse: true })).toEqual([jose, zoe, al])
    for (const sort of peopleSorts) expect(await found(store, { sort, limit: 2, offset: 2 })).toHaveLength(1)
  })

  test('a filter narrows by score, organisation, channel and dormancy, and all of it must hold', async (opened) => {
    const { jose, zoe, al } = await scored(opened)
    const { store } = opened
    const through = (filter: PeopleFilter): Promise<PersonId[]> => found(store, { filter })
    expect(await through({})).toEqual([jose, zoe, al])
    expect(await through({ closeness: { from: 0.6 } })).toEqual([jose, al])
    expect(await through({ closeness: { from: 0.5, to: 0.7 } })).toEqual([zoe, al])
    expect(await through({ calibre: { to: 0.5 } })).toEqual([jose])
    expect(await through({ calibreKnown: false })).toEqual([zoe])
    expect(await through({ calibreKnown: true })).toEqual([jose, al])
    expect(await through({ organisation: 'Acme & Söhne' })).toEqual([jose])
    expect(await through({ channel: 'mail' })).toEqual([jose, zoe])
    expect(await through({ channel: 'meeting' })).toEqual([jose])
    expect(await through({ channel: 'call' })).toEqual([])
    expect(await through({ among: [zoe, al] })).toEqual([zoe, al])
    expect(await through({ among: [] })).toEqual([])
    expect(await through({ among: [zoe, al], closeness: { from: 0.6 } })).toEqual([al])
    expect((await store.people(owner, { ...everybody, filter: { channel: 'mail' }, limit: 1 })).total).toBe(2)
  })

  test('who is out of touch and still trusted is dormant, and nobody else', async (opened) => {
    const { jose, zoe, al } = await scored(opened)
    await opened.store.saveScores(owner, 78, [
      score(jose, { trust: 0.5, closeness: 0.19, worth: 3 }),
      score(zoe, { trust: 0.5, closeness: 0.2, worth: 2 }),
      score(al, { trust: 0.49, closeness: 0.1, worth: 1 }),
    ])
    expect(await found(opened.store, { filter: { dormant: true } })).toEqual([jose])
    expect(await found(opened.store, { filter: { dormant: false } })).toEqual([zoe, al])
  })

  test('what lists can be narrowed by is counted, without the owner and machines', async (opened) => {
    await scored(opened)
    const { organisations, channels } = await opened.store.peopleFacets(owner, 10)
    expect(organisations).toEqual([{ name: 'Acme & Söhne', people: 1 }])
    expect(channels.toSorted((a, b) => a.channels - b.channels)).toEqual([
      { channels: 0, people: 1 },
      { channels: 1, people: 1 },
      { channels: 3, people: 1 },
    ])
  })

  test('search knows no accents, capitals or punctuation, and takes each word anywhere', async (opened) => {
    const { jose, zoe, al } = await scored(opened)
    const { store } = opened
    expect(await found(store, { search: 'JOSE' })).toEqual([jose])
    expect(await found(store, { search: 'nandu sohne' })).toEqual([jose])
    expect(await found(store, { search: 'acme' })).toEqual([jose, zoe])
    expect(await found(store, { search: 'Jose@Acme.com' })).toEqual([jose])
    expect(await found(store, { search: 'al@x' })).toEqual([al])
    expect(await found(store, { search: 'owner' })).toEqual([jose])
    expect(await found(store, { search: '  ' })).toHaveLength(3)
    expect(await found(store, { search: 'nobody' })).toEqual([])
  })

  test('what means something to a database means nothing in a search', async (opened) => {
    const { jose } = await scored(opened)
    const { store } = opened
    expect(await found(store, { search: '100%' })).toEqual([jose])
    for (const search of ['%', '_', '*', "'", '\\', "' or 1=1 --"])
      expect(await found(store, { search })).toEqual([])
    expect((await store.people(owner, { ...everybody, search: '%' })).total).toBe(0)
  })

  test('somebody is found by address, in any spelling, before those whose name contains it', async (opened) => {
    const { jose, zoe } = await scored(opened)
    const find = async (text: string): Promise<PersonId[]> =>
      (await opened.store.findPeople(owner, text, 10)).map((row) => row.personId)
    expect(await find(' Mailto:ZOE@x.org ')).toEqual([zoe])
    expect(await find('mail:zoe@x.org')).toEqual([zoe])
    expect(await find('zoe acme')).toEqual([zoe])
    expect(await find('acme')).toEqual([jose, zoe])
    expect((await opened.store.findPeople(owner, 'acme', 1)).map((row) => row.personId)).toEqual([jose])
    expect(await find('me@x.org')).not.toContain(1)
    expect(await find('')).toEqual([])
  })

  test('people are found by a new address at once, and by those of whom they were merged with', async (opened) => {
    const { jose, al } = await scored(opened)
    const { store } = opened
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { people: [{ mails: ['jose@acme.com', 'pepe@home.es'] }] })
    expect(await found(store, { search: 'pepe' })).toEqual([jose])
    await store.joinPeople(owner, [{ kept: jose, gone: al, reason: 'test' }])
    expect(await found(store, { search: 'al@x.org' })).toEqual([jose])
  })

  test('scores are replaced whole, and know which changes they have seen', async (opened) => {
    const { jose } = await scored(opened)
    const { store } = opened
    const before = await store.owner(owner)
    expect(before).toMatchObject({ scoredAt: 77, scoredChanges: before.changes })
    await store.setSetting(owner, 'field', 'law')
    await store.saveScores(owner, 99, [score(jose, { closeness: 0.25 })], {
      seenChanges: before.changes,
      summary: { for: 'the end' },
    })
    expect((await store.owner(owner)).summary).toEqual({ for: 'the end' })
    expect(await store.owner(owner)).toMatchObject({ scoredAt: 99, scoredChanges: before.changes })
    expect((await store.owner(owner)).changes).toBeGreaterThan(before.changes)
    expect(await found(store, {})).toEqual([jose])
  })

  test('a profile of somebody merged away meanwhile is left out', async (opened) => {
    const { jose, al } = await scored(opened)
    await opened.store.joinPeople(owner, [{ kept: jose, gone: al, reason: 'test' }])
    await opened.store.setProfiles([profile(al, { name: 'Ghost' }), profile(jose, { name: 'José' })])
    expect(await found(opened.store, { search: 'ghost' })).toEqual([])
    expect(await opened.store.person(owner, jose)).toMatchObject({ name: 'José' })
    expect(await opened.store.health()).toMatchObject({ ok: true })
  })
}
