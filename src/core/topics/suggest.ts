import { DAY_MS } from '../stats/decay.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
import type { TopicRate } from './topic-rates.ts'

/** A topic to write about next, and the facts that speak for it. */
export type Suggestion = { readonly topic: string; readonly text: string; readonly people: readonly number[] }

/** Who was drawn in, named in a suggestion. */
const NAMED = 3
/** A topic the owner wrote on within this needs no reminder. */
const FRESH_DAYS = 14
/** Conversations that a topic needs to be suggested. */
const ENOUGH = 5
/** Where it may be chance, a topic has to draw in so many times as many as usual to be worth a line. */
const MARKED = 1.5

/**
 * What to write about next: topics whose conversations drew in more than most did, longest untouched among the clear
 * ones first. From facts only: counts, dates, who. Topics the owner wrote on in the last FRESH_DAYS days are left out,
 * and so are those that draw in less than the base rate, or hardly more and by chance as likely.
 * @param now epoch milliseconds
 */
export function suggestTopics(
  topics: readonly TopicRate[],
  baseRate: number | null,
  nameOf: (person: number) => string,
  most: number,
  now: number,
  words: Sentences['topics'] = sentences.en.topics,
): Suggestion[] {
  if (baseRate === null) return []
  return topics
    .filter(
      (each) =>
        each.conversations >= ENOUGH &&
        each.successes > 0 &&
        (each.rate ?? 0) > baseRate * (each.verdict === 'above' ? 1 : MARKED) &&
        (each.lastMine === null || now - each.lastMine > FRESH_DAYS * DAY_MS),
    )
    .sort(
      (a, b) =>
        Number(b.verdict === 'above') - Number(a.verdict === 'above') ||
        b.low - a.low ||
        (a.topic < b.topic ? -1 : 1),
    )
    .slice(0, most)
    .map((each) => {
      const newest = each.drawn.filter((person) => nameOf(person) !== '').slice(-NAMED)
      return {
        topic: each.topic,
        people: newest,
        text: words.suggestion(
          each.successes,
          each.conversations,
          each.rate ?? 0,
          baseRate,
          each.verdict === 'above',
          each.lastMine === null ? null : (now - each.lastMine) / DAY_MS,
          newest.map(nameOf),
        ),
      }
    })
}
