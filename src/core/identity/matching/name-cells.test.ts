import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { furtherOfAPerson, NameCells, oneBearerOdds } from './name-cells.ts'

test('of a name that nobody else bears two records are one person’s', () => {
  expect(oneBearerOdds(2, 1e-6, 1)).toBeGreaterThan(1e5)
})

test('two records among few are likelier one person’s than two among many of the same name', () => {
  expect(oneBearerOdds(2, 1, 2)).toBeGreaterThan(oneBearerOdds(6, 1, 2))
})

test('on paper: two records, one bearer expected, one further record each', () => {
  // k = 1: Poisson(1; 1)·Poisson(1; 1) = e^-1·e^-1; k = 2: Poisson(2; 1)·Poisson(0; 2) = (e^-1/2)·e^-2.
  expect(oneBearerOdds(2, 1, 1)).toBeCloseTo(2 * Math.E, 10)
})

test('the more people bear it, the lower the odds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.double({ min: 0.001, max: 20, noNaN: true }),
      fc.double({ min: 1.05, max: 3, noNaN: true }),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      (count, bearers, times, further) => {
        const [few, many] = [
          oneBearerOdds(count, bearers, further),
          oneBearerOdds(count, bearers * times, further),
        ]
        expect(many).toBeLessThanOrEqual(few * (1 + 1e-9))
        expect(many).toBeGreaterThan(0)
      },
    ),
  )
})

describe('the odds agree with a simulation', () => {
  test.each([
    [2, 1, 1],
    [3, 1.7, 2],
    [6, 2.5, 2],
  ])('%i records, %d bearers expected, %d further records', (count, bearers, further) => {
    let state = 12_345
    const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
    const poisson = (mean: number): number => {
      let n = 0
      for (let p = random(); p > Math.exp(-mean); p *= random()) n++
      return n
    }
    let [same, pairs] = [0, 0]
    for (let round = 0; round < 200_000; round++) {
      const sizes = Array.from({ length: poisson(bearers) }, () => 1 + poisson(further))
      if (sizes.reduce((sum, size) => sum + size, 0) !== count) continue
      for (const size of sizes) same += (size * (size - 1)) / 2
      pairs += (count * (count - 1)) / 2
    }
    const odds = same / (pairs - same)
    expect(Math.abs(oneBearerOdds(count, bearers, further) / odds - 1)).toBeLessThan(0.1)
  })
})

test('a record meets further records more often than a person has them', () => {
  for (const d of [0, 0.2, 1, 2.5]) expect(furtherOfAPerson((2 * d + d * d) / (1 + d))).toBeCloseTo(d, 10)
})

test('a middling name borne by two records says more than one borne by twenty', () => {
  const cells = new NameCells(() => 0.0005)
  const [few, many] = [cells.of('tamsin', 'thackray'), cells.of('john', 'smith')]
  for (let i = 0; i < 2; i++) cells.count(few)
  for (let i = 0; i < 20; i++) cells.count(many)
  expect(cells.chance(few, 5_000)).toBeLessThan(cells.chance(many, 5_000))
})

test('an initial or a single word is no full name', () => {
  const cells = new NameCells(() => 0.001)
  expect([cells.of('j', 'doe'), cells.of('jane', '')]).toEqual([-1, -1])
  expect(cells.of('jane', 'doe')).toBe(cells.of('jane', 'doe'))
})
