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
