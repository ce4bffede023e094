import { DAY_MS, decayer } from '../stats/decay.ts'
import type { TieLedger } from './by-tie.ts'
import { IN, MESSAGES_PER_MEETING, OUT, shareOf, SMALL_MEETING_OTHERS, weekAgeMs, weekOf } from './weights.ts'

/** Half-lives of the further volumes, in days (MODEL §1); that of 30 days is in the columns of every tie. */
export const VOLUME_HALF_LIVES_DAYS = [7, 120, 720] as const
/** Half-lives of weeks with exchange both ways, in days. */
export const WEEK_HALF_LIVES_DAYS = [30, 90, 360] as const
/** Half-lives of turns in a conversation, in days. */
export const TURN_HALF_LIVES_DAYS = [30, 120] as const

/** More of a tie than the shipped default looks at: one entry a tie, one column a half-life. */
export type DetailColumns = {
  /** Σ n^−½·2^(−age/h), as `volumeOut` and `volumeIn` of the columns; h as in VOLUME_HALF_LIVES_DAYS. */
  readonly volumeOut: readonly Float64Array[]
  readonly volumeIn: readonly Float64Array[]
  /** Weeks in which both wrote, or met in a small round, Σ 2^(−age of the bin/h); h as in WEEK_HALF_LIVES_DAYS. */
  readonly weeksBoth: readonly Float64Array[]
  /**
   * Turns of each side: runs of messages of one side without one of the other between them, Σ 2^(−age of the run's
   * end/h); a meeting is a turn of each. h as in TURN_HALF_LIVES_DAYS.
   */
  readonly turnsOut: readonly Float64Array[]
  readonly turnsIn: readonly Float64Array[]
  /** Kinds of contact there ever were. */
  readonly channels: Int32Array
}

/** Older than so many half-lives weighs nothing: 2^−40 is below what a sum of messages can tell. */
const FORGOTTEN_HALF_LIVES = 40

type Left = (ageMs: number) => number

const leftOf = (halfLivesDays: readonly number[]): readonly Left[] =>
  halfLivesDays.map((days) => {
    const halfLife = days * DAY_MS
    const left = decayer(halfLife)
    return (ageMs) => (ageMs > FORGOTTEN_HALF_LIVES * halfLife ? 0 : left(ageMs))
  })

const ofVolume = leftOf(VOLUME_HALF_LIVES_DAYS)
const ofWeek = leftOf(WEEK_HALF_LIVES_DAYS)
const ofTurn = leftOf(TURN_HALF_LIVES_DAYS)

/** Folds what the shipped default does not need, from the events before `at` (epoch milliseconds). */
export function foldDetail(ledger: TieLedger, at: number): DetailColumns {
  const length = ledger.tieCount
  const columns = (halfLives: readonly number[]): Float64Array[] =>
    halfLives.map(() => new Float64Array(length))
  const detail: DetailColumns = {
    volumeOut: columns(VOLUME_HALF_LIVES_DAYS),
    volumeIn: columns(VOLUME_HALF_LIVES_DAYS),
    weeksBoth: columns(WEEK_HALF_LIVES_DAYS),
    turnsOut: columns(TURN_HALF_LIVES_DAYS),
    turnsIn: columns(TURN_HALF_LIVES_DAYS),
    channels: new Int32Array(length),
  }
  for (let tie = 0; tie < length; tie++) foldTieDetail(ledger, tie, at, detail)
  return detail
}

function add(columns: readonly Float64Array[], left: readonly Left[], tie: number, ageMs: number) {
  for (let h = 0; h < left.length; h++) columns[h]![tie]! += left[h]!(ageMs)
}

function foldTieDetail(ledger: TieLedger, tie: number, at: number, detail: DetailColumns): void {
  let week = NaN
  let wroteOut = false
  let wroteIn = false
  let met = false
  let turnOf = -1
  let turnEnd = NaN
  let channels = 0

  const closeWeek = (): void => {
    if (met || (wroteOut && wroteIn)) add(detail.weeksBoth, ofWeek, tie, weekAgeMs(week, at))
  }
  const closeTurn = (): void => {
    if (turnOf !== IN) add(detail.turnsOut, ofTurn, tie, at - turnEnd)
    if (turnOf !== OUT) add(detail.turnsIn, ofTurn, tie, at - turnEnd)
  }

  for (let row = ledger.starts[tie]!; row < ledger.starts[tie + 1]!; row++) {
    const atMs = ledger.atMs[row]!
    if (atMs >= at) break
    if (ledger.bulk[row] === 1) continue
    const direction = ledger.direction[row]!
    const here = weekOf(atMs)
    if (here !== week) {
      if (!Number.isNaN(week)) closeWeek()
      week = here
      wroteOut = wroteIn = met = false
    }
    if (direction === OUT) wroteOut = true
    else if (direction === IN) wroteIn = true
    else if (ledger.audience[row]! <= SMALL_MEETING_OTHERS) met = true
    // Each meeting is a turn of its own; messages of one side in a row are one.
    const meeting = direction !== OUT && direction !== IN
    if (turnOf !== -1 && (meeting || direction !== turnOf)) closeTurn()
    turnOf = direction
    turnEnd = atMs
    channels |= 1 << ledger.channel[row]!

    const share = shareOf(ledger.audience[row]!)
    const weight = meeting ? MESSAGES_PER_MEETING * share : share
    for (let h = 0; h < ofVolume.length; h++) {
      const volume = weight * ofVolume[h]!(at - atMs)
      if (direction !== IN) detail.volumeOut[h]![tie]! += volume
      if (direction !== OUT) detail.volumeIn[h]![tie]! += volume
    }
  }
  if (Number.isNaN(week)) return
  closeWeek()
  closeTurn()
  for (; channels > 0; channels &= channels - 1) detail.channels[tie]!++
}
