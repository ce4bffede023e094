import type { Goal } from '../model/goal.ts'
import { contactValues } from '../worth/values.ts'
import type { ContactColumns } from '../worth/values.ts'
import type { Candidate } from './portfolio.ts'
import type { Proposal } from './rules/rule.ts'
import type { TouchOutlook } from './outlook.ts'

/** Overlap below this counts as low: most of the people they know are new to the user. */
export const LOW_OVERLAP = 0.5

/** Groups told apart in the objective; the rest counts toward the whole alone. */
const MOST_GROUPS = 20
/** Half of the objective looks at everybody, half at the groups, so that a plan does not stay in one circle. */
const WHOLE_SHARE = 0.5

/** A proposal with what it would change. */
export type Weighed = {
  readonly proposal: Proposal
  /** Position in the columns that were weighed. */
  readonly contact: number
  /** Successes added, by goal: what the touch makes likelier than silence does. */
  readonly added: Float64Array
  /** The goal to which it adds most by weight; null when it adds nothing. */
  readonly goal: number | null
}

const withOdds = (probability: number, factor: number): number =>
  (probability * factor) / (1 - probability + probability * factor)

/**
 * What each proposal adds to each goal: Δ = e · (v(touched) − v(silent)) + what asking or an introduction adds,
 * with e the probability of an exchange and v = calibre · p at the horizon. Asking multiplies the odds of v (touched).
 * Range [0, .999]; with calibre 0, no more than what an introduction adds.
 * @param contacts one row a contact; closeness and trust in it are not looked at
 * @param proposals with the row they are for
 */
export function weigh(
  contacts: Omit<ContactColumns, 'closeness' | 'trust'>,
  outlook: TouchOutlook,
  proposals: readonly { readonly proposal: Proposal; readonly contact: number }[],
  goals: readonly Goal[],
  fieldMean: number,
): Weighed[] {
  const size = contacts.calibre.length
  const silent: ContactColumns = { ...contacts, ...outlook.silent }
  const touched: ContactColumns = {
    ...contacts,
    ...outlook.touched,
    twoWay: new Uint8Array(size).fill(1),
  }
  const without = goals.map((goal) => contactValues(silent, goal, fieldMean))
  const withTouch = goals.map((goal) => contactValues(touched, goal, fieldMean))
  return proposals.map(({ proposal, contact }) => {
    const { exchange, odds, beside } = proposal
    const added = Float64Array.from(goals, (_, g) => {
      const from = without[g]![contact]!
      const to = withTouch[g]![contact]!
      const asked = odds === 1 ? to : Math.max(to, withOdds(to, odds))
      return Math.min(0.999, Math.max(0, exchange * (asked - from)) + Math.max(0, beside))
    })
    let goal: number | null = null
    for (let g = 0; g < goals.length; g++)
      if (
        added[g]! > 0 &&
        (goal === null || goals[g]!.weight * added[g]! > goals[goal]!.weight * added[goal]!)
      )
        goal = g
    return { proposal, contact, added, goal }
  })
}

/**
 * The candidates of the portfolio and the weights of its segments: for each goal the whole, and the groups
 * (organisations) in which most can be added, in proportion to that.
 * @param groups of each contact; null where unknown
 * @param overlap of each contact; NaN where unknown
 */
export function portfolioOf(
  weighed: readonly Weighed[],
  goals: readonly Goal[],
  groups: readonly (string | null)[],
  overlap: Float64Array,
): { readonly candidates: Candidate[]; readonly weights: Float64Array } {
  const totalWeight = goals.reduce((sum, goal) => sum + goal.weight, 0)
  const sums = new Map<string, number>()
  for (const { contact, added } of weighed) {
    const group = groups[contact] ?? null
    if (group === null) continue
    const total = added.reduce((sum, value, g) => sum + value * goals[g]!.weight, 0)
    sums.set(group, (sums.get(group) ?? 0) + total)
  }
  const best = [...sums]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_GROUPS)
  const groupTotal = best.reduce((sum, [, value]) => sum + value, 0)
  const place = new Map(best.map(([group], i) => [group, i]))
  const perGoal = 1 + best.length
  const weights = new Float64Array(goals.length * perGoal)
  goals.forEach((goal, g) => {
    const share = goal.weight / totalWeight
    weights[g * perGoal] = share * (best.length === 0 ? 1 : WHOLE_SHARE)
    best.forEach(([, value], i) => {
      weights[g * perGoal + 1 + i] = share * (1 - WHOLE_SHARE) * (value / groupTotal)
    })
  })
  const candidates = weighed.map(({ proposal, contact, added }): Candidate => {
    const segments: number[] = []
    const values: number[] = []
    const group = groups[contact] ?? null
    const own = group === null ? undefined : place.get(group)
    added.forEach((value, g) => {
      if (value <= 0) return
      segments.push(g * perGoal)
      values.push(value)
      if (own !== undefined) {
        segments.push(g * perGoal + 1 + own)
        values.push(value)
      }
    })
    return {
      minutes: proposal.minutes,
      segments,
      values,
      lowOverlap: overlap[contact]! < LOW_OVERLAP,
    }
  })
  return { candidates, weights }
}
