/** Uniform numbers in [0, 1), the same sequence for the same seed. */
export type Rng = () => number

/**
 * sfc32, "small fast chaotic" (C. Doty-Humphrey, PractRand; passes PractRand and BigCrush): 128 bits of state, a
 * counter among them, so the period is at least 2^32. Seeded as its author does: the seed in the state, then
 * twelve rounds to mix.
 * @param seed any whole number; its lower 32 bits count
 */
export function seededRng(seed: number): Rng {
  let a = 0
  let b = seed | 0
  let c = 0
  let counter = 1
  const next = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    c |= 0
    return result >>> 0
  }
  for (let round = 0; round < 12; round++) next()
  return () => next() / 0x1_0000_0000
}

/** A whole number in [0, n), each equally likely up to 2^−32·n. */
export const below = (rng: Rng, n: number): number => Math.floor(rng() * n)
