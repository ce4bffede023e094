import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { auc, descending, weightedAuc } from './auc.ts'
import { bootstrapInterval, quantile } from './bootstrap.ts'
import { brier, calibrationCurve, calibrationError } from './calibration.ts'
import { decayed, decayer } from './decay.ts'
import { logit, sigmoid } from './logistic.ts'
import { below, seededRng } from './rng.ts'

test('one half-life halves the weight, exactly', () => {
  expect(decayed(30, 30)).toBe(0.5)
  expect(decayed(0, 30)).toBe(1)
  expect(decayed(90, 30)).toBe(0.125)
})

test('sigmoid and logit undo each other and do not overflow', () => {
  fc.assert(
    fc.property(evenly(-15, 15), (z) => {
      expect(logit(sigmoid(z))).toBeCloseTo(z, 8)
    }),
  )
  expect([sigmoid(-1e9), sigmoid(0), sigmoid(1e9)]).toEqual([0, 0.5, 1])
  expect([logit(0), logit(1)]).toEqual([-Infinity, Infinity])
})

const anyCases = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1)), { maxLength: 40 })

test('AUC is the share of pairs in the right order, ties counting half', () => {
  fc.assert(
    fc.property(anyCases, (cases) => {
      const inside = cases.filter(([, label]) => label === 1).map(([score]) => score)
      const outside = cases.filter(([, label]) => label === 0).map(([score]) => score)
      const wins = inside.flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
      const area = auc(
        cases.map(([score]) => score),
        cases.map(([, label]) => label),
      )
      const share = wins.length > 0 ? wins.reduce((a: number, b) => a + b, 0) / wins.length : null
      expect(area === null).toBe(share === null)
      expect(area ?? 0).toBeCloseTo(share ?? 0, 12)
    }),
  )
})

test('AUC is unknown while one of the classes is empty', () => {
  expect([auc([], []), auc([1, 2], [1, 1]), auc([1, 2], [0, 0])]).toEqual([null, null, null])
})

test('AUC orders infinite scores as well', () => {
  expect(auc([-Infinity, -Infinity, 3, Infinity], [0, 1, 0, 1])).toBe((0.5 + 0 + 1 + 1) / 4)
})

test('a case of weight two counts as two cases', () => {
  const scores = [1, 2, 3, 2]
  const labels = [0, 1, 1, 0]
  const weighted = weightedAuc(scores, labels, descending(scores), [2, 1, 3, 0])
  expect(weighted).toBe(auc([1, 1, 2, 3, 3, 3], [0, 0, 1, 1, 1, 1]))
})

test('Brier score and calibration error, by hand', () => {
  expect(brier([0.8, 0.4], [1, 0])).toBeCloseTo((0.04 + 0.16) / 2, 12)
  // Two cases said .1, none happened; two said .95, one happened.
  expect(calibrationError([0.1, 0.1, 0.95, 0.95], [0, 0, 1, 0])).toBeCloseTo(0.5 * 0.1 + 0.5 * 0.45, 12)
  expect(calibrationCurve([1, 0.95], [1, 0])).toEqual([{ count: 2, said: 0.975, happened: 0.5 }])
  expect([brier([], []), calibrationError([], [])]).toEqual([null, null])
})

test('probabilities that come true as said have a calibration error near 0', () => {
  const rng = seededRng(3)
  const said = Array.from({ length: 20_000 }, rng)
  const happened = said.map((p) => (rng() < p ? 1 : 0))
  expect(calibrationError(said, happened)).toBeLessThan(0.02)
})

test('one seed, one sequence; another seed, another', () => {
  const take = (seed: number) => Array.from({ length: 5 }, seededRng(seed))
  expect(take(7)).toEqual(take(7))
  expect(take(7)).not.toEqual(take(8))
})

test('random numbers fill [0, 1) evenly', () => {
  const rng = seededRng(42)
  const counts = Array.from({ length: 20 }, () => 0)
  for (let i = 0; i < 100_000; i++) counts[below(rng, 20)]!++
  const chiSquare = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)
  expect(chiSquare).toBeLessThan(43.8) // 19 degrees of freedom, P = .001
})

test('quantiles interpolate between the values', () => {
  expect([0, 0.25, 0.5, 1].map((q) => quantile([1, 2, 4], q))).toEqual([1, 1.5, 2, 4])
  expect(quantile([], 0.5)).toBeNaN()
})

test('the interval of a mean is as wide as theory says', () => {
  // 400 values of variance 1/12: the standard error of the mean is √(1/12/400) = .01443.
  const rng = seededRng(5)
  const values = Array.from({ length: 400 }, rng)
  const mean = (drawn: Float64Array) => values.reduce((sum, value, i) => sum + value * drawn[i]!, 0) / 400
  const interval = bootstrapInterval(400, mean, 2000, seededRng(6))!
  expect((interval.high - interval.low) / (2 * 1.96)).toBeCloseTo(0.0144, 2.8)
  expect(interval.low).toBeLessThan(0.5)
  expect(interval.high).toBeGreaterThan(0.5)
})

test('a statistic that is never defined has no interval', () => {
  expect(bootstrapInterval(3, () => null, 10, seededRng(1))).toBeNull()
})

test('the quick decay is the slow one to the last digits, and never rises', () => {
  const day = 86_400_000
  for (const halfLife of [7 * day, 30 * day, 3 * 365.25 * day]) {
    const left = decayer(halfLife)
    expect(left(0)).toBe(1)
    expect(left(halfLife)).toBe(0.5)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: day }),
        (lives, more) => {
          const age = lives * halfLife
          expect(left(age) / decayed(age, halfLife)).toBeCloseTo(1, 13)
          expect(left(age + more)).toBeLessThanOrEqual(left(age) * (1 + 4e-16))
        },
      ),
    )
  }
})
