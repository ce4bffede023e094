import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Share of what the ego sends that goes to the alter.
 *
 *   O/(1 + Σ over all of O), half-life 30 d
 *
 * The 1 keeps it from being 1 for whoever wrote one message. Range [0, 1). Null when nothing was exchanged, or where
 * the data shows only the ego's own mail.
 */
export const shareOfMine: Feature = {
  name: 'shareOfMine',
  words: 'Their share of what you write',
  unit: 'share',
  range: [0, 1],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, share of each side’s activity',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? ties.network === null
        ? null
        : ties.volumeOut[tie]! / (1 + ties.network.egoVolume[tie]!)
      : null,
}
