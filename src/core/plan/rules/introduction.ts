import type { Rule } from './rule.ts'

const LEAST_PROBABILITY = 0.02
const MINUTES = 12

/** They can introduce somebody of calibre whom the user does not know yet (MODEL §7). */
export const introduction: Rule = {
  kind: 'introduction',
  words: 'Ask for an introduction',
  propose: ({ name, introduces, answers }) =>
    introduces === null || introduces.probability < LEAST_PROBABILITY
      ? null
      : {
          kind: 'introduction',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: introduces.probability * introduces.value,
          why: `${name} is in touch with ${introduces.name}, whom you do not know yet: ask for an introduction (${Math.round(introduces.probability * 100)} % likely to come about).`,
        },
}
