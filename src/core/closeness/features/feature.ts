import type { TieColumns } from '../../ledger/tie-columns.ts'

/** A measured property of a tie, from which closeness is computed. */
export type Feature = {
  /** The name of its file in camel case, too. */
  readonly name: string
  /** What it is to the user. */
  readonly words: string
  readonly unit: string
  /** Least and greatest value, both possible in the limit. */
  readonly range: readonly [number, number]
  /** Whether closeness rises or falls with it. */
  readonly direction: 'raises' | 'lowers'
  /** Where the definition comes from. */
  readonly source: string
  /**
   * The value for one tie; null when the tie has no event that counts, or where it cannot be seen: without the detail
   * or the network of the columns.
   */
  readonly of: (ties: TieColumns, tie: number) => number | null
}

/** Whether a tie has any event before the time of scoring that is not bulk. */
export const hasContact = (ties: TieColumns, tie: number): boolean => !Number.isNaN(ties.lastMs[tie]!)

/** Whether there ever was an exchange in both directions, or a meeting or call. */
export const isTwoWayTie = (ties: TieColumns, tie: number): boolean =>
  ties.together[tie]! > 0 || (ties.out[tie]! > 0 && ties.in[tie]! > 0)
