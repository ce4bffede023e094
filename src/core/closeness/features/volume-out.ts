import { VOLUME_HALF_LIVES_DAYS } from '../../ledger/tie-detail.ts'
import { VOLUME_HALF_LIFE_DAYS } from '../../ledger/weights.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { spanOf } from './half-life.ts'

const half = (halfLifeDays: number, of: Feature['of']): Feature => ({
  name: `volumeOut${halfLifeDays}`,
  words: `What you wrote, ${spanOf(halfLifeDays)}`,
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, decayed sums',
  of: (ties, tie) => (hasContact(ties, tie) ? of(ties, tie) : null),
})

/**
 * Volume of messages of the ego to the alter, one feature a half-life h.
 *
 *   Σ n^−½·2^(−age/h); a meeting counts thrice
 *
 * Range [0, ∞). Null when nothing was exchanged, or (but for 30 days) without the detail of a tie.
 */
export const volumeOut: readonly Feature[] = [
  half(VOLUME_HALF_LIFE_DAYS, (ties, tie) => ties.volumeOut[tie]!),
  ...VOLUME_HALF_LIVES_DAYS.map((days, at) =>
    half(days, (ties, tie) => ties.detail?.volumeOut[at]?.[tie] ?? null),
  ),
]
