import type { TieLedger } from '../ledger/by-tie.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'
import { IN, OUT, shareOf } from '../ledger/weights.ts'
import { DAY_MS, decayed } from '../stats/decay.ts'

/** What a baseline sees: the events before `columns.at`, bulk left out as for kith's own scores. */
export type SeenPast = { readonly ledger: TieLedger; readonly columns: TieColumns }

/** A score for every tie; only the order counts. */
export type Baseline = (past: SeenPast) => Float64Array

const perTie = (columns: TieColumns, score: (tie: number) => number): Float64Array =>
  Float64Array.from({ length: columns.length }, (_, tie) => score(tie))

/** Σ weight · 2^(−age/half-life) a direction. */
function decayedSums(
  { ledger, columns }: SeenPast,
  halfLifeDays: number,
  weight: (audience: number) => number,
) {
  const sums = [new Float64Array(columns.length), new Float64Array(columns.length)]
  for (let row = 0; row < ledger.length; row++) {
    const age = columns.at - ledger.atMs[row]!
    if (age <= 0 || ledger.bulk[row] === 1) continue
    const direction = ledger.direction[row]!
    const value = weight(ledger.audience[row]!) * decayed(age, halfLifeDays * DAY_MS)
    // A meeting goes both ways.
    if (direction !== IN) sums[OUT]![ledger.tie[row]!]! += value
    if (direction !== OUT) sums[IN]![ledger.tie[row]!]! += value
  }
  return { out: sums[OUT]!, in: sums[IN]! }
}

/** Number of messages, both directions, and meetings. */
export const frequency: Baseline = ({ columns }) =>
  perTie(columns, (tie) => columns.out[tie]! + columns.in[tie]! + columns.together[tie]!)

/** Time of the last message; ties that have only bulk come last. */
export const recency: Baseline = ({ columns }) =>
  columns.lastMs.map((lastMs) => (Number.isNaN(lastMs) ? -Infinity : lastMs))

/** Messages of both directions, decayed. */
export const decay =
  (halfLifeDays: number): Baseline =>
  (past) => {
    const sums = decayedSums(past, halfLifeDays, () => 1)
    return perTie(past.columns, (tie) => sums.out[tie]! + sums.in[tie]!)
  }

/** Interactions Rank (Roth et al. 2010): decayed messages, those the ego sent counting five times. */
export const interactionsRank =
  (halfLifeDays: number): Baseline =>
  (past) => {
    const sums = decayedSums(past, halfLifeDays, () => 1)
    return perTie(past.columns, (tie) => 5 * sums.out[tie]! + sums.in[tie]!)
  }

/** Σ over four half-lives of ln(1 + 10·√(out·in)), each message weighing n^−½. */
export const geometricMeans: Baseline = (past) => {
  const all = [7, 30, 120, 720].map((halfLifeDays) => decayedSums(past, halfLifeDays, shareOf))
  return perTie(past.columns, (tie) =>
    all.reduce((sum, { out, in: inward }) => sum + Math.log(1 + 10 * Math.sqrt(out[tie]! * inward[tie]!)), 0),
  )
}
