import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTies, smallGraph } from '#testing/graphs.ts'
import { overlapOf, overlapSentence } from './overlap.ts'

test('four contacts who do not know each other: constraint ¼, four that bring something different', () => {
  const overlap = overlapOf(smallGraph(4, []).graph, new Float64Array(4).fill(0.5))
  expect(overlap).toEqual({ contacts: 4, constraint: 0.25, floor: 0.25, effectiveSize: 4 })
  expect(overlapSentence(overlap)).toContain('Your 4 contacts overlap little')
})

test('three who all know each other equally: (⅓ + 2·⅓·⅓)²·3 = 25/27, one that brings something different', () => {
  const { graph } = smallGraph(3, [
    [0, 1, 0.5],
    [1, 2, 0.5],
    [0, 2, 0.5],
  ])
  const overlap = overlapOf(graph, new Float64Array(3).fill(0.5))
  expect(overlap.constraint).toBeCloseTo(25 / 27, 12)
  expect(overlap.effectiveSize).toBeCloseTo(1, 12)
  expect(overlapSentence(overlap)).toContain('overlap much')
})

test('nobody and one person are said as such', () => {
  const none = overlapOf(smallGraph(2, [[0, 1, 0.5]]).graph, new Float64Array(2))
  expect(none).toEqual({ contacts: 0, constraint: null, floor: null, effectiveSize: null })
  expect(overlapSentence(none)).toBe(
    'You are in touch both ways with nobody yet, so there is nothing to overlap.',
  )
  const one = overlapOf(smallGraph(2, [[0, 1, 0.5]]).graph, Float64Array.of(0.5, 0))
  expect(one).toEqual({ contacts: 1, constraint: 1, floor: 1, effectiveSize: 1 })
  expect(overlapSentence(one)).toBe(
    'You are in touch both ways with one person: everything you hear comes through them.',
  )
})

test('overlap never lowers the constraint below its floor, nor counts more than there are', () => {
  fc.assert(
    fc.property(
      anyTies,
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 }),
      (some, at) => {
        const own = Float64Array.from({ length: some.nodes }, (_, node) => at[node]! / 10)
        const { contacts, constraint, floor, effectiveSize } = overlapOf(some.graph, own)
        if (contacts === 0) return
        expect(constraint).toBeGreaterThanOrEqual(floor! - 1e-12)
        expect(effectiveSize).toBeLessThanOrEqual(contacts + 1e-12)
        expect(effectiveSize).toBeGreaterThan(0)
      },
    ),
  )
})

test('the constraint is told beside the least it could be, however many contacts make it small', () => {
  const told = (constraint: number, floor: number): string =>
    overlapSentence({ contacts: 4_000, constraint, floor, effectiveSize: 3_000 })
  expect(told(0.000_421, 0.000_234)).toContain(
    'Burt’s constraint is 0.00042, 1.8 times what it would be if no two of them knew each other.',
  )
  expect(told(0.000_25, 0.000_25)).toContain('0.00025, as low as it can be with so many.')
})
