import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Exchanges there ever were: the lesser of the messages out and in, and the meetings.
 *
 * Range [0, ∞). 0 when only one side ever wrote. Null when nothing was exchanged.
 */
export const exchanges: Feature = {
  name: 'exchanges',
  words: 'Exchanges both ways, all time',
  unit: 'count',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, counts',
  of: (ties, tie) =>
    hasContact(ties, tie) ? Math.min(ties.out[tie]!, ties.in[tie]!) + ties.together[tie]! : null,
}
