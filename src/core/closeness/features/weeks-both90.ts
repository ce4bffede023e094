import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Weeks in which both wrote, or met in a small round, with a half-life of 90 days.
 *
 *   Σ over such 7-day bins of 2^(−age of the bin/90 d)
 *
 * Unlike the geometric mean of active weeks it asks for both directions within one week.
 * Range [0, 20.0]. Null when nothing was exchanged, or without the detail of a tie.
 */
export const weeksBoth90: Feature = {
  name: 'weeksBoth90',
  words: 'Weeks with exchange both ways, over the last months',
  unit: 'weeks, decayed',
  range: [0, 20.0],
  direction: 'raises',
  source: 'MODEL §1, active weeks; the bins of trust (§2)',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.detail?.weeksBoth[1]?.[tie] ?? null) : null),
}
