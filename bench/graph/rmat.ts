import { undirectedGraph } from '#core/graph/undirected.ts'
import type { SparseGraph } from '#core/graph/sparse-graph.ts'
import { seededRng } from '#core/stats/rng.ts'

/**
 * A random graph with few hubs and many with little, as networks of people have (R-MAT; Chakrabarti, Zhan and
 * Faloutsos 2004; parameters of the Graph500 bench). Undirected, every pair once, weights evenly in [.05, .95].
 */
export function rmat(scale: number, edges: number, seed: number): SparseGraph {
  const rng = seededRng(seed)
  const nodes = 2 ** scale
  const pairs = new Set<number>()
  while (pairs.size < edges) {
    let a = 0
    let b = 0
    for (let bit = 0; bit < scale; bit++) {
      const r = rng()
      a = a * 2 + (r >= 0.76 ? 1 : 0)
      b = b * 2 + ((r >= 0.57 && r < 0.76) || r >= 0.95 ? 1 : 0)
    }
    if (a !== b) pairs.add(Math.min(a, b) * nodes + Math.max(a, b))
  }
  const sorted = Float64Array.from(pairs).sort()
  return undirectedGraph(
    {
      from: Int32Array.from(sorted, (pair) => Math.floor(pair / nodes)),
      to: Int32Array.from(sorted, (pair) => pair % nodes),
      weight: Float64Array.from(sorted, () => 0.05 + 0.9 * rng()),
    },
    nodes,
  )
}
