import type { ClosenessModel } from '#core/closeness/model.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { closenessAfterSilence } from '#core/plan/outlook.ts'
import type { Outlooks } from '#store/outlook.ts'

/** Ids of people are below this, so that a number holds a pair of them exactly. */
const IDS = 2 ** 26

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
  // Either direction counts once: as the pair with the smaller id first. Sorted numbers are far quicker than a set.
  const met = new Float64Array(pairs.from.length)
  let length = 0
  for (let i = 0; i < met.length; i++) {
    const a = pairs.from[i]!
    const b = pairs.to[i]!
    if (a !== me && b !== me && a !== b) met[length++] = Math.min(a, b) * IDS + Math.max(a, b)
  }
  const sorted = met.subarray(0, length).sort()
  for (let i = 0; i < length; i++) {
    const pair = sorted[i]!
    if (i > 0 && pair === sorted[i - 1]) continue
    const a = Math.floor(pair / IDS)
    const b = pair % IDS
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
