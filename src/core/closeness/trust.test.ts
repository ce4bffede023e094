import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { columnsOf } from '../ledger/tie-columns.ts'
import { foldTie } from '../ledger/tie-statistics.ts'
import { IN, OUT, WEEK_MS } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { isDormant, trustColumn, trustOf } from './trust.ts'

const NOW = 1600 * WEEK_MS
const exchangeEachWeek = (weeks: number) =>
  Array.from({ length: weeks }, (_, week) => [
    { atMs: NOW - week * WEEK_MS - 2 * DAY_MS, direction: OUT, audience: 1, bulk: false },
    { atMs: NOW - week * WEEK_MS - 1 * DAY_MS, direction: IN, audience: 1, bulk: false },
  ]).flat()

test('six recent weeks of exchange give 1 − 1/e, less what three years would halve', () => {
  expect(trustOf(6)).toBeCloseTo(1 - Math.exp(-1), 12)
  const [trust] = trustColumn(columnsOf([foldTie(exchangeEachWeek(6))], NOW))
  expect(trust).toBeGreaterThan(0.625)
  expect(trust).toBeLessThan(1 - Math.exp(-1))
})

test('three years of silence halve the weeks behind trust', () => {
  const tie = foldTie(exchangeEachWeek(1))
  const later = columnsOf([tie], NOW + 3 * 365.25 * DAY_MS)
  expect(trustColumn(later)[0]).toBeCloseTo(trustOf(0.5), 12)
})

test('one side writing, however often, is no trust', () => {
  const letters = exchangeEachWeek(200).filter((event) => event.direction === IN)
  expect(trustColumn(columnsOf([foldTie(letters)], NOW))[0]).toBe(0)
})

test('trust grows with two-way weeks and stays within 0 and 1', () => {
  fc.assert(
    fc.property(evenly(0, 300), evenly(0, 300), (a, b) => {
      expect(trustOf(a)).toBeGreaterThanOrEqual(0)
      expect(trustOf(a)).toBeLessThanOrEqual(1)
      expect(trustOf(a + b)).toBeGreaterThanOrEqual(trustOf(a))
    }),
  )
})

test('dormant is trusted and out of touch', () => {
  expect(isDormant(0.5, 0.19)).toBe(true)
  expect(isDormant(0.49, 0.01)).toBe(false)
  expect(isDormant(0.9, 0.2)).toBe(false)
})
