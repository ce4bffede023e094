import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attentionHIndex } from './attention-h-index.ts'
import { inDegree } from './in-degree.ts'
import { pageRank } from './pagerank.ts'
import { sparseGraph, transpose } from './sparse-graph.ts'
import type { EdgeColumns } from './sparse-graph.ts'

const edges = (...pairs: readonly (readonly [number, number])[]): EdgeColumns => ({
  from: Int32Array.from(pairs, ([from]) => from),
  to: Int32Array.from(pairs, ([, to]) => to),
})

/** Random edges among up to 12 nodes, with repeats and loops. */
const anyGraph = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    pairs: fc.array(
      fc.tuple(fc.integer({ min: 0, max: nodes - 1 }), fc.integer({ min: 0, max: nodes - 1 })),
      { maxLength: 60 },
    ),
  }),
)

/** The seekers of each node, the slow and obvious way. */
const seekersOf = (nodes: number, pairs: readonly (readonly [number, number])[]): Set<number>[] =>
  Array.from(
    { length: nodes },
    (_, node) => new Set(pairs.filter(([a, b]) => b === node && a !== b).map(([a]) => a)),
  )

test('repeated edges count once, loops not at all', () => {
  const graph = sparseGraph(edges([2, 0], [0, 1], [2, 0], [1, 1], [0, 2], [2, 0]), 3)
  expect([...graph.offsets]).toEqual([0, 2, 2, 3])
  expect([...graph.targets]).toEqual([1, 2, 0])
  expect(graph.weights).toBeNull()
})

test('the weights of repeated edges add up, and turning the graph keeps them', () => {
  const graph = sparseGraph({ ...edges([0, 1], [1, 2], [0, 1]), weight: Float64Array.of(1, 5, 2.5) }, 3)
  expect([...graph.weights!]).toEqual([3.5, 5])
  const turned = transpose(graph)
  expect([...turned.offsets]).toEqual([0, 0, 1, 2])
  expect([...turned.targets]).toEqual([0, 1])
  expect([...turned.weights!]).toEqual([3.5, 5])
})

test('a node outside the graph is a mistake of the caller', () => {
  expect(() => sparseGraph(edges([0, 3]), 3)).toThrow('outside 0 to 2')
  expect(() => sparseGraph({ from: new Int32Array(2), to: new Int32Array(1) }, 3)).toThrow('differ in length')
})

test('turning a graph twice gives it back', () => {
  fc.assert(
    fc.property(anyGraph, ({ nodes, pairs }) => {
      const graph = sparseGraph(edges(...pairs), nodes)
      expect(transpose(transpose(graph))).toEqual(graph)
    }),
  )
})

test('in-degree counts distinct seekers', () => {
  expect([...inDegree(sparseGraph(edges([0, 2], [1, 2], [1, 2], [2, 0], [2, 2]), 4))]).toEqual([1, 0, 2, 0])
})

test('three people sought by three each give an h-index of three', () => {
  // 0 is sought by 1, 2, 3; each of them by the other two and by 0.
  const circle = [1, 2, 3].flatMap(
    (a) =>
      [
        [a, 0],
        [0, a],
      ] as [number, number][],
  )
  const others = [1, 2, 3].flatMap((a) =>
    [1, 2, 3].filter((b) => b !== a).map((b): [number, number] => [a, b]),
  )
  const { h, rational } = attentionHIndex(sparseGraph(edges(...circle, ...others), 4))
  expect([...h]).toEqual([3, 3, 3, 3])
  // To reach 4 each of the three lacks one, and a fourth of four is missing: 7 of 7.
  expect([...rational]).toEqual([3, 3, 3, 3])
})

test('the rational h-index says how near the next step is', () => {
  // 0 is sought by 1 (sought by three) and by 2 (sought by one): h = 1, and only one in-degree lacks to 2.
  const { h, rational } = attentionHIndex(
    sparseGraph(edges([1, 0], [2, 0], [3, 1], [4, 1], [5, 1], [3, 2]), 6),
  )
  expect(h[0]).toBe(1)
  expect(rational[0]).toBeCloseTo(1 + 1 - 1 / 3, 12)
})

