import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { geometricMeanOf } from './geometric-mean.ts'

/**
 * Volume of exchange in both directions with a half-life of 120 days, as the geometric mean of the volume of each.
 *
 *   G = √(O·I), O and I = Σ n^−½·2^(−age/120 d) over the events of that direction; a meeting counts thrice each way
 *
 * Range [0, ∞). 0 when only one side ever wrote. Null when nothing was exchanged, or without the detail of a tie.
 */
export const mutualVolume120: Feature = {
  name: 'mutualVolume120',
  words: 'Exchange both ways, over the last months',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'MODEL §1, geometric means of the decayed sums',
  of: (ties, tie) =>
    hasContact(ties, tie)
      ? geometricMeanOf(ties.detail?.volumeOut[1]?.[tie], ties.detail?.volumeIn[1]?.[tie])
      : null,
}
