import type { TieLedger } from '#core/ledger/by-tie.ts'
import { IN, OUT } from '#core/ledger/weights.ts'
import { auc, descending, weightedAuc } from '#core/stats/auc.ts'
import { bootstrapInterval } from '#core/stats/bootstrap.ts'
import { DAY_MS } from '#core/stats/decay.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Row } from '../table.ts'
import type { MailLog } from './mail-log.ts'

/** Shares of the messages at which the past ends. */
export const CUTS = [0.55, 0.65, 0.75, 0.85]
export const HORIZON_DAYS = 30
const RESAMPLES = 400

/** The cases at one cut time: every ordered pair (ego, alter) with any history before it. */
export type Cut = {
  readonly at: number
  readonly ties: Int32Array
  /** The ego of each case. */
  readonly egos: Int32Array
  /** 1 where ego and alter wrote to each other, both ways, within the horizon. */
  readonly labels: Uint8Array
}

/** Cut times by share of messages in order of time; the message at the cut belongs to the future. */
export function cutsOf(log: MailLog, ledger: TieLedger): Cut[] {
  return CUTS.map((share) => {
    const at = log.messageTimes[Math.floor(share * log.messageTimes.length)]!
    const horizon = at + HORIZON_DAYS * DAY_MS
    const ties: number[] = []
    const labels: number[] = []
    for (let tie = 0; tie < ledger.tieCount; tie++) {
      const wrote = [0, 0]
      let history = false
      for (let row = ledger.starts[tie]!; row < ledger.starts[tie + 1]!; row++) {
        const atMs = ledger.atMs[row]!
        if (atMs < at) history = true
        else if (atMs < horizon) wrote[ledger.direction[row]!] = 1
      }
      if (!history) continue
      ties.push(tie)
      labels.push(wrote[OUT]! & wrote[IN]!)
    }
    return {
      at,
      ties: Int32Array.from(ties),
      egos: Int32Array.from(ties, (tie) => log.egos[tie]!),
      labels: Uint8Array.from(labels),
    }
  })
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** How often each case was drawn with its ego. A plain loop: `from` with a function takes twenty times as long. */
function timesDrawn(cut: Cut, drawn: Float64Array): Float64Array {
  const times = new Float64Array(cut.egos.length)
  for (let i = 0; i < times.length; i++) times[i] = drawn[cut.egos[i]!]!
  return times
}

/** AUC of each ego that has cases of both classes: ego → AUC. */
function withinEgos(cut: Cut, scores: Float64Array): Map<number, number> {
  const cases = Map.groupBy(cut.ties.keys(), (i) => cut.egos[i]!)
  const perEgo = new Map<number, number>()
  for (const [ego, indices] of cases) {
    const area = auc(
      indices.map((i) => scores[i]!),
      indices.map((i) => cut.labels[i]!),
    )
    if (area !== null) perEgo.set(ego, area)
  }
  return perEgo
}

/** AUC over all pairs and within egos, the mean over cuts, with 95 % intervals from resampled egos. */
export function aucRows(
  log: MailLog,
  method: string,
  cuts: readonly Cut[],
  scores: readonly Float64Array[],
  probabilities = false,
): Row[] {
  const ordered = scores.map(descending)
  const within = cuts.map((cut, c) => withinEgos(cut, scores[c]!))
  const allPairs = (drawn: Float64Array | null): number =>
    mean(
      cuts.map((cut, c) => {
        const weights = drawn && timesDrawn(cut, drawn)
        return weightedAuc(scores[c]!, cut.labels, ordered[c]!, weights) ?? NaN
      }),
    )
  const withinEgo = (drawn: Float64Array | null): number =>
    mean(
      within.map((perEgo) => {
        let sum = 0
        let count = 0
        for (const [ego, area] of perEgo) {
          const times = drawn ? drawn[ego]! : 1
          sum += times * area
          count += times
        }
        return sum / count
      }),
    )
  const oneEgo = within.every((perEgo) => perEgo.size < 2)
  const row = (metric: string, statistic: (drawn: Float64Array | null) => number, n: number): Row => {
    // Of one ego nothing can be drawn anew.
    if (oneEgo) return { set: log.name, method, metric, value: statistic(null), n }
    const defined = (drawn: Float64Array): number | null => {
      const value = statistic(drawn)
      return Number.isNaN(value) ? null : value
    }
    const interval = bootstrapInterval(log.egoCount, defined, RESAMPLES, seededRng(1))
    return { set: log.name, method, metric, value: statistic(null), ...interval, n }
  }
  const cases = cuts.reduce((sum, cut) => sum + cut.ties.length, 0)
  const order = [row('AUC all pairs', allPairs, cases), row('AUC within ego', withinEgo, cases)]
  if (!probabilities) return order
  return [
    ...order,
    row('Brier', (drawn) => meanOver(cuts, scores, drawn, squaredError), cases),
    row('calibration error', (drawn) => binnedError(cuts, scores, drawn), cases),
  ]
}

const squaredError = (said: number, happened: number): number => (said - happened) ** 2

/** Mean over all cases of all cuts, each as often as its ego was drawn. */
function meanOver(
  cuts: readonly Cut[],
  scores: readonly Float64Array[],
  drawn: Float64Array | null,
  of: (said: number, happened: number) => number,
): number {
  let sum = 0
  let count = 0
  cuts.forEach((cut, c) => {
    for (let i = 0; i < cut.labels.length; i++) {
      const times = drawn ? drawn[cut.egos[i]!]! : 1
      sum += times * of(scores[c]![i]!, cut.labels[i]!)
      count += times
    }
  })
  return sum / count
}

const BINS = 10

/** Expected calibration error over all cuts together, as `calibrationError`, with egos drawn anew. */
function binnedError(
  cuts: readonly Cut[],
  scores: readonly Float64Array[],
  drawn: Float64Array | null,
): number {
  const gap = new Float64Array(BINS)
  let count = 0
  cuts.forEach((cut, c) => {
    for (let i = 0; i < cut.labels.length; i++) {
      const times = drawn ? drawn[cut.egos[i]!]! : 1
      const said = scores[c]![i]!
      gap[Math.min(BINS - 1, Math.floor(said * BINS))]! += times * (said - cut.labels[i]!)
      count += times
    }
  })
  return gap.reduce((sum, one) => sum + Math.abs(one), 0) / count
}

/** Mean AUC over all pairs alone, to choose between settings of one method. */
export const meanAuc = (cuts: readonly Cut[], scores: readonly Float64Array[]): number =>
  mean(cuts.map((cut, c) => auc(scores[c]!, cut.labels) ?? NaN))
