import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type QuadrantPoint,
  calibreBorderOf,
  fieldOf,
  groupByField,
  indexPoints,
  jitter,
} from './quadrant.ts'

const person = (id: number, closeness: number, calibre: number | null, worth = 0): QuadrantPoint => ({
  id,
  name: `Person ${id}`,
  closeness,
  calibre,
  worth,
})

test.each([
  [0.6, 0.8, 'allies'],
  [0.1, 0.8, 'deepen'],
  [0.6, 0.2, 'friends'],
  [0.1, 0.2, 'periphery'],
  [0.2, 0.5, 'allies'],
] as const)('closeness %d and calibre %d lie in the field %s', (closeness, calibre, field) => {
  expect(fieldOf(closeness, calibre, 0.5)).toBe(field)
})

test('unknown calibre lies in no field, however close the tie', () => {
  expect(fieldOf(0.9, null, 0.5)).toBeNull()
})

test('the border is the mean of what is known; people of unknown calibre do not move it', () => {
  expect(calibreBorderOf([person(1, 0, 0.4), person(2, 0, 0.8), person(3, 0, null)])).toBeCloseTo(0.6)
  expect(calibreBorderOf([person(3, 0, null)])).toBe(0.5)
  expect(calibreBorderOf([])).toBe(0.5)
})

test('each contact is in one group, those of most worth first', () => {
  const groups = groupByField([
    person(1, 0.5, 0.9, 1),
    person(2, 0.5, 0.9, 3),
    person(3, 0, null),
    person(4, 0, 0.1),
  ])
  expect(groups.allies.map(({ id }) => id)).toEqual([2, 1])
  expect(groups.unknown.map(({ id }) => id)).toEqual([3])
  expect(groups.periphery.map(({ id }) => id)).toEqual([4])
})

test('the spread of an id is in [0, 1) and always the same', () => {
  fc.assert(
    fc.property(fc.integer(), (id) => {
      expect(jitter(id)).toBeGreaterThanOrEqual(0)
      expect(jitter(id)).toBeLessThan(1)
      expect(jitter(id)).toBe(jitter(id))
    }),
  )
})

test('the nearest point is the one that looking at each would find', () => {
  const coordinate = fc.integer({ min: -50, max: 400 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
      coordinate,
      coordinate,
      fc.integer({ min: 1, max: 40 }),
      (points, x, y, within) => {
        const index = indexPoints(
          Float32Array.from(points, ([px]) => px),
          Float32Array.from(points, ([, py]) => py),
        )
        const distances = points.map(([px, py]) => Math.hypot(px - x, py - y))
        const least = Math.min(Infinity, ...distances)
        const found = index.nearest(x, y, within)
        if (least > within) expect(found).toBeNull()
        else expect(distances[found ?? -1]).toBe(least)
      },
    ),
  )
})
