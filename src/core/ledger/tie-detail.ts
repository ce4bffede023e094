import { DAY_MS, decayed, decayer } from '../stats/decay.ts'
import { IN, MESSAGES_PER_MEETING, OUT } from './weights.ts'

/** Half-lives of the further volumes, in days (docs/the-maths/closeness.md); that of 30 days is in the columns of every tie. */
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

/**
 * Older than so many half-lives weighs nothing: 2^−60 is below what a sum of messages can tell, also when it is looked
 * at from 90 days before (13 of the shortest half-lives).
 */
const FORGOTTEN_HALF_LIVES = 60

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

/** Detail folded so far, to be carried on: the week and the turn under way stand apart, since they may still grow. */
export type DetailFold = {
  /** With weeks and turns that are over only. */
  readonly closed: DetailColumns
  /** Whose turn it is: 0 nobody's yet, else a direction and 1. */
  readonly turnOf: Uint8Array
  /** Kinds of contact there were, a bit each. */
  readonly channelBits: Int32Array
}

/** The detail of ties without events. */
export const emptyDetail = (length: number): DetailFold => {
  const columns = (halfLives: readonly number[]): Float64Array[] =>
    halfLives.map(() => new Float64Array(length))
  return {
    closed: {
      volumeOut: columns(VOLUME_HALF_LIVES_DAYS),
      volumeIn: columns(VOLUME_HALF_LIVES_DAYS),
      weeksBoth: columns(WEEK_HALF_LIVES_DAYS),
      turnsOut: columns(TURN_HALF_LIVES_DAYS),
      turnsIn: columns(TURN_HALF_LIVES_DAYS),
      channels: new Int32Array(length),
    },
    turnOf: new Uint8Array(length),
    channelBits: new Int32Array(length),
  }
}

function add(columns: readonly Float64Array[], left: readonly Left[], tie: number, ageMs: number) {
  for (let h = 0; h < left.length; h++) columns[h]![tie]! += left[h]!(ageMs)
}

/** A week with exchange both ways is over. */
export const closeDetailWeek = ({ closed }: DetailFold, tie: number, ageMs: number): void =>
  add(closed.weeksBoth, ofWeek, tie, ageMs)

/**
 * Adds the next event of a tie, which is not bulk.
 * @param lastAgeMs age of the one before
 */
export function addToDetail(
  { closed, turnOf, channelBits }: DetailFold,
  tie: number,
  direction: number,
  channel: number,
  share: number,
  ageMs: number,
  lastAgeMs: number,
): void {
  // Each meeting is a turn of its own; messages of one side in a row are one.
  const meeting = direction !== OUT && direction !== IN
  const turn = turnOf[tie]! - 1
  if (turn !== -1 && (meeting || direction !== turn)) {
    if (turn !== IN) add(closed.turnsOut, ofTurn, tie, lastAgeMs)
    if (turn !== OUT) add(closed.turnsIn, ofTurn, tie, lastAgeMs)
  }
  turnOf[tie] = direction + 1
  channelBits[tie]! |= 1 << channel
  const weight = meeting ? MESSAGES_PER_MEETING * share : share
  for (let h = 0; h < ofVolume.length; h++) {
    const volume = weight * ofVolume[h]!(ageMs)
    if (direction !== IN) closed.volumeOut[h]![tie]! += volume
    if (direction !== OUT) closed.volumeIn[h]![tie]! += volume
  }
}

/**
 * The detail of folded ties as it stands at a time.
 * @param ties the last event of each, the age of the week it lies in, and whether there was exchange both ways in it
 */
export function detailAt(
  { closed, turnOf, channelBits }: DetailFold,
  ties: {
    readonly at: number
    /** The time that the folded weights are of. */
    readonly reference: number
    readonly lastMs: Float64Array
    readonly openAge: Float64Array
    readonly both: Uint8Array
  },
): DetailColumns {
  const { at, reference, lastMs, openAge, both } = ties
  const faded = (columns: readonly Float64Array[], halfLivesDays: readonly number[]): Float64Array[] =>
    columns.map((column, h) => {
      const left = decayed(at - reference, halfLivesDays[h]! * DAY_MS)
      return column.map((value) => value * left)
    })
  const detail: DetailColumns = {
    volumeOut: faded(closed.volumeOut, VOLUME_HALF_LIVES_DAYS),
    volumeIn: faded(closed.volumeIn, VOLUME_HALF_LIVES_DAYS),
    weeksBoth: faded(closed.weeksBoth, WEEK_HALF_LIVES_DAYS),
    turnsOut: faded(closed.turnsOut, TURN_HALF_LIVES_DAYS),
    turnsIn: faded(closed.turnsIn, TURN_HALF_LIVES_DAYS),
    channels: new Int32Array(lastMs.length),
  }
  for (let tie = 0; tie < lastMs.length; tie++) {
    const turn = turnOf[tie]! - 1
    if (turn === -1) continue
    if (both[tie] === 1) add(detail.weeksBoth, ofWeek, tie, openAge[tie]!)
    if (turn !== IN) add(detail.turnsOut, ofTurn, tie, at - lastMs[tie]!)
    if (turn !== OUT) add(detail.turnsIn, ofTurn, tie, at - lastMs[tie]!)
    for (let bits = channelBits[tie]!; bits > 0; bits &= bits - 1) detail.channels[tie]!++
  }
  return detail
}

/** Every column of folded detail, in one order. */
export const columnsInDetail = ({ closed, turnOf, channelBits }: DetailFold) => [
  ...closed.volumeOut,
  ...closed.volumeIn,
  ...closed.weeksBoth,
  ...closed.turnsOut,
  ...closed.turnsIn,
  turnOf,
  channelBits,
]
