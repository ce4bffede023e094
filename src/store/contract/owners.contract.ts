import { expect } from 'vitest'
import { SOLE_OWNER, ownerId } from '#core/model/ids.ts'
import { migrations } from '../migrations/index.ts'
import { mail, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

export function contractOfOwners(kind: StoreKind): void {
  const test = testWith(kind)

  test('a new store knows nothing and is well', async ({ store }) => {
    expect(await store.owner(owner)).toEqual({
      owner,
      me: null,
      touchpointsReady: true,
      scoredAt: null,
      changes: 0,
      scoredChanges: 0,
      summary: null,
    })
    expect(await store.counts(owner)).toEqual({
      people: 0,
      identities: 0,
      interactions: 0,
      declarations: 0,
      endorsements: 0,
      firstAt: null,
      lastAt: null,
    })
    expect(await store.health()).toMatchObject({ ok: true, schemaVersion: migrations.length, problems: [] })
    expect((await store.directory()).keys).toEqual([])
    expect((await store.ledger(owner)).length).toBe(0)
    expect(await store.vantagePoints()).toBe(0)
  })

  test('several addresses are one me, and saying it again changes nothing', async ({ store }) => {
    const me = await store.setMe(owner, [mail('a@x.org'), mail('b@x.org')], 'Ann')
    const row = await store.owner(owner)
    expect(row).toMatchObject({ me, touchpointsReady: false })
    expect(await store.identitiesOf(me)).toEqual([mail('a@x.org'), mail('b@x.org')])
    expect(await store.facts(me)).toMatchObject([
      { field: 'name', value: 'Ann', source: 'user', key: 'mail:a@x.org' },
    ])
    expect(await store.setMe(owner, [mail('b@x.org'), mail('a@x.org')], 'Ann')).toBe(me)
    expect(await store.owner(owner)).toEqual(row)
  })

  test('the last name that the user gives counts', async ({ store }) => {
    const me = await store.setMe(owner, [mail('a@x.org')], 'Ann')
    await store.setMe(owner, [mail('a@x.org'), mail('b@x.org')], 'Ann Lee')
    expect((await store.facts(me)).map((fact) => fact.value)).toEqual(['Ann Lee'])
  })

  test('the user may correct who they are', async ({ store }) => {
    const wrong = await store.setMe(owner, [mail('boss@x.org')], null)
    const right = await store.setMe(owner, [mail('a@x.org')], null)
    expect(right).not.toBe(wrong)
    expect((await store.owner(owner)).me).toBe(right)
    expect(await store.identitiesOf(wrong)).toEqual([mail('boss@x.org')])
  })

  test('nobody at all cannot be me', async ({ store }) => {
    await expect(store.setMe(owner, [], 'Ann')).rejects.toThrow('Nothing says who you are.')
  })

  test('settings hold any JSON, and null removes them', async ({ store }) => {
    expect(await store.setting(owner, 'field')).toBeNull()
    await store.setSetting(owner, 'field', { text: 'marketing', topics: ['brands', 1] })
    expect(await store.setting(owner, 'field')).toEqual({ text: 'marketing', topics: ['brands', 1] })
    expect(await store.setting(ownerId(2), 'field')).toBeNull()
    const { changes } = await store.owner(owner)
    await store.setSetting(owner, 'field', { text: 'marketing', topics: ['brands', 1] })
    expect((await store.owner(owner)).changes).toBe(changes)
    await store.setSetting(owner, 'field', null)
    expect(await store.setting(owner, 'field')).toBeNull()
    expect((await store.owner(owner)).changes).toBeGreaterThan(changes)
  })

  test('goals come and go, and no id is used twice', async ({ store }) => {
    const goal = {
      kind: 'referrals',
      target: 5,
      period: 'quarter',
      confidence: 0.8,
      weight: 1,
      baseRate: null,
    } as const
    const first = await store.addGoal(owner, goal, 10)
    const second = await store.addGoal(owner, { ...goal, kind: 'sales', baseRate: 0.05 }, 11)
    expect(await store.goals(owner)).toEqual([
      { id: first, ...goal },
      { id: second, ...goal, kind: 'sales', baseRate: 0.05 },
    ])
    expect(await store.removeGoal(owner, second)).toBe(true)
    expect(await store.removeGoal(owner, second)).toBe(false)
    expect(await store.addGoal(owner, goal, 12)).toBeGreaterThan(second)
    expect(await store.goals(ownerId(2))).toEqual([])
  })

  test('imports are listed newest first, as running until they are finished', async ({ store }) => {
    const first = await startImport(store, owner)
    const second = await store.startImport(owner, { path: 'b.csv', source: 'events', at: 7 })
    await store.finishImport(owner, second, 9, 'done')
    expect(await store.imports(owner, 10)).toEqual([
      {
        importId: second,
        runId: null,
        path: 'b.csv',
        source: 'events',
        startedAt: 7,
        finishedAt: 9,
        state: 'done',
        read: 0,
        new: 0,
        skipped: 0,
      },
      {
        importId: first,
        runId: null,
        path: 'test.mbox',
        source: 'test',
        startedAt: 0,
        finishedAt: null,
        state: 'running',
        read: 0,
        new: 0,
        skipped: 0,
      },
    ])
    expect(await store.imports(owner, 1)).toHaveLength(1)
  })
}
