import type { GoalKind } from '../model/goal.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
import type { Gains, Pillar } from './bottleneck.ts'
import { pillars } from './bottleneck.ts'
import type { Rates } from './rates.ts'
import { MAX_MISSING } from './right-number.ts'
import type { GoalWorth } from './worth.ts'

type Words = Pick<Sentences, 'worth' | 'basics'>

/** Pillars whose gains differ by less than this share are nearly level, and the sentence says so. */
const NEARLY_LEVEL = 0.1

/** Gains and probabilities below this are not worth a figure on screen. */
const LEAST_GAIN = 0.0005

/** Whether nothing holds an aim back: it is as sure as wanted, and a tenth more of anything would not show. */
export const nothingHolds = (gain: number, probability: number, confidence: number): boolean =>
  gain < LEAST_GAIN && probability >= confidence

/**
 * What holds a goal, or several together, back, in a sentence built from the numbers themselves.
 * @param aim what is aimed at, in words ("5 referrals a quarter", "your goals"), and how sure it should be
 */
export function bottleneckSentence(
  aim: { readonly words: string; readonly confidence: number },
  pillar: Pillar,
  gains: Gains,
  probability: number,
  have: number,
  { worth: words }: Words = sentences.en,
): string {
  if (have === 0) return words.nobodyCounts[pillar]
  if (nothingHolds(gains[pillar], probability, aim.confidence))
    return words.nothingHolds(aim.words, probability)
  if (gains[pillar] < LEAST_GAIN && probability < LEAST_GAIN)
    return words.farOff(aim.words, words.pillar[pillar])
  const others = pillars.filter((other) => other !== pillar)
  const outlook = (each: Pillar): number => probability + gains[each]
  const start =
    probability >= aim.confidence ? words.enoughFor(aim.words, probability) : words.bottleneckFor(aim.words)
  const level = others.filter((other) => gains[other] >= (1 - NEARLY_LEVEL) * gains[pillar])
  const beside = level.length === 0 ? '' : words.level(level.map((other) => words.pillar[other]))
  const would = words.wouldRaise(pillar, probability, outlook(pillar))
  const rest = others.map((other) => words.wouldRaiseTo(other, outlook(other)))
  return `${start} ${words.pillar[pillar]}${beside}. ${would.charAt(0).toUpperCase()}${would.slice(1)}; ${rest.join('; ')}.`
}

/** The same for one goal. */
export const goalBottleneck = (
  { goal, bottleneck, gains, probability, right }: GoalWorth,
  words: Words = sentences.en,
): string =>
  bottleneckSentence(
    { words: words.worth.goal(goal), confidence: goal.confidence },
    bottleneck,
    gains,
    probability,
    right.have,
    words,
  )

/** Need and shortfall of a goal in a sentence. */
export function shortfallSentence(
  { goal, right, nobodyInSegment }: Pick<GoalWorth, 'goal' | 'right' | 'nobodyInSegment'>,
  words: Sentences['worth'] = sentences.en.worth,
): string {
  if (nobodyInSegment) return words.nobodyInSegment(goal.segment)
  const { have, needed, missing, reason } = right
  if (needed === null || missing === null)
    return reason === 'nobody-counts' ? words.noneCounts : words.outOfReach(MAX_MISSING)
  return missing > 0
    ? words.missing(goal, goal.confidence, have, missing)
    : words.enough(goal, goal.confidence, have, needed)
}

/** Where the rates of a kind of goal come from, in a sentence. */
export function rateSentence(
  { basis, baseRate }: Pick<Rates, 'basis' | 'baseRate'>,
  kind: GoalKind,
  words: Sentences['worth'] = sentences.en.worth,
): string {
  if (basis.from === 'outcomes')
    return words.rateLearned(kind, baseRate, basis.low, basis.high, basis.outcomes)
  return basis.from === 'stated' ? words.rateStated(kind, baseRate) : words.rateAssumed(kind, baseRate)
}
