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
  let count = 0
  for (let i = 0; i < times.length; i++) if (times[i]! < now) count++
  const past = newest(times, now, Math.floor(count / WRONG_TIMES_PER) + 2)
  let end = past.length - 1
  const fewest = past.length - 1 - Math.floor(count / WRONG_TIMES_PER)
  for (let i = end; i > fewest && i > 0; i--) if ((past[i] ?? 0) - (past[i - 1] ?? 0) > GAP_MS) end = i - 1
  const last = past[end]
  return last === undefined ? now : Math.min(now, last + 1)
}

/** The newest times before `now`, at least `wanted` of them where there are so many; ascending. Sorts only those. */
function newest(times: Float64Array, now: number, wanted: number): Float64Array {
  const perDay = new Map<number, number>()
  for (let i = 0; i < times.length; i++) {
    if (times[i]! >= now) continue
    const day = Math.floor(times[i]! / DAY_MS)
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
  }
  let from = -Infinity
  let found = 0
  for (const day of [...perDay.keys()].sort((a, b) => b - a)) {
    found += perDay.get(day) ?? 0
    if (found >= wanted) {
      from = day * DAY_MS
      break
    }
  }
  return times.filter((time) => time >= from && time < now).sort()
}
