import { DAY_MS, decayed, decayer } from '../stats/decay.ts'
import type { TieLedger } from './by-tie.ts'
import { emptyColumns } from './tie-columns.ts'
import type { TieColumns } from './tie-columns.ts'
import { addToDetail, closeDetailWeek, columnsInDetail, detailAt, emptyDetail } from './tie-detail.ts'
import type { DetailFold } from './tie-detail.ts'
import {
  ACTIVE_WEEK_HALF_LIFE_DAYS,
  dayOf,
  IN,
  MESSAGES_PER_MEETING,
  OUT,
  shareOf,
  SMALL_MEETING_OTHERS,
  TOGETHER,
  TRUST_HALF_LIFE_DAYS,
  VOLUME_HALF_LIFE_DAYS,
  weekAgeMs,
  weekOf,
} from './weights.ts'

/**
 * Ties folded so far, to be carried on with later events: the week under way stands apart, since it may still grow.
 * All weights are as of `reference`; from there `columnsOfFold` looks at any other time.
 */
export type TieFold = {
  readonly reference: number
  /** As the columns of ties, with weeks that are over only. */
  readonly closed: TieColumns
  /** Greatest n^−½ of each direction in the week of the last event. */
  readonly weekOut: Float64Array
  readonly weekIn: Float64Array
  /** What there was in that week: WROTE_OUT, WROTE_IN, MET. */
  readonly weekMarks: Uint8Array
  /** What only learned models look at; null where it is not folded. */
  readonly detail: DetailFold | null
}

const WROTE_OUT = 1
const WROTE_IN = 2
const MET = 4

/** Whether both wrote in a week, or they met in a small round. */
const bothWays = (marks: number): boolean =>
  (marks & MET) !== 0 || (marks & (WROTE_OUT | WROTE_IN)) === (WROTE_OUT | WROTE_IN)

/** Ties of which nothing is folded yet. */
export const emptyFold = (length: number, reference: number, withDetail: boolean): TieFold => ({
  reference,
  closed: emptyColumns(length, reference),
  weekOut: new Float64Array(length),
  weekIn: new Float64Array(length),
  weekMarks: new Uint8Array(length),
  detail: withDetail ? emptyDetail(length) : null,
})

const ofVolume = decayer(VOLUME_HALF_LIFE_DAYS * DAY_MS)
const ofActiveWeek = decayer(ACTIVE_WEEK_HALF_LIFE_DAYS * DAY_MS)
const ofTwoWayWeek = decayer(TRUST_HALF_LIFE_DAYS * DAY_MS)

/**
 * Folds the events before `before` into a fold, from row `next[tie]` of each tie on, and moves `next` behind them.
 * In steps or at once comes to the same, to the last digit.
 */
export function foldOn(fold: TieFold, ledger: TieLedger, next: Int32Array, before: number): void {
  for (let tie = 0; tie < next.length; tie++) {
    const row = next[tie]!
    if (row < ledger.starts[tie + 1]! && ledger.atMs[row]! < before)
      next[tie] = foldRows(fold, ledger, tie, row, before)
  }
}

/** Folds rows of one tie, which are in order of time, so that each week is a run of rows; returns the first one left. */
function foldRows(fold: TieFold, ledger: TieLedger, tie: number, from: number, before: number): number {
  const { reference, closed, detail } = fold
  const end = ledger.starts[tie + 1]!
  let volumeOut = closed.volumeOut[tie]!
  let volumeIn = closed.volumeIn[tie]!
  let out = closed.out[tie]!
  let inward = closed.in[tie]!
  let together = closed.together[tie]!
  let activeDays = closed.activeDays[tie]!
  let lastMs = closed.lastMs[tie]!
  let day = dayOf(lastMs)
  let week = weekOf(lastMs)
  let weekOut = fold.weekOut[tie]!
  let weekIn = fold.weekIn[tie]!
  let marks = fold.weekMarks[tie]!
  let row = from
  for (; row < end; row++) {
    const atMs = ledger.atMs[row]!
    if (atMs >= before) break
    const direction = ledger.direction[row]!
    if (ledger.bulk[row] === 1) {
      if (direction === OUT) closed.bulkOut[tie]!++
      else if (direction === IN) closed.bulkIn[tie]!++
      else closed.bulkTogether[tie]!++
      continue
    }
    const ofWeek = weekOf(atMs)
    if (ofWeek !== week) {
      if (!Number.isNaN(week)) {
        const age = weekAgeMs(week, reference)
        const weight = ofActiveWeek(age)
        closed.activeWeeksOut[tie]! += weekOut * weight
        closed.activeWeeksIn[tie]! += weekIn * weight
        if (bothWays(marks)) {
          closed.twoWayWeeks[tie]! += ofTwoWayWeek(age)
          if (detail !== null) closeDetailWeek(detail, tie, age)
        }
      }
      week = ofWeek
      weekOut = weekIn = marks = 0
    }
    const ofDay = dayOf(atMs)
    if (ofDay !== day) {
      day = ofDay
      activeDays++
    }
    const audience = ledger.audience[row]!
    const share = shareOf(audience)
    const volume = share * ofVolume(reference - atMs)
    if (direction === OUT) {
      out++
      marks |= WROTE_OUT
      volumeOut += volume
      if (share > weekOut) weekOut = share
      closed.lastOutMs[tie] = atMs
    } else if (direction === IN) {
      inward++
      marks |= WROTE_IN
      volumeIn += volume
      if (share > weekIn) weekIn = share
      closed.lastInMs[tie] = atMs
    } else if (direction === TOGETHER) {
      together++
      volumeOut += MESSAGES_PER_MEETING * volume
      volumeIn += MESSAGES_PER_MEETING * volume
      if (share > weekOut) weekOut = share
      if (share > weekIn) weekIn = share
      if (audience <= SMALL_MEETING_OTHERS) marks |= MET
    }
    if (detail !== null)
      addToDetail(detail, tie, direction, ledger.channel[row]!, share, reference - atMs, reference - lastMs)
    if (out + inward + together === 1) closed.firstMs[tie] = atMs
    lastMs = atMs
  }
  closed.volumeOut[tie] = volumeOut
  closed.volumeIn[tie] = volumeIn
  closed.out[tie] = out
  closed.in[tie] = inward
  closed.together[tie] = together
  closed.activeDays[tie] = activeDays
  closed.lastMs[tie] = lastMs
  fold.weekOut[tie] = weekOut
  fold.weekIn[tie] = weekIn
  fold.weekMarks[tie] = marks
  return row
}

