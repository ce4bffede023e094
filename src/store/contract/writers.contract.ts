import { expect } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Store } from '../store.ts'
import { importBatch, mail, refresh, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const BATCHES = 12

/** Messages of one mailbox; every third is also in the other one, and all write to the same few people. */
const mailbox = (name: string, batch: number) => ({
  interactions: [0, 1, 2].map((index) => ({
    key: index === 0 ? `shared ${batch}` : `${name} ${batch} ${index}`,
    at: batch * 10 + index,
    from: 'me@x.org',
    to: [`friend${batch % 5}@x.org`, ...(index === 0 ? [] : [`${name}${batch}@x.org`])],
  })),
})

export function contractOfWriters(kind: StoreKind): void {
  const test = testWith(kind)

  test('an import knows what it stored itself, and what another process stored meanwhile', async ({
    store,
    another,
  }) => {
    const second = another === null ? store : await another()
    const mine = await startImport(store, owner)
    const theirs = await startImport(second, owner)
    const letters = ['1', '2', '3'].map((key) => ({ key, from: 'ann@x.org', to: ['bob@x.org'] }))
    const [one, two, three] = letters.map((letter) => ({ interactions: [letter] }))
    expect(await importBatch(store, owner, mine, one!)).toMatchObject({ newInteractions: 1 })
    expect(await importBatch(store, owner, mine, one!)).toMatchObject({ newInteractions: 0 })
    expect(await importBatch(second, owner, theirs, two!)).toMatchObject({ newInteractions: 1 })
    expect(await importBatch(store, owner, mine, three!)).toMatchObject({ newInteractions: 1 })
    expect(await importBatch(store, owner, mine, { interactions: letters })).toMatchObject({
      newInteractions: 0,
    })
    expect((await store.counts(owner)).interactions).toBe(3)
    if (second !== store) await second.close()
  })

  test('two processes that import at once lose nothing', async ({ store, dump, another }) => {
    const second = another === null ? store : await another()
    await store.setMe(owner, [mail('me@x.org')], null)
    await refresh(store, owner)
    const importAll = async (into: Store, name: string): Promise<void> => {
      const id = await startImport(into, owner)
      for (let batch = 0; batch < BATCHES; batch++) await importBatch(into, owner, id, mailbox(name, batch))
      await into.finishImport(owner, id, 1, 'done')
    }
    await Promise.all([importAll(store, 'left'), importAll(second, 'right')])
    await refresh(store, owner)
    if (second !== store) await second.close()
    expect(await store.health()).toMatchObject({ ok: true, problems: [] })
    expect((await store.counts(owner)).interactions).toBe(BATCHES * 5)
    expect(await store.touchpointCount(owner)).toBe(BATCHES * 9)
    expect((await store.imports(owner, 5)).map((row) => row.new).reduce((a, b) => a + b)).toBe(BATCHES * 5)

    const fresh = await kind.open()
    try {
      await fresh.store.setMe(owner, [mail('me@x.org')], null)
      await refresh(fresh.store, owner)
      const id = await startImport(fresh.store, owner)
      for (const name of ['left', 'right'])
        for (let batch = 0; batch < BATCHES; batch++)
          await importBatch(fresh.store, owner, id, mailbox(name, batch))
      expect(await fresh.dump()).toEqual(await dump())
    } finally {
      await fresh.drop()
    }
  })

  test('goals, settings and imports may be written at once', async ({ store, another }) => {
    const second = another === null ? store : await another()
    const goal = {
      kind: 'sales',
      target: 1,
      period: 'year',
      confidence: 0.8,
      weight: 1,
      baseRate: null,
    } as const
    const both = [store, second, store, second]
    await Promise.all([
      ...both.map((one) => one.addGoal(owner, goal, 1)),
      ...both.map((one, index) => one.setSetting(owner, `key ${index}`, index)),
      ...both.map((one) => startImport(one, owner)),
    ])
    if (second !== store) await second.close()
    expect(new Set((await store.goals(owner)).map((one) => one.id)).size).toBe(4)
    expect(new Set((await store.imports(owner, 9)).map((one) => one.importId)).size).toBe(4)
    expect(await store.owner(owner)).toMatchObject({ changes: 8 })
  })
}
