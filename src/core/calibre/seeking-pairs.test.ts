import { expect, test } from 'vitest'
import { roleCode } from '../model/interaction.ts'
import { SeekingPairs } from './seeking-pairs.ts'

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
