import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { binomialTails } from './binomial-tails.ts'

test('three heads of four coins: at least that in 5 of 16, at most in 15 of 16', () => {
  const { atLeast, atMost } = binomialTails(3, 4, 0.5)
  expect(atLeast).toBeCloseTo(5 / 16, 12)
  expect(atMost).toBeCloseTo(15 / 16, 12)
})

test('never and always are allowed, and no case says nothing', () => {
  expect(binomialTails(0, 5, 0)).toEqual({ atLeast: 1, atMost: 1 })
  expect(binomialTails(1, 5, 0)).toEqual({ atLeast: 0, atMost: 1 })
  expect(binomialTails(5, 5, 1)).toEqual({ atLeast: 1, atMost: 1 })
  expect(binomialTails(4, 5, 1)).toEqual({ atLeast: 1, atMost: 0 })
  expect(binomialTails(0, 0, 0.3)).toEqual({ atLeast: 1, atMost: 1 })
})

test('a thousand of a hundred thousand at one in a hundred does not underflow', () => {
  const { atLeast, atMost } = binomialTails(1_000, 100_000, 0.01)
  // P(X = 1000) ≈ 1/√(2π·990)
  expect(atLeast + atMost - 1).toBeCloseTo(1 / Math.sqrt(2 * Math.PI * 990), 4)
  expect(atLeast).toBeGreaterThan(0.49)
  expect(atLeast).toBeLessThan(0.52)
})

/** The distribution by adding one case after the other: slow, and plainly right. */
function pmf(n: number, p: number): number[] {
  let of = [1]
  for (let i = 0; i < n; i++)
    of = Array.from({ length: of.length + 1 }, (_, k) => (of[k] ?? 0) * (1 - p) + (of[k - 1] ?? 0) * p)
  return of
}

test('the tails are the sums of the distribution', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
      evenly(0, 1),
      ([k, n], p) => {
        const of = pmf(n, p)
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
        const { atLeast, atMost } = binomialTails(k, n, p)
        expect(atLeast).toBeCloseTo(sum(of.slice(k)), 10)
        expect(atMost).toBeCloseTo(sum(of.slice(0, k + 1)), 10)
      },
    ),
  )
})
