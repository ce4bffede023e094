import { expect, test } from 'vitest'
import { overlapOf } from './outlook.ts'

const ME = 1
const overlap = (pairs: readonly (readonly [number, number])[]) => {
  const ordered = [...pairs].sort(([a, b], [c, d]) => a - c || b - d)
  return [
    ...overlapOf([2, 3, 4], ME, {
      from: Int32Array.from(ordered, ([from]) => from),
      to: Int32Array.from(ordered, ([, to]) => to),
    }),
  ]
}

test('overlap is the share of those somebody exchanges with whom the owner knows too', () =>
  expect(
    overlap([
      [2, 3],
      [2, 9],
    ]),
  ).toEqual([0.5, 1, NaN]))
test('an exchange counts once in whichever direction, and the owner not at all', () =>
  expect(
    overlap([
      [1, 2],
      [2, 3],
      [2, 9],
      [3, 2],
      [9, 2],
      [4, 1],
    ]),
  ).toEqual([0.5, 1, NaN]))
