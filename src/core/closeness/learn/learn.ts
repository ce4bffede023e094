import { sigmoid } from '../../stats/logistic.ts'
import { fitLogistic } from '../../stats/logistic-fit.ts'
import { fitPlatt, fitShift } from '../../stats/platt.ts'
import { logLoss } from '../../stats/calibration.ts'
import { descending, weightedAuc } from '../../stats/auc.ts'
import { DAY_MS } from '../../stats/decay.ts'
import { closenessColumn, logOddsColumn } from '../closeness.ts'
import type { ClosenessModel } from '../model.ts'
import { candidateTerms, shippedCloseness } from './candidates.ts'
import { casesOf } from './cases.ts'
import { tieSpreadOf } from './tie-spread.ts'
import { HORIZON_DAYS, windowAt } from './windows.ts'
import type { Past, Window } from './windows.ts'

/** Windows begin this far apart; they overlap, because the newest habits tell most. */
const STEP_DAYS = 10
/** So many windows make a fit. */
const WINDOWS = 8
/** A window needs so much history before it: with less, nothing is known of any tie. */
const LEAST_HISTORY_DAYS = 30
/** A fit needs so many resolved pairs (docs/the-maths/closeness.md), and so many exchanges among them. */
const LEAST_PAIRS = 200
const LEAST_EXCHANGES = 20
/** b is fitted on the last so many resolved pairs (docs/the-maths/closeness.md). */
const BIAS_PAIRS = 1_000
/** How strongly the fit holds to the shipped default, in cases; chosen before the test cuts (docs/the-maths). */
const PRIOR_STRENGTH = 20
/** How strongly calibration holds to what the fit says, in cases. */
const CALIBRATION_STRENGTH = 20

/** How well a model would have foretold the last held-out window. */
export type Trial = {
  readonly logLoss: number
  /** The same after one number was added to all log-odds, so that the mean is right: what the weights know. */
  readonly centredLogLoss: number
  readonly auc: number | null
}

/** What was learned of a user, and why it is used or not. */
export type Learned = {
  readonly model: ClosenessModel
  /** `default`: too little past. `bias`: the shipped weights and b. `learned`: weights of the user's own past. */
  readonly kind: 'default' | 'bias' | 'learned'
  /** Resolved pairs and exchanges among them, in windows that do not overlap. */
  readonly pairs: number
  readonly exchanges: number
  /** Where the held-out window began, epoch milliseconds; null without one. */
  readonly heldOutAt: number | null
  /** What each model made of the held-out window; empty without one. */
  readonly trials: { readonly default?: Trial; readonly bias?: Trial; readonly learned?: Trial }
}

/** Called between the steps of a fit; may throw to stop it. */
export type Pause = (done: number, of: number) => Promise<void> | void

/**
 * Learns closeness from a user's own past, before `at` (epoch milliseconds).
 *
 * 1. b: one number on the log-odds of the shipped default, MAP N(0, 1), from the last 1,000 resolved pairs.
 * 2. From 200 resolved pairs on, a logistic fit on windows that begin every ten days, Gaussian prior at the shipped
 *    default, signs kept; tried on the last 30 days, which it has not seen, and kept only if its log-loss there is
 *    less than the default's. Then fitted anew with those days. Both are judged with their mean set right: a month
 *    that is busier than the one before tells nothing of the weights, and would decide by chance.
 * 3. Platt calibration from the held-out window.
 *
 * Deterministic. Source: docs/the-maths/closeness.md.
 * @param windowOf gives windows that were made before, where several fits share them
 */
