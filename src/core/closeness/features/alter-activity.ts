import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * What the alter sends to anybody: Σ n^−½·2^(−age/30 d).
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const alterActivity: Feature = {
  name: 'alterActivity',
  words: 'How much they write at all',
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, activity of each side',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.alterVolume[tie] ?? null) : null),
}
