import { expect, test } from 'vitest'
import { TermShares } from './term-shares.ts'

const sharesOf = (people: number, counts: Readonly<Record<string, number>>, prior = 0.001): TermShares => {
  const shares = new TermShares(() => prior)
  shares.people = people
  for (const [term, times] of Object.entries(counts)) for (let i = 0; i < times; i++) shares.count(term)
  return shares
}

test('a value is as frequent as the others show who have it, against two thousand shipped people', () => {
  // (102 − 2 + 2000 · .001) / (8000 + 2000)
  expect(sharesOf(8_000, { smith: 102 }).share('smith')).toBeCloseTo(0.0102, 12)
})

test('of the pair itself nothing is learned: once, twice and never are the shipped share', () => {
  for (const times of [0, 1, 2]) expect(sharesOf(0, { smith: times }).share('smith')).toBeCloseTo(0.001, 12)
  expect(sharesOf(0, { smith: 3 }).share('smith')).toBeGreaterThan(0.001)
})

test('two who turn out to be one count once', () => {
  const shares = sharesOf(100, { smith: 5 })
  expect(shares.peopleWith('smith')).toBe(5)
  shares.uncount('smith')
  expect(shares.peopleWith('smith')).toBe(4)
  expect(shares.share('smith')).toBe(sharesOf(100, { smith: 4 }).share('smith'))
  expect(shares.peopleWith('jones')).toBe(0)
})
