import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { daysSince } from './days-since.ts'

/**
 * Days since both sides had written: the longer of the two silences. Fractions count; ten years stand for longer and for never.
 *
 * Meetings are in the days since the last contact only. Range (0, 3652.5]. Null when nothing was exchanged.
 */
export const daysSinceBoth: Feature = {
  name: 'daysSinceBoth',
  words: 'Days since both had written',
  unit: 'days',
  range: [0, 3652.5],
  direction: 'lowers',
  source: 'docs/the-maths/closeness.md, recencies',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? Math.max(daysSince(ties.at, ties.lastOutMs[tie]!), daysSince(ties.at, ties.lastInMs[tie]!))
      : null,
}
