import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Volume of messages of the alter to the ego with a half-life of 30 days.
 *
 *   Σ n^−½·2^(−age/30 d); a meeting counts thrice
 *
 * Range [0, ∞). Null when nothing was exchanged.
 */
export const volumeIn30: Feature = {
  name: 'volumeIn30',
  words: 'What they wrote, over the last weeks',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'MODEL §1, decayed sums',
  of: (ties, tie) => (hasContact(ties, tie) ? ties.volumeIn[tie]! : null),
}
