import { DAY_MS, decayer } from '../stats/decay.ts'
import { byTie } from './by-tie.ts'
import type { TieLedger } from './by-tie.ts'
import type { Ledger } from './ledger.ts'
import { emptyColumns } from './tie-columns.ts'
import type { TieColumns } from './tie-columns.ts'
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
 * Folds the events before `at` (epoch milliseconds) into one entry a tie; the rows may come in any order. Equal to
 * folding each tie with `tie-statistics.ts` up to rounding, and the same to the last digit for any order of rows.
 */
export function foldLedger(ledger: Ledger, at: number): TieColumns {
  const ordered = byTie(ledger)
  const columns = emptyColumns(ledger.tieCount, at)
  for (let tie = 0; tie < ledger.tieCount; tie++) foldRows(ordered, tie, columns)
  return columns
}

const ofVolume = decayer(VOLUME_HALF_LIFE_DAYS * DAY_MS)
const ofActiveWeek = decayer(ACTIVE_WEEK_HALF_LIFE_DAYS * DAY_MS)
const ofTwoWayWeek = decayer(TRUST_HALF_LIFE_DAYS * DAY_MS)

/** Folds the rows of one tie, which are in order of time, so that each week is a run of rows. */
function foldRows(ledger: TieLedger, tie: number, columns: TieColumns): void {
  const { at } = columns
  const end = ledger.starts[tie + 1]!
  let volumeOut = 0
  let volumeIn = 0
  let activeWeeksOut = 0
  let activeWeeksIn = 0
  let twoWayWeeks = 0
  let out = 0
  let inward = 0
  let together = 0
  let activeDays = 0
  let day = NaN
  let week = NaN
  let weekOut = 0
  let weekIn = 0
  let wroteOut = false
  let wroteIn = false
  let met = false

  const closeWeek = (): void => {
    const age = weekAgeMs(week, at)
    const weight = ofActiveWeek(age)
    activeWeeksOut += weekOut * weight
    activeWeeksIn += weekIn * weight
    if (met || (wroteOut && wroteIn)) twoWayWeeks += ofTwoWayWeek(age)
  }

  for (let row = ledger.starts[tie]!; row < end; row++) {
    const atMs = ledger.atMs[row]!
    if (atMs >= at) break
    const direction = ledger.direction[row]!
    if (ledger.bulk[row] === 1) {
      if (direction === OUT) columns.bulkOut[tie]!++
      else if (direction === IN) columns.bulkIn[tie]!++
      else columns.bulkTogether[tie]!++
      continue
    }
    const ofWeek = weekOf(atMs)
    if (ofWeek !== week) {
      if (!Number.isNaN(week)) closeWeek()
      week = ofWeek
      weekOut = weekIn = 0
      wroteOut = wroteIn = met = false
    }
    const ofDay = dayOf(atMs)
    if (ofDay !== day) {
      day = ofDay
      activeDays++
    }
    const audience = ledger.audience[row]!
    const share = shareOf(audience)
    const volume = share * ofVolume(at - atMs)
    if (direction === OUT) {
      out++
      wroteOut = true
      volumeOut += volume
      if (share > weekOut) weekOut = share
      columns.lastOutMs[tie] = atMs
    } else if (direction === IN) {
      inward++
      wroteIn = true
      volumeIn += volume
      if (share > weekIn) weekIn = share
      columns.lastInMs[tie] = atMs
    } else if (direction === TOGETHER) {
      together++
      volumeOut += MESSAGES_PER_MEETING * volume
      volumeIn += MESSAGES_PER_MEETING * volume
      if (share > weekOut) weekOut = share
      if (share > weekIn) weekIn = share
      if (audience <= SMALL_MEETING_OTHERS) met = true
    }
    if (out + inward + together === 1) columns.firstMs[tie] = atMs
    columns.lastMs[tie] = atMs
  }
  if (Number.isNaN(week)) return
  closeWeek()
  columns.volumeOut[tie] = volumeOut
  columns.volumeIn[tie] = volumeIn
  columns.activeWeeksOut[tie] = activeWeeksOut
  columns.activeWeeksIn[tie] = activeWeeksIn
  columns.twoWayWeeks[tie] = twoWayWeeks
  columns.out[tie] = out
  columns.in[tie] = inward
  columns.together[tie] = together
  columns.activeDays[tie] = activeDays
}
