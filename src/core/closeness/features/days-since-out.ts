import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { daysSince } from './days-since.ts'

/**
 * Days since the ego last wrote. Fractions count; ten years stand for longer and for never.
 *
 * Meetings are in the days since the last contact only. Range (0, 3652.5]. Null when nothing was exchanged.
 */
export const daysSinceOut: Feature = {
  name: 'daysSinceOut',
  words: 'Days since you last wrote',
  unit: 'days',
  range: [0, 3652.5],
  direction: 'lowers',
  source: 'docs/the-maths/closeness.md, recencies',
  of: (ties, tie) => (hasContact(ties, tie) ? daysSince(ties.at, ties.lastOutMs[tie]!) : null),
}
