import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const RECENT_DAYS = 60
const MINUTES = 5

/** They gave something and were not thanked. */
export const thank: Rule = {
  kind: 'thank',
  words: 'Thank',
  propose: ({ name, given, answers }, words = sentences.en.plan) =>
    given === null || given.days > RECENT_DAYS
      ? null
      : {
          kind: 'thank',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: 0,
          why: words.thank(name, given.kind, given.days),
        },
}
