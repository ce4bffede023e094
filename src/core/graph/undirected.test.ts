import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, relabelled } from '#testing/graphs.ts'
import { betweenness, sampleSources } from './betweenness.ts'
import { coreNumbers } from './k-core.ts'
import { mostProbable } from './most-probable.ts'
import { modularity } from './modularity.ts'
import { burtConstraint, effectiveSize } from './structural-holes.ts'
import { strengths, undirectedGraph } from './undirected.ts'
import { seededRng } from '../stats/rng.ts'

const ties = (nodes: number, ...pairs: readonly (readonly [number, number, number?])[]) =>
  undirectedGraph(
    {
      from: Int32Array.from(pairs, ([a]) => a),
      to: Int32Array.from(pairs, ([, b]) => b),
      weight: Float64Array.from(pairs, ([, , w]) => w ?? 1),
    },
    nodes,
  )

test('a tie stands in the rows of both, and ties told from both sides add up', () => {
  const graph = ties(3, [0, 1, 0.5], [1, 0, 0.25], [2, 2])
  expect([...graph.offsets]).toEqual([0, 1, 2, 2])
  expect([...graph.targets]).toEqual([1, 0])
  expect([...strengths(graph)]).toEqual([0.75, 0.75, 0])
})

test('without weights every tie counts one, however often it was told', () => {
  const plain = undirectedGraph({ from: Int32Array.of(0, 1, 1), to: Int32Array.of(1, 0, 2) }, 4)
  expect(plain.weights).toBeNull()
  expect([...plain.offsets]).toEqual([0, 1, 3, 4, 4])
  expect([...strengths(plain)]).toEqual([1, 2, 1, 0])
  const told = Float64Array.of(1, 1, 1, 1, 1, 1, 1)
  const [from, to] = [Int32Array.of(0, 1, 2, 3, 4, 5, 2), Int32Array.of(1, 2, 0, 4, 5, 3, 3)]
  const group = Int32Array.of(0, 0, 0, 1, 1, 1)
  // Two triangles and the tie between them: 6 of 7 ties within, half of the strength each.
  for (const graph of [undirectedGraph({ from, to }, 6), undirectedGraph({ from, to, weight: told }, 6)])
    expect(modularity(graph, group)).toBeCloseTo(6 / 7 - 1 / 2, 12)
})

test('a triangle with a tail: the tail is of the first core, the triangle of the second', () => {
  expect([...coreNumbers(ties(5, [0, 1], [1, 2], [2, 0], [2, 3]))]).toEqual([2, 2, 2, 1, 0])
})

test('core numbers equal what taking nodes away one by one gives', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes, near }) => {
      const core = new Array<number>(nodes).fill(0)
      for (let k = 1; k <= nodes; k++) {
        const left = new Set(core.keys())
        for (let again = true; again;) {
          again = false
          for (const node of left)
            if ([...near(node)].filter((other) => left.has(other)).length < k) {
              left.delete(node)
              again = true
            }
        }
        for (const node of left) core[node] = k
      }
      expect([...coreNumbers(graph)]).toEqual(core)
    }),
  )
})

test('the most probable path is the one with the greatest product, not the fewest steps', () => {
  const { probability, before } = mostProbable(ties(4, [0, 1, 0.9], [1, 2, 0.9], [0, 2, 0.5]), 0)
  expect(probability[2]).toBeCloseTo(0.81, 12)
  expect([...before]).toEqual([-1, 0, 1, -1])
  expect(probability[3]).toBe(0)
})

test('most probable paths equal trying every path', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes, weightOf }) => {
      const best = new Float64Array(nodes)
      const walk = (node: number, probability: number, seen: ReadonlySet<number>): void => {
        best[node] = Math.max(best[node]!, probability)
        for (let other = 0; other < nodes; other++)
          if (!seen.has(other) && weightOf(node, other) > 0)
            walk(other, probability * weightOf(node, other), new Set([...seen, other]))
      }
      walk(0, 1, new Set([0]))
      const { probability, before } = mostProbable(graph, 0)
      for (let node = 0; node < nodes; node++) {
        expect(probability[node]).toBeCloseTo(best[node]!, 10)
        if (before[node] !== -1)
          expect(probability[node]).toBeCloseTo(
            probability[before[node]!]! * weightOf(before[node]!, node),
            10,
          )
      }
    }),
    { numRuns: 60 },
  )
})

test('one contact constrains wholly; two who know each other even more; two who do not, by half', () => {
  expect(burtConstraint(ties(2, [0, 1]))[0]).toBeCloseTo(1, 12)
  expect(burtConstraint(ties(3, [0, 1], [0, 2]))[0]).toBeCloseTo(0.5, 12)
  expect(burtConstraint(ties(3, [0, 1], [0, 2], [1, 2]))[0]).toBeCloseTo(1.125, 12)
  expect(burtConstraint(ties(1))[0]).toBeNaN()
})

