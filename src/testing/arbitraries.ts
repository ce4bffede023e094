import fc from 'fast-check'

const STEPS = 1_000_000

/**
 * Numbers from `min` to `max`, both possible, spread evenly for the most part. fast-check's own `double` draws by
 * exponent: between 0 and 1 nearly all of its numbers are so small that a law is only tested beside 0. A fifth still
 * comes from there.
 */
export const evenly = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.noBias(fc.integer({ min: 0, max: STEPS })).map((n) => min + ((max - min) * n) / STEPS),
    },
    { weight: 1, arbitrary: fc.double({ min, max, noNaN: true }) },
  )
