import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Messages of others that went to both, with a half-life of 240 days.
 *
 *   Σ 1/n·2^(−age/240 d) over messages to n ≤ 30 recipients
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const receivedTogether240: Feature = {
  name: 'receivedTogether240',
  words: 'Messages that both of you got, over the last years',
  unit: 'messages, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'Tried for kith: common neighbours at the level of one message',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.receivedTogether[2]?.[tie] ?? null) : null),
}
