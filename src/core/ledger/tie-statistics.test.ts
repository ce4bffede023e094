import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTieEvent } from '#testing/tie-events.ts'
import { DAY_MS } from '../stats/decay.ts'
import { foldLedger } from './fold-ledger.ts'
import { LedgerBuilder } from './ledger.ts'
import { columnsOf } from './tie-columns.ts'
import type { TieColumns } from './tie-columns.ts'
import { emptyTie, foldTie, mergeTies, tieOf } from './tie-statistics.ts'
import type { TieEvent, TieStatistics } from './tie-statistics.ts'
import { IN, OUT, TOGETHER, WEEK_MS } from './weights.ts'

const NOW = 1600 * WEEK_MS
const message = (direction: number, daysAgo: number, audience = 1, bulk = false): TieEvent => ({
  atMs: NOW - daysAgo * DAY_MS,
  direction,
  audience,
  bulk,
})

const anyEvents = fc.array(anyTieEvent(NOW, 60), { maxLength: 40 })

/** Equal but for rounding: sums to a relative 1e-12, everything else exactly. */
function expectSame(a: TieStatistics, b: TieStatistics): void {
  for (const sum of ['volumeOut', 'volumeIn'] as const) {
    expect(Math.abs(a[sum] - b[sum])).toBeLessThanOrEqual(1e-12 * Math.max(a[sum], b[sum]))
  }
  expect({ ...a, volumeOut: 0, volumeIn: 0 }).toEqual({ ...b, volumeOut: 0, volumeIn: 0 })
}

/** Every number of the columns, NaN as null. */
const numbers = ({ detail: _detail, network: _network, ...ties }: TieColumns): (number | null)[] =>
  Object.values(ties)
    .flatMap((column) => (typeof column === 'number' ? [column] : [...column]))
    .map((value) => (Number.isNaN(value) ? null : value))

/** Equal to a relative 1e-12; unknown only where the other is. */
function expectClose(a: readonly (number | null)[], b: readonly (number | null)[]): void {
  expect(a.map((value) => value === null)).toEqual(b.map((value) => value === null))
  const off = a.map(
    (value, i) => Math.abs((value ?? 0) - (b[i] ?? 0)) / Math.max(1e-300, Math.abs(value ?? 0)),
  )
  expect(Math.max(...off)).toBeLessThanOrEqual(1e-12)
}

const fold = (events: readonly TieEvent[], at: number): TieColumns => {
  const builder = new LedgerBuilder()
  for (const { atMs, direction, audience, bulk } of events)
    builder.push(0, atMs, direction, 0, audience, bulk)
  return foldLedger(builder.finish(1), at)
}

test('merging is associative', () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, anyEvents, (x, y, z) => {
      const [a, b, c] = [foldTie(x), foldTie(y), foldTie(z)]
      expectSame(mergeTies(mergeTies(a, b), c), mergeTies(a, mergeTies(b, c)))
    }),
  )
})

test('merging is commutative', () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, (x, y) =>
      expectSame(mergeTies(foldTie(x), foldTie(y)), mergeTies(foldTie(y), foldTie(x))),
    ),
  )
})

test('a tie without events is the identity', () => {
  fc.assert(
    fc.property(anyEvents, (x) => {
      expect(mergeTies(foldTie(x), emptyTie)).toEqual(foldTie(x))
      expect(mergeTies(emptyTie, foldTie(x))).toEqual(foldTie(x))
    }),
  )
})

test('the fold of two batches is the merge of their folds', () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, (x, y) =>
      expectSame(foldTie([...x, ...y]), mergeTies(foldTie(x), foldTie(y))),
    ),
  )
})

test('statistics survive being stored as JSON', () => {
  fc.assert(
    fc.property(anyEvents, (x) => {
      expect(JSON.parse(JSON.stringify(foldTie(x)))).toEqual(foldTie(x))
    }),
  )
})

test('the pass over columns equals the monoid', () => {
  fc.assert(
    fc.property(anyEvents, (x) => {
      const [left, right] = [numbers(fold(x, NOW)), numbers(columnsOf([foldTie(x)], NOW))]
      expectClose(left, right)
    }),
  )
})

test('the order of rows changes nothing, to the last digit', () => {
  fc.assert(
    fc.property(
      anyEvents.chain((x) => fc.tuple(fc.constant(x), fc.shuffledSubarray(x, { minLength: x.length }))),
      ([x, shuffled]) => {
        expect(fold(shuffled, NOW)).toEqual(fold(x, NOW))
      },
    ),
  )
})

