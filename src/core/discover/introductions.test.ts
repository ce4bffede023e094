import fc from 'fast-check'
import { expect, test } from 'vitest'
import { introductionStates, willingness } from './introductions.ts'
import type { AskedIntroduction } from './introductions.ts'

const [ADA, BOB, STRANGER] = [1, 2, 3]

test('one half before anybody answered, also while requests wait', () => {
  expect(willingness([])(ADA)).toBe(0.5)
  expect(willingness([{ via: ADA, state: 'asked' }])(ADA)).toBe(0.5)
})

test('one introduction made raises everybody to 3/5 and who made it to 17/25', () => {
  const willing = willingness([{ via: ADA, state: 'made' }])
  expect(willing(STRANGER)).toBeCloseTo(3 / 5, 12)
  expect(willing(ADA)).toBeCloseTo((4 * 0.6 + 1) / 5, 12)
})

test('one declined lowers everybody to 2/5 and who declined to 8/25', () => {
  const willing = willingness([{ via: BOB, state: 'declined' }])
  expect(willing(STRANGER)).toBeCloseTo(2 / 5, 12)
  expect(willing(BOB)).toBeCloseTo(8 / 25, 12)
})

test('met counts as made', () => {
  expect(willingness([{ via: ADA, state: 'met' }])(ADA)).toBe(willingness([{ via: ADA, state: 'made' }])(ADA))
})

const anyAsked: fc.Arbitrary<AskedIntroduction[]> = fc.array(
  fc.record({ via: fc.integer({ min: 1, max: 4 }), state: fc.constantFrom(...introductionStates) }),
  { maxLength: 30 },
)

test('always strictly between 0 and 1, in whatever order the answers came', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const willing = willingness(asked)
      const reversed = willingness(asked.toReversed())
      for (const person of [1, 2, 3, 4, 5]) {
        expect(willing(person)).toBeGreaterThan(0)
        expect(willing(person)).toBeLessThan(1)
        expect(reversed(person)).toBe(willing(person))
      }
    }),
  )
})

test('an introduction made raises, one declined lowers, for them more than for others', () => {
  fc.assert(
    fc.property(anyAsked, (asked) => {
      const before = willingness(asked)
      const made = willingness([...asked, { via: ADA, state: 'made' }])
      const declined = willingness([...asked, { via: ADA, state: 'declined' }])
      for (const person of [ADA, BOB, STRANGER]) {
        expect(made(person)).toBeGreaterThan(before(person))
        expect(declined(person)).toBeLessThan(before(person))
      }
    }),
  )
})

test('who passes on nine in ten is learned from a hundred answers', () => {
  const answers = Array.from({ length: 100 }, (_, i): AskedIntroduction => ({
    via: ADA,
    state: i % 10 === 0 ? 'declined' : 'made',
  }))
  expect(Math.abs(willingness(answers)(ADA) - 0.9)).toBeLessThan(0.01)
})
