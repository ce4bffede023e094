import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePortfolio, portfolioValue } from './portfolio.ts'
import type { Candidate } from './portfolio.ts'

const plain = { minuteCost: 0, lowOverlapShare: 0 }
const one = (minutes: number, value: number, segment = 0, lowOverlap = false): Candidate => ({
  minutes,
  segments: [segment],
  values: [value],
  lowOverlap,
})

const candidate = fc
  .record({
    minutes: fc.integer({ min: 1, max: 30 }),
    values: fc.array(fc.double({ min: 0, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ minutes, values }): Candidate => ({ minutes, segments: [0, 1, 2], values, lowOverlap: false }))
const weights = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((list) => Float64Array.from(list))

function bruteForce(candidates: readonly Candidate[], of: Float64Array, budget: number): number {
  let best = 0
  for (let mask = 0; mask < 1 << candidates.length; mask++) {
    const chosen = candidates.filter((_, i) => (mask >> i) & 1)
    if (chosen.reduce((sum, each) => sum + each.minutes, 0) <= budget)
      best = Math.max(best, portfolioValue(chosen, of))
  }
  return best
}

test('the choice is within 1 − 1/e of the best there is', () => {
  fc.assert(
    fc.property(
      fc.array(candidate, { minLength: 1, maxLength: 9 }),
      weights,
      fc.integer({ min: 1, max: 100 }),
      (candidates, of, budget) => {
        const { value, minutes, chosen } = choosePortfolio(candidates, of, budget, plain)
        expect(minutes).toBeLessThanOrEqual(budget)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * bruteForce(candidates, of, budget) - 1e-12)
      },
    ),
    { numRuns: 150 },
  )
})

test('one large action is not missed for a small one that is better a minute', () => {
  const { chosen } = choosePortfolio([one(1, 0.05), one(60, 0.9)], Float64Array.of(1), 60, plain)
  expect(chosen).toEqual([1])
})

test('the objective is monotone and has diminishing returns', () => {
  fc.assert(
    fc.property(
      fc.array(candidate, { maxLength: 6 }),
      fc.array(candidate, { maxLength: 6 }),
      candidate,
      weights,
      (few, further, added, of) => {
        const gain = (to: readonly Candidate[]): number =>
          portfolioValue([...to, added], of) - portfolioValue(to, of)
        expect(gain(few)).toBeGreaterThanOrEqual(-1e-12)
        expect(gain([...few, ...further])).toBeLessThanOrEqual(gain(few) + 1e-12)
      },
    ),
  )
})

test('what adds nothing is never chosen, and changes nothing of the rest', () => {
  const some = [one(10, 0.2), one(20, 0.3, 1)]
  const noughts = Array.from({ length: 40 }, () => one(1, 0))
  const of = Float64Array.of(0.5, 0.5)
  const without = choosePortfolio(some, of, 60)
  const withThem = choosePortfolio([...some, ...noughts], of, 60)
  expect(withThem.chosen).toEqual(without.chosen)
  expect(withThem.value).toBe(without.value)
})

test('a share of the minutes goes to those outside the circle', () => {
  const inside = Array.from({ length: 10 }, () => one(10, 0.3))
  const outside = [one(10, 0.05, 1, true), one(10, 0.04, 1, true)]
  const of = Float64Array.of(0.5, 0.5)
  const { chosen } = choosePortfolio([...inside, ...outside], of, 60, { minuteCost: 0, lowOverlapShare: 0.2 })
  expect(chosen).toContain(10)
})

test('no minutes, no candidates: nothing is chosen', () => {
  expect(choosePortfolio([], new Float64Array(0), 60)).toMatchObject({ chosen: [], value: 0, minutes: 0 })
  expect(choosePortfolio([one(10, 0.5)], Float64Array.of(1), 9).chosen).toEqual([])
})

test('the lazy choice among many equals choosing by looking at all of them each time', () => {
  fc.assert(
    fc.property(fc.array(candidate, { minLength: 30, maxLength: 60 }), weights, (candidates, of) => {
      const { value } = choosePortfolio(candidates, of, 120, plain)
      // The slow way: plain greedy by gain a minute.
      const chosen: Candidate[] = []
      const left = new Set(candidates)
      let minutes = 0
      for (;;) {
        const here = portfolioValue(chosen, of)
        const fits = [...left].filter((each) => minutes + each.minutes <= 120)
        const next = fits
          .map((each) => ({ each, rate: (portfolioValue([...chosen, each], of) - here) / each.minutes }))
          .sort((a, b) => b.rate - a.rate)[0]
        if (next === undefined || next.rate <= 0) break
        chosen.push(next.each)
        left.delete(next.each)
        minutes += next.each.minutes
      }
      expect(value).toBeGreaterThanOrEqual(portfolioValue(chosen, of) - 1e-9)
    }),
    { numRuns: 30 },
  )
})

test('two that add a half each to one segment add three quarters of its weight', () => {
  expect(portfolioValue([one(1, 0.5), one(1, 0.5)], Float64Array.of(1))).toBe(0.75)
  expect(portfolioValue([one(1, 0.5), one(1, 0.5, 1)], Float64Array.of(0.6, 0.4))).toBe(0.5)
})

test('what a minute has to bring decides whether the last one is still done', () => {
  const some = [one(10, 0.5), one(10, 0.1)]
  const chosen = (minuteCost: number): readonly number[] =>
    choosePortfolio(some, Float64Array.of(1), 60, { minuteCost, lowOverlapShare: 0 }).chosen
  // The second adds .1 · (1 − .5) in ten minutes.
  expect(chosen(0.0049)).toEqual([0, 1])
  expect(chosen(0.0051)).toEqual([0])
})

test('among equals the first is chosen, also among many', () => {
  const some = Array.from({ length: 40 }, () => one(10, 0.3))
  expect(choosePortfolio(some, Float64Array.of(1), 30, plain).chosen).toEqual([0, 1, 2])
})
