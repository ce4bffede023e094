import { expect, test } from 'vitest'
import type { Goal } from '../model/goal.ts'
import { bottleneckSentence, nothingHolds, shortfallSentence } from './sentences.ts'
import { goalWords, percent } from './wording.ts'

const goal: Goal = {
  kind: 'referrals',
  target: 5,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: null,
}

const aim = { words: '5 referrals a quarter', confidence: 0.8 }

test('a probability in words never claims certainty', () => {
  expect([0, 1e-5, 0.0123, 0.414, 0.955, 0.99999, 1].map(percent)).toEqual([
    '0 %',
    'under 0.1 %',
    '1.2 %',
    '41 %',
    '95.5 %',
    'over 99.9 %',
    'over 99.9 %',
  ])
})

test('goals read naturally in the singular and the plural', () => {
  expect(goalWords(goal)).toBe('5 referrals a quarter')
  expect(goalWords({ kind: 'hires', target: 1, period: 'year' })).toBe('1 hire a year')
  expect(goalWords({ kind: 'help', target: 2, period: 'month' })).toBe('2 pieces of help a month')
})

test('the bottleneck says what a tenth more of each pillar would bring', () => {
  const gains = { calibre: 0.02, closeness: 0.03, number: 0.05 }
  expect(bottleneckSentence(aim, 'number', gains, 0.41, 30)).toBe(
    'The bottleneck for 5 referrals a quarter is the number of contacts. A tenth more contacts like yours would raise ' +
      'the probability from 41 % to 46 %; contacts with a tenth more influence in your field, to 43 %; ' +
      'a tenth more closeness and trust, to 44 %.',
  )
  expect(bottleneckSentence(aim, 'number', gains, 0.85, 30)).toMatch(
    /^You have enough for 5 referrals a quarter \(85 %\)/,
  )
})

test('pillars that are nearly level are said to be', () => {
  const gains = { calibre: 0.051, closeness: 0.03, number: 0.05 }
  expect(bottleneckSentence(aim, 'number', gains, 0.41, 30)).toContain(
    'is the number of contacts, nearly level with influence in your field. A tenth more contacts',
  )
})

test('nothing holds back what is as sure as wanted and would not grow by a tenth more', () => {
  const gains = { calibre: 0, closeness: 0, number: 0.0001 }
  expect(bottleneckSentence(aim, 'number', gains, 0.999, 30)).toMatch(/^Nothing holds you back/)
  expect(nothingHolds(gains.number, 0.999, aim.confidence)).toBe(true)
  expect(nothingHolds(0.05, 0.999, aim.confidence)).toBe(false)
  expect(nothingHolds(gains.number, 0.001, aim.confidence)).toBe(false)
})

test('the shortfall says how many are missing, or that it is enough', () => {
  const right = { have: 40, needed: 52, missing: 12, like: 0.1, reason: null }
  expect(shortfallSentence({ goal, right, nobodyInSegment: false })).toBe(
    '40 of your contacts count. To reach 5 referrals a quarter with 80 % probability, 12 more like your best tenth are missing.',
  )
  expect(
    shortfallSentence({ goal, right: { ...right, have: 1, needed: 2, missing: 1 }, nobodyInSegment: false }),
  ).toBe(
    '1 of your contacts counts. To reach 5 referrals a quarter with 80 % probability, 1 more like your best tenth is missing.',
  )
  expect(
    shortfallSentence({ goal, right: { ...right, needed: 30, missing: 0 }, nobodyInSegment: false }),
  ).toBe(
    'Your 30 best contacts would be enough to reach 5 referrals a quarter with 80 % probability; 40 of your contacts count.',
  )
  expect(
    shortfallSentence({ goal, right: { ...right, needed: 1, missing: 0 }, nobodyInSegment: false }),
  ).toMatch(/^Your best contact alone would be enough/)
})
