import type { Rule } from './rule.ts'
import { ago } from './words.ts'

const RECENT_DAYS = 60
const MINUTES = 5

/** They gave something and were not thanked. */
export const thank: Rule = {
  kind: 'thank',
  words: 'Thank',
  propose: ({ name, given, answers }) =>
    given === null || given.days > RECENT_DAYS
      ? null
      : {
          kind: 'thank',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: 0,
          why: `${name} gave you ${/^[aeiou]/.test(given.kind) ? 'an' : 'a'} ${given.kind} ${ago(given.days)}: say thank you, and what came of it.`,
        },
}
