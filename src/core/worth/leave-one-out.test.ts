import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { probabilityOfAtLeast } from './poisson-binomial.ts'
import { INDEPENDENT, sharedShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'

/** The same by recomputing the programme without each contact. */
function recomputed(values: Float64Array, target: number, shock: SharedShock): number[] {
  const whole = probabilityOfAtLeast(values, target, shock)
  return Array.from(
    values,
    (_, left) =>
      whole -
      probabilityOfAtLeast(
        values.filter((_v, j) => j !== left),
        target,
        shock,
      ),
  )
}

test('one of two fair coins is worth a quarter when one head is wanted', () => {
  expect([...leaveOneOut(Float64Array.of(0.5, 0.5), 1)]).toEqual([0.25, 0.25])
})

test('whoever never brings anything is worth exactly 0', () => {
  const worth = leaveOneOut(Float64Array.of(0, 0.3, 0, 0.9), 1, sharedShock())
  expect(worth[0]).toBe(0)
  expect(worth[2]).toBe(0)
  expect([...leaveOneOut(new Float64Array(3), 1)]).toEqual([0, 0, 0])
  expect([...leaveOneOut(Float64Array.of(0.4), 5)]).toEqual([0])
})

test('removal from the programme equals recomputation to 1e-10', () => {
  // Values near 0, ½ and 1 are where division by a factor is at its worst.
  const value = fc.oneof(evenly(0, 1), evenly(0.49, 0.51), fc.constantFrom(0, 1e-12, 0.5, 1 - 1e-12, 1))
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(INDEPENDENT, sharedShock(), sharedShock(2)),
      (list, target, shock) => {
        const values = Float64Array.from(list)
        const worth = leaveOneOut(values, target, shock)
        recomputed(values, target, shock).forEach((expected, j) => {
          expect(Math.abs(worth[j]! - expected)).toBeLessThan(1e-10)
        })
      },
    ),
  )
})

test('it stays exact with thousands of contacts near a half and a large target', () => {
  const values = Float64Array.from({ length: 2000 }, (_, j) => 0.35 + 0.3 * ((j * 0.618) % 1))
  const worth = leaveOneOut(values, 1000)
  const whole = probabilityOfAtLeast(values, 1000)
  for (const j of [0, 1, 777, 1999]) {
    const expected =
      whole -
      probabilityOfAtLeast(
        values.filter((_, i) => i !== j),
        1000,
      )
    expect(Math.abs(worth[j]! - expected)).toBeLessThan(1e-10)
  }
})
