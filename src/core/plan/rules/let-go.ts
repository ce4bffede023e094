import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

/** So many messages without one of the user's own are noise. */
const LEAST_MESSAGES = 20
const MINUTES = 1

/** Much comes in, nothing ever goes out: the attention is better spent elsewhere. */
export const letGo: Rule = {
  kind: 'let-go',
  words: 'Let go',
  propose: ({ name, in: received, out, together, contribution, given }, words = sentences.en.plan) =>
    received < LEAST_MESSAGES || out > 0 || together > 0 || contribution > 0 || given !== null
      ? null
      : {
          kind: 'let-go',
          minutes: MINUTES,
          exchange: 0,
          odds: 1,
          beside: 0,
          why: words.letGo(name, received),
        },
}
