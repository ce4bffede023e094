import type { ClosenessModel } from '#core/closeness/model.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { closenessAfterSilence } from '#core/plan/outlook.ts'
import type { Outlooks } from '#store/outlook.ts'

/**
 * Share of the people somebody exchanges with who are contacts of the owner, too: low is where moderately weak ties
 * bring something new (Rajkumar et al. 2022). In [0, 1]; NaN where nobody else was seen with them.
 * @param pairs who seeks whom, ids of people
 */
export function overlapOf(
  people: readonly number[],
  me: number,
  pairs: { readonly from: Int32Array; readonly to: Int32Array },
): Float64Array {
  const tieOf = new Map(people.map((person, tie) => [person, tie]))
  const others = new Float64Array(people.length)
  const shared = new Float64Array(people.length)
  const seen = new Set<number>()
  for (let i = 0; i < pairs.from.length; i++) {
    const a = pairs.from[i]!
    const b = pairs.to[i]!
    if (a === me || b === me || a === b) continue
    // Either direction counts once.
    const key = a < b ? a * 4_294_967_296 + b : b * 4_294_967_296 + a
    if (seen.has(key)) continue
    seen.add(key)
    const tieA = tieOf.get(a)
    const tieB = tieOf.get(b)
    if (tieA !== undefined) {
      others[tieA]!++
      if (tieB !== undefined) shared[tieA]!++
    }
    if (tieB !== undefined) {
      others[tieB]!++
      if (tieA !== undefined) shared[tieB]!++
    }
  }
  return others.map((count, tie) => (count === 0 ? NaN : shared[tie]! / count))
}

/** What plan and what-if want to know of everybody beside the scores. */
export const outlooksOf = (
  people: readonly number[],
  me: number,
  ledger: Ledger,
  pairs: { readonly from: Int32Array; readonly to: Int32Array },
  at: number,
  model: ClosenessModel,
): Outlooks => ({
  person: people,
  silent: closenessAfterSilence(ledger, at, model),
  overlap: overlapOf(people, me, pairs),
})
