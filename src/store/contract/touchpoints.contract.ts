import { expect } from 'vitest'
import { SOLE_OWNER, personId } from '#core/model/ids.ts'
import { channelCode, directionCode } from '#core/model/interaction.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { Told } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const talk: readonly Told[] = [
  { key: '1', at: 4_000, from: 'me@x.org', to: ['bob@x.org', 'cy@x.org'], subject: 'plans', words: 12 },
  { key: '2', at: 2_000, from: 'bob@x.org', to: ['me@x.org'] },
  { key: '3', at: 3_000, channel: 'meeting', attendees: ['me@x.org', 'cy@x.org', 'dee@x.org'] },
  { key: '4', at: 1_000, from: 'bob@x.org', to: ['me@x.org'], bulk: true },
  { key: '5', at: 5_000, from: 'bob@x.org', to: ['cy@x.org'] },
]
const [OUT, IN, TOGETHER] = [directionCode('out'), directionCode('in'), directionCode('together')]

export function contractOfTouchpoints(kind: StoreKind): void {
  const test = testWith(kind)

  test('the ledger has a row for each touchpoint, by person and time', async ({ store }) => {
    await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    await importBatch(store, owner, await startImport(store, owner), { interactions: talk })
    const ledger = await store.ledger(owner)
    const bob = ledger.person[0] ?? 0
    expect(ledger).toEqual({
      length: 6,
      person: Int32Array.of(bob, bob, bob, bob + 1, bob + 1, bob + 2),
      at: Float64Array.of(1_000, 2_000, 4_000, 3_000, 4_000, 3_000),
      direction: Uint8Array.of(IN, IN, OUT, TOGETHER, OUT, TOGETHER),
      channel: Uint8Array.from(['mail', 'mail', 'mail', 'meeting', 'mail', 'meeting'] as const, channelCode),
      audience: Int32Array.of(1, 1, 2, 2, 2, 2),
      bulk: Uint8Array.of(1, 0, 0, 0, 0, 0),
    })
  })

  test('times of every year and audiences of every size come back as they are', async ({ store }) => {
    await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    const times = [-2_208_988_800_000, -1, 0, 1_700_000_000_123, 7_258_118_399_999]
    const sizes = [6, 7, 8, 50, 3_000]
    const told = times.map((at, i): Told => {
      const others = Array.from({ length: sizes[i]! - 1 }, (_, other) => `p${other}@x.org`)
      return { key: `${at}`, at, from: 'me@x.org', to: ['bob@x.org', ...others] }
    })
    await importBatch(store, owner, await startImport(store, owner), { interactions: told })
    const { keys, personIds } = await store.directory()
    const bob = personId(personIds[keys.indexOf('mail:bob@x.org')] ?? 0)
    const { at, audience, bulk } = await store.ledger(owner, bob)
    expect([[...at], [...audience], [...bulk]]).toEqual([times, sizes, [0, 0, 0, 0, 1]])
  })

  test('deriving all touchpoints anew gives those written at import', async ({ store, dump }) => {
    await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    const many = Array.from({ length: 60 }, (_, i) => `p${i}@x.org`)
    await importBatch(store, owner, await startImport(store, owner), {
      interactions: [...talk, { key: '6', from: 'me@x.org', to: many }],
    })
    const before = await dump()
    expect(before.touchpoints.length).toBe(66)
    await store.clearTouchpoints(owner)
    expect(await store.owner(owner)).toMatchObject({ touchpointsReady: false })
    expect((await store.ledger(owner)).length).toBe(0)
    await refresh(store, owner)
    expect(await dump()).toEqual(before)
  })

  test('touchpoints may be written twice', async ({ store, dump }) => {
    const me = await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    await importBatch(store, owner, await startImport(store, owner), { interactions: talk })
    const before = await dump()
    expect(await store.timeline(owner, me, 1)).toEqual([])
    const ledger = await store.ledger(owner)
    expect(ledger.length).toBe(6)
    const rows = await store.interactions(owner, null, 100)
    expect(rows.map((one) => one.interactionId)).toEqual([1, 2, 3, 4, 5])
    await store.clearTouchpoints(owner)
    await refresh(store, owner)
    await store.clearTouchpoints(owner)
    await refresh(store, owner)
    expect(await dump()).toEqual(before)
  })

  test('the timeline pages backwards in time', async ({ store }) => {
    await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    await importBatch(store, owner, await startImport(store, owner), { interactions: talk })
    const bob = personId((await store.ledger(owner)).person[0] ?? -1)
    const all = await store.timeline(owner, bob, 10)
    expect(all.map((row) => row.at)).toEqual([4_000, 2_000, 1_000])
    expect(all[0]).toMatchObject({ direction: OUT, audience: 2, bulk: false, subject: 'plans', words: 12 })
    expect(all[2]).toMatchObject({ direction: IN, bulk: true, subject: null, words: null })
    const next = await store.timeline(owner, bob, 1, 4_000)
    expect(next.map((row) => row.at)).toEqual([2_000])
  })

  test('interactions come by ascending id, some at a time', async ({ store }) => {
    await importBatch(store, owner, await startImport(store, owner), { interactions: talk })
    const first = await store.interactions(owner, null, 2)
    const rest = await store.interactions(owner, first.at(-1)?.interactionId ?? null, 10)
    expect([first.length, rest.length]).toEqual([2, 3])
    expect(first[0]?.participants.length).toBe(3)
    const ids = [...first, ...rest].map((row) => row.interactionId)
    expect(await store.interactionsByIds(owner, ids.toReversed())).toEqual([...first, ...rest])
    expect(await store.interactionsByIds(owner, [])).toEqual([])
  })
}
