import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const LEAST_CLOSENESS = 0.4
const LEAST_TRUST = 0.3
const UNMET_DAYS = 120
const MINUTES = 60
/** An invitation among people in touch is taken up more often than a message is answered. */
const ACCEPTS = 0.8
/** A meeting counts as three messages each way (docs/the-maths/closeness.md), so it moves more than one exchange. */
const ODDS = 1.5

/** In touch and trusted, but not met for long: a meeting. */
export const meet: Rule = {
  kind: 'meet',
  words: 'Meet',
  propose: (tie, words = sentences.en.plan) =>
    tie.closeness < LEAST_CLOSENESS ||
    tie.trust < LEAST_TRUST ||
    tie.contribution <= 0 ||
    (tie.daysSinceMet !== null && tie.daysSinceMet < UNMET_DAYS)
      ? null
      : {
          kind: 'meet',
          minutes: MINUTES,
          exchange: ACCEPTS,
          odds: ODDS,
          beside: 0,
          why: words.meet(tie.name, tie.daysSinceMet, tie.calibre),
        },
}
