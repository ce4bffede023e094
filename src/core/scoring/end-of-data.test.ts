import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfData } from './end-of-data.ts'

const DAY = 86_400_000
const NOW = 1_000 * DAY

test('without data it is now', () => expect(endOfData(new Float64Array(0), NOW)).toBe(NOW))
test('just after the last interaction', () =>
  expect(endOfData(Float64Array.of(5 * DAY, 3 * DAY), NOW)).toBe(5 * DAY + 1))
test('never later than now, and what lies in the future is not seen', () =>
  expect(endOfData(Float64Array.of(NOW - 1, NOW + 9 * DAY), NOW)).toBe(NOW))
test('busy last days are all seen, however many they hold', () => {
  const times = Float64Array.from({ length: 5_000 }, (_, i) => 100 * DAY + i * 60_000)
  expect(endOfData(times, NOW)).toBe(100 * DAY + 4_999 * 60_000 + 1)
})
test('one wrong date in thousands does not move the end', () => {
  const times = Float64Array.from({ length: 3_000 }, (_, i) => (i === 7 ? 900 * DAY : 100 * DAY + i))
  expect(endOfData(times, NOW)).toBeLessThan(102 * DAY)
})

test('the same as sorting all times', () => {
  const slow = (times: number[], now: number): number => {
    const past = times.filter((time) => time < now).sort((a, b) => a - b)
    let end = past.length - 1
    const fewest = end - Math.floor(past.length / 1_000)
    for (let i = end; i > fewest && i > 0; i--) if (past[i]! - past[i - 1]! > 30 * DAY) end = i - 1
    return past.length === 0 ? now : Math.min(now, past[end]! + 1)
  }
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_100 }), { minLength: 0, maxLength: 6 }),
      fc.integer({ min: 0, max: 4_000 }),
      (odd, count) => {
        const times = [
          ...odd.map((day) => day * DAY),
          ...Array.from({ length: count }, (_, i) => 100 * DAY + i * 7e6),
        ]
        expect(endOfData(Float64Array.from(times), NOW)).toBe(slow(times, NOW))
      },
    ),
  )
})
