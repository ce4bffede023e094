import { brier, calibrationCurve } from '../stats/calibration.ts'
import type { CalibrationBin } from '../stats/calibration.ts'
import type { Rates } from '../worth/rates.ts'
import { expectedOf, learnRates } from './learn.ts'
import type { LearnedRates, OutcomeCase } from './learn.ts'
import type { OutcomeWindow } from './windows.ts'

/** What kith expected of one quarter before it began, and what happened. */
export type WindowRecord = OutcomeWindow & {
  /** Successes expected, with the bounds within which 95 % of such quarters lie. */
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly happened: number
  /** True where the rates had been learned by then. */
  readonly learned: boolean
}

export type OutcomeRecord = {
  readonly windows: readonly WindowRecord[]
  /** Contacts by what was expected of them, in ten bins of equal width, empty ones left out. */
  readonly bins: readonly CalibrationBin[]
  /** Mean squared error of what was said; null without cases. */
  readonly brier: number | null
  /** The same for saying the assumed base rate of everybody: what there is to beat. */
  readonly brierOfBaseRate: number | null
  /** Rates learned from all of it; null below 30 outcomes. */
  readonly learned: LearnedRates | null
}

const Z95 = 1.959964

/**
 * Holds what kith said against what happened: each quarter is judged by the rates that were known when it began
 * (learned from the quarters before it, else assumed), so that nothing is judged by what it was fitted to.
 * Cases and windows go together, oldest first.
 */
export function calibrate(
  windows: readonly (OutcomeWindow & { readonly cases: readonly OutcomeCase[] })[],
  prior: Rates,
): OutcomeRecord {
  const before: OutcomeCase[] = []
  const said: number[] = []
  const happened: number[] = []
  const records = windows.map(({ start, end, cases }): WindowRecord => {
    const learned = learnRates(before, prior)
    const expected = cases.map((one) => expectedOf(one, learned ?? prior))
    const mean = expected.reduce((sum, p) => sum + p, 0)
    const spread = Z95 * Math.sqrt(expected.reduce((sum, p) => sum + p * (1 - p), 0))
    for (const [i, one] of cases.entries()) {
      said.push(expected[i]!)
      happened.push(one.happened ? 1 : 0)
      before.push(one)
    }
    return {
      start,
      end,
      expected: mean,
      low: Math.max(0, mean - spread),
      high: mean + spread,
      happened: cases.reduce((count, one) => count + (one.happened ? 1 : 0), 0),
      learned: learned !== null,
    }
  })
  return {
    windows: records,
    bins: calibrationCurve(said, happened),
    brier: brier(said, happened),
    brierOfBaseRate: brier(
      said.map(() => prior.baseRate),
      happened,
    ),
    learned: learnRates(before, prior),
  }
}
