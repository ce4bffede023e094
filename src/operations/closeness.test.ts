import { afterAll, expect, test } from 'vitest'
import { backtestPast } from './backtest.ts'
import { getClosenessModel, useClosenessModel } from './closeness-models.ts'
import { learnClosenessNow } from './learn-closeness.ts'
import { listPeople } from './list-people.ts'
import { runOperation } from './run.ts'
import { exportFolder, inWorkspace, NOW } from './testing/workspace.ts'
import { getClosenessTrend, listTrends } from './trends.ts'

const me = ['robin@ashdale-advisory.example', 'robin.ashdale@posthouse.example']
const folder = exportFolder()
afterAll(() => folder.drop())

test('an import learns, says what changed, and scores by it', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const { changes, version } = await runOperation(getClosenessModel, context, {})
    expect(version).toBe(1)
    expect(changes[0]).toMatchObject({ version: 1 })
    expect(changes[0]?.pairs).toBeGreaterThan(100)
    expect(changes[0]?.text).toMatch(/^Since 1 June closeness is computed by /)
    const again = await runOperation(learnClosenessNow, context, {})
    expect(again).toMatchObject({ version: 1, changed: false })
    const before = await runOperation(listPeople, context, { sort: 'name', limit: 500 })
    await runOperation(useClosenessModel, context, { use: 'default' })
    const shipped = await runOperation(listPeople, context, { sort: 'name', limit: 500 })
    if (changes[0]?.kind !== 'default') expect(shipped.people).not.toEqual(before.people)
    await runOperation(useClosenessModel, context, { use: 'learned' })
    expect((await runOperation(listPeople, context, { sort: 'name', limit: 500 })).people).toEqual(
      before.people,
    )
  })
})

test('an earlier time is scored by nothing that was learned later', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const earlier = { ...context, at: NOW - 400 * 86_400_000 }
    expect((await runOperation(getClosenessModel, earlier, {})).version).toBeNull()
  })
})

test('the trend of a person ends at their closeness, with its interval and a sentence', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const { people } = await runOperation(listPeople, context, { sort: 'closeness', limit: 1 })
    const closest = people[0]!
    const trend = await runOperation(getClosenessTrend, context, { who: String(closest.id) })
    expect(trend.closeness).toBeCloseTo(closest.closeness, 12)
    expect(trend.points.at(-1)?.closeness).toBeCloseTo(closest.closeness, 12)
    expect(trend.low).toBeLessThan(trend.closeness)
    expect(trend.high).toBeGreaterThan(trend.closeness)
    expect(trend.text).toMatch(/^You /)
    expect(trend.points).toHaveLength(27)
  })
})

test('every kind of trend lists people it is true of', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const of = (kind: 'warming' | 'cooling' | 'overdue' | 'dormant' | 'new') =>
      runOperation(listTrends, context, { kind, limit: 500 })
    for (const { trend } of (await of('warming')).people) expect(trend.change).toBeGreaterThanOrEqual(0.1)
    for (const { trend } of (await of('cooling')).people) expect(trend.kind).toBe('cooling')
    for (const { trend } of (await of('overdue')).people) expect(trend.overdue?.ratio).toBeGreaterThan(2)
    for (const person of (await of('dormant')).people) expect(person.trend.dormant).toBe(true)
    const totals = await Promise.all((['cooling', 'overdue', 'dormant'] as const).map(of))
    expect(totals.reduce((sum, { total }) => sum + total, 0)).toBeGreaterThan(0)
  })
})

test('the past is foretold from what came before, cut by cut, and held against every baseline', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const result = await runOperation(backtestPast, context, {})
    expect(result.enough).toBe(true)
    expect(result.cuts.length).toBeGreaterThan(2)
    expect(result.methods.map(({ name }) => name)).toContain('interactions-rank-best')
    expect(result.methods[0]?.auc).toBeGreaterThan(0.6)
    expect(result.curve.reduce((sum, bin) => sum + bin.count, 0)).toBe(
      result.cuts.reduce((sum, cut) => sum + cut.contacts, 0),
    )
  })
})

test('with nothing imported, kith says that there is too little past, and shows the shipped figures', async () => {
  await inWorkspace(async ({ context }) => {
    const result = await runOperation(backtestPast, context, {})
    expect(result).toMatchObject({ enough: false, cuts: [] })
    expect(result.text).toContain('too little past')
    expect(result.shipped).toHaveLength(2)
    expect(await runOperation(learnClosenessNow, context, {})).toMatchObject({
      version: null,
      changed: false,
    })
    expect((await runOperation(listTrends, context, {})).people).toEqual([])
  })
})

test('learning can be cancelled, and leaves nothing half done', async () => {
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    const stop = new AbortController()
    stop.abort()
    await expect(runOperation(backtestPast, { ...context, signal: stop.signal }, {})).rejects.toMatchObject({
      code: 'interrupted',
    })
    expect((await runOperation(getClosenessModel, context, {})).changes).toHaveLength(1)
  })
})
