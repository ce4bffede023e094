import { WEEK_HALF_LIVES_DAYS } from '../../ledger/tie-detail.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { spanOf } from './half-life.ts'

/**
 * Weeks in which both wrote, or met in a small round, one feature a half-life h.
 *
 *   Σ over such 7-day bins of 2^(−age of the bin/h)
 *
 * Unlike the geometric mean of active weeks it asks for both directions within one week.
 * Range [0, 1 + 1/(1 − 2^(−7/h))]: all past weeks, and the one under way. Null when nothing was exchanged, or without
 * the detail of a tie.
 */
export const weeksBoth = WEEK_HALF_LIVES_DAYS.map((halfLifeDays, at): Feature => ({
  name: `weeksBoth${halfLifeDays}`,
  words: `Weeks with exchange both ways, ${spanOf(halfLifeDays)}`,
  unit: 'weeks, decayed',
  range: [0, 1 + 1 / (1 - 2 ** (-7 / halfLifeDays))],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, active weeks; the bins of trust',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.detail?.weeksBoth[at]?.[tie] ?? null) : null),
}))
