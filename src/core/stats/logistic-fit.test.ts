import { expect, test } from 'vitest'
import { logit, sigmoid } from './logistic.ts'
import { fitLogistic } from './logistic-fit.ts'
import type { Cases } from './logistic-fit.ts'
import { fitPlatt, fitShift } from './platt.ts'
import { logLoss } from './calibration.ts'
import { seededRng } from './rng.ts'

const WEIGHTS = [1.5, -0.8, 0]
const INTERCEPT = -1

/** Cases of a known logistic model. */
function simulated(length: number, seed = 1): Cases {
  const rng = seededRng(seed)
  const values = Float64Array.from({ length: length * 3 }, () => rng() * 2)
  const labels = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    const z = WEIGHTS.reduce((sum, w, j) => sum + w * values[i * 3 + j]!, INTERCEPT)
    labels[i] = rng() < sigmoid(z) ? 1 : 0
  }
  return { length, width: 3, values, labels, weights: new Float64Array(length).fill(1) }
}
const free = [
  { mean: 0, sign: 1 },
  { mean: 0, sign: -1 },
  { mean: 0, sign: 1 },
] as const

test('known weights come back from enough cases', () => {
  const { intercept, weights } = fitLogistic(simulated(40_000), free, 1)
  expect(intercept).toBeCloseTo(INTERCEPT, 0.7)
  expect(Math.abs(weights[0]! - 1.5)).toBeLessThan(0.1)
  expect(Math.abs(weights[1]! + 0.8)).toBeLessThan(0.1)
  expect(Math.abs(weights[2]!)).toBeLessThan(0.1)
})

test('a weight never turns its sign, whatever the cases say', () => {
  const { weights } = fitLogistic(
    simulated(5_000),
    [
      { mean: 0, sign: -1 },
      { mean: 0, sign: 1 },
      { mean: 0, sign: 1 },
    ],
    1,
  )
  expect(weights[0]).toBe(0)
  expect(weights[1]).toBe(0)
})

test('without cases, or with one outcome only, the prior stands', () => {
  const prior = [
    { mean: 2, sign: 1 },
    { mean: -1, sign: -1 },
    { mean: 0.5, sign: 1 },
  ] as const
  const none = { length: 0, width: 3, values: new Float64Array(0), labels: new Uint8Array(0) }
  expect([...fitLogistic({ ...none, weights: new Float64Array(0) }, prior, 1).weights]).toEqual([2, -1, 0.5])
  const never = { ...simulated(50), labels: new Uint8Array(50) }
  expect(fitLogistic(never, prior, 1).weights[0]).toBeCloseTo(2, 9)
})

test('a stronger prior holds the weights nearer', () => {
  const far = (strength: number): number =>
    Math.abs(fitLogistic(simulated(500), free, strength).weights[0]! - 0)
  expect(far(10_000)).toBeLessThan(far(100))
  expect(far(100)).toBeLessThan(far(1))
})

test('a case of weight two is two cases', () => {
  const once = simulated(200)
  const values = new Float64Array(1200)
  values.set(once.values)
  values.set(once.values, 600)
  const labels = new Uint8Array(400)
  labels.set(once.labels)
  labels.set(once.labels, 200)
  const twice = { length: 400, width: 3, values, labels, weights: new Float64Array(400).fill(1) }
  const weighted = { ...once, weights: new Float64Array(200).fill(2) }
  const a = fitLogistic(twice, free, 1)
  const b = fitLogistic(weighted, free, 1)
  for (let j = 0; j < 3; j++) expect(a.weights[j]).toBeCloseTo(b.weights[j]!, 8)
})

test('Platt calibration finds the line that was bent', () => {
  const rng = seededRng(4)
  const said = Float64Array.from({ length: 20_000 }, () => rng() * 6 - 3)
  const labels = Uint8Array.from(said, (z) => (rng() < sigmoid(0.5 * z - 1) ? 1 : 0))
  const { slope, shift } = fitPlatt(said, labels, new Float64Array(said.length).fill(1), 1)
  expect(Math.abs(slope - 0.5)).toBeLessThan(0.05)
  expect(Math.abs(shift + 1)).toBeLessThan(0.08)
})

test('b moves the mean to what happened, and stays at 0 without cases', () => {
  const logOdds = new Float64Array(1_000).fill(logit(0.2))
  const labels = Uint8Array.from({ length: 1_000 }, (_, i) => (i % 10 < 4 ? 1 : 0))
  const b = fitShift(logOdds, labels, new Float64Array(1_000).fill(1))
  expect(sigmoid(logit(0.2) + b)).toBeCloseTo(0.4, 1.9)
  expect(fitShift([], [], [])).toBe(0)
})

test('log-loss, by hand', () => {
  expect(logLoss([0.5, 0.25], [1, 0])).toBeCloseTo((Math.LN2 - Math.log(0.75)) / 2, 12)
  expect(logLoss([0.5, 0.25], [1, 0], [3, 1])).toBeCloseTo((3 * Math.LN2 - Math.log(0.75)) / 4, 12)
  expect(logLoss([], [])).toBeNull()
})
