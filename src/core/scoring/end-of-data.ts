const DAY_MS = 86_400_000

/** One in this many newest times may be wrong (clocks set wrong, forged dates) without moving the end. */
const WRONG_TIMES_PER = 1_000

/**
 * The time to score at when none is asked for: a day after the last thing the data knows of, never after `now`.
 *
 * Silence after the end of the data is not silence of the tie. Somebody who imports an old mailbox, or has not
 * imported for a month, is shown the network as the data last saw it. A few times far in the future do not count.
 * @param times epoch milliseconds, in any order
 */
export function endOfData(times: Float64Array, now: number): number {
  const past = times.filter((time) => time < now).sort()
  const last = past.at(-1 - Math.floor(past.length / WRONG_TIMES_PER))
  return last === undefined ? now : Math.min(now, last + DAY_MS)
}
