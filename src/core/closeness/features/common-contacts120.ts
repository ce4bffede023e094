import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'

/**
 * Contacts in common, each counting as much as the weaker of the two ties, with a half-life of 120 days.
 *
 *   Σ over people k of min(1, volume ego–k, volume alter–k)
 *
 * Range [0, ∞). Null when nothing was exchanged, or where the data shows only the ego's own mail.
 */
export const commonContacts120: Feature = {
  name: 'commonContacts120',
  words: 'Contacts in common, over the last months',
  unit: 'people, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'MODEL §1, common neighbours',
  of: (ties, tie) => (hasContact(ties, tie) ? (ties.network?.common[2]?.[tie] ?? null) : null),
}
