import { HIGH_CALIBRE } from './rule.ts'
import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const MINUTES = 10

/** Out of touch, still trusted, and not known to stand low in the field (Levin, Walter & Murnighan 2011). */
export const reconnect: Rule = {
  kind: 'reconnect',
  words: 'Reconnect',
  propose: (tie, words = sentences.en.plan) =>
    !tie.dormant || tie.daysSince === null || (tie.calibre !== null && tie.calibre < HIGH_CALIBRE / 2)
      ? null
      : {
          kind: 'reconnect',
          minutes: MINUTES,
          exchange: tie.answers,
          odds: 1,
          beside: 0,
          why: words.reconnect(tie.name, tie.daysSince, tie.calibre),
        },
}
