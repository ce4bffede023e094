/**
 * Share of the people somebody exchanges with who are contacts of the owner, too: low is where moderately weak ties
 * bring something new (Rajkumar et al. 2022). In [0, 1]; NaN where nobody else was seen with them.
 * @param pairs who seeks whom, ids of people; each pair once, ordered by who, then whom
 */
export function overlapOf(
  people: readonly number[],
  me: number,
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
): Float64Array {
  let most = people.reduce((most, id) => Math.max(most, id), 0)
  for (let i = 0; i < to.length; i++) most = Math.max(most, to[i]!, from[i]!)
  const tieOf = new Int32Array(most + 1).fill(-1)
  people.forEach((person, tie) => (tieOf[person] = tie))
  const starts = new Int32Array(most + 2)
  for (let i = 0; i < from.length; i++) starts[from[i]! + 1]!++
  for (let id = 0; id <= most; id++) starts[id + 1]! += starts[id]!
  const others = new Float64Array(people.length)
  const shared = new Float64Array(people.length)
  for (let i = 0; i < from.length; i++) {
    const a = from[i]!
    const b = to[i]!
    // Either direction counts once: as the pair with the smaller id first, where there is one.
    if (a === me || b === me || a === b || (a > b && seeks(starts, to, b, a))) continue
    const tieA = tieOf[a]!
    const tieB = tieOf[b]!
    if (tieA >= 0) {
      others[tieA]!++
      if (tieB >= 0) shared[tieA]!++
    }
    if (tieB >= 0) {
      others[tieB]!++
      if (tieA >= 0) shared[tieB]!++
    }
  }
  return others.map((count, tie) => (count === 0 ? NaN : shared[tie]! / count))
}

/** Whether one seeks the other: whom they seek is in order, so that halving finds it. */
function seeks(starts: Int32Array, to: Int32Array, one: number, other: number): boolean {
  let low = starts[one]!
  let high = starts[one + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (to[middle]! < other) low = middle + 1
    else high = middle
  }
  return low < starts[one + 1]! && to[low] === other
}
