import { expect, test } from 'vitest'
import { slotsFor } from './slots.ts'

const MONDAY = Date.UTC(2026, 5, 1)
const TUESDAY = Date.UTC(2026, 5, 2, 15)

test('the work of a day is laid end to end from the beginning of the hours', () => {
  const work = [
    { at: MONDAY, minutes: 20 },
    { at: TUESDAY, minutes: 30 },
    { at: MONDAY, minutes: 45 },
  ]
  expect(slotsFor(work, { from: 540, to: 720 })).toEqual([540, 540, 560])
})

test('what does not fit into the hours has no time of day, and shorter work still has', () => {
  const work = [
    { at: MONDAY, minutes: 40 },
    { at: MONDAY, minutes: 30 },
    { at: MONDAY, minutes: 20 },
  ]
  expect(slotsFor(work, { from: 540, to: 600 })).toEqual([540, null, 580])
})
