import { DAY_MS } from '../../stats/decay.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Days since the last contact in either direction, bulk left out: d = T − last. Fractions count.
 *
 * Range (0, ∞). Null when there was no contact, which is not 0: the limit would be d → ∞.
 */
export const daysSinceContact: Feature = {
  name: 'daysSinceContact',
  words: 'Days since the last contact',
  unit: 'days',
  range: [0, Infinity],
  direction: 'lowers',
  source: 'docs/the-maths/closeness.md, d',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.at - ties.lastMs[tie]!) / DAY_MS : null),
}
