import { VOLUME_HALF_LIVES_DAYS } from '../../ledger/tie-detail.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { geometricMeanOf, spanOf } from './half-life.ts'

/**
 * Recent volume of exchange in both directions, as the geometric mean of the volume of each.
 *
 *   G = √(O·I), O and I = Σ n^−½·2^(−age/30 d) over the events of that direction; a meeting counts thrice each way
 *
 * Range [0, ∞). 0 when only one side ever wrote. Null when nothing was exchanged.
 */
export const mutualVolume: Feature = {
  name: 'mutualVolume',
  words: 'Recent exchange both ways',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, G',
  of: (ties, tie) => (hasContact(ties, tie) ? Math.sqrt(ties.volumeOut[tie]! * ties.volumeIn[tie]!) : null),
}

/** The same with each further half-life; null also without the detail of a tie. */
export const mutualVolumes = VOLUME_HALF_LIVES_DAYS.map((halfLifeDays, at): Feature => ({
  ...mutualVolume,
  name: `mutualVolume${halfLifeDays}`,
  words: `Exchange both ways, ${spanOf(halfLifeDays)}`,
  source: 'docs/the-maths/closeness.md, geometric means of the decayed sums',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? geometricMeanOf(ties.detail?.volumeOut[at]?.[tie], ties.detail?.volumeIn[at]?.[tie])
      : null,
}))
