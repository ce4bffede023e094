import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

/** Longer than this and it is no answer any more. */
const OPEN_DAYS = 30
const MINUTES = 8

/** They wrote, the user owes an answer: the exchange is certain once the answer is sent. */
export const answer: Rule = {
  kind: 'answer',
  words: 'Answer',
  propose: ({ name, owed }, words = sentences.en.plan) =>
    owed === null || owed.days > OPEN_DAYS
      ? null
      : {
          kind: 'answer',
          minutes: MINUTES,
          exchange: 1,
          odds: 1,
          beside: 0,
          why: words.answer(name, owed.days, owed.subject),
        },
}
