import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate, dayInWords, spanInWords } from './civil-date.ts'

test('the day of any time is the one that Date gives', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (atMs) => {
      const date = new Date(atMs)
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
      expect(civilDate(atMs)).toEqual(expected)
    }),
    { numRuns: 2000, examples: [[0], [-1], [951_782_400_000], [951_868_800_000], [4_107_542_400_000]] },
  )
})

test('the year is said where it is not the present one', () => {
  expect(dayInWords(Date.UTC(2024, 1, 29), Date.UTC(2024, 11, 1))).toBe('29 February')
  expect(dayInWords(Date.UTC(2023, 11, 31), Date.UTC(2024, 0, 1))).toBe('31 December 2023')
})

test('spans are said in the largest unit of which there are two', () => {
  const said = [0.5, 1, 13.9, 14, 60, 61, 123, 730, 731, 1100].map(spanInWords)
  expect(said).toEqual([
    '0 days',
    '1 day',
    '13 days',
    '2 weeks',
    '8 weeks',
    '2 months',
    '4 months',
    '23 months',
    '2 years',
    '3 years',
  ])
})
