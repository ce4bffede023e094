import type { TieLedger } from '../../ledger/by-tie.ts'
import { auc } from '../../stats/auc.ts'
import { brier, calibrationCurve, calibrationError, logLoss } from '../../stats/calibration.ts'
import type { CalibrationBin } from '../../stats/calibration.ts'
import { DAY_MS } from '../../stats/decay.ts'
import { decay, frequency, geometricMeans, interactionsRank, recency } from '../baselines.ts'
import type { Baseline } from '../baselines.ts'
import { bgNbd } from '../bg-nbd.ts'
import { closenessColumn } from '../closeness.ts'
import { hasContact } from '../features/feature.ts'
import { defaultCloseness } from '../model.ts'
import { learnCloseness } from './learn.ts'
import type { Learned, Pause } from './learn.ts'
import { columnsAt, exchangedAfter, HORIZON_DAYS, windowAt } from './windows.ts'
import type { Past, Window } from './windows.ts'

/** Cut times at the most, 30 days apart so that no case is judged twice. */
const CUTS = 6
/** A cut needs so much past, or there is nothing to foretell from. */
const LEAST_PAST_DAYS = 60
/** Fewer exchanges than this over all cuts are chance. */
const LEAST_EXCHANGES = 20

/** The formulas that closeness is held against; only their order counts. */
const baselines: readonly (readonly [name: string, baseline: Baseline])[] = [
  ['frequency', frequency],
  ['recency', recency],
  ['interactions-rank', interactionsRank(7)],
  ['bg-nbd', bgNbd],
  ['decay', decay(30)],
  ['geometric-means', geometricMeans],
]

/** Half-lives at which Interactions Rank is tried; the best one is told, which is in its favour. */
const HALF_LIVES_DAYS = [3.5, 7, 14, 30, 60, 90, 180, 360]

/** One moment of the past from which the next 30 days were foretold. */
export type BacktestCut = {
  /** Epoch milliseconds. */
  readonly at: number
  /** Ties with contact before it, and those with an exchange in the 30 days after it. */
  readonly ties: number
  readonly exchanges: number
  /** What was in use then, learned from before the cut alone. */
  readonly kind: Learned['kind']
}

/** How well one formula foretold. */
export type BacktestMethod = {
  readonly name: string
  /** Mean over the cuts; null where no cut has both kinds of case. */
  readonly auc: number | null
  /** Of the formulas that say a probability; null of the others. */
  readonly brier: number | null
  readonly calibrationError: number | null
  readonly logLoss: number | null
}

export type Backtest = {
  /** False with too little past to say anything. */
  readonly enough: boolean
  readonly cuts: readonly BacktestCut[]
  readonly methods: readonly BacktestMethod[]
  /** Of the closeness in use at each cut. */
  readonly curve: readonly CalibrationBin[]
}

/**
 * How well closeness would have foretold the user's own past: at each cut time everything is computed from what came
 * before it, and judged by the 30 days after it.
 * @param at the end of the data, epoch milliseconds; no cut is later than 30 days before it
 */
export async function backtest(ledger: TieLedger, at: number, pause: Pause): Promise<Backtest> {
  const past: Past = { ledger, network: null, learnFrom: null }
  let first = Infinity
  for (let row = 0; row < ledger.length; row++) first = Math.min(first, ledger.atMs[row]!)
  const times = Array.from({ length: CUTS }, (_, i) => at - (i + 1) * HORIZON_DAYS * DAY_MS)
    .filter((time) => time >= first + LEAST_PAST_DAYS * DAY_MS)
    .toReversed()
  // Cuts share the windows that they learn from.
  const windows = new Map<number, Window>()
  const windowOf = (begin: number): Window => {
    const known = windows.get(begin) ?? windowAt(past, begin)
    windows.set(begin, known)
    return known
  }
  const cuts: BacktestCut[] = []
  const cases = new Map<string, Case[]>()
  const note = (name: string, scores: Float64Array, of: Known): void => {
    const said = Float64Array.from(of.ties, (tie) => scores[tie]!)
    cases.set(name, [...(cases.get(name) ?? []), { said, labels: of.labels }])
  }
  for (const [i, time] of times.entries()) {
    await pause(i, times.length)
    const learned = await learnCloseness(past, time, () => pause(i, times.length), windowOf)
    const columns = columnsAt(past, time)
    const happened = exchangedAfter(ledger, time)
    const ties: number[] = []
    for (let tie = 0; tie < columns.length; tie++) if (hasContact(columns, tie)) ties.push(tie)
    const known: Known = { ties, labels: Uint8Array.from(ties, (tie) => happened[tie]!) }
    cuts.push({ at: time, ties: ties.length, exchanges: sum(known.labels), kind: learned.kind })
    note('in-use', closenessColumn(columns, learned.model), known)
    note('default', closenessColumn(columns, defaultCloseness), known)
    for (const [name, baseline] of baselines) {
      await pause(i, times.length)
      note(name, baseline({ ledger, columns }), known)
    }
    for (const days of HALF_LIVES_DAYS)
      note(`interactions-rank ${days}`, interactionsRank(days)({ ledger, columns }), known)
  }
  const inUse = cases.get('in-use') ?? []
  const bestRank = HALF_LIVES_DAYS.map((days) => ({
    name: `interactions-rank-best`,
    area: meanAuc(cases.get(`interactions-rank ${days}`) ?? []),
  })).reduce((best, one) => ((one.area ?? 0) > (best.area ?? 0) ? one : best))
  const probabilities = (name: string): BacktestMethod => ({
    ...pooled(cases.get(name) ?? []),
    name,
    auc: meanAuc(cases.get(name) ?? []),
  })
  const order = (name: string, area: number | null): BacktestMethod => ({
    name,
    auc: area,
    brier: null,
    calibrationError: null,
    logLoss: null,
  })
  const all = joined(inUse)
  return {
    enough: sum(all.labels) >= LEAST_EXCHANGES && sum(all.labels) < all.labels.length,
    cuts,
    methods: [
      probabilities('in-use'),
      probabilities('default'),
      ...baselines.map(([name]) => order(name, meanAuc(cases.get(name) ?? []))),
      order(bestRank.name, bestRank.area),
    ],
    curve: calibrationCurve(all.said, all.labels),
  }
}

type Known = { readonly ties: readonly number[]; readonly labels: Uint8Array }
type Case = { readonly said: Float64Array; readonly labels: Uint8Array }

const sum = (labels: Uint8Array): number => labels.reduce((total, label) => total + label, 0)

function meanAuc(cases: readonly Case[]): number | null {
  const areas = cases.map(({ said, labels }) => auc(said, labels)).filter((area) => area !== null)
  return areas.length > 0 ? areas.reduce((total, area) => total + area, 0) / areas.length : null
}

const joined = (cases: readonly Case[]): Case => ({
  said: Float64Array.from(cases.flatMap(({ said }) => [...said])),
  labels: Uint8Array.from(cases.flatMap(({ labels }) => [...labels])),
})

const pooled = (cases: readonly Case[]) => {
  const { said, labels } = joined(cases)
  return {
    brier: brier(said, labels),
    calibrationError: calibrationError(said, labels),
    logLoss: logLoss(said, labels),
  }
}
