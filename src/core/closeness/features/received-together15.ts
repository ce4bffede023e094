import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Messages of others that went to both, with a half-life of 15 days.
 *
 *   Σ 1/n·2^(−age/15 d) over messages to n ≤ 30 recipients
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const receivedTogether15: Feature = {
  name: 'receivedTogether15',
  words: 'Messages that both of you got, over the last weeks',
  unit: 'messages, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'Tried for kith: common neighbours at the level of one message',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.receivedTogether[0]?.[tie] ?? null) : null),
}
