import { expect, test } from 'vitest'
import { createRate } from './rate.ts'

test('the pace is work over time, and the rest follows from it', () => {
  const rate = createRate()
  rate.add(0, 0, 1_000)
  expect(rate.add(1_000, 100, 1_000)).toEqual({ perSecond: 100, secondsLeft: 9 })
})

test('nothing is said before half a second, without work done, or of the rest when the whole is unknown', () => {
  const rate = createRate()
  expect(rate.add(0, 0, 10)).toEqual({ perSecond: null, secondsLeft: null })
  expect(rate.add(400, 5, 10)).toEqual({ perSecond: null, secondsLeft: null })
  expect(rate.add(1_000, 5, null)).toEqual({ perSecond: 5, secondsLeft: null })
})

test('it follows a change of pace within some seconds', () => {
  const rate = createRate()
  for (let second = 0; second <= 10; second += 1) rate.add(second * 1_000, second * 1_000, null)
  let last = rate.add(11_000, 10_010, null)
  for (let second = 12; second <= 30; second += 1)
    last = rate.add(second * 1_000, 10_000 + (second - 10) * 10, null)
  expect(last.perSecond).toBeCloseTo(10, 6)
})

test('a new step that begins from nothing starts the measure anew', () => {
  const rate = createRate()
  rate.add(0, 0, 100)
  rate.add(1_000, 100, 100)
  expect(rate.add(1_100, 0, 500)).toEqual({ perSecond: null, secondsLeft: null })
  expect(rate.add(2_100, 50, 500)).toEqual({ perSecond: 50, secondsLeft: 9 })
})
