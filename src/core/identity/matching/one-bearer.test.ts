import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneBearerOdds } from './one-bearer.ts'

const singles = (count: number): number[] => Array.from({ length: count }, () => 1)

test('of a name that nobody else bears two records are one person’s', () => {
  expect(oneBearerOdds(singles(2), 1e-6, 1)).toBeGreaterThan(1e5)
  expect(oneBearerOdds(singles(2), 1e-14, 1)).toBeGreaterThan(1e13)
})

test('two records among few are likelier one person’s than two among many of the same name', () => {
  expect(oneBearerOdds(singles(2), 1, 2)).toBeGreaterThan(oneBearerOdds(singles(6), 1, 2))
})

test('of four records the last is likelier theirs who are known to have the other three', () => {
  expect(oneBearerOdds([3, 1], 1, 1.9)).toBeGreaterThan(oneBearerOdds(singles(4), 1, 1.9))
})

test('on paper: two records, one bearer expected, one further record each', () => {
  // k = 1: Poisson(1; 1)·Poisson(1; 1) = e^-1·e^-1; k = 2: Poisson(2; 1)·Poisson(0; 2) = (e^-1/2)·e^-2.
  expect(oneBearerOdds([1, 1], 1, 1)).toBeCloseTo(2 * Math.E, 10)
})

test('the more people bear it, the lower the odds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 40 }),
      fc.double({ min: 0.001, max: 20, noNaN: true }),
      fc.double({ min: 1.05, max: 3, noNaN: true }),
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      (sizes, bearers, times, further) => {
        const few = oneBearerOdds(sizes, bearers, further)
        const many = oneBearerOdds(sizes, bearers * times, further)
        expect(many).toBeLessThanOrEqual(few * (1 + 1e-9))
        expect(many).toBeGreaterThan(0)
      },
    ),
  )
})

/** Every way to put positions together into people. */
function* partitions(count: number): Iterable<number[][]> {
  if (count === 0) return yield []
  for (const smaller of partitions(count - 1)) {
    for (const [at] of smaller.entries())
      yield smaller.map((block, i) => (i === at ? [...block, count - 1] : block))
    yield [...smaller, [count - 1]]
  }
}

test('the odds are those of counting every way to put the records together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 }),
      fc.double({ min: 0.1, max: 5, noNaN: true }),
      fc.double({ min: 0.2, max: 3, noNaN: true }),
      (sizes, bearers, further) => {
        const beta = (bearers * Math.exp(-further)) / further
        let [one, two] = [0, 0]
        for (const blocks of partitions(sizes.length)) {
          const weight = blocks.reduce(
            (product, block) => product * beta * block.reduce((sum, at) => sum + sizes[at]!, 0),
            1,
          )
          if (blocks.some((block) => block.includes(0) && block.includes(1))) one += weight
          else two += weight
        }
        expect(oneBearerOdds(sizes, bearers, further) / (one / two)).toBeCloseTo(1, 8)
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
    expect(Math.abs(oneBearerOdds(singles(count), bearers, further) / odds - 1)).toBeLessThan(0.1)
  })
})
