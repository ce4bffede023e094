import { expect, test } from 'vitest'
import { foldLedger } from '../ledger/fold-ledger.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import { IN, OUT, TOGETHER, WEEK_MS } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { closenessOf } from './closeness.ts'
import { explainCloseness, reasons } from './explain.ts'
import { features } from './features/index.ts'

/** Monday, 3 September 2001, noon. */
const NOW = 999_518_400_000

type Told = readonly [direction: number, daysAgo: number, bulk?: boolean]

function explained(...events: readonly Told[]): string {
  const builder = new LedgerBuilder()
  for (const [direction, daysAgo, bulk] of events) {
    builder.push(0, NOW - daysAgo * DAY_MS, direction, 0, 1, bulk ?? false)
  }
  const ties = foldLedger(builder.finish(1), NOW)
  return explainCloseness(ties, 0, closenessOf(ties, 0))
}

const weekly = (direction: number, count: number, from: number): Told[] =>
  Array.from({ length: count }, (_, i) => [direction, from + (i * WEEK_MS) / DAY_MS] as const)

test('a lively tie', () => {
  expect(explained(...weekly(OUT, 14, 2), ...weekly(IN, 12, 1))).toBe(
    'You wrote 14 times and they answered 12 times, last on 2 September; in touch both ways week after week.',
  )
})

test('a dormant tie', () => {
  expect(explained(...weekly(OUT, 8, 123), ...weekly(IN, 6, 123))).toBe(
    'You wrote 8 times and they answered 6 times, last on 3 May; quiet for 4 months, still trusted.',
  )
})

test('one-sided ties', () => {
  expect(explained([IN, 1], [IN, 2], [IN, 3])).toBe('They wrote 3 times, you never did, last on 2 September.')
  expect(explained([OUT, 2])).toBe(
    'You wrote once, they never wrote, last on 1 September; kept up mostly by you.',
  )
})

test('meetings', () => {
  expect(explained([TOGETHER, 400], [TOGETHER, 410])).toBe(
    'You met or spoke twice, last on 30 July 2000; quiet for 13 months.',
  )
  expect(explained([OUT, 5], [IN, 4], [TOGETHER, 3])).toBe(
    'You wrote once, they answered once and you met or spoke once, last on 31 August; in touch both ways lately.',
  )
})

test('nothing that counts', () => {
  expect(explained()).toBe('No contact so far.')
  expect(explained([IN, 1, true], [IN, 2, true])).toBe(
    'Only bulk mail so far (twice), which says nothing of a tie.',
  )
})

test('every reason belongs to a feature there is', () => {
  const names = new Set(features.map(({ name }) => name))
  expect([...reasons.keys()].filter((name) => !names.has(name))).toEqual([])
})
