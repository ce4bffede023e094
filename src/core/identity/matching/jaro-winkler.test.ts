import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jaroWinkler } from './jaro-winkler.ts'

/** Jaro's definition with sets of places, the slow and obvious way. */
function slowly(a: string, b: string): number {
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const pairs: (readonly [number, number])[] = []
  for (const [i, letter] of a.split('').entries())
    for (const [j, other] of b.split('').entries())
      if (letter === other && Math.abs(i - j) <= window && !taken.has(j)) {
        taken.add(j)
        pairs.push([i, j])
        break
      }
  if (pairs.length === 0) return 0
  const inB = [...taken].toSorted((x, y) => x - y)
  const transpositions = pairs.filter(([i], k) => a[i] !== b[inB[k]!]).length / 2
  const c = pairs.length
  const jaro = (c / a.length + c / b.length + (c - transpositions) / c) / 3
  let prefix = 0
  while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix++
  return jaro + 0.1 * prefix * (1 - jaro)
}

test.each([
  // The usual examples of the measure, to three digits.
  ['martha', 'marhta', 0.961],
  ['dixon', 'dicksonx', 0.813],
  ['dwayne', 'duane', 0.84],
  ['shackleford', 'shackelford', 0.982],
  ['nichleson', 'nichulson', 0.956],
  ['massey', 'massie', 0.933],
  ['abroms', 'abrams', 0.922],
  ['jeraldine', 'geraldine', 0.926],
  ['michelle', 'michael', 0.921],
  ['julies', 'julius', 0.933],
  ['tanya', 'tonya', 0.88],
] as const)('%s and %s are alike by %d', (a, b, expected) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
})

test('equal words are 1, an empty one and words without a common letter 0', () => {
  expect(jaroWinkler('ada', 'ada')).toBe(1)
  expect(jaroWinkler('', '')).toBe(0)
  expect(jaroWinkler('ada', '')).toBe(0)
  expect(jaroWinkler('abc', 'xyz')).toBe(0)
})

test('it equals the definition, letters that repeat and all, from either side, within 0 and 1', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      fc.pre(a !== b)
      expect(jaroWinkler(a, b)).toBeCloseTo(slowly(a, b), 12)
      expect(jaroWinkler(a, b)).toBeLessThan(1)
    }),
    { numRuns: 500 },
  )
})
