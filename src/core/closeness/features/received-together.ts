import { RECEIVED_HALF_LIVES_DAYS } from '../../ledger/network-columns.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { spanOf } from './half-life.ts'

/**
 * Messages of others that went to both, one feature a half-life h.
 *
 *   Σ 1/n·2^(−age/h) over messages to n ≤ 30 recipients
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const receivedTogether = RECEIVED_HALF_LIVES_DAYS.map((halfLifeDays, at): Feature => ({
  name: `receivedTogether${halfLifeDays}`,
  words: `Messages that both of you got, ${spanOf(halfLifeDays)}`,
  unit: 'messages, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'Tried for kith: common neighbours at the level of one message',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.receivedTogether[at]?.[tie] ?? null) : null),
}))
