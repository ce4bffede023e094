import { expect, test } from 'vitest'
import { readVisit, visitAt } from './last-visit.ts'

const minute = 60_000
const monday = Date.parse('2026-09-07T09:00:00Z')
const friday = Date.parse('2026-09-11T09:00:00Z')

test('the first visit has none before it', () => {
  expect(visitAt(null, monday)).toEqual({ seenAt: monday, before: null })
})

test('a page opened again within half an hour belongs to the same visit', () => {
  const first = visitAt(null, monday)
  expect(visitAt(first, monday + 29 * minute)).toEqual({ seenAt: monday + 29 * minute, before: null })
  const second = visitAt(first, friday)
  expect(visitAt(second, friday + 29 * minute).before).toBe(monday)
})

test('whoever comes back later sees what changed since they were last here, not since they came', () => {
  const long = [0, 20, 40].reduce((known, at) => visitAt(known, monday + at * minute), visitAt(null, monday))
  expect(visitAt(long, friday)).toEqual({ seenAt: friday, before: monday + 40 * minute })
})

test.each([null, 'half a', '{}', '7', '{"seenAt":"Monday"}'])('%j in the browser is no visit', (text) => {
  expect(readVisit(text)).toBeNull()
})

test('a visit kept in the browser is read again', () => {
  const visit = visitAt(visitAt(null, monday), friday)
  expect(readVisit(JSON.stringify(visit))).toEqual(visit)
  expect(readVisit('{"seenAt":1}')).toEqual({ seenAt: 1, before: null })
})
