import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Volume of messages of the alter to the ego with a half-life of 720 days.
 *
 *   Σ n^−½·2^(−age/720 d); a meeting counts thrice
 *
 * Range [0, ∞). Null when nothing was exchanged, or without the detail of a tie.
 */
export const volumeIn720: Feature = {
  name: 'volumeIn720',
  words: 'What they wrote, over the last years',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'MODEL §1, decayed sums',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.detail?.volumeIn[2]?.[tie] ?? null) : null),
}
