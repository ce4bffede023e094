import { periodDays } from '../model/goal.ts'
import { programme, addTrial } from './poisson-binomial.ts'
import type { Goal } from '../model/goal.ts'
import { DEFAULT_TAU, sharedShock, shockedOdds, underShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'

/** What keeping ties up takes, in minutes a quarter; all assumptions, all editable (docs/the-maths/worth.md; Dunbar's layers). */
export type AttentionCosts = {
  /** Up to so many contacts in all, each costs `minutes`; ascending. The last layer is the most one keeps up. */
  readonly layers: readonly { readonly upTo: number; readonly minutes: number }[]
  /** Every contact beyond them: being there costs, too. */
  readonly further: number
}

export const DEFAULT_COSTS: AttentionCosts = {
  layers: [
    { upTo: 5, minutes: 60 },
    { upTo: 15, minutes: 20 },
    { upTo: 50, minutes: 8 },
    { upTo: 150, minutes: 3 },
  ],
  further: 0.2,
}

const WEEKS_PER_QUARTER = periodDays.quarter / periodDays.week

/** Minutes a quarter that keeping up the `kept` closest takes. */
export function minutesToKeep(kept: number, costs: AttentionCosts = DEFAULT_COSTS): number {
  let total = 0
  let before = 0
  for (const { upTo, minutes } of costs.layers) {
    const here = Math.max(0, Math.min(kept, upTo) - before)
    total += here * minutes
    before = upTo
  }
  return total
}

/**
 * How many ties can be kept up in the time there is, out of `contacts`: the most m with
 * minutesToKeep(m) + further · (contacts − m) ≤ minutes. Never more than the last layer; 0 when there is no time.
 * Falls when contacts are added, rises with minutes.
 */
export function keptUp(
  contacts: number,
  minutesPerWeek: number,
  costs: AttentionCosts = DEFAULT_COSTS,
): number {
  const budget = minutesPerWeek * WEEKS_PER_QUARTER
  const most = Math.min(contacts, costs.layers.at(-1)?.upTo ?? 0)
  let kept = 0
  for (let m = 1; m <= most; m++)
    if (minutesToKeep(m, costs) + costs.further * (contacts - m) <= budget) kept = m
  return kept
}

export type AttentionPoint = {
  /** Contacts in the network, the best first. */
  readonly contacts: number
  /** How many of them are kept up. */
  readonly kept: number
  /** P(N ≥ target): those kept up as they are, the others as after a quarter of silence. */
  readonly probability: number
}

export type AttentionCurve = {
  readonly points: readonly AttentionPoint[]
  /** With all contacts there are. */
  readonly user: AttentionPoint
  /** Where worth is highest; the least number of contacts among equals. */
  readonly peak: AttentionPoint
}

/**
 * Worth by the number of contacts, under the minutes a week there are: rises while contacts are added that can be kept
 * up, flattens, and falls where mere presence of further ones takes the time of those who count.
 * @param kept values of the contacts while kept up, v of docs/the-maths/worth.md, one goal
 * @param silent the same after a quarter of silence; never above `kept`
 * @param minutesPerWeek time for all of them
 * @param most points of the curve
 */
export function attentionCurve(
  kept: Float64Array,
  silent: Float64Array,
  goal: Pick<Goal, 'target'>,
  minutesPerWeek: number,
  most = 60,
  costs: AttentionCosts = DEFAULT_COSTS,
  shock: SharedShock = sharedShock(DEFAULT_TAU),
): AttentionCurve {
  // Who loses most by silence and is worth most is kept up first; the order is that of the value while kept up.
  const order = Array.from(kept, (_, j) => j).sort((a, b) => kept[b]! - kept[a]! || a - b)
  const counts = curveCounts(order.length, most)
  const keptOf = counts.map((contacts) => keptUp(contacts, minutesPerWeek, costs))
  const probability = new Float64Array(counts.length)
  for (let node = 0; node < shock.weights.length; node++) {
    const now = order.map((j) => caseOf(kept[j]!, shock, node))
    const later = order.map((j) => caseOf(Math.min(silent[j]!, kept[j]!), shock, node))
    counts.forEach((contacts, i) => {
      const programmed = programme(goal.target)
      for (let j = 0; j < contacts; j++) addTrial(programmed, j < keptOf[i]! ? now[j]! : later[j]!)
      probability[i]! += shock.weights[node]! * programmed.reached
    })
  }
  const points = counts.map((contacts, i): AttentionPoint => ({
    contacts,
    kept: keptOf[i]!,
    probability: Math.min(1, probability[i]!),
  }))
  const nothing: AttentionPoint = { contacts: 0, kept: 0, probability: 0 }
  return {
    points,
    user: points.at(-1) ?? nothing,
    peak: points.reduce(
      (best, point) => (point.probability > best.probability + 1e-12 ? point : best),
      nothing,
    ),
  }
}

const caseOf = (value: number, shock: SharedShock, node: number): number =>
  value <= 0
    ? 0
    : shock.slope === 1 && shock.tau === 0
      ? value
      : underShock(shockedOdds(value, shock), shock, node)

/** Numbers of contacts to look at: close together while few, further apart later, all of them last. */
function curveCounts(all: number, most: number): number[] {
  const counts = new Set<number>([0, all])
  for (let i = 1; i < most; i++) {
    const share = i / most
    counts.add(Math.round(all * share * share))
  }
  return [...counts].sort((a, b) => a - b)
}
