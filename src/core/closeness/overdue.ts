import { DAY_MS } from '../stats/decay.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'

/** Below so many days with contact there is no rhythm to speak of (docs/the-maths/closeness.md). */
export const OVERDUE_ACTIVE_DAYS = 5
/** A gap of more than so many usual gaps is overdue, and of more than this long overdue (Navarro et al. 2017). */
export const AMBER_RATIO = 2
const RED_RATIO = 8

export const overdueLevels = ['amber', 'red'] as const
export type OverdueLevel = (typeof overdueLevels)[number]

/** How the silence of a tie compares with its rhythm. */
export type Rhythm = {
  /** Days since the last contact. */
  readonly gapDays: number
  /** Usual days from one day with contact to the next. */
  readonly meanGapDays: number
  /** gap ÷ mean gap: 1 is as usual, more is more overdue. */
  readonly ratio: number
  /** Null while the gap is within what is usual. */
  readonly level: OverdueLevel | null
}

/**
 * How long a tie has been silent, measured by its own rhythm.
 *
 *   ratio = (T − last contact) / ((last day − first day) / (active days − 1))
 *
 * An active day is a UTC day with contact in either direction, bulk left out. Range [0, ∞); higher is more overdue:
 * amber above 2, red above 8. Null with fewer than five active days. Source: docs/the-maths/closeness.md; Navarro, Miritello, Canales
 * and Moro 2017 found on phone calls that ties silent for eight usual gaps have mostly ended.
 */
export function rhythmOf(ties: TieColumns, tie: number): Rhythm | null {
  const active = ties.activeDays[tie]!
  if (active < OVERDUE_ACTIVE_DAYS) return null
  const firstDay = Math.floor(ties.firstMs[tie]! / DAY_MS)
  const lastDay = Math.floor(ties.lastMs[tie]! / DAY_MS)
  const meanGapDays = (lastDay - firstDay) / (active - 1)
  const gapDays = (ties.at - ties.lastMs[tie]!) / DAY_MS
  const ratio = gapDays / meanGapDays
  return { gapDays, meanGapDays, ratio, level: overdueLevel(ratio) }
}

/** The mark of a ratio of gap to mean gap. */
export const overdueLevel = (ratio: number): OverdueLevel | null =>
  ratio > RED_RATIO ? 'red' : ratio > AMBER_RATIO ? 'amber' : null
