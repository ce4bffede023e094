import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * With how many people ego and alter are in touch both ways just now, as the geometric mean of the two.
 *
 *   √(B_ego·B_alter), B = Σ over people k of min(1, √(O_k·I_k)), O and I as in G, half-life 7 d
 *
 * It says how lively the place is: where everybody exchanges a lot, a tie of the same past is likelier to go on.
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const inTouch: Feature = {
  name: 'inTouch',
  words: 'With how many both of you are in touch these days',
  unit: 'people, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'Tried for kith: the base rate of exchange, as the data shows it',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.inTouch[tie] ?? null) : null),
}
