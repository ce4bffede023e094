import { HIGH_CALIBRE } from './rule.ts'
import type { Rule } from './rule.ts'
import { ago, standing } from './words.ts'

const MINUTES = 10

/** Out of touch, still trusted, and not known to stand low in the field (Levin, Walter & Murnighan 2011). */
export const reconnect: Rule = {
  kind: 'reconnect',
  words: 'Reconnect',
  propose: (tie) =>
    !tie.dormant || tie.daysSince === null || (tie.calibre !== null && tie.calibre < HIGH_CALIBRE / 2)
      ? null
      : {
          kind: 'reconnect',
          minutes: MINUTES,
          exchange: tie.answers,
          odds: 1,
          beside: 0,
          why: `Your last contact with ${tie.name} was ${ago(tie.daysSince)}, and you know each other well${standing(tie)}.`,
        },
}
