import { expect, test } from 'vitest'
import { DAY_MS } from '../stats/decay.ts'
import { suggestTopics } from './suggest.ts'
import type { TopicRate } from './topic-rates.ts'

const NOW = Date.UTC(2026, 5, 1)
const pricing: TopicRate = {
  topic: 'pricing',
  conversations: 12,
  successes: 6,
  rate: 0.5,
  low: 0.25,
  high: 0.75,
  people: 20,
  drawn: [1, 2, 3, 4],
  lift: 10,
  verdict: 'above',
  last: NOW,
  lastMine: NOW - 100 * DAY_MS,
}
const names = ['', 'Ada', 'Bob', '', 'Di']
const nameOf = (person: number): string => names[person] ?? ''
const suggested = (topics: readonly TopicRate[], base: number | null = 0.05, most = 5) =>
  suggestTopics(topics, base, nameOf, most, NOW)

test('a suggestion says how often, against what, how long ago, and who came', () => {
  expect(suggested([pricing])).toEqual([
    {
      topic: 'pricing',
      text: '6 of 12 conversations about it drew in somebody new (50 %, usually 5.0 %), more than chance explains; you last wrote on it 3 months ago. Among those who came: Ada, Bob, Di.',
      people: [1, 2, 4],
    },
  ])
})

test('what you wrote on lately, what draws in few, and what was seldom talked about is left out', () => {
  expect(suggested([{ ...pricing, lastMine: NOW - 14 * DAY_MS }])).toEqual([])
  expect(suggested([{ ...pricing, lastMine: NOW - 15 * DAY_MS }])).toHaveLength(1)
  expect(suggested([{ ...pricing, conversations: 4, successes: 2 }])).toEqual([])
  expect(suggested([pricing], 0.5)).toEqual([])
  expect(suggested([{ ...pricing, verdict: 'unclear' }], 0.4)).toEqual([])
  expect(suggested([{ ...pricing, verdict: 'unclear' }], 0.3)).toHaveLength(1)
  expect(suggested([pricing], null)).toEqual([])
})

test('the clear ones come before those that may be chance, then the surer rate', () => {
  const chance: TopicRate = {
    ...pricing,
    topic: 'chess',
    verdict: 'unclear',
    low: 0.4,
    lastMine: null,
    drawn: [],
  }
  const surer: TopicRate = { ...pricing, topic: 'storage', low: 0.3 }
  expect(suggested([chance, pricing, surer]).map(({ topic }) => topic)).toEqual([
    'storage',
    'pricing',
    'chess',
  ])
  expect(suggested([chance, pricing, surer], 0.05, 1)).toHaveLength(1)
  expect(suggested([chance])[0]?.text).toBe(
    '6 of 12 conversations about it drew in somebody new (50 %, usually 5.0 %), though so few may be chance; you have never written on it yourself.',
  )
})
