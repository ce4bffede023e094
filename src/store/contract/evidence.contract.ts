import { expect } from 'vitest'
import { SOLE_OWNER, identityId, personId } from '#core/model/ids.ts'
import { importBatch, mail, refresh, resolve, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

export function contractOfEvidence(kind: StoreKind): void {
  const test = testWith(kind)

  test('attention: authors to readers, those who met to each other; bulk and machines left out', async ({
    store,
  }) => {
    await importBatch(store, owner, await startImport(store, owner), {
      people: ['a@x', 'b@x', 'c@x', 'noreply@x'].map((address) => ({ mails: [address] })),
      interactions: [
        { key: '1', from: 'a@x', to: ['b@x'], cc: ['c@x'] },
        { key: '2', from: 'a@x', to: ['b@x', 'a@x'] },
        { key: '3', from: 'c@x', to: ['a@x'], bulk: true },
        { key: '4', channel: 'meeting', attendees: ['b@x', 'c@x'] },
        { key: '5', from: 'noreply@x', to: ['a@x'] },
        { key: '6', from: 'c@x', to: ['a@x', ...Array.from({ length: 50 }, (_, i) => `p${i}@x`)] },
      ],
    })
    const { keys, personIds } = await store.directory()
    const id = (address: string): number => personIds[keys.indexOf(`mail:${address}`)] ?? -1
    const noreply = {
      name: 'noreply',
      organisation: null,
      title: null,
      industry: null,
      place: null,
      isPerson: false,
    }
    await store.setProfiles([{ ...noreply, personId: personId(id('noreply@x')) }])
    const { from, to } = await store.attention(Number.MAX_SAFE_INTEGER)
    expect([...from].map((person, i) => [person, to[i]])).toEqual([
      [id('a@x'), id('b@x')],
      [id('a@x'), id('c@x')],
      [id('b@x'), id('c@x')],
      [id('c@x'), id('b@x')],
    ])
  })

  test('attention: who passes on or likes what another wrote, up to a time; a follow is none', async ({
    store,
  }) => {
    const me = await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { people: [{ mails: ['bob@x.org'] }, { mails: ['cy@x.org'] }] })
    const { keys, identityIds, personIds } = await store.directory()
    const place = (address: string): number => keys.indexOf(`mail:${address}`)
    const to = (address: string) => identityId(identityIds[place(address)] ?? -1)
    const declarations = [
      { kind: 'repost', from: 'owner', to: to('bob@x.org'), at: 1_000 },
      { kind: 'like', from: to('cy@x.org'), to: 'owner', at: null },
      { kind: 'follow', from: 'owner', to: to('cy@x.org'), at: null },
    ] as const
    await store.ingest(owner, { ...(await resolve(store, me, id, {})), declarations })
    const pairs = async (before: number) => {
      const found = await store.attention(before)
      return [...found.from].map((person, i) => [person, found.to[i]])
    }
    const [bob, cy] = [personIds[place('bob@x.org')], personIds[place('cy@x.org')]]
    expect(await pairs(2_000)).toEqual(
      [
        [me, bob],
        [cy, me],
      ].toSorted((a, b) => Number(a[0]) - Number(b[0])),
    )
    expect(await pairs(1_000)).toEqual([[cy, me]])
  })

  test('declarations and endorsements are written once, and found from either side', async ({ store }) => {
    const me = await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    const id = await startImport(store, owner)
    await importBatch(store, owner, id, { connections: [{ to: 'bob@x.org', at: 5 }] })
    const again = await importBatch(store, owner, id, {
      connections: [
        { to: 'bob@x.org', at: 5 },
        { to: 'cy@x.org', at: null },
        { to: 'cy@x.org', at: null },
      ],
    })
    expect(again.newRecords).toBe(1)
    const { keys, identityIds, personIds } = await store.directory()
    const bob = keys.indexOf('mail:bob@x.org')
    const person = personId(personIds[bob] ?? -1)
    const vouch = { kind: 'skill', from: identityId(identityIds[bob] ?? -1), to: 'owner', at: null } as const
    const batch = await resolve(store, me, id, {})
    const endorsements = [
      { ...vouch, topic: 'law' },
      { ...vouch, topic: null },
      { ...vouch, topic: 'law' },
    ]
    expect(await store.ingest(owner, { ...batch, endorsements })).toMatchObject({
      newRecords: 2,
      newInteractions: 0,
    })
    expect(await store.ingest(owner, { ...batch, endorsements })).toMatchObject({ newRecords: 0 })

    const stated = { kind: 'connection', from: 'owner', to: person, at: 5 }
    expect(await store.declarations(owner, person)).toEqual([stated])
    expect(await store.declarations(owner)).toHaveLength(2)
    expect(await store.declarations(owner, me)).toHaveLength(2)
    const vouched = { kind: 'skill', from: person, to: 'owner', at: null }
    const found = await store.endorsements(owner)
    expect(found).toHaveLength(2)
    expect(found).toEqual(
      expect.arrayContaining([
        { ...vouched, topic: 'law' },
        { ...vouched, topic: null },
      ]),
    )
    expect(await store.endorsements(owner, person)).toEqual(found)
    expect(await store.endorsements(owner, me)).toEqual(found)
    expect(await store.endorsements(owner, personId(999))).toEqual([])
    expect(await store.counts(owner)).toMatchObject({ declarations: 2, endorsements: 2 })
  })
}
