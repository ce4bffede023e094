import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

/** Sooner would press, later is a new beginning. */
const FIRST_DAYS = 5
const LAST_DAYS = 45
const MINUTES = 4

/** The user wrote and had no answer: a short reminder. */
export const followUp: Rule = {
  kind: 'follow-up',
  words: 'Follow up',
  propose: ({ name, waiting, answers }, words = sentences.en.plan) =>
    waiting === null || waiting.days < FIRST_DAYS || waiting.days > LAST_DAYS
      ? null
      : {
          kind: 'follow-up',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: 0,
          why: words.followUp(name, waiting.days, waiting.subject),
        },
}
