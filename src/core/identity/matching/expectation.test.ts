import { expect, test } from 'vitest'
import { Random } from '#testing/random.ts'
import { fitModel, type FittedPairs } from './expectation.ts'
import type { MatchModel } from './match-model.ts'
import { UNKNOWN } from './match-person.ts'

const PEOPLE = 6_000
const PAIRS = 60_000
/** Of the pairs that are compared, this share is one person. */
const SHARE = 0.1

const truth = {
  m: [
    [0.7, 0.2, 0.1],
    [0.5, 0.5],
    [0.85, 0.15],
    [0.6, 0.4],
  ],
  u: [
    [0.000001, 0.00001, 0.999989],
    [0.00005, 0.99995],
    [0.0001, 0.9999],
    [0.00005, 0.99995],
  ],
}
/** Wrong on purpose. */
const shipped: MatchModel = {
  m: [
    [0.4, 0.3, 0.3],
    [0.8, 0.2],
    [0.6, 0.4],
    [0.3, 0.7],
  ],
  u: truth.u,
  duplicates: 0.5,
}

/** Pairs of which this share is one person, each level drawn by m or u; a fifth of the answers is missing. */
function simulated(pairs: number, share: number): FittedPairs {
  const random = new Random(3)
  const levels = Array.from({ length: pairs }, () => {
    const from = random.chance(share) ? truth.m : truth.u
    return from.map((chances) => (random.chance(0.2) ? UNKNOWN : random.weighted(chances)))
  })
  const bits = ({ m, u }: MatchModel, found: readonly number[]): number =>
    found.reduce(
      (sum, level, c) => (level === UNKNOWN ? sum : sum + Math.log2(m[c]![level]! / u[c]![level]!)),
      0,
    )
  return {
    length: pairs,
    levelOf: (i, c) => levels[i]![c]!,
    totalUnder: (model, prior, i) => prior + bits(model, levels[i]!),
  }
}

const furthest = (fitted: MatchModel, from: MatchModel['m']): number =>
  Math.max(...from.flatMap((levels, c) => levels.map((m, level) => Math.abs(fitted.m[c]![level]! - m))))

test('the m that made the pairs is found again from a wrong start', () => {
  expect(furthest(shipped, truth.m)).toBeGreaterThan(0.29)
  const fitted = fitModel(simulated(PAIRS, SHARE), shipped, PEOPLE)
  expect(furthest(fitted, truth.m)).toBeLessThan(0.08)
  // A pair is one further record of either side.
  expect(fitted.duplicates).toBeGreaterThan(1.6)
  expect(fitted.duplicates).toBeLessThan(2.1)
})

test('the levels of each comparator stay shares of one', () => {
  for (const levels of fitModel(simulated(2_000, SHARE), shipped, PEOPLE).m)
    expect(levels.reduce((sum, m) => sum + m, 0)).toBeCloseTo(1, 12)
})

test('a few pairs hardly move what is shipped', () =>
  expect(furthest(fitModel(simulated(50, SHARE), shipped, PEOPLE), shipped.m)).toBeLessThan(0.02))

test('without pairs all stays as shipped', () =>
  expect(furthest(fitModel(simulated(0, 0), shipped, PEOPLE), shipped.m)).toBeLessThan(1e-12))
