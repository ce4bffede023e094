import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson.ts'

test('five of ten: 23.7 % to 76.3 %, as the tables have it', () => {
  const { low, high } = wilsonInterval(5, 10)
  expect(low).toBeCloseTo(0.2366, 4)
  expect(high).toBeCloseTo(0.7634, 4)
})

test('none of ten is not surely never: up to z²/(10 + z²)', () => {
  const z2 = 1.959963984540054 ** 2
  expect(wilsonInterval(0, 10).low).toBe(0)
  expect(wilsonInterval(0, 10).high).toBeCloseTo(z2 / (10 + z2), 12)
  expect(wilsonInterval(10, 10).low).toBeCloseTo(10 / (10 + z2), 12)
  expect(wilsonInterval(10, 10).high).toBe(1)
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})

const anyCount = fc
  .integer({ min: 1, max: 5_000 })
  .chain((cases) => fc.tuple(fc.integer({ min: 0, max: cases }), fc.constant(cases)))

test('holds the share, lies in [0, 1], and is mirrored when successes and failures change places', () => {
  fc.assert(
    fc.property(anyCount, ([successes, cases]) => {
      const { low, high } = wilsonInterval(successes, cases)
      const other = wilsonInterval(cases - successes, cases)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(successes / cases)
      expect(high).toBeGreaterThanOrEqual(successes / cases)
      expect(other.low).toBeCloseTo(1 - high, 12)
      expect(other.high).toBeCloseTo(1 - low, 12)
    }),
  )
})

test('more cases of the same share make it narrower', () => {
  fc.assert(
    fc.property(anyCount, ([successes, cases]) => {
      const few = wilsonInterval(successes, cases)
      const many = wilsonInterval(successes * 2, cases * 2)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})
