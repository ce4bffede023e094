import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { geometricMeanOf } from './geometric-mean.ts'

/**
 * Turns of a conversation, as the geometric mean of the turns of each side, with a half-life of 30 days.
 *
 *   √(R_out·R_in), R = Σ 2^(−age of the run's end/30 d) over runs of messages of that side
 *
 * Ten messages without an answer are one turn. A further event never lowers it: put into a run it splits or extends it.
 * Range [0, ∞). 0 when only one side ever wrote. Null when nothing was exchanged, or without the detail of a tie.
 */
export const turns30: Feature = {
  name: 'turns30',
  words: 'Back and forth, over the last weeks',
  unit: 'turns, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'Conversation turns; a form of the reply share of MODEL §1 that a new event never lowers',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? geometricMeanOf(ties.detail?.turnsOut[0]?.[tie], ties.detail?.turnsIn[0]?.[tie])
      : null,
}
