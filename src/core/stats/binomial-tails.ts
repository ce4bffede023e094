/**
 * How likely a binomial count is at least, and at most, what was seen, if each of n cases succeeds with probability p.
 *
 *   atLeast = P(X ≥ k),  atMost = P(X ≤ k),  X ~ B(n, p)
 *
 * Range [0, 1]; both count k itself, so they add up to 1 + P(X = k). Exact sums, started at the likeliest count so that
 * nothing underflows. p = 0 and p = 1 are allowed.
 */
export function binomialTails(
  k: number,
  n: number,
  p: number,
): { readonly atLeast: number; readonly atMost: number } {
  if (p <= 0) return { atLeast: k === 0 ? 1 : 0, atMost: 1 }
  if (p >= 1) return { atLeast: 1, atMost: k === n ? 1 : 0 }
  const mode = Math.min(n, Math.floor((n + 1) * p))
  const odds = p / (1 - p)
  // Terms relative to the likeliest one, which cancels in the end.
  const term = new Float64Array(n + 1)
  term[mode] = 1
  for (let i = mode; i < n; i++) term[i + 1] = (term[i]! * (n - i) * odds) / (i + 1)
  for (let i = mode; i > 0; i--) term[i - 1] = (term[i]! * i) / ((n - i + 1) * odds)
  let below = 0
  let above = 0
  let total = 0
  for (let i = 0; i <= n; i++) {
    total += term[i]!
    if (i <= k) below += term[i]!
    if (i >= k) above += term[i]!
  }
  return { atLeast: Math.min(1, above / total), atMost: Math.min(1, below / total) }
}
