import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, smallGraph } from '#testing/graphs.ts'
import { bridges, groupAccess } from './bridges.ts'

/** The owner knows 0 and 1. 0 alone reaches 3 and 4, both reach 2; 5 is reached by nobody. */
const { graph } = smallGraph(6, [
  [0, 1, 0.5],
  [0, 2, 0.5],
  [1, 2, 0.5],
  [0, 3, 0.5],
  [0, 4, 0.5],
  [4, 5, 0.5],
])
const own = Float64Array.of(0.3, 0.8, 0, 0, 0, 0)

test('who alone has a tie to people is a door-opener; who shares them is not', () => {
  expect(bridges(graph, own)).toEqual([{ node: 0, alone: [3, 4] }])
  expect(bridges(graph, new Float64Array(6))).toEqual([])
  expect(bridges(graph, new Float64Array(6).fill(0.5))).toEqual([])
})

test('a group with one connector hangs on that person', () => {
  const access = groupAccess(graph, own, [0, 0, 0, 1, 1, -1])
  expect(access).toEqual([
    {
      group: 0,
      known: 2,
      // Both reach two others of it; the closer one first.
      connectors: [
        { node: 1, reach: 2 },
        { node: 0, reach: 2 },
      ],
    },
    { group: 1, known: 0, connectors: [{ node: 0, reach: 2 }] },
  ])
})

test('a contact in a group without ties still connects to it', () => {
  expect(groupAccess(smallGraph(2, []).graph, Float64Array.of(0.5, 0), [0, 0])).toEqual([
    { group: 0, known: 1, connectors: [{ node: 0, reach: 0 }] },
  ])
})

test('somebody hangs on one contact exactly when taking that contact away cuts them off', () => {
  fc.assert(
    fc.property(anyTies, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (some, knows) => {
      const mine = Float64Array.from({ length: some.nodes }, (_, node) => (knows[node] === true ? 0.5 : 0))
      const reached = (without: number): number[] =>
        Array.from({ length: some.nodes }, (_, node) => node).filter(
          (node) =>
            mine[node] === 0 && [...some.near(node)].some((other) => mine[other]! > 0 && other !== without),
        )
      const all = reached(-1)
      const found = bridges(some.graph, mine)
      for (let node = 0; node < some.nodes; node++) {
        const left = new Set(reached(node))
        const lost = mine[node]! > 0 ? all.filter((other) => !left.has(other)) : []
        expect(found.find((each) => each.node === node)?.alone ?? []).toEqual(lost)
      }
    }),
  )
})