test('people sought only by people whom nobody seeks have an h-index of zero', () => {
  const { h, rational } = attentionHIndex(sparseGraph(edges([1, 0], [2, 0], [3, 0]), 4))
  expect([...h]).toEqual([0, 0, 0, 0])
  expect([...rational]).toEqual([0, 0, 0, 0])
})

test('the attention h-index equals its definition', () => {
  fc.assert(
    fc.property(anyGraph, ({ nodes, pairs }) => {
      const seekers = seekersOf(nodes, pairs)
      const { h, rational } = attentionHIndex(sparseGraph(edges(...pairs), nodes))
      seekers.forEach((mine, node) => {
        const degrees = [...mine].map((seeker) => seekers[seeker]!.size).sort((a, b) => b - a)
        let expected = 0
        while (degrees.filter((degree) => degree >= expected + 1).length >= expected + 1) expected++
        const missing = Array.from({ length: expected + 1 }, (_, place) =>
          Math.max(0, expected + 1 - (degrees[place] ?? 0)),
        ).reduce((sum, lack) => sum + lack, 0)
        expect(h[node]).toBe(expected)
        expect(rational[node]).toBeCloseTo(expected + 1 - missing / (2 * expected + 1), 12)
        expect(rational[node]).toBeLessThan(expected + 1)
      })
    }),
  )
})

test('PageRank of two nodes that point at each other is a half each', () => {
  const rank = pageRank(sparseGraph(edges([0, 1], [1, 0]), 2))
  expect(rank[0]).toBeCloseTo(0.5, 9)
  expect(rank[1]).toBeCloseTo(0.5, 9)
})

test('a dangling node spreads evenly: the answer one can solve on paper', () => {
  // 0 → 1, 1 dangles. x0 = .075 + .425 x1, x0 + x1 = 1, so x0 = .5/1.425.
  const rank = pageRank(sparseGraph(edges([0, 1]), 2), { tolerance: 1e-14 })
  expect(rank[0]).toBeCloseTo(0.5 / 1.425, 12)
})

test('PageRank equals the slow matrix form, weighted or not', () => {
  fc.assert(
    fc.property(anyGraph, fc.boolean(), ({ nodes, pairs }, weighted) => {
      const columns = edges(...pairs)
      const weight = Float64Array.from(pairs, (_, row) => 1 + (row % 3))
      const graph = sparseGraph(weighted ? { ...columns, weight } : columns, nodes)
      const rank = pageRank(graph, { tolerance: 1e-13, maxIterations: 1000 })
      const matrix = Array.from({ length: nodes }, () => new Array<number>(nodes).fill(0))
      pairs.forEach(([from, to], row) => {
        if (from !== to) matrix[from]![to] = weighted ? matrix[from]![to]! + weight[row]! : 1
      })
      let expected = new Array<number>(nodes).fill(1 / nodes)
      for (let step = 0; step < 300; step++) {
        expected = expected.map((_, node) =>
          expected.reduce((sum, mass, from) => {
            const total = matrix[from]!.reduce((all, value) => all + value, 0)
            return sum + 0.85 * mass * (total === 0 ? 1 / nodes : matrix[from]![node]! / total)
          }, 0.15 / nodes),
        )
      }
      expected.forEach((value, node) => expect(rank[node]).toBeCloseTo(value, 10))
      expect(rank.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
    }),
    { numRuns: 40 },
  )
})

test('a graph without nodes or edges has answers, not NaN', () => {
  expect([...pageRank(sparseGraph(edges(), 0))]).toEqual([])
  expect([...pageRank(sparseGraph(edges(), 4))]).toEqual([0.25, 0.25, 0.25, 0.25])
  expect([...attentionHIndex(sparseGraph(edges(), 2)).rational]).toEqual([0, 0])
})
