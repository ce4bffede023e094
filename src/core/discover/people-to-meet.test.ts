import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, smallGraph } from '#testing/graphs.ts'
import { peopleToMeet } from './people-to-meet.ts'
import type { Network } from './people-to-meet.ts'

/** The owner knows 0 (well) and 1; 2, 3 and 4 are strangers, 5 is known to nobody the owner knows. */
const { graph } = smallGraph(6, [
  [0, 2, 0.2],
  [1, 2, 0.9],
  [0, 3, 0.5],
  [0, 4, 0.5],
  [4, 5, 0.9],
])
const network: Network = {
  ties: graph,
  own: Float64Array.of(0.8, 0.1, 0, 0, 0, 0),
  calibre: Float64Array.of(NaN, NaN, 0.1, NaN, 0.9, 0.9),
  sharedTopics: [[], [], [], ['pricing'], [], []],
  candidate: Uint8Array.of(0, 0, 1, 1, 1, 1),
}

test('two common contacts come before one, a shared topic before influence', () => {
  expect(peopleToMeet(network)).toEqual([
    { node: 2, common: [0, 1] },
    { node: 3, common: [0] },
    { node: 4, common: [0] },
  ])
})

test('by influence: the known first, the unknown last', () => {
  expect(peopleToMeet(network, 'calibre').map(({ node }) => node)).toEqual([4, 2, 3])
})

test('nobody known, or nobody to propose: nobody to meet', () => {
  expect(peopleToMeet({ ...network, own: new Float64Array(6) })).toEqual([])
  expect(peopleToMeet({ ...network, candidate: new Uint8Array(6) })).toEqual([])
  const empty = smallGraph(0, []).graph
  const none = new Float64Array(0)
  expect(
    peopleToMeet({ ties: empty, own: none, calibre: none, sharedTopics: [], candidate: new Uint8Array(0) }),
  ).toEqual([])
})

test('everybody beside a contact is proposed once, with exactly the contacts in common', () => {
  fc.assert(
    fc.property(anyTies, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (some, knows) => {
      const own = Float64Array.from({ length: some.nodes }, (_, node) => (knows[node] === true ? 0.5 : 0))
      const found = peopleToMeet({
        ties: some.graph,
        own,
        calibre: new Float64Array(some.nodes).fill(NaN),
        sharedTopics: [],
        candidate: Uint8Array.from(own, (closeness) => Number(closeness === 0)),
      })
      const expected = Array.from({ length: some.nodes }, (_, node) => node)
        .filter((node) => own[node] === 0)
        .map((node) => ({ node, common: [...some.near(node)].filter((other) => own[other]! > 0) }))
        .filter(({ common }) => common.length > 0)
      expect(found.map(({ node }) => node).sort((a, b) => a - b)).toEqual(expected.map(({ node }) => node))
      for (const { node, common } of found)
        expect(common.toSorted((a, b) => a - b)).toEqual(expected.find((each) => each.node === node)?.common)
      const counts = found.map(({ common }) => common.length)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    }),
  )
})
