import { expect, test } from 'vitest'
import { foldLedger } from '../ledger/fold-ledger.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { IN, OUT, WEEK_MS } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { defaultCloseness } from './model.ts'
import { rhythmOf } from './overdue.ts'
import { trendKind, trendOf } from './trend.ts'

const NOW = 1600 * WEEK_MS

const every = (gapDays: number, times: number, lastDaysAgo: number) => {
  const builder = new LedgerBuilder()
  for (let i = 0; i < times; i++) {
    const at = NOW - (lastDaysAgo + i * gapDays) * DAY_MS
    builder.push(0, at, i % 2 === 0 ? OUT : IN, 0, 1, false)
  }
  return builder.finish(1)
}
const rhythm = (gapDays: number, times: number, lastDaysAgo: number) =>
  rhythmOf(foldLedger(every(gapDays, times, lastDaysAgo), NOW), 0)

test('a tie is overdue by its own rhythm: amber above two usual gaps, red above eight', () => {
  expect(rhythm(10, 6, 10)).toMatchObject({ meanGapDays: 10, gapDays: 10, ratio: 1, level: null })
  expect(rhythm(10, 6, 21)?.level).toBe('amber')
  expect(rhythm(10, 6, 81)?.level).toBe('red')
  expect(rhythm(40, 6, 81)?.level).toBe('amber')
})

test('with fewer than five days of contact there is no rhythm', () => {
  expect(rhythm(10, 4, 300)).toBeNull()
  expect(rhythm(10, 5, 300)).not.toBeNull()
  // Ten messages of one day are one day.
  expect(rhythm(0.01, 10, 3)).toBeNull()
})

test('a trend is a change of ten points, up or down; without contact before it is new', () => {
  expect([trendKind(0.5, 0.3), trendKind(0.3, 0.5), trendKind(0.5, 0.45), trendKind(0.2, null)]).toEqual([
    'warming',
    'cooling',
    'steady',
    'new',
  ])
})

test('closeness over time begins with the first contact and falls in silence', () => {
  const points = trendOf(every(7, 10, 60), defaultCloseness, 10, 15, NOW)
  expect(points).toHaveLength(11)
  expect(points.at(-1)?.at).toBe(NOW)
  expect(points[0]).toMatchObject({ at: NOW - 150 * DAY_MS, closeness: null })
  const known = points.map((point) => point.closeness).filter((closeness) => closeness !== null)
  expect(known.at(-1)).toBeLessThan(Math.max(...known))
})
