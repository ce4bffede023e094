import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Weeks in which the alter wrote to the ego or met them.
 *
 *   AW_in = Σ over 7-day bins of the greatest n^−½ in the bin · 2^(−age of the bin/90 d)
 *
 * Range as of A2. 0 when the alter never wrote. Null when nothing was exchanged.
 */
export const activeWeeksIn: Feature = {
  name: 'activeWeeksIn',
  words: 'Weeks in which they wrote, recent ones counting more',
  unit: 'weeks, decayed',
  range: [0, 20.1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, AW_in',
  of: (ties, tie) => (hasContact(ties, tie) ? ties.activeWeeksIn[tie]! : null),
}
