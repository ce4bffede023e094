import type { Sought } from '#core/calibre/evidence/attention.ts'
import { rhythmOf } from '#core/closeness/overdue.ts'
import type { TieLedger } from '#core/ledger/by-tie.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { TieStanding } from '#core/scoring/tie-standing.ts'
import type { ScoreRow, TrendRow } from '#store/store.ts'

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** What is stored of one tie; NaN is unknown. */
export function scoreRowOf(
  person: number,
  { ties, closeness, trust }: TieStanding,
  tie: number,
  more: {
    readonly calibre: number
    readonly worth: number
    readonly contribution: number
    readonly channels: number
    readonly sought: Sought | null
  },
): ScoreRow {
  return {
    personId: person as PersonId,
    closeness: closeness[tie]!,
    trust: trust[tie]!,
    calibre: orNull(more.calibre),
    worth: more.worth,
    contribution: more.contribution,
    interactionsOut: ties.out[tie]!,
    interactionsIn: ties.in[tie]!,
    interactionsTogether: ties.together[tie]!,
    lastAt: orNull(ties.lastMs[tie]!),
    channels: more.channels,
    sought: more.sought,
  }
}

/** Where a tie is heading. */
export function trendRowOf(
  person: number,
  { ties }: Pick<TieStanding, 'ties'>,
  tie: number,
  before: number,
): TrendRow {
  const rhythm = rhythmOf(ties, tie)
  return {
    personId: person as PersonId,
    before: orNull(before),
    gapDays: rhythm?.gapDays ?? null,
    meanGapDays: rhythm?.meanGapDays ?? null,
  }
}

/** The channels that exchange with each tie went over before a time, a bit each. */
export function channelsOf(ledger: TieLedger, before: number): Int32Array {
  const channels = new Int32Array(ledger.tieCount)
  for (let row = 0; row < ledger.length; row++)
    if (ledger.bulk[row] === 0 && ledger.atMs[row]! < before)
      channels[ledger.tie[row]!]! |= 1 << ledger.channel[row]!
  return channels
}
