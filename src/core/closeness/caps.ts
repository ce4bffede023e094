import type { TieColumns } from '../ledger/tie-columns.ts'
import { isTwoWayTie } from './features/feature.ts'

/** Who only ever wrote to the ego stays at or below this (docs/the-maths/closeness.md). */
export const INBOUND_ONLY_CAP = 0.099
/** Whom the ego reached only by a blast stays at or below this (docs/the-maths/closeness.md). */
export const BLAST_CAP = 0.12
/** Weeks' worth of writing that one message to fifty or more amounts to: √(1/50), rounded up. */
const BLAST_WEEKS = 0.1415
/** A probability begins to bend this share below its cap, so that the order below it is kept. */
const BEND = 0.75

/**
 * A probability held below a cap without turning or merging any order: unchanged up to ¾ of the cap, above that
 * approaching the cap as 1 − e^−x.
 */
function heldBelow(p: number, cap: number): number {
  const bend = BEND * cap
  return p <= bend ? p : bend - (cap - bend) * Math.expm1(-(p - bend) / (cap - bend))
}

/**
 * What docs/the-maths/closeness.md promises of every model, learned ones too: whoever only ever writes to the ego (newsletters, cold
 * sales) stays ≤ .099, whatever the volume; one blast of the ego's gains nobody more than .12.
 *
 * Monotone: a new event can only lift a cap, silence can only bring one on.
 */
export function withinCaps(p: number, ties: TieColumns, tie: number): number {
  if (isTwoWayTie(ties, tie)) return p
  if (ties.out[tie] === 0) return heldBelow(p, INBOUND_ONLY_CAP)
  return ties.activeWeeksOut[tie]! <= BLAST_WEEKS ? heldBelow(p, BLAST_CAP) : p
}
