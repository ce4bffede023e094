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

/** Days of data that are counted one by one; what is older lies together in the first of them. */
const COUNTED_DAYS = 20_000

/** The newest times before `now`, at least `wanted` of them where there are so many; ascending. Sorts only those. */
function newest(times: Float64Array, now: number, wanted: number): Float64Array {
  let last = -Infinity
  for (let i = 0; i < times.length; i++) if (times[i]! < now && times[i]! > last) last = times[i]!
  const today = Math.floor(last / DAY_MS)
  const perDay = new Int32Array(COUNTED_DAYS)
  for (let i = 0; i < times.length; i++) {
    if (times[i]! < now) perDay[Math.min(COUNTED_DAYS - 1, today - Math.floor(times[i]! / DAY_MS))]!++
  }
  let found = 0
  let ago = 0
  for (; ago < COUNTED_DAYS - 1; ago++) {
    found += perDay[ago]!
    if (found >= wanted) break
  }
  const from = ago < COUNTED_DAYS - 1 ? (today - ago) * DAY_MS : -Infinity
  return times.filter((time) => time >= from && time < now).sort()
}

/**
 * The time that scores are of, where none is asked for: the end of the day (UTC) of the last thing the data knows of.
 * Ages are counted from there, so that what further comes on one day changes nobody else's. It may lie after now;
 * what has not happened by now is not seen all the same.
 * @param end of the data
 */
const endOfDay = (end: number): number => (Math.floor((end - 1) / DAY_MS) + 1) * DAY_MS

/** What a scoring looks at; all in epoch milliseconds. */
export type ScoringTimes = {
  /** Ages are counted from here. */
  readonly at: number
  /** Events before this are seen. */
  readonly until: number
  /**
   * Who is sought, and what the words of the field tell, is of the events before this: it hangs on everybody, and is
   * found out once a day.
   */
  readonly known: number
}

/**
 * The times of a scoring. A time that is asked for holds exactly, for all three.
 * @param end of the data
 */
export const scoringTimes = (asked: number | null, end: number): ScoringTimes =>
  asked === null
    ? { at: endOfDay(end), until: end, known: endOfDay(end) - DAY_MS }
    : { at: asked, until: asked, known: asked }
