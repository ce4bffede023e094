import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexPoints, jitter, pointsOf } from './quadrant.ts'

test('columns become dots, one an entry', () => {
  expect(
    pointsOf({
      id: [4, 7],
      name: ['Ann', 'Bo'],
      closeness: [0.5, 0],
      calibre: [0.9, null],
      field: ['allies', 'unknown'],
      people: [1, 12],
    }),
  ).toEqual([
    { id: 4, name: 'Ann', closeness: 0.5, calibre: 0.9, field: 'allies', people: 1 },
    { id: 7, name: 'Bo', closeness: 0, calibre: null, field: 'unknown', people: 12 },
  ])
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
