import { expect, test } from 'vitest'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { IN, OUT, TOGETHER } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { startsOf, whoStarts } from './starts.ts'
import type { Starts } from './starts.ts'

/** Monday, 3 September 2001, noon. */
const NOW = 999_518_400_000

type Told = readonly [direction: number, daysAgo: number, bulk?: boolean]

function starts(...events: readonly Told[]): Starts {
  const builder = new LedgerBuilder()
  for (const [direction, daysAgo, bulk] of events) {
    builder.push(0, NOW - daysAgo * DAY_MS, direction, 0, 1, bulk ?? false)
  }
  return startsOf(builder.finish(1), NOW)
}

test('who writes after a week of silence starts, and the answer starts nothing', () => {
  expect(starts([OUT, 30], [IN, 29], [OUT, 10], [IN, 9])).toEqual({ out: 2, in: 0 })
  expect(starts([IN, 30], [OUT, 29], [OUT, 10], [IN, 9])).toEqual({ out: 1, in: 1 })
})

test('seven days to the millisecond are a silence, and a day less is none', () => {
  expect(starts([OUT, 27], [IN, 20])).toEqual({ out: 1, in: 1 })
  expect(starts([OUT, 26], [IN, 20])).toEqual({ out: 1, in: 0 })
})

test('a meeting starts nothing, but whoever writes within a week of it only goes on', () => {
  expect(starts([TOGETHER, 30], [OUT, 26])).toEqual({ out: 0, in: 0 })
  expect(starts([TOGETHER, 30], [OUT, 20])).toEqual({ out: 1, in: 0 })
})

test('bulk neither starts a conversation nor keeps one going', () => {
  expect(starts([IN, 30, true], [OUT, 29], [IN, 25, true], [IN, 20])).toEqual({ out: 1, in: 1 })
})

test('what comes at the time asked for or after it is not known yet', () => {
  expect(starts([OUT, 30], [IN, 0], [IN, -9])).toEqual({ out: 1, in: 0 })
})

test('nobody is usually the one who starts below four conversations or seven in ten', () => {
  expect(whoStarts({ out: 10, in: 0 })).toBe('you are usually the one who starts')
  expect(whoStarts({ out: 7, in: 3 })).toBe('you are usually the one who starts')
  expect(whoStarts({ out: 3, in: 7 })).toBe('they usually start')
  expect(whoStarts({ out: 6, in: 4 })).toBeNull()
  expect(whoStarts({ out: 3, in: 0 })).toBeNull()
})
