import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const LEAST_CLOSENESS = 0.3
const LEAST_TRUST = 0.3
const LEAST_CONTRIBUTION = 0.005
const MINUTES = 12
/**
 * Asking makes a success likelier than waiting for it. By how much, no source says for a network like the user's:
 * threefold odds are an assumption that outcomes will correct.
 */
export const ASK_ODDS = 3

/** The probability is high enough to ask for what the goal needs. */
export const ask: Rule = {
  kind: 'ask',
  words: 'Ask',
  propose: (tie, words = sentences.en.plan) =>
    tie.closeness < LEAST_CLOSENESS || tie.trust < LEAST_TRUST || tie.contribution < LEAST_CONTRIBUTION
      ? null
      : {
          kind: 'ask',
          minutes: MINUTES,
          exchange: tie.answers,
          odds: ASK_ODDS,
          beside: 0,
          why: words.ask(tie.name, tie.calibre),
        },
}
