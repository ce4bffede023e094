import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

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
  source: 'MODEL §1, G',
  of: (ties, tie) => (hasContact(ties, tie) ? Math.sqrt(ties.volumeOut[tie]! * ties.volumeIn[tie]!) : null),
}
