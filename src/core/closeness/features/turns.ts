import { TURN_HALF_LIVES_DAYS } from '../../ledger/tie-detail.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { geometricMeanOf, spanOf } from './half-life.ts'

/**
 * Turns of a conversation, as the geometric mean of the turns of each side, one feature a half-life h.
 *
 *   √(R_out·R_in), R = Σ 2^(−age of the run's end/h) over runs of messages of that side
 *
 * Ten messages without an answer are one turn. A further event never lowers it: put into a run it splits or extends it.
 * Range [0, ∞). 0 when only one side ever wrote. Null when nothing was exchanged, or without the detail of a tie.
 */
export const turns = TURN_HALF_LIVES_DAYS.map((halfLifeDays, at): Feature => ({
  name: `turns${halfLifeDays}`,
  words: `Back and forth, ${spanOf(halfLifeDays)}`,
  unit: 'turns, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source:
    'Conversation turns; a form of the reply share of docs/the-maths/closeness.md that a new event never lowers',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? geometricMeanOf(ties.detail?.turnsOut[at]?.[tie], ties.detail?.turnsIn[at]?.[tie])
      : null,
}))
