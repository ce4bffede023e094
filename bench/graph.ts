/** `npm run bench -- graph [ties in thousands]`: the graph kernels, and the same in igraph where Python has it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { betweenness, sampleSources } from '#core/graph/betweenness.ts'
import { mostProbablePaths } from '#core/graph/introduction-paths.ts'
import { coreNumbers } from '#core/graph/k-core.ts'
import { leiden } from '#core/graph/leiden.ts'
import { modularity } from '#core/graph/modularity.ts'
import { mostProbable } from '#core/graph/most-probable.ts'
import { pageRank } from '#core/graph/pagerank.ts'
import type { SparseGraph } from '#core/graph/sparse-graph.ts'
import { burtConstraint } from '#core/graph/structural-holes.ts'
import { below, seededRng } from '#core/stats/rng.ts'
import type { Bench } from './bench.ts'
import { rmat } from './graph/rmat.ts'
import { tableLines } from './table.ts'

/** A kernel runs so often, or for so long: one that takes few milliseconds is still being compiled at first. */
const RUNS = 3
const LEAST_MS = 150
const SOURCES = 64
const PAIRS = 200

type Igraph = {
  readonly core: { readonly ms: number; readonly sum: number }
  readonly pagerank: { readonly ms: number; readonly top: number }
  readonly dijkstra: { readonly ms: number; readonly sum: number }
  readonly leiden: { readonly ms: number; readonly modularity: number }
  readonly constraint: { readonly ms: number; readonly sample: readonly number[] }
  readonly paths: { readonly ms: number; readonly short: readonly number[] }
}

/** Best of some runs in milliseconds, and the result. */
function best<T>(work: () => T): { ms: number; result: T } {
  let ms = Infinity
  let result = work()
  const begin = performance.now()
  for (let run = 0; run < RUNS || performance.now() - begin < LEAST_MS; run++) {
    const start = performance.now()
    result = work()
    ms = Math.min(ms, performance.now() - start)
  }
  return { ms, result }
}

/** The same in igraph; null, and said, where Python or igraph is missing (PYTHON names another interpreter). */
function igraph(graph: SparseGraph, source: number, target: number): Igraph | null {
  const folder = mkdtempSync(join(tmpdir(), 'kith-graph-'))
  try {
    const lines: string[] = []
    for (let node = 0; node < graph.nodeCount; node++)
      for (let edge = graph.offsets[node]!; edge < graph.offsets[node + 1]!; edge++)
        if (graph.targets[edge]! > node)
          lines.push(`${node} ${graph.targets[edge]!} ${graph.weights?.[edge] ?? 1}`)
    const path = join(folder, 'ties.txt')
    writeFileSync(path, `${lines.join('\n')}\n`)
    const script = new URL('./graph/peers.py', import.meta.url).pathname
    const printed = execFileSync(
      process.env['PYTHON'] ?? 'python3',
      [script, path, String(graph.nodeCount), String(source), String(target)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    return JSON.parse(printed) as Igraph
  } catch {
    console.error('Without igraph: PYTHON names a Python that has it (pip install igraph).')
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const agree = (a: number, b: number, within = 1e-6): string =>
  Math.abs(a - b) <= within * Math.max(1, Math.abs(b)) ? 'same' : `differs: ${a} against ${b}`

export const graphBench: Bench = {
  name: 'graph',
  summary: 'graph kernels on R-MAT, against igraph where Python has it',
  async run({ json, parts }) {
    const ties = Number(parts[0] ?? 200) * 1_000
    const scale = Math.max(10, Math.round(Math.log2(ties / 13)))
    const graph = rmat(scale, ties, 1)
    const unweighted = { ...graph, weights: null }
    const rng = seededRng(2)
    const hub = graph.offsets
      .slice(0, -1)
      .reduce(
        (most, start, node) =>
          graph.offsets[node + 1]! - start > graph.offsets[most + 1]! - graph.offsets[most]! ? node : most,
        0,
      )
    const target = graph.targets[graph.offsets[hub + 1]! - 1]!
    const core = best(() => coreNumbers(graph))
    const rank = best(() => pageRank(unweighted))
    const far = best(() => mostProbable(graph, hub))
    const groups = best(() => leiden(unweighted, { maxIterations: 2 }))
    const constraint = best(() => burtConstraint(graph))
    const between = best(() => betweenness(unweighted, sampleSources(graph.nodeCount, SOURCES, seededRng(3))))
    const paths = best(() => mostProbablePaths(graph, hub, target, 10))
    const times = Array.from({ length: PAIRS }, () => {
      const [a, b] = [below(rng, graph.nodeCount), below(rng, graph.nodeCount)]
      const start = performance.now()
      mostProbablePaths(graph, a, b, 10)
      return performance.now() - start
    }).sort((a, b) => a - b)
    const other = igraph(graph, hub, target)
    const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, each) => all + each, 0)
    const reached = [...far.result.probability].filter((p) => p > 0)
    const rows = [
      ['k-core', core.ms, other?.core.ms, other && agree(sum(core.result), other.core.sum)],
      ['PageRank', rank.ms, other?.pagerank.ms, other && agree(Math.max(...rank.result), other.pagerank.top)],
      [
        'Dijkstra on −ln p',
        far.ms,
        other?.dijkstra.ms,
        other && agree(sum(reached.map((p) => -Math.log(p))), other.dijkstra.sum),
      ],
      [
        'Leiden',
        groups.ms,
        other?.leiden.ms,
        `${modularity(unweighted, groups.result.group).toFixed(4)}${other ? ` against ${other.leiden.modularity.toFixed(4)}` : ''}`,
      ],
      [
        'Burt’s constraint',
        constraint.ms,
        other?.constraint.ms,
        other && agree(constraint.result[hub]!, other.constraint.sample[0]!),
      ],
      [`betweenness, ${SOURCES} sources`, between.ms, undefined, null],
      [
        'ten best paths, one pair (up to 3 ties)',
        paths.ms,
        other?.paths.ms,
        other &&
          (other.paths.short.every((p, i) => Math.abs(p - (paths.result[i]?.probability ?? 0)) < 1e-9)
            ? 'same'
            : 'differs'),
      ],
      [`ten best paths, p95 of ${PAIRS} pairs`, times[Math.floor(PAIRS * 0.95)]!, undefined, null],
    ] as const
    if (json) {
      for (const [kernel, ms, igraphMs, check] of rows)
        console.log(
          JSON.stringify({
            bench: 'graph',
            nodes: graph.nodeCount,
            ties,
            kernel,
            ms,
            igraphMs: igraphMs ?? null,
            check,
          }),
        )
      return
    }
    console.log(`${graph.nodeCount.toLocaleString('en')} nodes, ${ties.toLocaleString('en')} ties`)
    const body = rows.map(([kernel, ms, igraphMs, check]) => [
      kernel,
      ms.toFixed(1),
      igraphMs?.toFixed(1) ?? '',
      igraphMs === undefined ? '' : (ms / igraphMs).toFixed(3),
      check ?? '',
    ])
    for (const line of tableLines(['kernel', 'ms', 'igraph ms', 'ratio', 'answer'], body)) console.log(line)
  },
}
