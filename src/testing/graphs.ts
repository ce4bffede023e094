import fc from 'fast-check'
import { undirectedGraph } from '#core/graph/undirected.ts'
import type { SparseGraph } from '#core/graph/sparse-graph.ts'
import { below, seededRng } from '#core/stats/rng.ts'

/** A small undirected graph in both forms: compressed, and as one asks it in a test. */
export type SmallGraph = {
  readonly nodes: number
  readonly rows: readonly (readonly [a: number, b: number, weight: number])[]
  readonly graph: SparseGraph
  /** 0 = no tie. */
  readonly weightOf: (a: number, b: number) => number
  readonly near: (node: number) => ReadonlySet<number>
}

export function smallGraph(nodes: number, rows: SmallGraph['rows']): SmallGraph {
  // One row for each pair: tests ask for the weight they put in.
  const weights = new Map(
    rows
      .filter(([a, b]) => a !== b)
      .map(([a, b, weight]) => [Math.min(a, b) * nodes + Math.max(a, b), weight]),
  )
  const weightOf = (a: number, b: number): number => weights.get(Math.min(a, b) * nodes + Math.max(a, b)) ?? 0
  const kept = [...weights].map(([key, weight]): [number, number, number] => [
    Math.floor(key / nodes),
    key % nodes,
    weight,
  ])
  return {
    nodes,
    rows: kept,
    graph: undirectedGraph(
      {
        from: Int32Array.from(kept, ([a]) => a),
        to: Int32Array.from(kept, ([, b]) => b),
        weight: Float64Array.from(kept, ([, , weight]) => weight),
      },
      nodes,
    ),
    weightOf,
    near: (node) =>
      new Set(
        Array.from({ length: nodes }, (_, other) => other).filter((other) => weightOf(node, other) > 0),
      ),
  }
}

/** Undirected graphs of up to eight nodes, weights in (0, 1]. */
export const anyTies: fc.Arbitrary<SmallGraph> = fc.integer({ min: 1, max: 8 }).chain((nodes) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 0, max: nodes - 1 }),
        fc.integer({ min: 1, max: 100 }).map((hundredths) => hundredths / 100),
      ),
      { maxLength: 20 },
    )
    .map((rows) => smallGraph(nodes, rows)),
)

/** The same graph under other names: node i is now `order[i]`. */
export function relabelled(
  { nodes, rows }: SmallGraph,
  seed: number,
): SmallGraph & { readonly order: readonly number[] } {
  const rng = seededRng(seed)
  const order = Array.from({ length: nodes }, (_, node) => node)
  for (let i = nodes - 1; i > 0; i--) {
    const j = below(rng, i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return {
    ...smallGraph(
      nodes,
      rows.map(([a, b, weight]) => [order[a]!, order[b]!, weight]),
    ),
    order,
  }
}
