const DAY_MS = 86_400_000

/** At most one in this many newest times may be wrong (clocks set wrong, forged dates). */
const WRONG_TIMES_PER = 1_000
/** Wrong times stand apart: a gap longer than this separates them from the rest. */
const GAP_MS = 30 * DAY_MS

/**
 * The time to score at when none is asked for: just after the last thing the data knows of, never after `now`.
 *
 * Silence after the end of the data is not silence of the tie. Somebody who imports an old mailbox, or has not
 * imported for a month, is shown the network as the data last saw it. A few times that stand far apart from all
 * others at the end are taken for wrong dates and do not move it.
 * @param times epoch milliseconds, in any order
 */
export function endOfData(times: Float64Array, now: number): number {
  const past = times.filter((time) => time < now).sort()
  let end = past.length - 1
  const fewest = past.length - 1 - Math.floor(past.length / WRONG_TIMES_PER)
  for (let i = end; i > fewest && i > 0; i--) if ((past[i] ?? 0) - (past[i - 1] ?? 0) > GAP_MS) end = i - 1
  const last = past[end]
  return last === undefined ? now : Math.min(now, last + 1)
}
