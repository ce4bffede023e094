import { expect, test } from 'vitest'
import { furtherOfAPerson, NameCells } from './name-cells.ts'

const alone = (row: number): number => row

test('a record meets further records more often than a person has them', () => {
  for (const d of [0, 0.2, 1, 2.5]) expect(furtherOfAPerson((2 * d + d * d) / (1 + d))).toBeCloseTo(d, 10)
})

test('a middling name borne by two records says more than one borne by twenty', () => {
  const cells = new NameCells(() => 0.0005, alone)
  const [few, many] = [cells.of('tamsin', 'thackray'), cells.of('john', 'smith')]
  for (let row = 0; row < 2; row++) cells.count(row, [few])
  for (let row = 2; row < 22; row++) cells.count(row, [many])
  for (let row = 22; row < 5_000; row++) cells.count(row, [])
  expect(cells.chance(0, few, 1, few)).toBeLessThan(cells.chance(2, many, 3, many))
})

test('who is found to have most records of a name is likelier the one who has the last', () => {
  const found = new Set<number>()
  const cells = new NameCells(
    () => 0.00005,
    (row) => (found.has(row) ? 0 : row),
  )
  const cell = cells.of('tamsin', 'thackray')
  for (let row = 0; row < 5_000; row++) cells.count(row, row < 4 ? [cell] : [])
  const before = cells.chance(0, cell, 3, cell)
  for (const row of [0, 1, 2]) found.add(row)
  cells.join([cell])
  expect(cells.chance(0, cell, 3, cell)).toBeLessThan(before)
})

test('a rare short form says more than a frequent one', () => {
  const share = (given: string): number => (given === 'robert' ? 0.001 : given === 'bob' ? 0.0005 : 0.00001)
  const cells = new NameCells(share, alone)
  const [full, frequent, rare] = [
    cells.of('robert', 'wood'),
    cells.of('bob', 'wood'),
    cells.of('hob', 'wood'),
  ]
  for (const [row, cell] of [full, frequent, rare].entries()) cells.count(row, [cell])
  expect(cells.chance(0, full, 2, rare)).toBeLessThan(cells.chance(0, full, 1, frequent))
})

test('an initial or a single word is no full name', () => {
  const cells = new NameCells(() => 0.001, alone)
  expect([cells.of('j', 'doe'), cells.of('jane', '')]).toEqual([-1, -1])
  expect(cells.of('jane', 'doe')).toBe(cells.of('jane', 'doe'))
})
