/**
 * Which of many findings stand, when a given share of those that stand may be there by chance.
 *
 * The step-up rule: with p-values p₁ ≤ … ≤ p_m, all up to the greatest i with p_i ≤ i·share/m. Returned in the order
 * of the p-values given. Source: Benjamini and Hochberg (Journal of the Royal Statistical Society B 1995).
 */
export function discoveries(pValues: readonly number[], share: number): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b)
  let limit = -1
  sorted.forEach((p, i) => {
    if (p <= ((i + 1) * share) / sorted.length) limit = p
  })
  return pValues.map((p) => p <= limit)
}