test('constraint and effective size equal their formulas', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes, weightOf }) => {
      const all = Array.from({ length: nodes }, (_, node) => node)
      const total = (i: number): number => all.reduce((sum, j) => sum + weightOf(i, j), 0)
      const p = (i: number, j: number): number => (weightOf(i, j) === 0 ? 0 : weightOf(i, j) / total(i))
      const m = (j: number, q: number): number => weightOf(j, q) / Math.max(...all.map((k) => weightOf(j, k)))
      const constraint = burtConstraint(graph)
      const size = effectiveSize(graph)
      for (const i of all) {
        const contacts = all.filter((j) => weightOf(i, j) > 0)
        if (contacts.length === 0) {
          expect(constraint[i]).toBeNaN()
          expect(size[i]).toBeNaN()
          continue
        }
        const others = (j: number): number[] => all.filter((q) => q !== i && q !== j)
        const c = contacts.reduce(
          (sum, j) => sum + (p(i, j) + others(j).reduce((s, q) => s + p(i, q) * p(q, j), 0)) ** 2,
          0,
        )
        const e = contacts.reduce(
          (sum, j) => sum + 1 - others(j).reduce((s, q) => s + p(i, q) * m(j, q), 0),
          0,
        )
        expect(constraint[i]).toBeCloseTo(c, 10)
        expect(size[i]).toBeCloseTo(e, 10)
      }
    }),
  )
})

test('betweenness from all sources equals counting shortest paths', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes, weightOf }) => {
      const all = Array.from({ length: nodes }, (_, node) => node)
      /** All shortest paths from s, as node lists. */
      const shortest = (s: number): Map<number, number[][]> => {
        const found = new Map<number, number[][]>([[s, [[s]]]])
        for (let level = [s]; level.length > 0;) {
          const next = new Map<number, number[][]>()
          for (const node of level)
            for (const other of all)
              if (weightOf(node, other) > 0 && !found.has(other))
                next.set(other, [
                  ...(next.get(other) ?? []),
                  ...(found.get(node) ?? []).map((path) => [...path, other]),
                ])
          for (const [node, paths] of next) found.set(node, paths)
          level = [...next.keys()]
        }
        return found
      }
      const expected = new Array<number>(nodes).fill(0)
      for (const s of all)
        for (const [t, paths] of shortest(s))
          for (const path of paths)
            for (const node of path.slice(1, -1)) if (t !== s) expected[node]! += 1 / paths.length
      const found = betweenness(graph, sampleSources(nodes, nodes, seededRng(1)))
      expected.forEach((value, node) => expect(found[node]).toBeCloseTo(value, 9))
    }),
    { numRuns: 40 },
  )
})

test('sampled sources are distinct, the same for the same seed, and never more than there are', () => {
  const some = sampleSources(50, 20, seededRng(3))
  expect(new Set(some).size).toBe(20)
  expect(sampleSources(50, 20, seededRng(3))).toEqual(some)
  expect(sampleSources(3, 9, seededRng(1)).toSorted()).toEqual(Int32Array.of(0, 1, 2))
  expect([...betweenness(ties(3, [0, 1], [1, 2]), new Int32Array(0))]).toEqual([0, 0, 0])
})

test('renaming nodes renames the results', () => {
  fc.assert(
    fc.property(anyTies, fc.integer(), (some, seed) => {
      const { graph, order } = relabelled(some, seed)
      const renamed = (values: ArrayLike<number>): number[] =>
        order.map((_, node) => values[order.indexOf(node)]!)
      const close = (found: ArrayLike<number>, expected: readonly number[]): void =>
        expected.forEach((value, node) =>
          Number.isNaN(value) ? expect(found[node]).toBeNaN() : expect(found[node]).toBeCloseTo(value, 9),
        )
      close(coreNumbers(graph), renamed(coreNumbers(some.graph)))
      close(burtConstraint(graph), renamed(burtConstraint(some.graph)))
      close(effectiveSize(graph), renamed(effectiveSize(some.graph)))
      const all = (nodes: number): Int32Array => sampleSources(nodes, nodes, seededRng(1))
      close(betweenness(graph, all(some.nodes)), renamed(betweenness(some.graph, all(some.nodes))))
    }),
    { numRuns: 60 },
  )
})

test('constraint stays below 2 and effective size between 1 and the number of contacts, whatever the weights', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes }) => {
      const [constraint, size] = [burtConstraint(graph), effectiveSize(graph)]
      for (let node = 0; node < nodes; node++) {
        const contacts = graph.offsets[node + 1]! - graph.offsets[node]!
        if (contacts === 0) continue
        expect(constraint[node]).toBeGreaterThan(0)
        expect(constraint[node]).toBeLessThan(2)
        expect(size[node]).toBeGreaterThan(1 - 1e-9)
        expect(size[node]).toBeLessThan(contacts + 1e-9)
      }
    }),
  )
  // Two contacts who know each other a thousand times better come near to it; known alike, the book's 1.125.
  expect(burtConstraint(ties(3, [0, 1, 1], [0, 2, 1], [1, 2, 1000]))[0]).toBeGreaterThan(1.99)
  expect(burtConstraint(ties(3, [0, 1], [0, 2], [1, 2]))[0]).toBeCloseTo(1.125, 12)
})
