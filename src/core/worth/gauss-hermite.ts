/** Points and weights with which a mean over a standard normal variable becomes a finite sum. */
export type Quadrature = { readonly nodes: Float64Array; readonly weights: Float64Array }

/** He_0 … He_n at x: He_0 = 1, He_1 = x, He_{k+1} = x·He_k − k·He_{k−1}; returns [He_{n−1}, He_n]. */
function hermite(n: number, x: number): readonly [number, number] {
  let before = 1
  let here = x
  for (let k = 1; k < n; k++) [before, here] = [here, x * here - k * before]
  return [before, here]
}

/** The root between `low` and `high`, where He_n has opposite signs; halved until no number lies between. */
function rootBetween(n: number, low: number, high: number): number {
  const sign = Math.sign(hermite(n, low)[1])
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (Math.sign(hermite(n, middle)[1]) === sign) low = middle
    else high = middle
  }
}

/**
 * Gauss–Hermite quadrature for the standard normal: E f(x) ≈ Σ weights[i]·f(nodes[i]), exact for polynomials
 * up to degree 2n − 1. Nodes ascending and symmetric, weights above 0 with the sum 1. For n from 1 to 40.
 *
 * The nodes are the roots of the Hermite polynomial He_n, which lie between those of He_{n−1}; the weights are
 * n! / (n·He_{n−1}(x))² (Abramowitz and Stegun 25.4.46, in the probabilists' scaling).
 */
export function gaussHermite(n: number): Quadrature {
  let roots: number[] = []
  for (let degree = 1; degree <= n; degree++) {
    // All roots lie within ±√(4n + 2); those of the degree before separate them.
    const bound = Math.sqrt(4 * degree + 2)
    const fences = [-bound, ...roots, bound]
    roots = Array.from({ length: degree }, (_, i) => rootBetween(degree, fences[i]!, fences[i + 1]!))
    // The middle root of an odd degree is 0, and each pair is symmetric: say so exactly.
    roots = roots.map((root, i) => (root - roots[degree - 1 - i]!) / 2)
  }
  let factorial = 1
  for (let k = 2; k <= n; k++) factorial *= k
  const weights = roots.map((root) => factorial / (n * hermite(n, root)[0]) ** 2)
  return { nodes: Float64Array.from(roots), weights: Float64Array.from(weights) }
}
