import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenly } from '#testing/arbitraries.ts'
import { probabilityOfAtLeast } from './poisson-binomial.ts'
import { MAX_MISSING, bestFirst, contactsNeeded, rightNumber } from './right-number.ts'
import { INDEPENDENT, sharedShock } from './shared-shock.ts'

const value = evenly(1e-4, 1)
const values = fc.array(value, { minLength: 1, maxLength: 40 }).map((list) => Float64Array.from(list))
const target = fc.integer({ min: 1, max: 8 })
const confidence = evenly(0.05, 0.95)

/** Out of reach counts as more than anything. */
const orNever = (needed: number | null): number => needed ?? Infinity

test('how many contacts it takes for 3 successes at 80 %, independently: 85, 21 and 8', () => {
  expect([0.05, 0.2, 0.5].map((each) => contactsNeeded(each, 3, 0.8))).toEqual([85, 21, 8])
})

test('how many it takes when good and bad times are shared: 122, 26 and 9', () => {
  expect([0.05, 0.2, 0.5].map((each) => contactsNeeded(each, 3, 0.8, sharedShock()))).toEqual([122, 26, 9])
})

test('one certain contact is enough for one success, and two are not for three', () => {
  expect(rightNumber(bestFirst(Float64Array.of(0, 1, 0.2)), 1, 0.8)).toMatchObject({
    have: 2,
    needed: 1,
    missing: 0,
    reason: null,
  })
  expect(rightNumber(Float64Array.of(1, 1), 3, 0.99)).toMatchObject({
    have: 2,
    needed: 3,
    missing: 1,
    like: 1,
  })
})

test('nobody who counts gives a reason, not a number', () => {
  const right = rightNumber(bestFirst(new Float64Array(100)), 3, 0.8)
  expect(right).toMatchObject({ have: 0, needed: null, missing: null, like: null })
  expect(right.reason).toBe('nobody-counts')
  expect(contactsNeeded(0, 3, 0.8)).toBeNull()
})

test('a million successes are out of reach, and it says so', () => {
  const right = rightNumber(new Float64Array(50).fill(0.5), 1_000_000, 0.8)
  expect(right).toMatchObject({ have: 50, needed: null, missing: null })
  expect(right.reason).toBe('out-of-reach')
  expect(rightNumber(Float64Array.of(1e-9), 1, 0.8).needed).toBeNull()
})

test('the right number is the least that is enough', () => {
  fc.assert(
    fc.property(values, target, confidence, (list, least, sure) => {
      const right = rightNumber(bestFirst(list), least, sure)
      const best = bestFirst(list)
      const chance = (n: number): number =>
        probabilityOfAtLeast(
          Float64Array.from({ length: n }, (_, j) => best[j] ?? right.like!),
          least,
        )
      if (right.needed === null) {
        expect(chance(best.length + MAX_MISSING)).toBeLessThan(sure)
      } else {
        expect(chance(right.needed)).toBeGreaterThanOrEqual(sure)
        expect(chance(right.needed - 1)).toBeLessThan(sure)
        expect(right.missing).toBe(Math.max(0, right.needed - right.have))
      }
    }),
    { numRuns: 40 },
  )
})

test('axiom 3: it does not rise with better contacts, nor fall with target or confidence', () => {
  fc.assert(
    fc.property(
      values,
      target,
      confidence,
      evenly(1, 5),
      fc.constantFrom(INDEPENDENT, sharedShock()),
      (list, least, sure, factor, shock) => {
        const needed = orNever(rightNumber(bestFirst(list), least, sure, shock).needed)
        const better = list.map((each) => Math.min(1, each * factor))
        expect(orNever(rightNumber(bestFirst(better), least, sure, shock).needed)).toBeLessThanOrEqual(needed)
        expect(orNever(rightNumber(bestFirst(list), least + 1, sure, shock).needed)).toBeGreaterThanOrEqual(
          needed,
        )
        expect(
          orNever(rightNumber(bestFirst(list), least, (1 + sure) / 2, shock).needed),
        ).toBeGreaterThanOrEqual(needed)
      },
    ),
    { numRuns: 30 },
  )
})
