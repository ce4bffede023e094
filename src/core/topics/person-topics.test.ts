import { expect, test } from 'vitest'
import { PersonTopics } from './person-topics.ts'

const nobodysWords: ReadonlySet<string> = new Set()

test('a person talks about what comes up most in what they took part in', () => {
  const topics = new PersonTopics(nobodysWords)
  topics.add([1, 2], 'Pricing', [])
  topics.add([1], 'Re: Pricing of steel', [])
  topics.add([2], 'Chess', [])
  expect(topics.of(1, 5)).toEqual(['pricing', 'steel'])
  expect(topics.of(2, 5)).toEqual(['chess', 'pricing'])
  expect(topics.of(1, 1)).toEqual(['pricing'])
  expect(topics.of(3, 5)).toEqual([])
})

test('words that name no topic are none as hashtags either, nor are names', () => {
  const topics = new PersonTopics(new Set(['acme']))
  expect(topics.add([1], 'Acme pricing', ['#Acme', '#steel'])).toEqual(['steel', 'pricing'])
  topics.add([1], 'Acme pricing', [])
  expect(topics.of(1, 5)).toEqual(['pricing', 'steel'])
  expect(topics.of(1, 5, new Set(['pricing']))).toEqual(['steel'])
})

test('a word of the subject that is a hashtag too counts once, in either case', () => {
  const topics = new PersonTopics(nobodysWords)
  topics.add([1], 'Pricing', ['#Pricing'])
  topics.add([1], 'Steel', [])
  topics.add([1], 'Steel', [])
  expect(topics.of(1, 5)).toEqual(['steel', 'pricing'])
})

test('in bounded memory the commonest word stays, however many others come and go', () => {
  const topics = new PersonTopics(nobodysWords)
  for (let i = 0; i < 200; i++) {
    topics.add([1], 'Pricing', [])
    topics.add(
      [1],
      `word${String.fromCodePoint(97 + (i % 26))}${String.fromCodePoint(97 + Math.floor(i / 26))}`,
      [],
    )
  }
  expect(topics.of(1, 1)).toEqual(['pricing'])
})
