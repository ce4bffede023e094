import { periodDays } from '../model/goal.ts'
import type { Goal, GoalKind } from '../model/goal.ts'
import { logit, sigmoid } from '../stats/logistic.ts'

/** How often contacts bring a success of one kind, and what makes it more likely. */
export type Rates = {
  /** Probability that the reference contact brings one success in a quarter, in (0, 1). */
  readonly baseRate: number
  /** What one unit of log-odds of closeness adds to the log-odds of success; never below 0, like all of these. */
  readonly perCloseness: number
  /** What trust of 1 rather than 0 adds. */
  readonly perTrust: number
  /** What a fit of 1 rather than 0 adds. */
  readonly perFit: number
  /** What one unit of ln((successes + 1)/(failures + 2)) with this contact adds. */
  readonly perHistory: number
  /** True while nobody has measured these numbers on the user's own outcomes. */
  readonly assumption: boolean
  /** Where the base rate comes from. */
  readonly basis: RateBasis
}

/** The preset of the kind, what the user stated, or the user's own outcomes, with a 95 % interval. */
export type RateBasis =
  | { readonly from: 'preset' | 'stated' }
  | { readonly from: 'outcomes'; readonly outcomes: number; readonly low: number; readonly high: number }

/** The contact for whom the base rate holds: a living tie, known for a while, neither fitting nor unfitting. */
export const referenceContact = { closeness: 0.3, trust: 0.5, fit: 0.5 } as const

const REFERENCE_CLOSENESS = logit(referenceContact.closeness)

const QUARTER_DAYS = periodDays.quarter

/** Closeness is a probability that is never quite 0 or 1; beyond these bounds its log-odds would run away. */
const LEAST_CLOSENESS = 1e-6

/**
 * A quarter's base rate of each kind. All are assumptions: no source gives the rate at which one contact brings a
 * referral or a sale. Only the order is argued: an answer is cheaper than help, help cheaper than a referral,
 * a referral cheaper than a sale, a hire, a partnership, an investment.
 */
const baseRates: Readonly<Record<GoalKind, number>> = {
  replies: 0.6,
  help: 0.2,
  support: 0.1,
  referrals: 0.05,
  sales: 0.02,
  hires: 0.01,
  partnerships: 0.01,
  investments: 0.005,
}

/**
 * The same for all kinds until outcomes tell them apart: assumptions, too. Closeness and trust are set so that at the
 * reference contact a tenth more of both (odds of an exchange and trust times 1.1) raises the odds of success by a
 * tenth, just as a tenth more calibre or contacts would: the assumption itself favours no pillar.
 */
const slopes = { perCloseness: 0.5, perTrust: 1, perFit: 2, perHistory: 0.8 } as const

/** The rates of a goal: the user's own base rate where one is stated, the preset of the kind otherwise. */
export function ratesOf(goal: Pick<Goal, 'kind' | 'baseRate'>): Rates {
  const rate = baseRates[goal.kind]
  const own = goal.baseRate
  return {
    baseRate: own ?? rate,
    ...slopes,
    assumption: true,
    basis: { from: own === null ? 'preset' : 'stated' },
  }
}

/** Log-odds of a closeness, kept within bounds. */
export const clampedLogit = (closeness: number): number =>
  logit(Math.min(Math.max(closeness, LEAST_CLOSENESS), 1 - LEAST_CLOSENESS))

/** What successes and failures so far say of the odds: 0 without any, rising in successes, falling in failures. */
export const historyOdds = (successes: number, failures: number): number =>
  successes === 0 && failures === 0 ? 0 : Math.log((2 * (successes + 1)) / (failures + 2))

/** What is known of one contact when asking how likely a success is. */
export type Prospect = {
  /** Probability of an exchange both ways in the next 30 days, in [0, 1]. */
  readonly closeness: number
  /** In [0, 1]. */
  readonly trust: number
  /** How well the contact fits the goal, in [0, 1]; null is unknown and counts as neutral. */
  readonly fit: number | null
  /** Successes and failures of this kind with this contact so far. */
  readonly successes: number
  readonly failures: number
  /** Whether there ever was an exchange in both directions, or a meeting. */
  readonly twoWay: boolean
}

/**
 * Probability that a contact brings at least one success of the goal's kind within the goal's period.
 *
 *   logit p = logit(base rate) + β₁ (logit closeness − logit .3) + β₂ (trust − .5) + β₃ (fit − .5)
 *             + β₄ ln(2 (s + 1)/(f + 2))                                       in a quarter
 *   p(period) = 1 − (1 − p)^(period / quarter)
 *
 * Range [0, 1), rising in closeness, trust, fit and successes, falling in failures; exactly 0 where there never was
 * an exchange in both directions or a meeting. Until outcomes are learned all rates are assumptions.
 */
export function successProbability(
  prospect: Prospect,
  goal: Pick<Goal, 'kind' | 'period' | 'baseRate'>,
): number {
  return successFunction(ratesOf(goal), periodDays[goal.period])(prospect)
}

/** The same for many contacts, from the rates and the length of the period in days. */
export function successFunction(rates: Rates, days: number): (prospect: Prospect) => number {
  const { perCloseness, perTrust, perFit, perHistory } = rates
  const base = logit(rates.baseRate)
  return (prospect) => {
    if (!prospect.twoWay) return 0
    const quarterly = sigmoid(
      base +
        perCloseness * (clampedLogit(prospect.closeness) - REFERENCE_CLOSENESS) +
        perTrust * (prospect.trust - referenceContact.trust) +
        perFit * ((prospect.fit ?? referenceContact.fit) - referenceContact.fit) +
        perHistory * historyOdds(prospect.successes, prospect.failures),
    )
    // log1p and expm1 keep small probabilities exact.
    return days === QUARTER_DAYS ? quarterly : -Math.expm1((days / QUARTER_DAYS) * Math.log1p(-quarterly))
  }
}
