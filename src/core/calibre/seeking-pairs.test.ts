import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roleCode } from '../model/interaction.ts'
import { FirstTimes, SeekingPairs } from './seeking-pairs.ts'

const as = (person: number, role: Parameters<typeof roleCode>[0]) => ({ person, role: roleCode(role) })
const pairsOf = (...interactions: ReturnType<typeof as>[][]) => {
  const pairs = new SeekingPairs()
  for (const interaction of interactions) pairs.add(interaction)
  const { from, to } = pairs.columns()
  return [...from].map((person, i) => [person, to[i]])
}

test('an author seeks those they address, once however often', () =>
  expect(pairsOf([as(1, 'from'), as(2, 'to'), as(3, 'cc')], [as(1, 'from'), as(2, 'to')])).toEqual([
    [1, 2],
    [1, 3],
  ]))
test('people at a meeting seek one another', () =>
  expect(pairsOf([as(1, 'organiser'), as(2, 'attendee')])).toEqual([
    [1, 2],
    [2, 1],
  ]))
test('nobody seeks themself', () => expect(pairsOf([as(1, 'from'), as(1, 'to')])).toEqual([]))
test('a pair is grouped once somebody was addressed beside the one sought, in any message', () => {
  const pairs = new SeekingPairs()
  pairs.add([as(1, 'from'), as(2, 'to'), as(1, 'cc')])
  pairs.add([as(1, 'from'), as(3, 'to')])
  pairs.add([as(1, 'from'), as(3, 'to'), as(4, 'cc')])
  pairs.add([as(5, 'organiser'), as(6, 'attendee')])
  const { from, to, grouped } = pairs.columns()
  expect([...from].map((person, i) => [person, to[i], grouped[i]])).toEqual([
    [1, 2, 0],
    [1, 3, 1],
    [1, 4, 1],
    [5, 6, 0],
    [6, 5, 0],
  ])
})
test('what reaches more than fifty seeks nobody', () => {
  const many = Array.from({ length: 51 }, (_, i) => as(i + 2, 'to'))
  expect(pairsOf([as(1, 'from'), ...many])).toEqual([])
})

test('the first time of each pair, alone or not, and the first beside others are found in any number of them', () => {
  const id = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 ** 26 - 1 }))
  const added = fc.tuple(id, id, fc.boolean(), fc.integer({ min: -100, max: 100 }))
  fc.assert(
    fc.property(fc.array(added, { maxLength: 60 }), fc.integer({ min: 0, max: 8 }), (all, expected) => {
      const times = new FirstTimes(expected)
      for (const one of all) times.add(...one)
      const groups = [...Map.groupBy(all, ([from, to]) => `${from} ${to}`).values()].sort(
        ([a], [b]) => a![0] - b![0] || a![1] - b![1],
      )
      const least = (of: typeof all): number =>
        of.reduce((first, [, , , time]) => Math.min(first, time), Number.MAX_SAFE_INTEGER)
      expect(times.size).toBe(groups.length)
      expect(times.columns()).toEqual({
        from: groups.map((group) => group[0]![0]),
        to: groups.map((group) => group[0]![1]),
        first: groups.map(least),
        grouped: groups.map((group) => least(group.filter(([, , grouped]) => grouped))),
      })
    }),
  )
})

test('pairs that come in order, as a store returns them, come to the same as in any other', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.boolean())
  const columnsOf = (all: readonly (readonly [number, number, boolean])[]) => {
    const pairs = new SeekingPairs()
    for (const one of all) pairs.addPair(...one)
    return pairs.columns()
  }
  fc.assert(
    fc.property(fc.array(pair), (all) => {
      const ordered = all.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
      const distinct = [...Map.groupBy(ordered, ([from, to]) => `${from} ${to}`).values()].map(
        (group) => [group[0]![0], group[0]![1], group.some(([, , grouped]) => grouped)] as const,
      )
      expect(columnsOf(all)).toEqual(columnsOf(distinct))
      expect(columnsOf(distinct)).toEqual({
        from: Int32Array.from(distinct, ([from]) => from),
        to: Int32Array.from(distinct, ([, to]) => to),
        grouped: Uint8Array.from(distinct, ([, , grouped]) => Number(grouped)),
      })
    }),
  )
})
