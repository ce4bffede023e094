import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Weeks of exchange in both directions, as the geometric mean of the active weeks of each.
 *
 *   A2 = √(AW_out·AW_in), AW = Σ over 7-day bins of the greatest n^−½ in the bin · 2^(−age of the bin/90 d)
 *
 * Range [0, 20.1]: Σ 2^(−7k/90) over all past weeks, and one for the week under way. 0 when only one side ever wrote.
 * Null when nothing was exchanged.
 */
export const activeWeeksBoth: Feature = {
  name: 'activeWeeksBoth',
  words: 'Weeks in touch both ways, recent ones counting more',
  unit: 'weeks, decayed',
  range: [0, 20.1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, A2',
  of: (ties, tie) =>
    hasContact(ties, tie) ? Math.sqrt(ties.activeWeeksOut[tie]! * ties.activeWeeksIn[tie]!) : null,
}
