import { VOLUME_HALF_LIVES_DAYS } from '../../ledger/tie-detail.ts'
import { VOLUME_HALF_LIFE_DAYS } from '../../ledger/weights.ts'
import type { Feature } from './feature.ts'
import { hasContact } from './feature.ts'
import { spanOf } from './half-life.ts'

const half = (halfLifeDays: number, of: Feature['of']): Feature => ({
  name: `volumeIn${halfLifeDays}`,
  words: `What they wrote, ${spanOf(halfLifeDays)}`,
  unit: 'messages to one recipient, decayed',
  range: [0, Infinity],
  direction: 'raises',
  source: 'docs/the-maths/closeness.md, decayed sums',
  of: (ties, tie) => (hasContact(ties, tie) ? of(ties, tie) : null),
})

/**
 * Volume of messages of the alter to the ego, one feature a half-life h.
 *
 *   Σ n^−½·2^(−age/h); a meeting counts thrice
 *
 * Range [0, ∞). Null when nothing was exchanged, or (but for 30 days) without the detail of a tie.
 */
export const volumeIn: readonly Feature[] = [
  half(VOLUME_HALF_LIFE_DAYS, (ties, tie) => ties.volumeIn[tie]!),
  ...VOLUME_HALF_LIVES_DAYS.map((days, at) =>
    half(days, (ties, tie) => ties.detail?.volumeIn[at]?.[tie] ?? null),
  ),
]
