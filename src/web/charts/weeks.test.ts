import { expect, test } from 'vitest'
import { columnOf, shadeOf, yearRows } from './weeks.ts'

const week = (start: string, out = 1) => ({ start: `${start}T00:00:00.000Z`, in: 0, out, together: 0 })

test('weeks without contact are filled, and the newest year comes first', () => {
  const rows = yearRows([week('2025-12-18', 2), week('2026-01-08')], Date.UTC(2026, 0, 20))
  expect(rows.map(({ year }) => year)).toEqual([2026, 2025])
  expect(rows[1]?.cells.map(({ total }) => total)).toEqual([2, 0])
  expect(rows[0]?.cells.map(({ total }) => total)).toEqual([0, 1, 0])
})

test('silence shows up to now, but not for more than two years', () => {
  const now = Date.UTC(2026, 5, 1)
  expect(yearRows([week('2025-06-05')], now).map(({ year }) => year)).toEqual([2026, 2025])
  expect(yearRows([week('2001-06-07')], now).map(({ year }) => year)).toEqual([2001])
})

test('no contact gives no rows', () => {
  expect(yearRows([], 0)).toEqual([])
})

test('no contact has no shade, any contact has one, the busiest week has the darkest', () => {
  expect([0, 1, 40].map((total) => shadeOf(total, 40))).toEqual([0, 1, 4])
  expect(shadeOf(1, 1)).toBe(4)
  expect(shadeOf(0, 0)).toBe(0)
})

test('a year has columns 0 to 52', () => {
  expect(columnOf(Date.UTC(2026, 0, 1))).toBe(0)
  expect(columnOf(Date.UTC(2024, 11, 31))).toBe(52)
})
