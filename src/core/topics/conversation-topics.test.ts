import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IN, OUT, TOGETHER } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { ConversationTopics, DRAWN_WITHIN_DAYS, LEAST_CONVERSATIONS } from './conversation-topics.ts'
import type { ConversationRow, TopicStudy } from './conversation-topics.ts'

const NOW = Date.UTC(2026, 5, 1)
const nobodysName: ReadonlySet<string> = new Set()

let interactions = 0
const row = (personId: number, daysAgo: number, some: Partial<ConversationRow> = {}): ConversationRow => ({
  personId,
  interactionId: interactions++,
  at: NOW - daysAgo * DAY_MS,
  direction: IN,
  thread: null,
  subject: null,
  keywords: [],
  ...some,
})

/** As the store gives them: by person, then by time. */
const study = (
  rows: readonly ConversationRow[],
  { without = nobodysName, names = new Map<number, ReadonlySet<string>>() } = {},
): TopicStudy => {
  const topics = new ConversationTopics(without, (person) => names.get(person) ?? nobodysName)
  for (const one of rows.toSorted((a, b) => a.personId - b.personId || a.at - b.at)) topics.add(one)
  return topics.finish()
}

const named = ({ topics }: TopicStudy): unknown[] =>
  topics.map(({ topic, conversations, people }) => [topic, conversations, people])

test('a conversation is a thread, or an interaction without one; a topic needs three of them', () => {
  const rows = [
    row(1, 30, { thread: 'a', subject: 'Pricing' }),
    row(1, 29, { thread: 'a', subject: 'Re: Pricing' }),
    row(2, 28, { thread: 'a', subject: 'Re: Pricing' }),
    row(3, 20, { subject: 'Pricing' }),
    row(3, 10, { subject: 'Pricing' }),
    row(3, 9, { thread: 'b', subject: 'Chess' }),
    row(3, 8, { thread: 'c', subject: 'Chess' }),
    row(3, 7),
  ]
  expect(LEAST_CONVERSATIONS).toBe(3)
  expect(named(study(rows))).toEqual([['pricing', 3, 3]])
  expect(study(rows).conversations).toBe(5)
})

test('words that sources give are topics as well as those of the subject, each once', () => {
  const rows = [1, 2, 3].map((days) => row(1, days, { subject: 'Pricing', keywords: ['#pricing', 'Steel'] }))
  expect(named(study(rows))).toEqual([
    ['Steel', 3, 1],
    ['pricing', 3, 1],
  ])
  expect(named(study(rows, { without: new Set(['steel']) }))).toEqual([['pricing', 3, 1]])
})

test('a conversation is about what its earliest subject says, if that says anything', () => {
  const rows = ['a', 'b', 'c'].flatMap((thread) => [
    row(1, 30, { thread, subject: 'Re:' }),
    row(2, 20, { thread, subject: 'Pricing' }),
    row(3, 10, { thread, subject: 'Chess' }),
  ])
  expect(named(study(rows))).toEqual([['pricing', 3, 3]])
})

test('the name of whoever takes part is no topic, whoever is looked at first', () => {
  for (const [first, second] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const names = new Map([[first, new Set(['miller'])]])
    // The earlier message, which names the other, is looked at after that of the other, or before it.
    const rows = ['a', 'b', 'c'].flatMap((thread) => [
      row(first, 10, { thread, subject: 'Miller pricing' }),
      row(second, 20, { thread, subject: 'Miller pricing' }),
    ])
    expect(named(study(rows, { names }))).toEqual([['pricing', 3, 2]])
  }
})

test('somebody is drawn in by their first conversation, where it came to an exchange both ways within half a year', () => {
  const about = (thread: string) => ({ thread, subject: 'Pricing' })
  const drawn = (...rows: readonly ConversationRow[]): readonly number[] =>
    study([...rows, ...['x', 'y', 'z'].map((thread) => row(99, 500, { ...about(thread), direction: IN }))])
      .topics[0]!.drawn
  const first = row(1, 400, about('a'))
  const answer = (daysAgo: number) => row(1, daysAgo, { thread: 'b', direction: OUT })
  expect(DRAWN_WITHIN_DAYS).toBe(180)
  expect(drawn(first, answer(220))).toEqual([1])
  expect(drawn(first, answer(219))).toEqual([])
  expect(drawn(first)).toEqual([])
  expect(drawn(first, row(1, 300, { thread: 'b', direction: TOGETHER }))).toEqual([1])
  // The first conversation was another one.
  expect(drawn(row(1, 401, { thread: 'c', subject: 'Chess' }), first, answer(390))).toEqual([])
})

