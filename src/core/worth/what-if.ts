import type { Goal } from '../model/goal.ts'
import type { AttentionCosts } from './attention.ts'
import { DEFAULT_COSTS, keptUp } from './attention.ts'
import { probabilityOfAtLeast } from './poisson-binomial.ts'
import { sharedShock } from './shared-shock.ts'
import type { SharedShock } from './shared-shock.ts'
import { contactValues } from './values.ts'
import type { ContactColumns } from './values.ts'

/** What to change in thought. */
export type Change = {
  /** Minutes a week for all contacts; null leaves attention out: every tie stays as it is. */
  readonly minutesPerWeek: number | null
  /** Rows to leave out. */
  readonly without: ReadonlySet<number>
  /** So many contacts more, each like the mean of the best tenth. */
  readonly more: number
}

export const NO_CHANGE: Change = { minutesPerWeek: null, without: new Set(), more: 0 }

/** How one goal stands. */
export type Standing = {
  readonly probability: number
  readonly expected: number
  readonly have: number
}

/**
 * How a goal stands when something is changed in thought. With minutes a week, the contacts who can be kept up in
 * them stay as they are and the others are taken as after a quarter of silence (`attention.ts`).
 * One pass over the contacts: quick enough to follow a slider.
 * @param silent closeness of each contact after a quarter of silence; NaN = unknown, counts as unchanged
 */
export function standingIf(
  contacts: ContactColumns,
  silent: Float64Array,
  goal: Goal,
  fieldMean: number,
  change: Change = NO_CHANGE,
  shock: SharedShock = sharedShock(),
  costs: AttentionCosts = DEFAULT_COSTS,
): Standing {
  const values = contactValues(contacts, goal, fieldMean)
  for (const row of change.without) values[row] = 0
  const size = values.length - change.without.size
  if (change.minutesPerWeek !== null) letFade(values, contacts, silent, goal, fieldMean, change, size, costs)
  const have = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
  const like = change.more > 0 ? meanOfBestTenth(values, have) : 0
  const all = change.more > 0 && like > 0 ? joined(values, change.more, like) : values
  return {
    probability: probabilityOfAtLeast(all, goal.target, shock),
    expected: all.reduce((sum, value) => sum + value, 0),
    have: have + (like > 0 ? change.more : 0),
  }
}

function joined(values: Float64Array, more: number, like: number): Float64Array {
  const all = new Float64Array(values.length + more).fill(like)
  all.set(values)
  return all
}

/** Gives whoever cannot be kept up the value after a quarter of silence. */
function letFade(
  values: Float64Array,
  contacts: ContactColumns,
  silent: Float64Array,
  goal: Goal,
  fieldMean: number,
  { minutesPerWeek, more }: Change,
  size: number,
  costs: AttentionCosts,
): void {
  const kept = Math.max(0, keptUp(size + more, minutesPerWeek ?? 0, costs) - more)
  const counting = values.filter((value) => value > 0)
  if (counting.length <= kept) return
  const quiet = contactValues(
    {
      ...contacts,
      closeness: contacts.closeness.map((now, j) =>
        Number.isNaN(silent[j]!) ? now : Math.min(now, silent[j]!),
      ),
    },
    goal,
    fieldMean,
  )
  // The value of the last who is kept up; sorting numbers is quicker than sorting contacts.
  const threshold = kept === 0 ? Infinity : counting.sort()[counting.length - kept]!
  let room = kept - counting.reduce((above, value) => above + (value > threshold ? 1 : 0), 0)
  for (let j = 0; j < values.length; j++) {
    const value = values[j]!
    if (value > threshold || (value === threshold && room-- > 0)) continue
    values[j] = Math.min(value, quiet[j]!)
  }
}

function meanOfBestTenth(values: Float64Array, have: number): number {
  if (have === 0) return 0
  const best = values
    .toSorted()
    .reverse()
    .subarray(0, Math.ceil(have / 10))
  return best.reduce((sum, value) => sum + value, 0) / best.length
}
