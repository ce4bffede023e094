import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { goalKinds } from '../model/goal.ts'
import { ratesOf, referenceContact, successProbability } from './rates.ts'
import { rateSentence } from './sentences.ts'
import type { Prospect } from './rates.ts'

const reference: Prospect = { ...referenceContact, successes: 0, failures: 0, twoWay: true }
const referrals = { kind: 'referrals', period: 'quarter', baseRate: null } as const

const share = evenly(0, 1)
const count = fc.integer({ min: 0, max: 50 })
const prospect = fc.record({
  closeness: share,
  trust: share,
  fit: fc.option(share),
  successes: count,
  failures: count,
  twoWay: fc.constant(true),
})

test('the reference contact has the base rate in a quarter', () => {
  for (const kind of goalKinds) {
    const rates = ratesOf({ kind, baseRate: null })
    const { baseRate, assumption } = rates
    expect(successProbability(reference, { ...referrals, kind })).toBeCloseTo(baseRate, 14)
    expect(assumption).toBe(true)
    expect(rateSentence(rates, kind)).toContain('assumes')
  }
})

test("the user's own base rate replaces the preset", () => {
  expect(successProbability(reference, { ...referrals, baseRate: 0.12 })).toBeCloseTo(0.12, 14)
  expect(rateSentence(ratesOf({ kind: 'sales', baseRate: 0.12 }), 'sales')).toContain('You expect one sale')
})

test('a tenth more closeness and trust at the reference contact is worth about a tenth more success', () => {
  const odds = 1.1 * (0.3 / 0.7)
  const better = { ...reference, closeness: odds / (1 + odds), trust: 0.55 }
  expect(successProbability(better, referrals) / 0.05).toBeGreaterThan(1.09)
  expect(successProbability(better, referrals) / 0.05).toBeLessThan(1.11)
})

test('an unknown fit is neutral', () => {
  expect(successProbability({ ...reference, fit: null }, referrals)).toBe(
    successProbability(reference, referrals),
  )
})

test('a year is four quarters: 1 − (1 − p)⁴', () => {
  expect(successProbability(reference, { ...referrals, period: 'year' })).toBeCloseTo(1 - 0.95 ** 4, 12)
  expect(successProbability(reference, { ...referrals, period: 'month' })).toBeCloseTo(
    1 - 0.95 ** (1 / 3),
    12,
  )
})

test('without any exchange in both directions it is exactly 0', () => {
  fc.assert(
    fc.property(prospect, (each) => {
      expect(successProbability({ ...each, twoWay: false }, referrals)).toBe(0)
    }),
  )
})

test('it rises with closeness, trust, fit and successes and falls with failures, within [0, 1]', () => {
  fc.assert(
    fc.property(prospect, prospect, fc.constantFrom(...goalKinds), (a, b, kind) => {
      const goal = { ...referrals, kind }
      const better: Prospect = {
        closeness: Math.max(a.closeness, b.closeness),
        trust: Math.max(a.trust, b.trust),
        fit: Math.max(a.fit ?? 0.5, b.fit ?? 0.5),
        successes: Math.max(a.successes, b.successes),
        failures: Math.min(a.failures, b.failures),
        twoWay: true,
      }
      const p = successProbability(a, goal)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1)
      expect(successProbability(better, goal)).toBeGreaterThanOrEqual(p)
    }),
  )
})

test('three successes out of three say more than one out of one', () => {
  const after = (successes: number, failures: number): number =>
    successProbability({ ...reference, successes, failures }, referrals)
  expect(after(3, 0)).toBeGreaterThan(after(1, 0))
  expect(after(1, 0)).toBeGreaterThan(after(0, 0))
  expect(after(0, 3)).toBeLessThan(after(0, 0))
})
