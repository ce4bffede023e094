import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { probabilityByCount, probabilityOfAtLeast } from './poisson-binomial.ts'
import { INDEPENDENT, sharedShock } from './shared-shock.ts'

const probability = evenly(0, 1)
const few = fc.array(probability, { maxLength: 12 })
const target = fc.integer({ min: 1, max: 13 })
const shock = sharedShock()

/** P(N ≥ target) by going through every combination of successes and failures. */
function bruteForce(probabilities: readonly number[], least: number): number {
  let sum = 0
  for (let outcome = 0; outcome < 2 ** probabilities.length; outcome++) {
    const succeeded = probabilities.map((_, j) => ((outcome >> j) & 1) === 1)
    if (succeeded.filter(Boolean).length < least) continue
    sum += probabilities.reduce((product, p, j) => product * (succeeded[j] ? p : 1 - p), 1)
  }
  return sum
}

test('two fair coins show at least one head three times in four', () => {
  expect(probabilityOfAtLeast(Float64Array.of(0.5, 0.5), 1)).toBe(0.75)
  expect(probabilityOfAtLeast(Float64Array.of(0.5, 0.5), 2)).toBe(0.25)
})

test('more successes than contacts are impossible, none at all is certain', () => {
  expect(probabilityOfAtLeast(Float64Array.of(1, 1), 3)).toBe(0)
  expect(probabilityOfAtLeast(new Float64Array(0), 0)).toBe(1)
  expect(probabilityOfAtLeast(Float64Array.of(0.4, 0.4), 1_000_000)).toBe(0)
})

test('the programme equals brute force', () => {
  fc.assert(
    fc.property(few, target, (probabilities, least) => {
      expect(probabilityOfAtLeast(Float64Array.from(probabilities), least)).toBeCloseTo(
        bruteForce(probabilities, least),
        12,
      )
    }),
    { numRuns: 60 },
  )
})

test('with the shared shock it equals brute force in each case of the shock', () => {
  fc.assert(
    fc.property(fc.array(evenly(0.001, 0.999), { maxLength: 8 }), target, (ps, least) => {
      const { tau, weights, factors } = shock
      const expected = weights.reduce((sum, weight, node) => {
        const shifted = ps.map((p) => {
          const z = Math.sqrt(1 + 0.346 * tau * tau) * Math.log(p / (1 - p)) + Math.log(factors[node]!)
          return 1 / (1 + Math.exp(-z))
        })
        return sum + weight * bruteForce(shifted, least)
      }, 0)
      // The constant .346 of the model is rounded: (16√3/15π)² = .34584.
      expect(probabilityOfAtLeast(Float64Array.from(ps), least, shock)).toBeCloseTo(expected, 3)
    }),
    { numRuns: 60 },
  )
})

test('equal contacts follow the binomial', () => {
  // P(Bin(20, .3) ≥ 5) from the sum of C(20,k)·.3^k·.7^(20−k).
  let below = 0
  let choose = 1
  for (let k = 0; k < 5; k++) {
    below += choose * 0.3 ** k * 0.7 ** (20 - k)
    choose = (choose * (20 - k)) / (k + 1)
  }
  expect(probabilityOfAtLeast(new Float64Array(20).fill(0.3), 5)).toBeCloseTo(1 - below, 13)
})

test('the order of the contacts does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(probability, { maxLength: 60 }),
      target,
      fc.constantFrom(INDEPENDENT, shock),
      (ps, least, by) => {
        const there = probabilityOfAtLeast(Float64Array.from(ps), least, by)
        const back = probabilityOfAtLeast(Float64Array.from(ps).reverse(), least, by)
        expect(back).toBeCloseTo(there, 12)
      },
    ),
  )
})

test('a better contact never lowers the probability', () => {
  fc.assert(
    fc.property(
      fc.array(probability, { minLength: 1, maxLength: 30 }),
      fc.nat(29),
      probability,
      target,
      fc.constantFrom(INDEPENDENT, shock),
      (ps, at, better, least, by) => {
        const j = at % ps.length
        const raised = ps.map((p, i) => (i === j ? Math.max(p, better) : p))
        const before = probabilityOfAtLeast(Float64Array.from(ps), least, by)
        expect(probabilityOfAtLeast(Float64Array.from(raised), least, by)).toBeGreaterThanOrEqual(
          before - 1e-13,
        )
      },
    ),
  )
})

test('the chance of at least one success has diminishing returns', () => {
  fc.assert(
    fc.property(few, few, probability, (ps, more, extra) => {
      const chance = (list: readonly number[]): number => probabilityOfAtLeast(Float64Array.from(list), 1)
      const gainNow = chance([...ps, extra]) - chance(ps)
      const gainLater = chance([...ps, ...more, extra]) - chance([...ps, ...more])
      expect(gainLater).toBeLessThanOrEqual(gainNow + 1e-12)
    }),
  )
})

test('a large target costs no precision: half of 50,000 fair coins', () => {
  // P(N ≥ n/2) = ½ + ½ P(N = n/2), and P(N = n/2) is nearly √(2/(πn))·(1 − 1/(4n)).
  const chance = probabilityOfAtLeast(new Float64Array(50_000).fill(0.5), 25_000)
  expect(chance).toBeCloseTo(0.5 + 0.5 * Math.sqrt(2 / (Math.PI * 50_000)) * (1 - 1 / 200_000), 11)
})

test('the curve by number of contacts ends at the probability of all and never falls', () => {
  fc.assert(
    fc.property(fc.array(probability, { maxLength: 30 }), target, (ps, least) => {
      const values = Float64Array.from(ps)
      const curve = probabilityByCount(values, least, shock)
      expect(curve).toHaveLength(ps.length + 1)
      expect(curve[0]).toBe(0)
      expect(curve.at(-1)).toBeCloseTo(probabilityOfAtLeast(values, least, shock), 14)
      for (let n = 1; n < curve.length; n++) expect(curve[n]).toBeGreaterThanOrEqual(curve[n - 1]! - 1e-13)
    }),
  )
})

test('the shared shock keeps the mean and widens the spread', () => {
  const values = new Float64Array(100).fill(0.2)
  const mean = (by: typeof shock): number =>
    Array.from({ length: 100 }, (_, k) => probabilityOfAtLeast(values, k + 1, by)).reduce(
      (sum, p) => sum + p,
      0,
    )
  expect(mean(INDEPENDENT)).toBeCloseTo(20, 9)
  expect(mean(shock)).toBeGreaterThan(19.5)
  expect(mean(shock)).toBeLessThan(20.5)
  expect(probabilityOfAtLeast(values, 35, shock)).toBeGreaterThan(10 * probabilityOfAtLeast(values, 35))
  expect(probabilityOfAtLeast(values, 8, shock)).toBeLessThan(probabilityOfAtLeast(values, 8))
})
