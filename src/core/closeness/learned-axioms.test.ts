import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTieEvent } from '#testing/tie-events.ts'
import { byTie } from '../ledger/by-tie.ts'
import { LedgerBuilder } from '../ledger/ledger.ts'
import type { TieEvent } from '../ledger/tie-statistics.ts'
import { IN, OUT, TOGETHER, WEEK_MS } from '../ledger/weights.ts'
import { closenessColumn, closenessOf } from './closeness.ts'
import { tieFeatures } from './features/index.ts'
import { candidateTerms } from './learn/candidates.ts'
import { columnsAt } from './learn/windows.ts'
import { defaultCloseness } from './model.ts'
import type { ClosenessModel } from './model.ts'

/** docs/the-maths/closeness.md, axiom 4, for whatever may be learned: any weights of the declared signs, any intercept and slope. */

const NOW = 1600 * WEEK_MS
const ROUNDING = 1e-9

const columns = (events: readonly TieEvent[], at: number) => {
  const builder = new LedgerBuilder()
  for (const { atMs, direction, audience, bulk } of events)
    builder.push(0, atMs, direction, direction === TOGETHER ? 1 : 0, audience, bulk)
  return columnsAt({ ledger: byTie(builder.finish(1)), network: null }, at)
}
const closeness = (model: ClosenessModel, events: readonly TieEvent[], at = NOW): number =>
  closenessColumn(columns(events, at), model)[0]!

const weight = fc.integer({ min: 0, max: 40 }).map((n) => n / 20)
const anyModel: fc.Arbitrary<ClosenessModel> = fc
  .record({
    intercept: fc.integer({ min: -60, max: 40 }).map((n) => n / 10),
    bias: fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
    slope: fc.integer({ min: 2, max: 15 }).map((n) => n / 10),
    weights: fc.array(weight, { minLength: tieFeatures.length, maxLength: tieFeatures.length }),
  })
  .map(({ intercept, bias, slope, weights }) => ({
    ...defaultCloseness,
    intercept,
    bias,
    calibration: { slope, shift: 0.3 },
    terms: candidateTerms(false).map((term, i) => ({
      ...term,
      weight: term.feature.direction === 'raises' ? weights[i]! : -weights[i]!,
    })),
  }))

const anyEvent = anyTieEvent(NOW)
const anyEvents = fc.array(anyEvent, { maxLength: 25 })

test('a new event never lowers closeness', () => {
  fc.assert(
    fc.property(anyModel, anyEvents, anyEvent, (model, events, event) => {
      expect(closeness(model, [...events, event])).toBeGreaterThanOrEqual(closeness(model, events) - ROUNDING)
    }),
  )
})

test('silence never raises closeness', () => {
  fc.assert(
    fc.property(anyModel, anyEvents, fc.integer({ min: 0, max: 20_000 }), (model, events, hours) => {
      expect(closeness(model, events, NOW + hours * 3_600_000)).toBeLessThanOrEqual(
        closeness(model, events) + ROUNDING,
      )
    }),
  )
})

test('who only ever writes to me stays at most .099, and my blast gains nobody more than .12', () => {
  const inbound = fc.array(
    anyEvent.map((event) => ({ ...event, direction: IN, bulk: false })),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(anyModel, inbound, (model, events) => {
      expect(closeness(model, events)).toBeLessThanOrEqual(0.099)
      const blast = { atMs: NOW - 1e5, direction: OUT, audience: 500, bulk: false }
      expect(closeness(model, [blast])).toBeLessThanOrEqual(0.12)
      expect(closeness(model, [{ ...blast, audience: 50 }])).toBeLessThanOrEqual(0.12)
      expect(closeness(model, [{ ...blast, bulk: true }])).toBe(0)
    }),
  )
})

test('the caps keep the order below them: of two who only write to me the likelier one stays ahead', () => {
  const model = { ...defaultCloseness, intercept: 0 }
  const often = Array.from({ length: 20 }, (_, i) => ({
    atMs: NOW - (i + 1) * 1e8,
    direction: IN,
    audience: 1,
    bulk: false,
  }))
  const recent = { atMs: NOW - 1e7, direction: IN, audience: 1, bulk: false }
  expect(closeness(model, [...often, recent])).toBeGreaterThan(closeness(model, often))
})

test('shifting all clocks by whole weeks changes nothing, nor does what comes at or after the time', () => {
  fc.assert(
    fc.property(anyModel, anyEvents, fc.integer({ min: -1000, max: 1000 }), (model, events, weeks) => {
      const shifted = events.map((event) => ({ ...event, atMs: event.atMs + weeks * WEEK_MS }))
      const before = closeness(model, events)
      expect(closeness(model, shifted, NOW + weeks * WEEK_MS)).toBe(before)
      const later = events.map((event) => ({ ...event, atMs: 2 * NOW - event.atMs }))
      expect(closeness(model, [...events, ...later])).toBe(before)
    }),
  )
})

test('the column holds the same numbers as one tie at a time, and the order of rows changes nothing', () => {
  fc.assert(
    fc.property(anyModel, anyEvents, (model, events) => {
      const one = closenessOf(columns(events, NOW), 0, model).closeness
      expect(closeness(model, events.toReversed())).toBe(one)
    }),
  )
})

test('the interval holds the probability, and narrows as history grows', () => {
  const history = (months: number): TieEvent[] =>
    Array.from({ length: months * 2 }, (_, i) => ({
      atMs: NOW - (i + 1) * 15 * 86_400_000,
      direction: i % 2 === 0 ? OUT : IN,
      audience: 1,
      bulk: false,
    }))
  const widths = [1, 6, 36].map((months) => {
    const { closeness: p, low, high } = closenessOf(columns(history(months), NOW), 0)
    expect(low).toBeLessThan(p)
    expect(high).toBeGreaterThan(p)
    return Math.log(high / (1 - high)) - Math.log(low / (1 - low))
  })
  expect(widths[1]).toBeLessThan(widths[0]!)
  expect(widths[2]).toBeLessThan(widths[1]!)
})
