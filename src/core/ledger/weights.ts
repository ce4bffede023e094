import { directionCode } from '../model/interaction.ts'
import { DAY_MS } from '../stats/decay.ts'

export const OUT = directionCode('out')
export const IN = directionCode('in')
export const TOGETHER = directionCode('together')

/** A one-to-one meeting or call counts as this many messages each way (docs/the-maths/closeness.md; an assumption). */
export const MESSAGES_PER_MEETING = 3

/** A meeting of at most six, the ego among them, counts as an exchange both ways for trust (docs/the-maths/closeness.md). */
export const SMALL_MEETING_OTHERS = 5

/** Half-life of the volume of exchange, in days (docs/the-maths/closeness.md). */
export const VOLUME_HALF_LIFE_DAYS = 30
/** Half-life of an active week, in days (docs/the-maths/closeness.md). */
export const ACTIVE_WEEK_HALF_LIFE_DAYS = 90
/** Half-life of a week with exchange both ways as a ground for trust: three years, in days (docs/the-maths/closeness.md). */
export const TRUST_HALF_LIFE_DAYS = 3 * 365.25

export const WEEK_MS = 7 * DAY_MS

/** The 7-day bin of a time, counted from the Unix epoch. */
export const weekOf = (atMs: number): number => Math.floor(atMs / WEEK_MS)

/** The UTC day of a time, counted from the Unix epoch. */
export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS)

/** Age of a 7-day bin at a time: 0 until the bin is over. In milliseconds. */
export const weekAgeMs = (week: number, at: number): number => Math.max(0, at - (week + 1) * WEEK_MS)

const TABLE = Float64Array.from({ length: 64 }, (_, n) => 1 / Math.sqrt(Math.max(1, n)))

/**
 * Weight of an event for one of its n recipients: n^−½, so that attention shared among more people counts less for
 * each. Range (0, 1], falling in n; an unknown n (below 1) counts as 1.
 */
export const shareOf = (audience: number): number => TABLE[audience] ?? 1 / Math.sqrt(Math.max(1, audience))
