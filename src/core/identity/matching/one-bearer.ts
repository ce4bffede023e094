/**
 * The odds that the first two of those who bear one name are one person, when each has `sizes` records under it that
 * are known to be theirs (1 for a record of whom nothing is known yet).
 *
 * Poisson(b) people bear a name and each has 1 + Poisson(f) records under it. Then each way to put records together
 * into people has the weight Π β·(records of the person), β = b·e^(−f)/f, and of the ways that make k people out of
 * the g there are
 *
 *   one(k) = β^k·k^(g−1−k)·X,  two(k) = β^k·k^(g−1−k)·((k − 1)·X + k·s₁·s₂·e(k−2)),  X = e(k) + (s₁ + s₂)·e(k−1)
 *
 * are those in which the two are one, and two; e(k) is the sum over all k of the others of the products of their sizes
 * (they follow from counting forests by their roots). The odds are Σ one(k) : Σ two(k). In (0, ∞), falls with
 * `bearers`. Two records of a middling name among many are likelier one person's when hardly anybody else bears it in
 * the data: a second bearer would have brought records too. And whoever is known to have most of the records of a name
 * is likelier the one who has the last.
 */
export function oneBearerOdds(sizes: readonly number[], bearers: number, further: number): number {
  const [first = 1, second = 1, ...others] = sizes
  const groups = sizes.length
  const e = new Float64Array(groups + 1)
  e[0] = 1
  for (const [count, size] of others.entries())
    for (let k = count + 1; k >= 1; k--) e[k] = e[k]! + size * e[k - 1]!
  const beta = (bearers * Math.exp(-further)) / further
  let one = 0
  let two = 0
  for (let k = 1; k <= groups; k++) {
    const weight = beta ** (k - 1) * k ** (groups - 1 - k)
    const either = e[k]! + (first + second) * e[k - 1]!
    one += weight * either
    two += weight * ((k - 1) * either + (k >= 2 ? k * first * second * e[k - 2]! : 0))
  }
  return one / two
}
