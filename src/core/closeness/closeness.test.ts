import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTieEvent } from '#testing/tie-events.ts'
import { foldLedger } from '../ledger/fold-ledger.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'
import type { TieEvent } from '../ledger/tie-statistics.ts'
import { IN, OUT, WEEK_MS } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { closenessColumn, closenessOf } from './closeness.ts'
import { features } from './features/index.ts'
import { defaultCloseness } from './model.ts'

const NOW = 1600 * WEEK_MS
/** Room for the rounding of sums of some dozen terms. */
const ROUNDING = 1e-12

const fold = (events: readonly TieEvent[], at: number): TieColumns => {
  const builder = new LedgerBuilder()
  for (const { atMs, direction, audience, bulk } of events)
    builder.push(0, atMs, direction, 0, audience, bulk)
  return foldLedger(builder.finish(1), at)
}
const closeness = (events: readonly TieEvent[], at = NOW): number =>
  closenessOf(fold(events, at), 0).closeness

const message = (direction: number, daysAgo: number, audience = 1): TieEvent => ({
  atMs: NOW - daysAgo * DAY_MS,
  direction,
  audience,
  bulk: false,
})

const anyEvent = anyTieEvent(NOW)
const anyEvents = fc.array(anyEvent, { maxLength: 40 })

test('the shipped default, by hand: one message each way two days ago', () => {
  // Yesterday's bin has just ended: AW = 1 each way, so A2 = 1. O = I = 2^(−2/30) = G. d = 2.
  const g = 2 ** (-2 / 30)
  const z = -2.21 + 1.52 * Math.log(2) + 0.36 * Math.log(2) + 0.13 * Math.log(1 + 10 * g) - 0.4 * Math.log(3)
  const scored = closenessOf(fold([message(OUT, 2), message(IN, 2)], NOW), 0)
  expect(scored.logOdds).toBeCloseTo(z, 12)
  expect(scored.closeness).toBeCloseTo(1 / (1 + Math.exp(-z)), 12)
})

test('the parts and the intercept are the log-odds, for any tie', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const { logOdds, parts } = closenessOf(fold(events, NOW), 0)
      fc.pre(parts.length > 0)
      const sum = parts.reduce((z, part) => z + part.logOdds, defaultCloseness.intercept)
      expect(sum).toBeCloseTo(logOdds, 10)
      expect(parts.map((part) => part.feature)).toEqual(defaultCloseness.terms.map((term) => term.feature))
    }),
  )
})

test('the column holds the same numbers as one tie at a time', () => {
  fc.assert(
    fc.property(anyEvents, (events) => {
      const ties = fold(events, NOW)
      expect([...closenessColumn(ties)]).toEqual([closenessOf(ties, 0).closeness])
    }),
  )
})

test('without contact, or with bulk only, closeness is 0', () => {
  expect(closeness([])).toBe(0)
  expect(
    closeness([
      { ...message(OUT, 1, 500), bulk: true },
      { ...message(IN, 1), bulk: true },
    ]),
  ).toBe(0)
})

test('a bias moves the log-odds of everybody with contact alike, and gives nobody else any', () => {
  const biased = { ...defaultCloseness, bias: 1 }
  const ties = fold([message(OUT, 2), message(IN, 3)], NOW)
  expect(closenessOf(ties, 0, biased).logOdds).toBeCloseTo(closenessOf(ties, 0).logOdds + 1, 12)
  expect(closenessOf(fold([], NOW), 0, biased).closeness).toBe(0)
})

test('every weight has the sign its feature declares', () => {
  for (const { feature, weight, scale } of defaultCloseness.terms) {
    expect(features).toContain(feature)
    expect(Math.sign(weight)).toBe(feature.direction === 'raises' ? 1 : -1)
    expect(scale).toBeGreaterThan(0)
  }
})

test('a new event never lowers closeness', () => {
  fc.assert(
    fc.property(anyEvents, anyEvent, (events, event) => {
      expect(closeness([...events, event])).toBeGreaterThanOrEqual(closeness(events) - ROUNDING)
    }),
  )
})

test('silence never raises closeness', () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: 0, max: 20_000 }), (events, hours) => {
      expect(closeness(events, NOW + hours * 3_600_000)).toBeLessThanOrEqual(closeness(events) + ROUNDING)
    }),
  )
})

test('who only ever writes to me stays at most .099, whatever the volume', () => {
  const inbound = anyEvent.map((event) => ({ ...event, direction: IN, bulk: false }))
  fc.assert(
    fc.property(fc.array(inbound, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (events, copies) => {
      const flood = events.flatMap((event) => Array.from({ length: copies }, () => event))
      expect(closeness(flood)).toBeLessThanOrEqual(0.099)
    }),
  )
  // Ten years of ten personal mails a day.
  expect(
    closeness(Array.from({ length: 36_500 }, (_, i) => message(IN, 0.001 + i / 10))),
  ).toBeLessThanOrEqual(0.099)
})

test('my blast to 500 gains nobody more than .12, even where nobody marked it as bulk', () => {
  const blast = { ...message(OUT, 0.001, 500) }
  expect(closeness([{ ...blast, bulk: true }])).toBe(0)
  expect(closeness([blast])).toBeLessThanOrEqual(0.12)
  expect(closeness([message(OUT, 0.001, 50)])).toBeLessThanOrEqual(0.12)
})

test('shifting all clocks by whole weeks changes nothing', () => {
  fc.assert(
    fc.property(anyEvents, fc.integer({ min: -1000, max: 1000 }), (events, weeks) => {
      const shifted = events.map((event) => ({ ...event, atMs: event.atMs + weeks * WEEK_MS }))
      expect(closeness(shifted, NOW + weeks * WEEK_MS)).toBe(closeness(events))
    }),
  )
})

test('events at or after the time of scoring change nothing', () => {
  fc.assert(
    fc.property(anyEvents, anyEvents, (events, later) => {
      const future = later.map((event) => ({ ...event, atMs: 2 * NOW - event.atMs }))
      expect(closeness([...events, ...future, { ...message(OUT, 0) }])).toBe(closeness(events))
    }),
  )
})

test('within one week, a further message of the same direction adds volume but no active week', () => {
  const once = fold([message(OUT, 2)], NOW)
  const twice = fold([message(OUT, 2), message(OUT, 3)], NOW)
  expect(twice.activeWeeksOut[0]).toBe(once.activeWeeksOut[0])
  expect(twice.volumeOut[0]).toBeGreaterThan(once.volumeOut[0]!)
})
