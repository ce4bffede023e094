import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Volume of messages of the alter to the ego with a half-life of 7 days.
 *
 *   Σ n^−½·2^(−age/7 d); a meeting counts thrice
 *
 * Range [0, ∞). Null when nothing was exchanged, or without the detail of a tie.
 */
export const volumeIn7: Feature = {
  name: 'volumeIn7',
  words: 'What they wrote, over the last days',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'MODEL §1, decayed sums',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.detail?.volumeIn[0]?.[tie] ?? null) : null),
}
