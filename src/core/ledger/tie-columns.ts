import { decayed, DAY_MS } from '../stats/decay.ts'
import type { DetailColumns } from './tie-detail.ts'
import type { NetworkColumns } from './network-columns.ts'
import type { TieStatistics } from './tie-statistics.ts'
import {
  ACTIVE_WEEK_HALF_LIFE_DAYS,
  TRUST_HALF_LIFE_DAYS,
  VOLUME_HALF_LIFE_DAYS,
  weekAgeMs,
} from './weights.ts'

/**
 * All ties of a ledger as they stand at a time: one entry a tie. Only `bulkOut`, `bulkIn` and `bulkTogether` know
 * of bulk. Times are epoch milliseconds, NaN where there was no such event.
 */
export type TieColumns = {
  /** The time of scoring; nothing at or after it is in here. */
  readonly at: number
  readonly length: number
  /** O and I of docs/the-maths/closeness.md: Σ n^−½·2^(−age/30 d) toward and from the alter; a meeting counts thrice each way. */
  readonly volumeOut: Float64Array
  readonly volumeIn: Float64Array
  /** AW_out and AW_in of docs/the-maths/closeness.md: Σ over 7-day bins of the greatest n^−½ in the bin, ·2^(−age of the bin/90 d). */
  readonly activeWeeksOut: Float64Array
  readonly activeWeeksIn: Float64Array
  /** D of docs/the-maths/closeness.md: Σ over weeks with exchange both ways or a small meeting of 2^(−age of the bin/3 years). */
  readonly twoWayWeeks: Float64Array
  readonly out: Int32Array
  readonly in: Int32Array
  readonly together: Int32Array
  /** UTC days with contact in any direction. */
  readonly activeDays: Int32Array
  readonly bulkOut: Int32Array
  readonly bulkIn: Int32Array
  readonly bulkTogether: Int32Array
  readonly firstMs: Float64Array
  readonly lastMs: Float64Array
  readonly lastOutMs: Float64Array
  readonly lastInMs: Float64Array
  /** What only learned models look at; null where it was not folded. */
  readonly detail: DetailColumns | null
  /** What others do around a tie; null where only the ego's own side is seen. */
  readonly network: NetworkColumns | null
}

const never = (length: number): Float64Array => new Float64Array(length).fill(NaN)

/** Columns of ties without events. */
export const emptyColumns = (length: number, at: number): TieColumns => ({
  at,
  length,
  volumeOut: new Float64Array(length),
  volumeIn: new Float64Array(length),
  activeWeeksOut: new Float64Array(length),
  activeWeeksIn: new Float64Array(length),
  twoWayWeeks: new Float64Array(length),
  out: new Int32Array(length),
  in: new Int32Array(length),
  together: new Int32Array(length),
  activeDays: new Int32Array(length),
  bulkOut: new Int32Array(length),
  bulkIn: new Int32Array(length),
  bulkTogether: new Int32Array(length),
  firstMs: never(length),
  lastMs: never(length),
  lastOutMs: never(length),
  lastInMs: never(length),
  detail: null,
  network: null,
})

/**
 * The columns of ties whose statistics were kept, one entry each in their order. `at` must lie after every event:
 * statistics cannot forget one. (`foldLedger` can look at any time, because it has the events.)
 */
export function columnsOf(ties: readonly TieStatistics[], at: number): TieColumns {
  const columns = emptyColumns(ties.length, at)
  for (const [i, tie] of ties.entries()) {
    columns.bulkOut[i] = tie.bulk.out
    columns.bulkIn[i] = tie.bulk.in
    columns.bulkTogether[i] = tie.bulk.together
    if (tie.lastMs === null) continue
    if (tie.lastMs >= at) {
      throw new RangeError('Tie statistics hold an event at or after the time of scoring.')
    }
    columns.out[i] = tie.counts.out
    columns.in[i] = tie.counts.in
    columns.together[i] = tie.counts.together
    columns.activeDays[i] = tie.days.length
    columns.firstMs[i] = tie.firstMs ?? NaN
    columns.lastMs[i] = tie.lastMs
    columns.lastOutMs[i] = tie.lastOutMs ?? NaN
    columns.lastInMs[i] = tie.lastInMs ?? NaN
    const left = decayed(at - tie.lastMs, VOLUME_HALF_LIFE_DAYS * DAY_MS)
    columns.volumeOut[i] = tie.volumeOut * left
    columns.volumeIn[i] = tie.volumeIn * left
    for (const week of tie.weeks) {
      const age = weekAgeMs(week.week, at)
      const weight = decayed(age, ACTIVE_WEEK_HALF_LIFE_DAYS * DAY_MS)
      columns.activeWeeksOut[i]! += week.out * weight
      columns.activeWeeksIn[i]! += week.in * weight
      if (week.met || (week.wroteOut && week.wroteIn)) {
        columns.twoWayWeeks[i]! += decayed(age, TRUST_HALF_LIFE_DAYS * DAY_MS)
      }
    }
  }
  return columns
}

/** The columns of some of the ties, in the order given. */
export function pickTies(columns: TieColumns, ties: Int32Array): TieColumns {
  const { detail, network } = columns
  const floats = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(ties.length)
    for (let i = 0; i < ties.length; i++) picked[i] = column[ties[i]!]!
    return picked
  }
  const counts = (column: Int32Array): Int32Array => {
    const picked = new Int32Array(ties.length)
    for (let i = 0; i < ties.length; i++) picked[i] = column[ties[i]!]!
    return picked
  }
  const each = (of: readonly Float64Array[]): Float64Array[] => of.map(floats)
  return {
    at: columns.at,
    length: ties.length,
    volumeOut: floats(columns.volumeOut),
    volumeIn: floats(columns.volumeIn),
    activeWeeksOut: floats(columns.activeWeeksOut),
    activeWeeksIn: floats(columns.activeWeeksIn),
    twoWayWeeks: floats(columns.twoWayWeeks),
    out: counts(columns.out),
    in: counts(columns.in),
    together: counts(columns.together),
    activeDays: counts(columns.activeDays),
    bulkOut: counts(columns.bulkOut),
    bulkIn: counts(columns.bulkIn),
    bulkTogether: counts(columns.bulkTogether),
    firstMs: floats(columns.firstMs),
    lastMs: floats(columns.lastMs),
    lastOutMs: floats(columns.lastOutMs),
    lastInMs: floats(columns.lastInMs),
    detail: detail && {
      volumeOut: each(detail.volumeOut),
      volumeIn: each(detail.volumeIn),
      weeksBoth: each(detail.weeksBoth),
      turnsOut: each(detail.turnsOut),
      turnsIn: each(detail.turnsIn),
      channels: counts(detail.channels),
    },
    network: network && {
      common: each(network.common),
      receivedTogether: each(network.receivedTogether),
      egoVolume: floats(network.egoVolume),
      alterVolume: floats(network.alterVolume),
      alterLastMs: floats(network.alterLastMs),
      inTouch: floats(network.inTouch),
    },
  }
}
