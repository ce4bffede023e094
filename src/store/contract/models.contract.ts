import { expect } from 'vitest'
import { ownerId, SOLE_OWNER } from '#core/model/ids.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { ScoreRow } from '../store.ts'
import { importBatch, mail, startImport } from './support/small-import.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER

const model = (fingerprint: string) => ({
  kind: 'learned',
  fittedAt: 5,
  dataAt: 4,
  fingerprint,
  model: '{"intercept":-1.25}',
  report: { pairs: 7, most: null },
})

export function contractOfModels(kind: StoreKind): void {
  const test = testWith(kind)

  test('what was learned is kept by version, newest first, and makes scores old', async ({ store }) => {
    const { changes } = await store.owner(owner)
    expect(await store.closenessModels(owner, 5)).toEqual([])
    expect(await store.addClosenessModel(owner, model('a'))).toBe(1)
    expect(await store.addClosenessModel(owner, model('b'))).toBe(2)
    expect((await store.owner(owner)).changes).toBeGreaterThan(changes)
    expect(await store.closenessModels(owner, 5)).toEqual([
      { ...model('b'), version: 2 },
      { ...model('a'), version: 1 },
    ])
    expect(await store.closenessModels(owner, 1)).toHaveLength(1)
    expect(await store.closenessModels(ownerId(2), 5)).toEqual([])
  })

  test('old versions go, numbers are not used again', async ({ store }) => {
    for (let i = 1; i <= 52; i++) expect(await store.addClosenessModel(owner, model(String(i)))).toBe(i)
    const kept = await store.closenessModels(owner, 100)
    expect([kept.length, kept.at(-1)?.version]).toEqual([50, 3])
  })

  test('trends are found by kind, those it is most true of first', async ({ store }) => {
    const importId = await startImport(store, owner)
    await importBatch(store, owner, importId, {
      people: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ mails: [`${name}@x.org`], name })),
    })
    await store.setMe(owner, [mail('me@x.org')], null)
    const { keys, personIds } = await store.directory()
    const id = (name: string): PersonId => personIds[keys.indexOf(`mail:${name}@x.org`)] as PersonId
    await store.setProfiles(
      ['a', 'b', 'c', 'd', 'e'].map((name) => ({
        personId: id(name),
        name,
        organisation: null,
        title: null,
        industry: null,
        place: null,
        isPerson: true,
      })),
    )
    const score = (name: string, closeness: number, trust = 0): ScoreRow => ({
      personId: id(name),
      closeness,
      trust,
      calibre: null,
      worth: 0,
      contribution: 0,
      interactionsOut: 1,
      interactionsIn: 1,
      interactionsTogether: 0,
      lastAt: 1,
      channels: 1,
      sought: null,
    })
    const trend = (name: string, before: number | null, gapDays: number | null = null) => ({
      personId: id(name),
      before,
      gapDays,
      meanGapDays: gapDays === null ? null : 10,
    })
    const rows = [
      trend('a', 0.1),
      trend('b', 0.5, 25),
      trend('c', 0.6, 20),
      trend('d', null),
      trend('e', 0.7),
    ]
    await store.saveTrends(owner, rows)
    await store.saveScores(owner, 10, [
      score('a', 0.4),
      score('b', 0.1, 0.6),
      score('c', 0.55),
      score('d', 0.3),
      score('e', 0.1),
    ])
    const found = async (kind: Parameters<typeof store.trends>[1]) => {
      const { total, rows: some } = await store.trends(owner, kind, 10, 0)
      expect(total).toBe(some.length)
      return some.map((row) => keys[personIds.indexOf(row.personId)]?.slice(5, 6))
    }
    expect(await found('warming')).toEqual(['a'])
    expect(await found('cooling')).toEqual(['e', 'b'])
    expect(await found('overdue')).toEqual(['b'])
    expect(await found('dormant')).toEqual(['b'])
    expect(await found('new')).toEqual(['d'])
    expect(await store.trend(owner, id('b'))).toEqual(trend('b', 0.5, 25))
    expect((await store.trends(owner, 'cooling', 1, 1)).rows).toHaveLength(1)
    await store.saveTrends(owner, [])
    expect(await store.trend(owner, id('b'))).toBeNull()
  })
}
