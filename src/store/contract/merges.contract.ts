import { expect } from 'vitest'
import { SOLE_OWNER, ownerId, personId } from '#core/model/ids.ts'
import type { Store } from '../store.ts'
import { importBatch, mail, refresh, resolve, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const toBob = { key: '<1@x>', at: 1_000, from: 'ann@x.org', to: ['bob@x.org'] }
const toRob = { key: '<2@x>', at: 2_000, from: 'ann@x.org', to: ['rob@y.org'] }
const toBoth = { key: '<3@x>', at: 3_000, from: 'ann@x.org', to: ['bob@x.org', 'rob@y.org', 'eve@x.org'] }
const bobIsRob = { people: [{ mails: ['bob@x.org', 'rob@y.org'], name: 'Bob' }] }

const personOf = async (store: Store, address: string) => {
  const { keys, personIds } = await store.directory()
  return personId(personIds[keys.indexOf(`mail:${address}`)] ?? -1)
}

export function contractOfMerges(kind: StoreKind): void {
  const test = testWith(kind)

  test('people found to be one share their touchpoints and keep their facts', async ({ store, dump }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, {
      people: [{ mails: ['rob@y.org'], name: 'Robert' }],
      interactions: [toBob, toRob],
    })
    const { version } = await store.directory()
    const result = await importBatch(store, owner, id, bobIsRob)
    expect(result).toMatchObject({ directoryVersion: version + 1, changedInteractions: [] })
    const bob = await personOf(store, 'bob@x.org')
    expect(await personOf(store, 'rob@y.org')).toBe(bob)
    expect((await store.facts(bob)).map((fact) => fact.value)).toEqual(['Bob', 'Bob', 'Robert'])
    expect((await store.ledger(owner, bob)).length).toBe(2)
    expect((await store.owner(owner)).touchpointsReady).toBe(true)
    expect((await dump()).people).toEqual([['mail:ann@x.org'], ['mail:bob@x.org', 'mail:rob@y.org']])
    expect(await store.health()).toMatchObject({ ok: true })
  })

  test('merging two people equals having had one', async ({ store, dump }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob, toRob, toBoth] })
    const result = await importBatch(store, owner, id, bobIsRob)
    expect(result.changedInteractions).toHaveLength(1)
    const merged = await dump()

    const fresh = await kind.open()
    try {
      await fresh.store.setMe(owner, [mail('ann@x.org')], null)
      await refresh(fresh.store, owner)
      const again = await startImport(fresh.store, owner)
      await importBatch(fresh.store, owner, again, bobIsRob)
      await importBatch(fresh.store, owner, again, { interactions: [toBob, toRob, toBoth] })
      expect(await fresh.dump()).toEqual(merged)
    } finally {
      await fresh.drop()
    }
  })

  test('a merge in the same batch as the messages holds for them', async ({ store }) => {
    await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob, toRob] })
    await importBatch(store, owner, id, { ...bobIsRob, interactions: [toBoth] })
    const bob = await personOf(store, 'bob@x.org')
    expect([...(await store.ledger(owner, bob)).at]).toEqual([1_000, 2_000, 3_000])
    expect([...(await store.ledger(owner, bob)).audience]).toEqual([1, 1, 2])
  })

  test('who is merged with the owner becomes the owner, and touchpoints are stale', async ({ store }) => {
    const me = await store.setMe(owner, [mail('ann@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, {
      interactions: [toBob, { key: '<4@x>', from: 'bob@x.org', to: ['annie@home.org'] }],
    })
    const annie = await personOf(store, 'annie@home.org')
    const batch = await resolve(store, me, id, {})
    await store.ingest(owner, { ...batch, merges: [{ kept: annie, gone: me, reason: 'test' }] })
    expect(await store.owner(owner)).toMatchObject({ me: annie, touchpointsReady: false })
    await refresh(store, owner)
    const bob = await personOf(store, 'bob@x.org')
    expect((await store.ledger(owner, bob)).length).toBe(2)
  })

  test('saying that two addresses are me joins the people they were', async ({ store }) => {
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [toBob, { key: '<4@x>', from: 'annie@home.org', to: ['bob@x.org'] }],
    })
    const me = await store.setMe(owner, [mail('annie@home.org'), mail('ann@x.org')], null)
    await refresh(store, owner)
    expect(await store.identitiesOf(me)).toEqual([mail('ann@x.org'), mail('annie@home.org')])
    expect((await store.ledger(owner)).length).toBe(2)
  })

  test('merges may name people who were merged before them', async ({ store, dump }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, {
      people: [{ mails: ['a@x'] }, { mails: ['b@x'] }, { mails: ['c@x'] }],
    })
    const [a, b, c] = [
      await personOf(store, 'a@x'),
      await personOf(store, 'b@x'),
      await personOf(store, 'c@x'),
    ]
    await store.joinPeople(owner, [
      { kept: a, gone: b, reason: 'test' },
      { kept: c, gone: b, reason: 'test' },
      { kept: a, gone: c, reason: 'test' },
    ])
    expect((await dump()).people).toEqual([['mail:a@x', 'mail:b@x', 'mail:c@x']])
    expect(await store.health()).toMatchObject({ ok: true })
  })

  test('a merge reaches the network of every owner', async ({ store }) => {
    const other = ownerId(2)
    await store.setMe(other, [mail('ann@x.org')], null)
    await refresh(store, other)
    await importBatch(store, other, await startImport(store, other), { interactions: [toBob, toRob, toBoth] })
    const { changes } = await store.owner(other)
    await importBatch(store, owner, await startImport(store, owner), bobIsRob)
    const bob = await personOf(store, 'bob@x.org')
    expect([...(await store.ledger(other, bob)).at]).toEqual([1_000, 2_000])
    expect(await store.owner(other)).toMatchObject({ touchpointsReady: false })
    expect((await store.owner(other)).changes).toBeGreaterThan(changes)
    await refresh(store, other)
    expect([...(await store.ledger(other, bob)).at]).toEqual([1_000, 2_000, 3_000])
  })

  test('joining people is noticed by whoever resolved before', async ({ store }) => {
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { interactions: [toBob, toRob] })
    const early = await resolve(store, null, id, { interactions: [toBoth] })
    await store.joinPeople(owner, [
      { kept: await personOf(store, 'bob@x.org'), gone: await personOf(store, 'rob@y.org'), reason: 'test' },
    ])
    await expect(store.ingest(owner, early)).rejects.toThrow('resolved again')
  })
}
