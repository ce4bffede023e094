import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const LEAST_PROBABILITY = 0.02
const MINUTES = 12

/** They can introduce somebody of calibre whom the user does not know yet (docs/the-maths/discover.md). */
export const introduction: Rule = {
  kind: 'introduction',
  words: 'Ask for an introduction',
  propose: ({ name, introduces, answers }, words = sentences.en.plan) =>
    introduces === null || introduces.probability < LEAST_PROBABILITY
      ? null
      : {
          kind: 'introduction',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: introduces.probability * introduces.value,
          why: words.introduction(name, introduces.name, introduces.probability),
        },
}
