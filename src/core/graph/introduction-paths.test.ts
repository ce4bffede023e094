import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, relabelled, smallGraph } from '#testing/graphs.ts'
import type { SmallGraph } from '#testing/graphs.ts'
import { introductionPaths, mostProbablePaths } from './introduction-paths.ts'
import type { Path } from './introduction-paths.ts'

test('one step beats two where the tie holds, and each path has its own intermediaries', () => {
  // 0 and 1 know the target 3 and the owner knows both; 2 knows 3 best, but the owner only through 0.
  const { graph } = smallGraph(4, [
    [0, 3, 0.2],
    [1, 3, 0.4],
    [2, 3, 0.9],
    [0, 2, 0.5],
  ])
  const paths = introductionPaths(
    { ties: graph, own: Float64Array.of(0.8, 0.5, 0, 0), willing: new Float64Array(4).fill(0.5) },
    3,
  )
  expect(paths.map(({ through }) => through)).toEqual([[1], [0, 2]])
  expect(paths[0]?.probability).toBeCloseTo(0.5 * 0.5 * 0.4, 12)
  expect(paths[1]?.probability).toBeCloseTo(0.8 * 0.5 * 0.5 * 0.5 * 0.9, 12)
})

test('nobody between the two, nobody willing, nobody known: no path', () => {
  const { graph } = smallGraph(3, [[0, 1, 0.5]])
  const willing = new Float64Array(3).fill(0.5)
  expect(introductionPaths({ ties: graph, own: Float64Array.of(1, 0, 0), willing }, 2)).toEqual([])
  expect(introductionPaths({ ties: graph, own: new Float64Array(3), willing }, 1)).toEqual([])
  expect(
    introductionPaths({ ties: graph, own: Float64Array.of(1, 0, 0), willing: new Float64Array(3) }, 1),
  ).toEqual([])
})

/** Every path over one or two intermediaries, the slow and obvious way. */
function everyPath(some: SmallGraph, own: Float64Array, willing: Float64Array, target: number): Path[] {
  const all = Array.from({ length: some.nodes }, (_, node) => node).filter((node) => node !== target)
  return all
    .flatMap((i) => [
      { probability: own[i]! * willing[i]! * some.weightOf(i, target), through: [i] },
      ...all
        .filter((k) => k !== i)
        .map((k) => ({
          probability: own[i]! * willing[i]! * some.weightOf(i, k) * willing[k]! * some.weightOf(k, target),
          through: [i, k],
        })),
    ])
    .filter(({ probability }) => probability > 0)
}

const anyQuery = fc.record({
  some: anyTies,
  seed: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 16, maxLength: 16 }),
})

test('the paths equal the best of all paths, then the best that shares nobody, and so on', () => {
  fc.assert(
    fc.property(anyQuery, ({ some, seed }) => {
      const own = Float64Array.from({ length: some.nodes }, (_, node) => seed[node]! / 10)
      const willing = Float64Array.from({ length: some.nodes }, (_, node) => seed[node + 8]! / 10)
      for (let target = 0; target < some.nodes; target++) {
        let left = everyPath(some, own, willing, target)
        const found = introductionPaths({ ties: some.graph, own, willing }, target, 3)
        for (const path of found) {
          const best = Math.max(...left.map(({ probability }) => probability))
          expect(path.probability).toBeCloseTo(best, 12)
          const here = left.find(({ through }) => through.join() === path.through.join())
          expect(here?.probability).toBeCloseTo(path.probability, 12)
          left = left.filter(({ through }) => !through.some((node) => path.through.includes(node)))
        }
        if (found.length < 3) expect(left).toEqual([])
      }
    }),
  )
})

test('a better tie, a closer contact or a more willing one never makes the best path worse', () => {
  fc.assert(
    fc.property(anyQuery, ({ some, seed }) => {
      const own = Float64Array.from({ length: some.nodes }, (_, node) => seed[node]! / 10)
      const willing = new Float64Array(some.nodes).fill(0.5)
      const best = (o: Float64Array, w: Float64Array): number =>
        introductionPaths({ ties: some.graph, own: o, willing: w }, 0, 1)[0]?.probability ?? 0
      const more = own.map((each) => Math.min(1, each + 0.1))
      expect(best(more, willing)).toBeGreaterThanOrEqual(best(own, willing))
      expect(
        best(
          own,
          willing.map(() => 0.6),
        ),
      ).toBeGreaterThanOrEqual(best(own, willing))
    }),
  )
})

test('renaming people renames the paths', () => {
  fc.assert(
    fc.property(anyQuery, fc.integer(), ({ some, seed }, other) => {
      const own = Float64Array.from({ length: some.nodes }, (_, node) => seed[node]! / 10)
      const willing = new Float64Array(some.nodes).fill(0.5)
      const { graph, order } = relabelled(some, other)
      const ownThere = new Float64Array(some.nodes)
      order.forEach((to, node) => (ownThere[to] = own[node]!))
      const here = introductionPaths({ ties: some.graph, own, willing }, 0, 1)[0]
      const there = introductionPaths({ ties: graph, own: ownThere, willing }, order[0]!, 1)[0]
      expect(there?.probability ?? 0).toBeCloseTo(here?.probability ?? 0, 12)
    }),
  )
})

test('the k best paths of up to three edges equal trying all', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes, weightOf }) => {
      const target = nodes - 1
      const all = Array.from({ length: nodes }, (_, node) => node).filter(
        (node) => node !== 0 && node !== target,
      )
      const expected = [
        [],
        ...all.map((i) => [i]),
        ...all.flatMap((i) => all.filter((k) => k !== i).map((k) => [i, k])),
      ]
        .map((through) => {
          const nodesOfPath = [0, ...through, target]
          return nodesOfPath.slice(1).reduce((p, node, i) => p * weightOf(nodesOfPath[i]!, node), 1)
        })
        .filter((probability) => probability > 0)
        .sort((a, b) => b - a)
        .slice(0, 4)
      const found = mostProbablePaths(graph, 0, target, 4).map(({ probability }) => probability)
      expect(found).toHaveLength(target === 0 ? 0 : expected.length)
      found.forEach((probability, i) => expect(probability).toBeCloseTo(expected[i]!, 12))
    }),
  )
})
