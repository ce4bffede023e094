import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { isTwoWayTie } from './feature.ts'

/**
 * Whether there ever was an exchange in both directions, or a meeting: 1 or 0.
 *
 * Range [0, 1]. Null when nothing was exchanged.
 */
export const twoWay: Feature = {
  name: 'twoWay',
  words: 'There was an exchange both ways',
  unit: 'yes or no',
  range: [0, 1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, two-way flag',
  of: (ties, tie) => (hasContact(ties, tie) ? (isTwoWayTie(ties, tie) ? 1 : 0) : null),
}
