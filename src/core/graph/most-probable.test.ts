import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostProbable } from './most-probable.ts'
import { sparseGraph } from './sparse-graph.ts'

type Edge = readonly [from: number, to: number, probability: number]

const graphOf = (nodes: number, edges: readonly Edge[], weighted = true) =>
  sparseGraph(
    {
      from: Int32Array.from(edges, ([from]) => from),
      to: Int32Array.from(edges, ([, to]) => to),
      ...(weighted ? { weight: Float64Array.from(edges, ([, , probability]) => probability) } : {}),
    },
    nodes,
  )

/** Distinct edges among many nodes, so that the heap has several levels. */
const anyGraph = fc.integer({ min: 1, max: 60 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 })
  const edge = fc.tuple(
    node,
    node,
    fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
  )
  return fc.record({
    nodes: fc.constant(nodes),
    source: node,
    edges: fc.uniqueArray(edge, { maxLength: 400, selector: ([from, to]) => `${from} ${to}` }),
  })
})

/** Bellman and Ford's slow way: every edge again and again until nothing gets better. */
function slowly(nodes: number, edges: readonly Edge[], source: number): number[] {
  const best = new Array<number>(nodes).fill(0)
  best[source] = 1
  for (let better = true; better;) {
    better = false
    for (const [from, to, probability] of edges)
      if (best[from]! * probability > best[to]!) {
        best[to] = best[from]! * probability
        better = true
      }
  }
  return best
}

test('the surer way round beats the short one', () => {
  const { probability, before } = mostProbable(
    graphOf(4, [
      [0, 1, 0.3],
      [0, 2, 0.8],
      [2, 1, 0.5],
    ]),
    0,
  )
  expect([...probability]).toEqual([1, 0.4, 0.8, 0])
  expect([...before]).toEqual([-1, 2, 0, -1])
})

test('without weights every edge is certain', () => {
  const { probability } = mostProbable(
    graphOf(
      4,
      [
        [0, 1, 0.3],
        [1, 2, 0.3],
      ],
      false,
    ),
    0,
  )
  expect([...probability]).toEqual([1, 1, 1, 0])
})

test('a source outside the graph reaches nobody', () => {
  for (const source of [-1, 2])
    expect([...mostProbable(graphOf(2, [[0, 1, 0.5]]), source).probability]).toEqual([0, 0])
})

test('it equals Bellman and Ford’s slow way, and the nodes before make paths of that probability', () => {
  fc.assert(
    fc.property(anyGraph, ({ nodes, source, edges }) => {
      const { probability, before } = mostProbable(graphOf(nodes, edges), source)
      expect([...probability]).toEqual(slowly(nodes, edges, source).map((each) => expect.closeTo(each, 12)))
      const of = new Map(edges.map(([from, to, each]) => [`${from} ${to}`, each]))
      for (let node = 0; node < nodes; node++) {
        if (node === source || probability[node] === 0) expect(before[node]).toBe(-1)
        else
          expect(probability[before[node]!]! * of.get(`${before[node]} ${node}`)!).toBeCloseTo(
            probability[node]!,
            12,
          )
      }
    }),
  )
})
