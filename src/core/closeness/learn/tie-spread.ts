import { closenessColumn } from '../closeness.ts'
import type { ClosenessModel } from '../model.ts'
import type { Window } from './windows.ts'

/** Below this and above that a spread is taken for chance. */
const LEAST_SPREAD = 0.3
const MOST_SPREAD = 2
/** So many cases' worth of the assumed spread of 1 is mixed in. */
const ASSUMED_INFORMATION = 5

/**
 * How much ties of equal features differ: τ, the standard deviation of a tie's own share in the log-odds.
 *
 *   τ² = Σ r₁r₂ / Σ p₁(1−p₁)·p₂(1−p₂), over ties and pairs of windows that follow each other without overlap
 *
 * r = outcome − p. Were the features all there is, what is left over in one window would say nothing of the next and
 * the sum would be 0; a tie's own share u adds p(1−p)·u to both. First-order method of moments, shrunk toward 1.
 * Range [.3, 2].
 */
export function tieSpreadOf(windows: readonly Window[], model: ClosenessModel): number {
  let together = ASSUMED_INFORMATION
  let information = ASSUMED_INFORMATION
  let before: ReadonlyMap<number, { readonly rest: number; readonly bend: number }> = new Map()
  for (const window of windows) {
    const column = closenessColumn(window.columns, model)
    const here = new Map<number, { readonly rest: number; readonly bend: number }>()
    window.ties.forEach((tie, i) => {
      const p = column[i]!
      const rest = window.labels[i]! - p
      const bend = p * (1 - p)
      here.set(tie, { rest, bend })
      const other = before.get(tie)
      if (other === undefined) return
      together += rest * other.rest
      information += bend * other.bend
    })
    before = here
  }
  return Math.sqrt(Math.min(MOST_SPREAD ** 2, Math.max(LEAST_SPREAD ** 2, together / information)))
}