export async function learnCloseness(
  past: Past,
  at: number,
  pause: Pause = () => {},
  windowOf: (at: number) => Window = (begin) => windowAt(past, begin),
): Promise<Learned> {
  const shipped = shippedCloseness(past.network !== null)
  const first = firstEvent(past)
  const begins = (steps: number): number => at - (HORIZON_DAYS + steps * STEP_DAYS) * DAY_MS
  const lag = HORIZON_DAYS / STEP_DAYS
  const reach = Array.from({ length: WINDOWS + lag }, (_, i) => i).filter(
    (i) => begins(i) >= first + LEAST_HISTORY_DAYS * DAY_MS,
  )
  const windows: Window[] = []
  for (const i of reach) {
    await pause(i, reach.length + 2)
    windows.push(windowOf(begins(i)))
  }
  const resolved = windows.filter((_, i) => i % lag === 0)
  const pairs = resolved.reduce((sum, window) => sum + window.labels.length, 0)
  const exchanges = resolved.reduce((sum, window) => sum + sumOf(window.labels), 0)
  const [heldOut] = windows
  if (heldOut === undefined || heldOut.labels.length === 0)
    return { model: shipped, kind: 'default', pairs, exchanges, heldOutAt: null, trials: {} }

  const biased: ClosenessModel = { ...shipped, bias: biasFrom(shipped, resolved) }
  const ofDefault = trialOf(shipped, heldOut)
  // Before the held-out window, so that all are judged on what they have not seen.
  const ofBias = trialOf({ ...shipped, bias: biasFrom(shipped, resolved.slice(1)) }, heldOut)
  const trials = { default: ofDefault, bias: ofBias }
  const spread = (model: ClosenessModel): ClosenessModel => ({
    ...model,
    tieSpread: tieSpreadOf(resolved, model),
  })
  const simple = (): Learned => ({
    model: ofBias.logLoss < ofDefault.logLoss ? spread(biased) : spread(shipped),
    kind: ofBias.logLoss < ofDefault.logLoss ? 'bias' : 'default',
    pairs,
    exchanges,
    heldOutAt: heldOut.at,
    trials,
  })
  const before = windows.slice(lag)
  const enough = pairs >= LEAST_PAIRS && exchanges >= LEAST_EXCHANGES
  if (!enough || !before.some((window) => sumOf(window.labels) > 0)) return simple()

  await pause(reach.length, reach.length + 2)
  const candidate = fitModel(before, past)
  const ofLearned = trialOf(candidate, heldOut)
  if (ofLearned.centredLogLoss >= ofDefault.centredLogLoss)
    return { ...simple(), trials: { ...trials, learned: ofLearned } }
  await pause(reach.length + 1, reach.length + 2)
  const fitted = fitModel(windows.slice(0, WINDOWS), past)
  const { slope } = fitPlatt(
    logOddsColumn(heldOut.columns, candidate),
    heldOut.labels,
    heldOut.weights,
    CALIBRATION_STRENGTH,
  )
  const model = spread({ ...fitted, calibration: aboutBaseRate(slope, fitted, heldOut) })
  return {
    model,
    kind: 'learned',
    pairs,
    exchanges,
    heldOutAt: heldOut.at,
    trials: { ...trials, learned: ofLearned },
  }
}

const sumOf = (labels: Uint8Array): number => labels.reduce((sum, label) => sum + label, 0)

const firstEvent = ({ ledger }: Past): number => {
  let first = Infinity
  for (let row = 0; row < ledger.length; row++) if (ledger.atMs[row]! < first) first = ledger.atMs[row]!
  return first
}

function fitModel(windows: readonly Window[], past: Past): ClosenessModel {
  const terms = candidateTerms(past.network !== null)
  const cases = casesOf(windows, terms)
  const priors = terms.map(({ feature, weight }) => ({
    mean: weight,
    sign: feature.direction === 'raises' ? (1 as const) : (-1 as const),
  }))
  const { intercept, weights } = fitLogistic(cases, priors, PRIOR_STRENGTH)
  const fitted = terms
    .map((term, j) => ({ ...term, weight: weights[j]! }))
    .filter(({ weight }) => weight !== 0)
  return { ...shippedCloseness(past.network !== null), intercept, bias: 0, terms: fitted }
}

/**
 * The slope that the held-out window asks for, turned about the fit's own mean log-odds so that the calibration does
 * not move the base rate that the newer windows have taught the fit.
 */
function aboutBaseRate(slope: number, model: ClosenessModel, window: Window) {
  const logOdds = logOddsColumn(window.columns, model)
  const { weights } = window
  const target = logOdds.reduce((sum, z, i) => sum + weights[i]! * sigmoid(z), 0)
  let shift = 0
  for (let round = 0; round < 50; round++) {
    let said = 0
    let bend = 0
    for (let i = 0; i < logOdds.length; i++) {
      const p = sigmoid(shift + slope * logOdds[i]!)
      said += weights[i]! * p
      bend += weights[i]! * p * (1 - p)
    }
    const step = (target - said) / Math.max(bend, 1e-9)
    shift += Math.max(-1, Math.min(1, step))
    if (Math.abs(step) < 1e-10) break
  }
  return { slope, shift }
}

/** b from the last resolved pairs, newest window first; of a window with more than are needed, every k-th. */
function biasFrom(shipped: ClosenessModel, resolved: readonly Window[]): number {
  const logOdds: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const window of resolved) {
    const room = BIAS_PAIRS - labels.length
    if (room <= 0) break
    const every = Math.max(1, Math.ceil(window.labels.length / room))
    const column = logOddsColumn(window.columns, shipped)
    for (let i = 0; i < window.labels.length; i += every) {
      logOdds.push(column[i]!)
      labels.push(window.labels[i]!)
      weights.push(window.weights[i]!)
    }
  }
  return fitShift(logOdds, labels, weights)
}

function trialOf(model: ClosenessModel, { columns, labels, weights }: Window): Trial {
  const said = closenessColumn(columns, model)
  const logOdds = logOddsColumn(columns, model)
  const shift = fitShift(logOdds, labels, weights)
  const centred = logOdds.map((z) => sigmoid(z + shift))
  return {
    logLoss: logLoss(said, labels, weights) ?? NaN,
    centredLogLoss: logLoss(centred, labels, weights) ?? NaN,
    auc: weightedAuc(said, labels, descending(said), weights),
  }
}
