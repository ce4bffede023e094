import { HIGH_CALIBRE } from './rule.ts'
import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const LEAST_CLOSENESS = 0.05
const MOST_CLOSENESS = 0.6
const QUIET_DAYS = 7
const MINUTES = 15

/** Calibre high, closeness middling: a real exchange makes the tie. */
export const deepen: Rule = {
  kind: 'deepen',
  words: 'Deepen',
  propose: (tie, words = sentences.en.plan) =>
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
          why: words.deepen(tie.name, tie.daysSince, tie.calibre),
        },
}