test('those drawn in are told in the order in which they came, whatever their ids', () => {
  const rows = [3, 1, 2].flatMap((person, i) => [
    row(person, 300 - i, { thread: `t${i}`, subject: 'Pricing' }),
    row(person, 290 - i, { thread: `t${i}`, direction: OUT }),
  ])
  expect(study(rows).topics[0]!.drawn).toEqual([3, 1, 2])
  expect(study(rows).drawn).toEqual([3, 1, 2])
})

test('when a topic was last spoken of, and last by the user', () => {
  const rows = [
    row(1, 30, { thread: 'a', subject: 'Pricing', direction: OUT }),
    row(1, 20, { thread: 'b', subject: 'Pricing' }),
    row(1, 10, { thread: 'c', subject: 'Pricing' }),
  ]
  expect(study(rows).topics[0]).toMatchObject({ last: NOW - 10 * DAY_MS, lastMine: NOW - 30 * DAY_MS })
  expect(study(rows.map((each) => ({ ...each, direction: IN }))).topics[0]!.lastMine).toBeNull()
  expect(study([row(1, 5, { thread: 'a', direction: TOGETHER }), ...rows]).topics[0]!.lastMine).toBe(
    NOW - 5 * DAY_MS,
  )
})

test('the commonest spelling names a topic, the first in the alphabet among equals', () => {
  const spelt = (...words: readonly string[]): string =>
    study(words.map((word, i) => row(1, i + 1, { keywords: [word] }))).topics[0]!.topic
  expect(spelt('pricing', 'Pricing', 'pricing')).toBe('pricing')
  expect(spelt('pricing', 'Pricing', 'PRICING', 'Pricing')).toBe('Pricing')
  expect(spelt('pricing', 'Pricing', 'pricing', 'Pricing')).toBe('Pricing')
})

test('relabelling people changes whom a topic drew in and nothing else', () => {
  const people = [1, 2, 3, 4]
  const anyRow = fc.record({
    personId: fc.constantFrom(...people),
    // Times that differ: of two subjects at one time, either may count as the earlier.
    at: fc.integer({ min: 1, max: 1_000_000 }),
    direction: fc.constantFrom(IN, OUT, TOGETHER),
    thread: fc.constantFrom('a', 'b', 'c', 'd', null),
    subject: fc.constantFrom('Miller pricing', 'Steel', 'pricing Chess', 'Ada Steel', null),
  })
  const names = new Map([
    [1, new Set(['miller'])],
    [2, new Set(['ada'])],
  ])
  const told = (of: TopicStudy, original: (person: number) => number) => ({
    conversations: of.conversations,
    drawn: of.drawn.map(original).toSorted((a, b) => a - b),
    topics: of.topics.map(({ drawn, drawnIn, ...rest }) => ({
      ...rest,
      drawn: drawn.map(original).toSorted((a, b) => a - b),
      conversationsThatDrew: new Set(drawnIn).size,
    })),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { maxLength: 30, selector: ({ at }) => at }),
      fc.shuffledSubarray(people, { minLength: people.length }),
      (some, labels) => {
        const rows = some.map((each, i) => row(each.personId, 0, { ...each, interactionId: i }))
        const renamed = rows.map((each) => ({ ...each, personId: labels[each.personId - 1]! }))
        const renamedNames = new Map([...names].map(([person, words]) => [labels[person - 1]!, words]))
        expect(told(study(renamed, { names: renamedNames }), (label) => labels.indexOf(label) + 1)).toEqual(
          told(study(rows, { names }), (person) => person),
        )
      },
    ),
  )
})
