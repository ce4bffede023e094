import { logit, sigmoid } from '../stats/logistic.ts'

/** What is known of a tie when asking whether a message would be answered. */
export type ReplyProspect = {
  /** Days since they last wrote; null = never. */
  readonly daysSinceInbound: number | null
  /** G of docs/the-maths/closeness.md: geometric mean of the decayed volumes of both directions. */
  readonly mutualVolume: number
  /** Messages of the user to them that asked for an answer, and how many got one. */
  readonly asks: number
  readonly replies: number
}

/** Days that stand for "never wrote": longer than anybody remembers. */
const NEVER_DAYS = 3650

/**
 * Probability that a message to this contact is answered.
 *
 *   σ(−.16 + .119·(−ln(1 + days since inbound)) + .022·ln(1 + 10 G) + .549·logit((replies + 1)/(asks + 3)) + 1.245·r)
 *
 * with r the share of all the user's asks that were answered. Range (0, 1); rises with replies and volume, falls with
 * silence. The weights are those of docs/the-maths/outcomes.md, measured on public mail logs: AUC .60–.73 transferred.
 */
export function replyProbability(prospect: ReplyProspect, overallReplyRate: number): number {
  const { daysSinceInbound, mutualVolume, asks, replies } = prospect
  return sigmoid(
    -0.16 -
      0.119 * Math.log(1 + (daysSinceInbound ?? NEVER_DAYS)) +
      0.022 * Math.log(1 + 10 * mutualVolume) +
      0.549 * logit((replies + 1) / (asks + 3)) +
      1.245 * overallReplyRate,
  )
}

/** How often the user's messages to each tie were answered. */
export type ReplyHistory = {
  readonly asks: Int32Array
  readonly replies: Int32Array
  /** Share of all asks that were answered, shrunk toward one half by two asks. */
  readonly overall: number
}

const DAY_MS = 86_400_000
/** An answer comes within this time, or is none. */
const ANSWER_DAYS = 14
/** Messages to more people than this ask nobody in particular. */
const ASK_AUDIENCE = 3
const OUT = 0
const IN = 1

/**
 * Turns of a conversation, from the rows of a ledger that are ordered by tie and time: the user's first message after
 * the other side had the last word, or after a fortnight of silence, is an ask; the next message of the other side
 * within a fortnight answers it. Asks younger than a fortnight before `at` are open and not counted.
 * @param at epoch milliseconds; nothing at or after it is seen
 */
export function replyHistory(
  ledger: {
    readonly length: number
    readonly tieCount: number
    readonly tie: Int32Array
    readonly atMs: Float64Array
    readonly direction: Uint8Array
    readonly audience: Int32Array
    readonly bulk: Uint8Array
  },
  at: number,
): ReplyHistory {
  const asks = new Int32Array(ledger.tieCount)
  const replies = new Int32Array(ledger.tieCount)
  let open = NaN
  let tie = -1
  const close = (answered: boolean): void => {
    if (Number.isNaN(open) || tie < 0) return
    if (answered || open < at - ANSWER_DAYS * DAY_MS) {
      asks[tie]!++
      if (answered) replies[tie]!++
    }
    open = NaN
  }
  for (let row = 0; row < ledger.length; row++) {
    const here = ledger.tie[row]!
    if (here !== tie) {
      close(false)
      tie = here
    }
    const when = ledger.atMs[row]!
    if (ledger.bulk[row] === 1 || when >= at) continue
    const direction = ledger.direction[row]
    if (direction === IN) close(when - open <= ANSWER_DAYS * DAY_MS)
    else if (direction === OUT && ledger.audience[row]! <= ASK_AUDIENCE) {
      if (!Number.isNaN(open) && when - open > ANSWER_DAYS * DAY_MS) close(false)
      if (Number.isNaN(open)) open = when
    }
  }
  close(false)
  const total = asks.reduce((sum, n) => sum + n, 0)
  const answered = replies.reduce((sum, n) => sum + n, 0)
  return { asks, replies, overall: (answered + 1) / (total + 2) }
}
