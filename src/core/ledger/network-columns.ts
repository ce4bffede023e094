import { DAY_MS, decayed } from '../stats/decay.ts'
import type { TieColumns } from './tie-columns.ts'

/** Half-lives of the volume by which somebody counts as a contact of both, in days. */
export const COMMON_HALF_LIVES_DAYS = [7, 30, 120] as const
/** Half-lives of messages that both received, in days. */
export const RECEIVED_HALF_LIVES_DAYS = [15, 60, 240] as const
/** A contact below this volume is none. */
const LEAST_VOLUME = 0.05

/** What others do around a tie: one entry a tie. Only where the data shows the mail of others as well. */
export type NetworkColumns = {
  /** Σ over people k of the lesser of min(1, volume ego–k) and min(1, volume alter–k); COMMON_HALF_LIVES_DAYS. */
  readonly common: readonly Float64Array[]
  /** Σ over messages of others to both, 1/n·2^(−age/h); RECEIVED_HALF_LIVES_DAYS. */
  readonly receivedTogether: readonly Float64Array[]
  /** Volume (30 d) that the ego, the alter sends to anybody. */
  readonly egoVolume: Float64Array
  readonly alterVolume: Float64Array
  /** When the alter last wrote to anybody, epoch milliseconds; NaN where never. */
  readonly alterLastMs: Float64Array
  /** Geometric mean of with how many ego and alter are in touch just now: Σ min(1, √(out · in)) over volumes of 7 d. */
  readonly inTouch: Float64Array
}

/** Who the two ends of each tie are, numbered from 0 to `people`. */
export type TieEnds = { readonly people: number; readonly ego: Int32Array; readonly alter: Int32Array }

/** Messages of others that both ends of a tie received: sorted by tie and time. */
export type ReceivedTogether = {
  readonly starts: Int32Array
  readonly atMs: Float64Array
  /** 1/n for n recipients. */
  readonly weight: Float64Array
}

/**
 * What others do around each tie, before `at`.
 * @param columns of ties between all people, with detail; the tie of ego and alter and that of alter and ego both
 */
export function networkColumns(
  columns: TieColumns,
  ends: TieEnds,
  received: ReceivedTogether,
): NetworkColumns {
  const { length, at, detail } = columns
  const { people, ego, alter } = ends
  const volume = (tie: number, h: number): number => {
    if (h === 1) return columns.volumeOut[tie]! + columns.volumeIn[tie]!
    const of = h === 0 ? 0 : 1
    return (detail?.volumeOut[of]?.[tie] ?? 0) + (detail?.volumeIn[of]?.[tie] ?? 0)
  }
  const sent = new Float64Array(people)
  const lastSent = new Float64Array(people).fill(NaN)
  const partners = new Float64Array(people)
  for (let tie = 0; tie < length; tie++) {
    const e = ego[tie]!
    sent[e]! += columns.volumeOut[tie]!
    partners[e]! += Math.min(
      1,
      Math.sqrt((detail?.volumeOut[0]?.[tie] ?? 0) * (detail?.volumeIn[0]?.[tie] ?? 0)),
    )
    const last = columns.lastOutMs[tie]!
    if (!Number.isNaN(last) && !(lastSent[e]! >= last)) lastSent[e] = last
  }
  const common = COMMON_HALF_LIVES_DAYS.map((_, h) => commonContacts(length, ends, (tie) => volume(tie, h)))
  const receivedTogether = RECEIVED_HALF_LIVES_DAYS.map((halfLife) => {
    const column = new Float64Array(length)
    for (let tie = 0; tie < length; tie++)
      for (let row = received.starts[tie]!; row < received.starts[tie + 1]!; row++) {
        const age = at - received.atMs[row]!
        if (age <= 0) break
        column[tie]! += received.weight[row]! * decayed(age, halfLife * DAY_MS)
      }
    return column
  })
  const alterLastMs = new Float64Array(length)
  const egoVolume = new Float64Array(length)
  const alterVolume = new Float64Array(length)
  const inTouch = new Float64Array(length)
  for (let tie = 0; tie < length; tie++) {
    alterLastMs[tie] = lastSent[alter[tie]!]!
    egoVolume[tie] = sent[ego[tie]!]!
    alterVolume[tie] = sent[alter[tie]!]!
    inTouch[tie] = Math.sqrt(partners[ego[tie]!]! * partners[alter[tie]!]!)
  }
  return { common, receivedTogether, egoVolume, alterVolume, alterLastMs, inTouch }
}

function commonContacts(length: number, { people, ego, alter }: TieEnds, volume: (tie: number) => number) {
  const contacts = Array.from({ length: people }, () => new Map<number, number>())
  for (let tie = 0; tie < length; tie++) {
    const of = volume(tie)
    if (of > LEAST_VOLUME) contacts[ego[tie]!]!.set(alter[tie]!, Math.min(1, of))
  }
  const column = new Float64Array(length)
  for (let tie = 0; tie < length; tie++) {
    const mine = contacts[ego[tie]!]!
    const theirs = contacts[alter[tie]!]!
    const [few, many] = mine.size <= theirs.size ? [mine, theirs] : [theirs, mine]
    let sum = 0
    for (const [person, strength] of few) {
      const other = many.get(person)
      if (other !== undefined) sum += Math.min(strength, other)
    }
    column[tie] = sum
  }
  return column
}

/** Messages that more people than this received tell little of any two of them, and cost n² pairs. */
export const MOST_RECIPIENTS = 30

/**
 * Finds the messages that both ends of a tie received from somebody else.
 * @param messages with their distinct recipients, the author left out, in any order
 * @param tieOf the tie of an ordered pair of people; −1 where they have none
 */
export function receivedTogetherOf(
  messages: readonly { readonly at: number; readonly recipients: readonly number[] }[],
  tieCount: number,
  tieOf: (ego: number, alter: number) => number,
): ReceivedTogether {
  const several = messages
    .filter(({ recipients: { length } }) => length > 1 && length <= MOST_RECIPIENTS)
    .sort((a, b) => a.at - b.at || b.recipients.length - a.recipients.length)
  const eachTie = (visit: (tie: number, at: number, n: number) => void): void => {
    for (const { at, recipients } of several)
      for (const one of recipients)
        for (const other of recipients) {
          const tie = one === other ? -1 : tieOf(one, other)
          if (tie >= 0) visit(tie, at, recipients.length)
        }
  }
  // Counted first, so that the rows need no list of objects: there are n² to a message.
  const starts = new Int32Array(tieCount + 1)
  eachTie((tie) => starts[tie + 1]!++)
  for (let tie = 0; tie < tieCount; tie++) starts[tie + 1]! += starts[tie]!
  const next = starts.slice(0, tieCount)
  const atMs = new Float64Array(starts[tieCount]!)
  const weight = new Float64Array(starts[tieCount]!)
  eachTie((tie, at, n) => {
    const row = next[tie]!++
    atMs[row] = at
    weight[row] = 1 / n
  })
  return { starts, atMs, weight }
}
