import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { daysSince } from './days-since.ts'

/**
 * Days since the alter last wrote to anybody; ten years stand for longer and for never.
 *
 * Who writes to nobody any more has left, or changed address. Range (0, 3652.5]. Null when nothing was exchanged, or
 * where the data shows only the ego's own mail.
 */
export const alterSilence: Feature = {
  name: 'alterSilence',
  words: 'Days since they wrote to anybody',
  unit: 'days',
  range: [0, 3652.5],
  direction: 'lowers',
  source: 'Tried for kith: recency of each side',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? ties.network === null
        ? null
        : daysSince(ties.at, ties.network.alterLastMs[tie]!)
      : null,
}