test('nor does it among events of one moment', () => {
  const burst = Array.from({ length: 50 }, (_, i) => message(OUT, 11, 1 + i))
  expect(fold(burst.toReversed(), NOW)).toEqual(fold(burst, NOW))
})

test('events at or after the time of scoring are not seen', () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: 0, max: 87_600 }), (x, hours) => {
      const at = NOW - hours * 3_600_000
      expect(fold(x, at)).toEqual(
        fold(
          x.filter((event) => event.atMs < at),
          at,
        ),
      )
    }),
  )
})

test('statistics that hold an event of the future refuse to be read', () => {
  expect(() => columnsOf([tieOf(message(IN, 0))], NOW)).toThrow('at or after the time of scoring')
})

test('the quantities of one small tie, by hand', () => {
  // NOW begins a 7-day bin. 30 days ago and 31 days ago lie in the bin that ended 28 days ago.
  const ties = fold([message(OUT, 30), message(OUT, 31, 4), message(IN, 60), message(IN, 29, 9)], NOW)
  expect(ties.volumeOut[0]).toBeCloseTo(0.5 + 0.5 * 2 ** (-31 / 30), 12)
  expect(ties.volumeIn[0]).toBeCloseTo(0.25 + (1 / 3) * 2 ** (-29 / 30), 12)
  expect(ties.activeWeeksOut[0]).toBeCloseTo(2 ** (-28 / 90), 12)
  expect(ties.activeWeeksIn[0]).toBeCloseTo((1 / 3) * 2 ** (-28 / 90) + 2 ** (-56 / 90), 12)
  expect(ties.twoWayWeeks[0]).toBeCloseTo(2 ** (-28 / 1095.75), 12)
  expect([ties.out[0], ties.in[0], ties.together[0]]).toEqual([2, 2, 0])
  expect(
    [ties.firstMs, ties.lastMs, ties.lastOutMs, ties.lastInMs].map((c) => (NOW - c[0]!) / DAY_MS),
  ).toEqual([60, 29, 30, 29])
})

test('a one-to-one meeting counts as three messages each way, and as one active week', () => {
  const met = fold([message(TOGETHER, 30)], NOW)
  expect([met.volumeOut[0], met.volumeIn[0]]).toEqual([1.5, 1.5])
  expect(met.activeWeeksOut[0]).toBe(2 ** (-28 / 90))
  expect(met.activeWeeksIn[0]).toBe(2 ** (-28 / 90))
  expect([met.lastOutMs[0], met.lastInMs[0]]).toEqual([NaN, NaN])
})

test('a meeting of six is an exchange both ways for trust, one of seven is not', () => {
  expect(fold([message(TOGETHER, 1, 5)], NOW).twoWayWeeks[0]).toBe(1)
  expect(fold([message(TOGETHER, 1, 6)], NOW).twoWayWeeks[0]).toBe(0)
})

test('a week under way weighs as much as one just over, not more', () => {
  const midweek = NOW + 3 * DAY_MS
  const ties = fold([message(OUT, -1), message(IN, -2)], midweek)
  expect([ties.activeWeeksOut[0], ties.activeWeeksIn[0], ties.twoWayWeeks[0]]).toEqual([1, 1, 1])
})

test('messages both ways in different weeks are no two-way week', () => {
  expect(fold([message(OUT, 1), message(IN, 8)], NOW).twoWayWeeks[0]).toBe(0)
})

test('bulk is counted and weighs nothing', () => {
  const real = [message(OUT, 3), message(IN, 2)]
  const bulk = [message(IN, 1, 1, true), message(OUT, 1, 500, true), message(TOGETHER, 1, 90, true)]
  const ties = fold([...real, ...bulk], NOW)
  expect([ties.bulkOut[0], ties.bulkIn[0], ties.bulkTogether[0]]).toEqual([1, 1, 1])
  const none = Int32Array.of(0)
  expect({ ...ties, bulkOut: none, bulkIn: none, bulkTogether: none }).toEqual(fold(real, NOW))
})

test('a tie without rows among others is empty', () => {
  const builder = new LedgerBuilder()
  builder.push(2, NOW - 5, OUT, 0, 1, false)
  builder.push(0, NOW - 9, IN, 0, 1, false)
  const ties = foldLedger(builder.finish(4), NOW)
  expect([...ties.out]).toEqual([0, 0, 1, 0])
  expect([...ties.in]).toEqual([1, 0, 0, 0])
  expect([...ties.lastMs]).toEqual([NOW - 9, NaN, NOW - 5, NaN])
})
