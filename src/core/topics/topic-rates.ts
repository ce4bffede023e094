import { binomialTails } from '../stats/binomial-tails.ts'
import { discoveries } from '../stats/discoveries.ts'
import { wilsonInterval } from '../stats/wilson.ts'
import type { TopicRecord, TopicStudy } from './conversation-topics.ts'

/** How often conversations drew in somebody new. */
export type Rate = {
  readonly conversations: number
  /** Conversations that drew in at least one. */
  readonly successes: number
  /** Null without conversations. */
  readonly rate: number | null
  /** Bounds at 95 %. */
  readonly low: number
  readonly high: number
}

export type TopicRate = Rate & {
  readonly topic: string
  readonly people: number
  /** New two-way contacts drawn in, those that count, in the order they came. */
  readonly drawn: readonly number[]
  /** Rate over base rate; null where the base rate is 0 or unknown. */
  readonly lift: number | null
  /** Whether the rate differs from the base rate by more than chance, given how many topics there are. */
  readonly verdict: 'above' | 'below' | 'unclear'
  readonly last: number
  readonly lastMine: number | null
}

/** Share of the topics called above or below that may be so by chance. */
const FALSE_SHARE = 0.1

export type TopicRates = { readonly base: Rate; readonly topics: readonly TopicRate[] }

const rateOf = (conversations: number, successes: number): Rate => ({
  conversations,
  successes,
  rate: conversations === 0 ? null : successes / conversations,
  ...wilsonInterval(successes, conversations),
})

/** Conversations that drew in somebody who counts. */
const successes = (
  { drawn, drawnIn }: Pick<TopicRecord, 'drawn' | 'drawnIn'>,
  counts: (person: number) => boolean,
): number => new Set(drawnIn.filter((_, i) => counts(drawn[i]!))).size

/**
 * How often conversations about each topic drew in a new two-way contact who counts, against how often any
 * conversation did.
 *
 *   rate_t = conversations about t that drew in somebody / conversations about t, with Wilson's 95 % interval
 *
 * Range [0, 1]; higher = draws in more. Of many topics some differ by chance alone: a topic is `above` or `below` the
 * base rate where its binomial tail passes Benjamini and Hochberg's rule at a false discovery rate of one in ten over
 * all topics, otherwise `unclear`. Best lower bound first, so that two lucky conversations do not come before forty
 * good ones.
 * @param counts whether a new contact counts, for example by calibre
 */
export function topicRates(study: TopicStudy, counts: (person: number) => boolean): TopicRates {
  const base = rateOf(study.conversations, successes(study, counts))
  const topics = study.topics.map((record): TopicRate => {
    const rate = rateOf(record.conversations, successes(record, counts))
    return {
      ...rate,
      topic: record.topic,
      people: record.people,
      drawn: [...new Set(record.drawn.filter(counts))],
      lift: rate.rate === null || base.rate === null || base.rate === 0 ? null : rate.rate / base.rate,
      verdict: 'unclear',
      last: record.last,
      lastMine: record.lastMine,
    }
  })
  const tails = topics.map((topic) => binomialTails(topic.successes, topic.conversations, base.rate ?? 0))
  const above = discoveries(
    tails.map(({ atLeast }) => atLeast),
    FALSE_SHARE,
  )
  const below = discoveries(
    tails.map(({ atMost }) => atMost),
    FALSE_SHARE,
  )
  const judged = topics.map((topic, i): TopicRate => ({
    ...topic,
    verdict: above[i] === true ? 'above' : below[i] === true ? 'below' : 'unclear',
  }))
  return {
    base,
    topics: judged.sort(
      (a, b) => b.low - a.low || b.conversations - a.conversations || (a.topic < b.topic ? -1 : 1),
    ),
  }
}
