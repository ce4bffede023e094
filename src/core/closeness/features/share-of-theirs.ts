import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Share of what the alter sends that goes to the ego.
 *
 *   I/(1 + Σ over all of what the alter sends), half-life 30 d
 *
 * Range [0, 1). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const shareOfTheirs: Feature = {
  name: 'shareOfTheirs',
  words: 'Your share of what they write',
  unit: 'share',
  range: [0, 1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, share of each side’s activity',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? ties.network === null
        ? null
        : ties.volumeIn[tie]! / (1 + ties.network.alterVolume[tie]!)
      : null,
}
