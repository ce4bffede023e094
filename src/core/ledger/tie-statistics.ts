import { decayed, DAY_MS } from '../stats/decay.ts'
import {
  dayOf,
  IN,
  MESSAGES_PER_MEETING,
  OUT,
  shareOf,
  SMALL_MEETING_OTHERS,
  TOGETHER,
  VOLUME_HALF_LIFE_DAYS,
  weekOf,
} from './weights.ts'

/** One event of a tie; codes and units as in the ledger. */
export type TieEvent = {
  readonly atMs: number
  readonly direction: number
  readonly audience: number
  readonly bulk: boolean
}

/** How many events there were, by direction. */
export type DirectionCounts = { readonly out: number; readonly in: number; readonly together: number }

/** What happened in one 7-day bin of a tie. */
export type TieWeek = {
  /** Bins since the Unix epoch. */
  readonly week: number
  /** Greatest n^−½ of an event toward the alter; meetings go both ways. 0 when there was none. */
  readonly out: number
  readonly in: number
  /** The ego wrote; the alter wrote; they met in a small round. */
  readonly wroteOut: boolean
  readonly wroteIn: boolean
  readonly met: boolean
}

/**
 * What closeness and trust need to know of a tie: a commutative monoid under `mergeTies`, with `emptyTie` as its
 * identity. Independent of the time of scoring. Plain numbers and arrays, so it can be stored as JSON.
 * Bulk is counted and nothing else; every other field is of the events that are not bulk.
 */
export type TieStatistics = {
  readonly counts: DirectionCounts
  readonly bulk: DirectionCounts
  /** Epoch milliseconds; null when there was none. */
  readonly firstMs: number | null
  readonly lastMs: number | null
  /** The last message or post of the ego, of the alter; meetings are in `lastMs` only. */
  readonly lastOutMs: number | null
  readonly lastInMs: number | null
  /** Σ n^−½·2^(−age/30 d) of each direction, the age counted back from `lastMs`; a meeting counts thrice each way. */
  readonly volumeOut: number
  readonly volumeIn: number
  /** The bins with an event, ascending. */
  readonly weeks: readonly TieWeek[]
  /** The UTC days with an event, since the Unix epoch, ascending. */
  readonly days: readonly number[]
}

const NO_COUNTS: DirectionCounts = { out: 0, in: 0, together: 0 }

/** The statistics of a tie without events. */
export const emptyTie: TieStatistics = {
  counts: NO_COUNTS,
  bulk: NO_COUNTS,
  firstMs: null,
  lastMs: null,
  lastOutMs: null,
  lastInMs: null,
  volumeOut: 0,
  volumeIn: 0,
  weeks: [],
  days: [],
}

/** The statistics of a tie with this one event. */
export function tieOf({ atMs, direction, audience, bulk }: TieEvent): TieStatistics {
  const together = direction === TOGETHER
  const wroteOut = direction === OUT
  const wroteIn = direction === IN
  const counts = { out: wroteOut ? 1 : 0, in: wroteIn ? 1 : 0, together: together ? 1 : 0 }
  if (bulk) return { ...emptyTie, bulk: counts }
  const share = shareOf(audience)
  const volume = together ? MESSAGES_PER_MEETING * share : share
  return {
    counts,
    bulk: NO_COUNTS,
    firstMs: atMs,
    lastMs: atMs,
    lastOutMs: wroteOut ? atMs : null,
    lastInMs: wroteIn ? atMs : null,
    volumeOut: wroteIn ? 0 : volume,
    volumeIn: wroteOut ? 0 : volume,
    weeks: [
      {
        week: weekOf(atMs),
        out: wroteIn ? 0 : share,
        in: wroteOut ? 0 : share,
        wroteOut,
        wroteIn,
        met: together && audience <= SMALL_MEETING_OTHERS,
      },
    ],
    days: [dayOf(atMs)],
  }
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

const latest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

const added = (a: DirectionCounts, b: DirectionCounts): DirectionCounts => ({
  out: a.out + b.out,
  in: a.in + b.in,
  together: a.together + b.together,
})

const unitedWeek = (a: TieWeek, b: TieWeek): TieWeek => ({
  week: a.week,
  out: Math.max(a.out, b.out),
  in: Math.max(a.in, b.in),
  wroteOut: a.wroteOut || b.wroteOut,
  wroteIn: a.wroteIn || b.wroteIn,
  met: a.met || b.met,
})

/** Both lists of bins in one, ascending; a bin of both is united. */
function mergedWeeks(a: readonly TieWeek[], b: readonly TieWeek[]): TieWeek[] {
  const merged: TieWeek[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const ofA = a[i]
    const ofB = b[j]
    if (ofB === undefined || (ofA !== undefined && ofA.week < ofB.week)) {
      merged.push(ofA!)
      i++
    } else if (ofA === undefined || ofB.week < ofA.week) {
      merged.push(ofB)
      j++
    } else {
      merged.push(unitedWeek(ofA, ofB))
      i++
      j++
    }
  }
  return merged
}

/** Both lists of days in one, ascending, each day once. */
const mergedDays = (a: readonly number[], b: readonly number[]): readonly number[] =>
  a.length === 0 ? b : b.length === 0 ? a : [...new Set([...a, ...b])].sort((x, y) => x - y)

/** How much of a volume is left at a later reference time; 1 for a tie without events, whose volume is 0. */
const carried = (from: number | null, to: number | null): number =>
  from === null || to === null ? 1 : decayed(to - from, VOLUME_HALF_LIFE_DAYS * DAY_MS)

/** The statistics of all events of both: of two batches of one tie, or of two people found to be one. */
export function mergeTies(a: TieStatistics, b: TieStatistics): TieStatistics {
  const lastMs = latest(a.lastMs, b.lastMs)
  const leftOfA = carried(a.lastMs, lastMs)
  const leftOfB = carried(b.lastMs, lastMs)
  return {
    counts: added(a.counts, b.counts),
    bulk: added(a.bulk, b.bulk),
    firstMs: earliest(a.firstMs, b.firstMs),
    lastMs,
    lastOutMs: latest(a.lastOutMs, b.lastOutMs),
    lastInMs: latest(a.lastInMs, b.lastInMs),
    volumeOut: a.volumeOut * leftOfA + b.volumeOut * leftOfB,
    volumeIn: a.volumeIn * leftOfA + b.volumeIn * leftOfB,
    weeks: mergedWeeks(a.weeks, b.weeks),
    days: mergedDays(a.days, b.days),
  }
}

/** The statistics of a tie with these events, in any order. */
export const foldTie = (events: Iterable<TieEvent>): TieStatistics => {
  let tie = emptyTie
  for (const event of events) tie = mergeTies(tie, tieOf(event))
  return tie
}
