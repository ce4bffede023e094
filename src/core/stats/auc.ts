/**
 * Area under the receiver operating characteristic: the probability that a case of the class scores higher than
 * one outside it, ties counting half (Mann–Whitney U / (m·n)).
 *
 * Range [0, 1]; 0.5 is chance, higher is better. Null when one of the two classes is empty.
 * O(n log n). Source: Hanley & McNeil 1982.
 * @param labels 1 for cases of the class, 0 for the others
 */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  return weightedAuc(scores, labels, descending(scores), null)
}

/** The indices of the scores, greatest score first. */
export function descending(scores: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i)
  return order.sort((a, b) => scores[b]! - scores[a]! || a - b)
}

/**
 * The same where case i counts `weights[i]` times; the order is given, so that resampling need not sort again.
 * @param order the indices as `descending` returns them
 * @param weights null for 1 each
 */
export function weightedAuc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  order: Int32Array,
  weights: ArrayLike<number> | null,
): number | null {
  let inside = 0
  let outside = 0
  let wins = 0
  for (let i = 0; i < order.length;) {
    // A run of equal scores: its pairs are ties, half a win each.
    const score = scores[order[i]!]!
    let runInside = 0
    let runOutside = 0
    for (; i < order.length && scores[order[i]!] === score; i++) {
      const index = order[i]!
      const weight = weights === null ? 1 : weights[index]!
      if (labels[index] === 1) runInside += weight
      else runOutside += weight
    }
    wins += runOutside * (inside + runInside / 2)
    inside += runInside
    outside += runOutside
  }
  return inside > 0 && outside > 0 ? wins / (inside * outside) : null
}
