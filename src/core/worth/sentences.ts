import type { Goal } from '../model/goal.ts'
import type { Gains, Pillar } from './bottleneck.ts'
import { pillars } from './bottleneck.ts'
import type { RightNumber } from './right-number.ts'
import { goalWords, percent } from './wording.ts'

const pillarWords: Readonly<Record<Pillar, string>> = {
  calibre: 'influence in your field',
  closeness: 'closeness and trust',
  number: 'the number of contacts',
}

const tenthMore: Readonly<Record<Pillar, string>> = {
  calibre: 'contacts with a tenth more influence in your field',
  closeness: 'a tenth more closeness and trust',
  number: 'a tenth more contacts like yours',
}

/** Pillars whose gains differ by less than this share are nearly level, and the sentence says so. */
const NEARLY_LEVEL = 0.1

/** Gains and probabilities below this are not worth a figure on screen. */
const LEAST_GAIN = 0.0005

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
): string {
  if (have === 0) return nobodyCounts[pillar]
  if (gains[pillar] < LEAST_GAIN && probability >= aim.confidence) {
    return `Nothing holds you back: you reach ${aim.words} with ${percent(probability)} probability.`
  }
  if (gains[pillar] < LEAST_GAIN && probability < LEAST_GAIN) {
    return `${aim.words} is far out of reach; ${pillarWords[pillar]} is where a start brings most.`
  }
  const others = pillars.filter((other) => other !== pillar)
  const outlook = (each: Pillar): string => percent(probability + gains[each])
  const start =
    probability >= aim.confidence
      ? `You have enough for ${aim.words} (${percent(probability)}). What would still bring most is`
      : `The bottleneck for ${aim.words} is`
  const level = others.filter((other) => gains[other] >= (1 - NEARLY_LEVEL) * gains[pillar])
  const beside =
    level.length === 0
      ? ''
      : `, nearly level with ${level.map((other) => pillarWords[other]).join(' and with ')}`
  return (
    `${start} ${pillarWords[pillar]}${beside}: ${tenthMore[pillar]} would raise the probability from ` +
    `${percent(probability)} to ${outlook(pillar)} (${others.map((other) => `${tenthMore[other]}: ${outlook(other)}`).join('; ')}).`
  )
}

const nobodyCounts: Readonly<Record<Pillar, string>> = {
  number: 'You have no contacts yet. Import a mailbox, a calendar or an export of a network to begin.',
  closeness:
    'None of your contacts counts yet: kith has seen no exchange in both directions. Begin with a conversation.',
  calibre: 'None of your contacts counts yet: none has influence in your field, as far as kith can see.',
}

/** Need and shortfall of a goal in a sentence. */
export function shortfallSentence(goal: Goal, { have, needed, missing, reason }: RightNumber): string {
  if (needed === null || missing === null) return reason ?? ''
  const reach = `reach ${goalWords(goal)} with ${percent(goal.confidence)} probability`
  const counting = `${have.toLocaleString('en')} of your contacts ${have === 1 ? 'counts' : 'count'}`
  if (missing > 0) {
    return `${counting}. To ${reach}, ${missing.toLocaleString('en')} more like your best tenth ${missing === 1 ? 'is' : 'are'} missing.`
  }
  const best = needed === 1 ? 'best contact alone' : `${needed.toLocaleString('en')} best contacts`
  return `Your ${best} would be enough to ${reach}; ${counting}.`
}
