import type { TieColumns } from '../ledger/tie-columns.ts'

/** So many weeks of exchange both ways, all recent, give a trust of 1 − 1/e (docs/the-maths/closeness.md). */
const TRUST_WEEKS = 6

/** A tie is dormant from this trust on, and below this closeness (docs/the-maths/closeness.md). */
export const DORMANT_TRUST = 0.5
export const DORMANT_CLOSENESS = 0.2

/**
 * Trust of a tie: depth of mutual history, slow to fade.
 *
 *   trust = 1 − exp(−D/6), D = Σ over weeks with exchange both ways, or a meeting of at most six, of 2^(−age/3 years)
 *
 * Range [0, 1]; higher is deeper. 0 when there never was such a week: known to be none. Never part of closeness.
 * Source: docs/the-maths/closeness.md, an assumption until outcomes confirm it.
 * @param twoWayWeeks D, as in `TieColumns`
 */
export const trustOf = (twoWayWeeks: number): number => -Math.expm1(-twoWayWeeks / TRUST_WEEKS)

/** Trust of every tie. */
export const trustColumn = (ties: TieColumns): Float64Array => ties.twoWayWeeks.map(trustOf)

/** Out of touch, still trusted: people worth writing to again (Levin, Walter & Murnighan 2011). */
export const isDormant = (trust: number, closeness: number): boolean =>
  trust >= DORMANT_TRUST && closeness < DORMANT_CLOSENESS
