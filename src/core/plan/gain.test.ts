import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Goal } from '../model/goal.ts'
import { contactValues } from '../worth/values.ts'
import { LOW_OVERLAP, portfolioOf, weigh } from './gain.ts'
import type { Weighed } from './gain.ts'
import type { TouchOutlook } from './outlook.ts'
import type { Proposal } from './rules/rule.ts'

const goal: Goal = {
  kind: 'referrals',
  target: 3,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: 0.05,
}
const proposal: Proposal = { kind: 'deepen', minutes: 15, exchange: 0.5, odds: 1, beside: 0, why: '' }
const outlook = (silent: number, touched: number): TouchOutlook => ({
  silent: { closeness: Float64Array.of(silent), trust: Float64Array.of(0.5) },
  touched: { closeness: Float64Array.of(touched), trust: Float64Array.of(0.6) },
})
const one = (calibre: number, twoWay = 1) => ({
  calibre: Float64Array.of(calibre),
  twoWay: Uint8Array.of(twoWay),
})

/** v of one contact for a goal. */
const valueOf = (calibre: number, closeness: number, trust: number, of = goal): number =>
  contactValues(
    { ...one(calibre), closeness: Float64Array.of(closeness), trust: Float64Array.of(trust) },
    of,
    0.5,
  )[0]!

const weighOne = (
  some: Partial<Proposal>,
  { calibre = 0.8, twoWay = 1, silent = 0.1, touched = 0.4, goals = [goal] } = {},
): Weighed =>
  weigh(
    one(calibre, twoWay),
    outlook(silent, touched),
    [{ proposal: { ...proposal, ...some }, contact: 0 }],
    goals,
    0.5,
  )[0]!

test('a touch adds the probability of an exchange times what the tie is worth more at the horizon', () => {
  const difference = valueOf(0.8, 0.4, 0.6) - valueOf(0.8, 0.1, 0.5)
  expect(weighOne({}).added[0]).toBeCloseTo(0.5 * difference, 12)
  expect(weighOne({ exchange: 1 }).added[0]).toBeCloseTo(difference, 12)
})

test('the first exchange of all makes somebody count who never wrote back', () => {
  expect(weighOne({ exchange: 1 }, { twoWay: 0 }).added[0]).toBeCloseTo(valueOf(0.8, 0.4, 0.6), 12)
})

test('asking multiplies the odds of a success', () => {
  const to = valueOf(0.8, 0.4, 0.6)
  const asked = (3 * to) / (1 - to + 3 * to)
  expect(weighOne({ odds: 3 }).added[0]).toBeCloseTo(0.5 * (asked - valueOf(0.8, 0.1, 0.5)), 12)
  // It never makes one less likely.
  expect(weighOne({ odds: 0.1 }).added[0]).toBe(weighOne({}).added[0])
})

test('what comes beside is added whole, and a touch that would harm takes nothing away', () => {
  expect(weighOne({ beside: 0.02 }).added[0]).toBeCloseTo(weighOne({}).added[0]! + 0.02, 12)
  expect(weighOne({}, { silent: 0.4, touched: 0.1 }).added[0]).toBe(0)
  expect(weighOne({ beside: 0.02 }, { silent: 0.4, touched: 0.1 }).added[0]).toBe(0.02)
  expect(weighOne({ beside: -1 }).added[0]).toBe(weighOne({}).added[0])
  expect(weighOne({ beside: 5 }).added[0]).toBe(0.999)
})

test('the goal that it serves is the one to which it adds most by weight; none where it adds nothing', () => {
  const goals = [goal, { ...goal, weight: 3 }, { ...goal, weight: 2 }]
  expect(weighOne({}, { goals }).goal).toBe(1)
  expect(weighOne({}, { goals: [goal, goal] }).goal).toBe(0)
  expect(weighOne({}, { calibre: 0, goals }).goal).toBeNull()
})

test('nothing is added where calibre is 0, whatever the exchange', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(unit, unit, unit, fc.double({ min: 1, max: 5, noNaN: true }), (exchange, a, b, odds) => {
      expect(weighOne({ exchange, odds }, { calibre: 0, silent: a, touched: b }).added[0]).toBe(0)
    }),
  )
})

const weighed = (contact: number, ...added: readonly number[]): Weighed => ({
  proposal,
  contact,
  added: Float64Array.from(added),
  goal: 0,
})

test('half of the weight looks at the whole, half at the circles by what can be added in each', () => {
  const { candidates, weights } = portfolioOf(
    [weighed(0, 0.1), weighed(1, 0.2), weighed(2, 0.1), weighed(3, 0.3)],
    [goal],
    ['Ada Ltd', 'Bob Inc', 'Ada Ltd', null],
    Float64Array.of(0.1, 0.5, NaN, 0.49),
  )
  // .2 can be added at each of two organisations, in the order of their names.
  expect([...weights]).toEqual([0.5, 0.25, 0.25])
  expect(candidates.map(({ segments }) => segments)).toEqual([[0, 1], [0, 2], [0, 1], [0]])
  expect(candidates.map(({ values }) => values)).toEqual([[0.1, 0.1], [0.2, 0.2], [0.1, 0.1], [0.3]])
  expect(candidates.map(({ minutes }) => minutes)).toEqual([15, 15, 15, 15])
  // Unknown overlap is not low.
  expect(candidates.map(({ lowOverlap }) => lowOverlap)).toEqual([true, false, false, true])
  expect(LOW_OVERLAP).toBe(0.5)
})

test('each goal has segments of its own, by its share of the weight', () => {
  const { candidates, weights } = portfolioOf(
    [weighed(0, 0.1, 0.2), weighed(1, 0, 0.4)],
    [
      { ...goal, weight: 1 },
      { ...goal, weight: 3 },
    ],
    ['Ada Ltd', 'Bob Inc'],
    Float64Array.of(NaN, NaN),
  )
  // Bob Inc. .4·3 = 1.2, Ada Ltd .1 + .2·3 = .7: the greater one first.
  const of = [0.5, (0.5 * 1.2) / 1.9, (0.5 * 0.7) / 1.9]
  for (const [i, value] of [...of.map((each) => each / 4), ...of.map((each) => (each * 3) / 4)].entries())
    expect(weights[i]).toBeCloseTo(value, 12)
  expect(candidates[0]).toMatchObject({ segments: [0, 2, 3, 5], values: [0.1, 0.1, 0.2, 0.2] })
  // What it adds nothing to is not named.
  expect(candidates[1]).toMatchObject({ segments: [3, 4], values: [0.4, 0.4] })
})

test('where nobody’s circle is known, all of the weight is on the whole', () => {
  const { weights } = portfolioOf([weighed(0, 0.1)], [goal], [null], Float64Array.of(NaN))
  expect([...weights]).toEqual([1])
})

test('twenty circles are told apart, those in which most can be added; the rest counts toward the whole alone', () => {
  const all = Array.from({ length: 25 }, (_, i) => weighed(i, (i + 1) / 100))
  const { candidates, weights } = portfolioOf(
    all,
    [goal],
    all.map((_, i) => `Organisation ${i}`),
    new Float64Array(25).fill(NaN),
  )
  expect(weights.length).toBe(21)
  expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
  expect(candidates[4]!.segments).toEqual([0])
  expect(candidates[5]!.segments).toEqual([0, 20])
  expect(candidates[24]!.segments).toEqual([0, 1])
})