/**
 * How the folded ties stand at a time; nothing folded may lie at or after it. Weights fade together, so that what was
 * summed up as of `reference` stands for any time; only the week under way fades from its own end on. Counts and times
 * are the fold's own columns: they go on with it.
 */
export function columnsOfFold(fold: TieFold, at: number): TieColumns {
  const { reference, closed, weekOut, weekIn, weekMarks, detail } = fold
  const { length } = closed
  const since = at - reference
  const left = (halfLifeDays: number): number => decayed(since, halfLifeDays * DAY_MS)
  const ofVolumes = left(VOLUME_HALF_LIFE_DAYS)
  const ofWeeks = left(ACTIVE_WEEK_HALF_LIFE_DAYS)
  const ofTrust = left(TRUST_HALF_LIFE_DAYS)
  const activeWeeksOut = new Float64Array(length)
  const activeWeeksIn = new Float64Array(length)
  const twoWayWeeks = new Float64Array(length)
  const openAge = new Float64Array(length)
  const both = new Uint8Array(length)
  for (let tie = 0; tie < length; tie++) {
    const lastMs = closed.lastMs[tie]!
    if (Number.isNaN(lastMs)) continue
    const age = weekAgeMs(weekOf(lastMs), at)
    const weight = ofActiveWeek(age)
    activeWeeksOut[tie] = closed.activeWeeksOut[tie]! * ofWeeks + weekOut[tie]! * weight
    activeWeeksIn[tie] = closed.activeWeeksIn[tie]! * ofWeeks + weekIn[tie]! * weight
    openAge[tie] = age
    both[tie] = Number(bothWays(weekMarks[tie]!))
    twoWayWeeks[tie] = closed.twoWayWeeks[tie]! * ofTrust + (both[tie] === 1 ? ofTwoWayWeek(age) : 0)
  }
  return {
    ...closed,
    at,
    volumeOut: closed.volumeOut.map((volume) => volume * ofVolumes),
    volumeIn: closed.volumeIn.map((volume) => volume * ofVolumes),
    activeWeeksOut,
    activeWeeksIn,
    twoWayWeeks,
    detail:
      detail === null ? null : detailAt(detail, { at, reference, lastMs: closed.lastMs, openAge, both }),
  }
}

export type Column = Float64Array | Int32Array | Uint8Array

/** Every column of a fold, in one order: to keep it, and to carry a kept one on. */
export function columnsInFold({ closed, weekOut, weekIn, weekMarks, detail }: TieFold): readonly Column[] {
  return [
    closed.volumeOut,
    closed.volumeIn,
    closed.activeWeeksOut,
    closed.activeWeeksIn,
    closed.twoWayWeeks,
    closed.out,
    closed.in,
    closed.together,
    closed.activeDays,
    closed.bulkOut,
    closed.bulkIn,
    closed.bulkTogether,
    closed.firstMs,
    closed.lastMs,
    closed.lastOutMs,
    closed.lastInMs,
    weekOut,
    weekIn,
    weekMarks,
    ...(detail === null ? [] : columnsInDetail(detail)),
  ]
}
