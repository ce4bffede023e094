import { HIGH_CALIBRE } from './rule.ts'
import type { Rule } from './rule.ts'
import { ago, standing } from './words.ts'

const LEAST_CLOSENESS = 0.05
const MOST_CLOSENESS = 0.6
const QUIET_DAYS = 7
const MINUTES = 15

/** Calibre high, closeness middling: a real exchange makes the tie. */
export const deepen: Rule = {
  kind: 'deepen',
  words: 'Deepen',
  propose: (tie) =>
    tie.calibre === null ||
    tie.calibre < HIGH_CALIBRE ||
    tie.dormant ||
    tie.closeness < LEAST_CLOSENESS ||
    tie.closeness > MOST_CLOSENESS ||
    tie.daysSince === null ||
    tie.daysSince < QUIET_DAYS
      ? null
      : {
          kind: 'deepen',
          minutes: MINUTES,
          exchange: tie.answers,
          odds: 1,
          beside: 0,
          why: `${tie.name} and you are in touch now and then, last ${ago(tie.daysSince)}${standing(tie)}: a proper exchange would carry the tie.`,
        },
}
