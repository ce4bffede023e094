import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Point, calibreBorderOf, marksOf, quadrantOf, tallyQuadrants } from './quadrants.ts'

const person = (id: number, closeness: number, calibre: number | null, worth = 0): Point => ({
  id,
  name: `Person ${id}`,
  closeness,
  calibre,
  worth,
})

test.each([
  [0.6, 0.8, 'allies'],
  [0.1, 0.8, 'deepen'],
  [0.6, 0.2, 'companions'],
  [0.1, 0.2, 'periphery'],
  [0.2, 0.5, 'allies'],
] as const)('closeness %d and calibre %d lie in the field %s', (closeness, calibre, field) => {
  expect(quadrantOf(person(1, closeness, calibre), 0.5)).toBe(field)
})

test('unknown calibre lies in no field, however close the tie', () => {
  expect(quadrantOf(person(1, 0.9, null), 0.5)).toBe('unknown')
})

test('the border is the mean of what is known; people of unknown calibre do not move it', () => {
  expect(calibreBorderOf([person(1, 0, 0.4), person(2, 0, 0.8), person(3, 0, null)])).toBeCloseTo(0.6)
  expect(calibreBorderOf([person(3, 0, null)])).toBe(0.5)
  expect(calibreBorderOf([])).toBe(0.5)
})

test('each contact counts in one field, and those of most worth are named first', () => {
  const people = [person(1, 0.5, 0.9, 1), person(2, 0.5, 0.9, 3), person(3, 0, null), person(4, 0, 0.1)]
  const told = tallyQuadrants(people, 0.5, 1).map(({ quadrant, people: here, best }) => [
    quadrant,
    here,
    best.map(({ id }) => id),
  ])
  expect(told).toEqual([
    ['allies', 2, [2]],
    ['deepen', 0, []],
    ['companions', 0, []],
    ['periphery', 1, [4]],
    ['unknown', 1, [3]],
  ])
})

const people = fc
  .array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 0, max: 5 }),
    ),
    { maxLength: 300 },
  )
  .map((rows) => rows.map(([closeness, calibre, worth], id) => person(id, closeness, calibre, worth)))

test('few contacts are a mark each', () => {
  fc.assert(
    fc.property(people, (all) => {
      const marks = marksOf(all, all.length)
      expect(marks.map(({ id }) => id).sort((a, b) => a - b)).toEqual(all.map(({ id }) => id))
      expect(marks.every((mark) => mark.people === 1)).toBe(true)
    }),
  )
})

test('marks are as many as may be drawn, stand for nobody twice, and the best of all is among them', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const marks = marksOf(all, most)
      expect(marks.length).toBeLessThanOrEqual(most)
      expect(marks.reduce((sum, mark) => sum + mark.people, 0)).toBeLessThanOrEqual(all.length)
      const worth = Math.max(0, ...all.map((one) => one.worth))
      if (all.length > 0) expect(marks[0]?.worth).toBe(worth)
    }),
  )
})

test('of a crowd at one place the one of the highest worth stands for all', () => {
  const crowd = Array.from({ length: 50 }, (_, id) => person(id, 0.5, 0.5, id))
  expect(marksOf([...crowd, person(99, 0, 0.9)], 10)).toMatchObject([
    { id: 49, people: 50 },
    { id: 99, people: 1 },
  ])
})
