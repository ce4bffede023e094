import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Weeks in which the ego wrote to the alter or met them.
 *
 *   AW_out = Σ over 7-day bins of the greatest n^−½ in the bin · 2^(−age of the bin/90 d)
 *
 * Range as of A2. 0 when the ego never wrote. Null when nothing was exchanged.
 */
export const activeWeeksOut: Feature = {
  name: 'activeWeeksOut',
  words: 'Weeks in which you wrote, recent ones counting more',
  unit: 'weeks, decayed',
  range: [0, 20.1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, AW_out',
  of: (ties, tie) => (hasContact(ties, tie) ? ties.activeWeeksOut[tie]! : null),
}
