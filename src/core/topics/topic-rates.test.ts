import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TopicStudy } from './conversation-topics.ts'
import { topicRates } from './topic-rates.ts'

const topic = (
  name: string,
  conversations: number,
  drawn: readonly number[],
  drawnIn: readonly number[],
) => ({
  topic: name,
  conversations,
  people: conversations,
  drawn,
  drawnIn,
  last: 0,
  lastMine: null,
})

/** Of 400 conversations 40 drew somebody in: 30 of them are about pricing, which was talked about 40 times. */
const study: TopicStudy = {
  conversations: 400,
  drawn: Array.from({ length: 40 }, (_, i) => i),
  drawnIn: Array.from({ length: 40 }, (_, i) => i),
  topics: [
    topic('weather', 200, [38, 39], [38, 39]),
    topic(
      'pricing',
      40,
      Array.from({ length: 30 }, (_, i) => i),
      Array.from({ length: 30 }, (_, i) => i),
    ),
    topic('chess', 3, [37], [37]),
  ],
}

test('rates against the rate of all, the clear ones called so', () => {
  const { base, topics } = topicRates(study, () => true)
  expect(base).toMatchObject({ conversations: 400, successes: 40, rate: 0.1 })
  expect(topics.map((each) => [each.topic, each.verdict])).toEqual([
    ['pricing', 'above'],
    ['chess', 'unclear'],
    ['weather', 'below'],
  ])
  expect(topics[0]).toMatchObject({ rate: 0.75, lift: 7.5 })
})

test('only who counts is counted, and a conversation that drew in two succeeded once', () => {
  const two = {
    ...study,
    drawn: [1, 2, 3],
    drawnIn: [7, 7, 8],
    topics: [topic('pricing', 4, [1, 2, 3], [7, 7, 8])],
  }
  const counted = (counts: (person: number) => boolean) => topicRates(two, counts).topics[0]
  expect(counted(() => true)).toMatchObject({ successes: 2, drawn: [1, 2, 3] })
  expect(counted((person) => person < 3)).toMatchObject({ successes: 1, drawn: [1, 2] })
  expect(counted(() => false)).toMatchObject({ successes: 0, drawn: [], lift: null, verdict: 'unclear' })
})

test('without a conversation the rate is unknown, not 0', () => {
  expect(topicRates({ conversations: 0, drawn: [], drawnIn: [], topics: [] }, () => true)).toEqual({
    base: { conversations: 0, successes: 0, rate: null, low: 0, high: 1 },
    topics: [],
  })
})

const anyTopic = fc.integer({ min: 1, max: 40 }).chain((conversations) =>
  fc.record({
    conversations: fc.constant(conversations),
    successes: fc.integer({ min: 0, max: conversations }),
  }),
)

test('the rate lies in its interval, and who is called above or below is so', () => {
  fc.assert(
    fc.property(fc.array(anyTopic, { minLength: 1, maxLength: 8 }), (some) => {
      const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
      const most = Math.max(...some.map(({ successes }) => successes))
      const { base, topics } = topicRates(
        {
          conversations: some.reduce((sum, { conversations }) => sum + conversations, 0),
          drawn: upTo(most),
          drawnIn: upTo(most),
          topics: some.map((each, i) =>
            topic(`topic ${i}`, each.conversations, upTo(each.successes), upTo(each.successes)),
          ),
        },
        () => true,
      )
      for (const { rate, low, high, verdict } of topics) {
        expect(low).toBeLessThanOrEqual(rate!)
        expect(high).toBeGreaterThanOrEqual(rate!)
        if (verdict === 'above') expect(rate).toBeGreaterThan(base.rate!)
        if (verdict === 'below') expect(rate).toBeLessThan(base.rate!)
      }
      const lows = topics.map(({ low }) => low)
      expect(lows).toEqual(lows.toSorted((a, b) => b - a))
    }),
  )
})
