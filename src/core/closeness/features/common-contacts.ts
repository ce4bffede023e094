import { COMMON_HALF_LIVES_DAYS } from '../../ledger/network-columns.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { spanOf } from './half-life.ts'

/**
 * Contacts in common, each counting as much as the weaker of the two ties, one feature a half-life of their volumes.
 *
 *   Σ over people k of min(1, volume ego–k, volume alter–k)
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const commonContacts = COMMON_HALF_LIVES_DAYS.map((halfLifeDays, at): Feature => ({
  name: `commonContacts${halfLifeDays}`,
  words: `Contacts in common, ${spanOf(halfLifeDays)}`,
  unit: 'people, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, common neighbours',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.common[at]?.[tie] ?? null) : null),
}))
