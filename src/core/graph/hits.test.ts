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

test('weights count: twice the weight is twice the voice', () => {
  // Hub 0 points at 1 with 2 and at 2 with 1: the authorities are as 2 to 1.
  const weighted = sparseGraph(
    { from: Int32Array.of(0, 0), to: Int32Array.of(1, 2), weight: Float64Array.of(2, 1) },
    3,
  )
  const root = Math.sqrt(5)
  expect([...hitsAuthorities(weighted)]).toEqual(
    [0, 2 / root, 1 / root].map((each) => expect.closeTo(each, 9)),
  )
  // Without weights each counts one.
  const plain = hitsAuthorities(
    graph(
      [
        [0, 1],
        [0, 2],
      ],
      3,
    ),
  )
  expect(plain[1]).toBe(plain[2])
})

test('it goes on until the authorities change by less than was asked for', () => {
  // The ratio of the eigenvalues of LᵀL on a path of hubs is near 1, so that few rounds are not enough.
  const chain = graph(
    Array.from({ length: 12 }, (_, i) => [
      [i, 20 + i],
      [i, 21 + i],
    ]).flat() as [number, number][],
    40,
  )
  const rounds = hitsAuthorities(chain, { tolerance: 0, maxIterations: 5_000 })
  const far = (some: Float64Array): number =>
    some.reduce((sum, value, i) => sum + Math.abs(value - rounds[i]!), 0)
  expect(far(hitsAuthorities(chain, { maxIterations: 5_000 }))).toBeLessThan(1e-7)
  expect(far(hitsAuthorities(chain, { tolerance: 0.01 }))).toBeGreaterThan(1e-4)
  expect(far(hitsAuthorities(chain, { tolerance: 0, maxIterations: 2 }))).toBeGreaterThan(1e-2)
})
