import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascending, unite } from './copies.ts'
import type { Known } from './copies.ts'

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const known: fc.Arbitrary<Known> = fc.record({
  at: orNull(fc.integer({ min: -3, max: 3 })),
  timeQuality: fc.nat(4),
  channel: fc.nat(2),
  bulk: fc.boolean(),
  subject: orNull(fc.constantFrom('a', 'b')),
  words: orNull(fc.nat(3)),
  thread: orNull(fc.constantFrom('t', 'u')),
  participants: fc.array(fc.nat(20)).map(ascending),
})

test('a copy of the same adds nothing', () => {
  fc.assert(
    fc.property(known, (one) => {
      expect(unite(one, one)).toEqual(one)
    }),
  )
})

test('which copy comes first does not matter', () => {
  fc.assert(
    fc.property(known, known, known, (a, b, c) => {
      expect(unite(a, b)).toEqual(unite(b, a))
      expect(unite(unite(a, b), c)).toEqual(unite(a, unite(b, c)))
    }),
  )
})

test('an exact time beats a day, and any time beats none', () => {
  const base: Known = {
    at: 500,
    timeQuality: 3,
    channel: 0,
    bulk: false,
    subject: null,
    words: null,
    thread: null,
    participants: [],
  }
  expect(unite(base, { ...base, at: 900, timeQuality: 0 })).toMatchObject({ at: 900, timeQuality: 0 })
  expect(unite({ ...base, at: null, timeQuality: 0 }, base)).toMatchObject({ at: 500, timeQuality: 3 })
})
