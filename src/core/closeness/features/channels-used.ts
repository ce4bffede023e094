import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Multiplexity: in how many kinds of contact (mail, meeting, message, post, call) the tie ever was.
 *
 * Range [0, 5]; null when nothing was exchanged, or without the detail of a tie.
 */
export const channelsUsed: Feature = {
  name: 'channelsUsed',
  words: 'In how many ways you are in touch',
  unit: 'count',
  range: [0, 5],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, channels',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.detail?.channels[tie] ?? null) : null),
}
