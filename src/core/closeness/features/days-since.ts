import { DAY_MS } from '../../stats/decay.ts'

/** Ten years in days: what stands for longer, and for never. */
const LONGEST_DAYS = 3652.5

/** Days from an event (epoch milliseconds, NaN for never) to `at`, at most ten years. */
export const daysSince = (at: number, eventMs: number): number =>
  Number.isNaN(eventMs) ? LONGEST_DAYS : Math.min(LONGEST_DAYS, (at - eventMs) / DAY_MS)
