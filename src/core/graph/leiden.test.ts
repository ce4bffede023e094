import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, relabelled, smallGraph } from '#testing/graphs.ts'
import type { SmallGraph } from '#testing/graphs.ts'
import { below, seededRng } from '../stats/rng.ts'
import { leiden } from './leiden.ts'
import { modularity } from './modularity.ts'

const clique = (members: readonly number[]): [number, number, number][] =>
  members.flatMap((a) => members.filter((b) => b > a).map((b): [number, number, number] => [a, b, 1]))

test('two cliques joined by one tie are two groups', () => {
  const { graph } = smallGraph(7, [...clique([0, 1, 2]), ...clique([3, 4, 5, 6]), [0, 3, 1]])
  const { group, count, modularity: quality } = leiden(graph)
  expect(count).toBe(2)
  expect([...group]).toEqual([1, 1, 1, 0, 0, 0, 0])
  // 10 ties: 3 and 6 within, strengths 7 and 13 of 20.
  expect(quality).toBeCloseTo(9 / 10 - (7 / 20) ** 2 - (13 / 20) ** 2, 12)
})

test('a ring of cliques falls into its cliques', () => {
  const rows = Array.from({ length: 6 }, (_, c) => [
    ...clique([0, 1, 2, 3, 4].map((i) => c * 5 + i)),
    [c * 5, ((c + 1) % 6) * 5 + 1, 1] as [number, number, number],
  ]).flat()
  const { group, count } = leiden(smallGraph(30, rows).graph)
  expect(count).toBe(6)
  for (let c = 0; c < 6; c++) expect(new Set(group.subarray(c * 5, c * 5 + 5)).size).toBe(1)
})

test('nobody, nobody tied, and a higher resolution', () => {
  expect(leiden(smallGraph(0, []).graph)).toMatchObject({ count: 0, modularity: 0 })
  expect([...leiden(smallGraph(3, []).graph).group]).toEqual([0, 1, 2])
  const { graph } = smallGraph(4, clique([0, 1, 2, 3]))
  expect(leiden(graph).count).toBe(1)
  expect(leiden(graph, { resolution: 3 }).count).toBe(4)
})

test('planted groups are found again', () => {
  const rng = seededRng(11)
  const rows: [number, number, number][] = []
  for (let a = 0; a < 120; a++)
    for (let b = a + 1; b < 120; b++) if (rng() < (a % 4 === b % 4 ? 0.4 : 0.02)) rows.push([a, b, 1])
  const { group, count } = leiden(smallGraph(120, rows).graph)
  expect(count).toBe(4)
  for (let node = 4; node < 120; node++) expect(group[node]).toBe(group[node % 4])
})

/** Moves single nodes until none gains: the first phase of Louvain, the slow and obvious way. */
function movedOneByOne({ graph, nodes }: SmallGraph): number {
  const group = Int32Array.from({ length: nodes }, (_, node) => node)
  for (let again = true; again;) {
    again = false
    for (let node = 0; node < nodes; node++) {
      const from = group[node]!
      let best = from
      let most = modularity(graph, group)
      for (let to = 0; to < nodes; to++) {
        group[node] = to
        const quality = modularity(graph, group)
        if (quality > most + 1e-12) {
          most = quality
          best = to
        }
      }
      group[node] = best
      if (best !== from) again = true
    }
  }
  return modularity(graph, group)
}

/** Whether the members of each group reach each other inside it. */
function connected({ nodes, near }: SmallGraph, group: Int32Array): boolean {
  return [...new Set(group)].every((id) => {
    const members = Array.from({ length: nodes }, (_, node) => node).filter((node) => group[node] === id)
    const reached = new Set([members[0]!])
    for (const node of reached) for (const other of near(node)) if (group[other] === id) reached.add(other)
    return reached.size === members.length
  })
}

test('groups are connected, numbered by size, found again, and their modularity is as told', () => {
  fc.assert(
    fc.property(anyTies, (some) => {
      const found = leiden(some.graph)
      expect(connected(some, found.group)).toBe(true)
      expect(found.modularity).toBeCloseTo(modularity(some.graph, found.group), 12)
      const sizes = Array.from({ length: found.count }, (_, id) => found.group.filter((g) => g === id).length)
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
      expect(leiden(some.graph)).toEqual(found)
    }),
  )
})

test('no single node would rather be elsewhere', () => {
  fc.assert(
    fc.property(anyTies, ({ graph, nodes }) => {
      const { group, modularity: quality, count } = leiden(graph, { maxIterations: 20 })
      for (let node = 0; node < nodes; node++)
        for (let to = 0; to <= count; to++) {
          const other = group.slice()
          other[node] = to
          expect(modularity(graph, other)).toBeLessThanOrEqual(quality + 1e-9)
        }
    }),
  )
})

test('on larger random graphs it is at least as good as moving single nodes', () => {
  for (let seed = 0; seed < 6; seed++) {
    const rng = seededRng(seed)
    const rows = Array.from({ length: 90 }, (): [number, number, number] => [
      below(rng, 40),
      below(rng, 40),
      1 + below(rng, 3),
    ])
    const some = smallGraph(40, rows)
    const found = leiden(some.graph)
    expect(connected(some, found.group)).toBe(true)
    expect(found.modularity).toBeGreaterThanOrEqual(movedOneByOne(some) - 0.01)
    // Under other names the groups may differ, not their quality.
    expect(leiden(relabelled(some, seed).graph).modularity).toBeCloseTo(found.modularity, 1)
  }
})
