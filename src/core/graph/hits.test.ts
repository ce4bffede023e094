import { expect, test } from 'vitest'
import { hitsAuthorities } from './hits.ts'
import { sparseGraph } from './sparse-graph.ts'

const graph = (pairs: readonly (readonly [number, number])[], nodes: number) =>
  sparseGraph(
    { from: Int32Array.from(pairs, ([from]) => from), to: Int32Array.from(pairs, ([, to]) => to) },
    nodes,
  )

test('two hubs, three authorities: on paper a ∝ (1, (1+√5)/2 …) of LᵀL', () => {
  // Hub 0 points at 2 and 3, hub 1 at 3 and 4: LᵀL = [[1,1,0],[1,2,1],[0,1,1]], eigenvalue 3, vector (1, 2, 1)/√6.
  const authorities = hitsAuthorities(
    graph(
      [
        [0, 2],
        [0, 3],
        [1, 3],
        [1, 4],
      ],
      5,
    ),
  )
  const root = Math.sqrt(6)
  expect([...authorities].map((value) => value * root)).toEqual(
    [0, 0, 1, 2, 1].map((value) => expect.closeTo(value, 8)),
  )
})

test('without edges nobody is an authority; the squares sum to 1 otherwise', () => {
  expect([...hitsAuthorities(graph([], 3))]).toEqual([0, 0, 0])
  const authorities = hitsAuthorities(
    graph(
      [
        [0, 1],
        [1, 2],
        [2, 0],
        [3, 0],
      ],
      4,
    ),
  )
  expect(authorities.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 12)
  expect(authorities[0]).toBe(Math.max(...authorities))
})
