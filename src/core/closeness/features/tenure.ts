import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { DAY_MS } from '../../stats/decay.ts'

/**
 * How long there has been contact: days from the first event to the last.
 *
 * Counted to the last event and not to today, so that silence never raises it. Range [0, ∞). Null when nothing was
 * exchanged.
 */
export const tenure: Feature = {
  name: 'tenure',
  words: 'How long you have been in touch',
  unit: 'days',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, tenure',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.lastMs[tie]! - ties.firstMs[tie]!) / DAY_MS : null),
}
