import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packed, unpacked } from './packed-columns.ts'

const column = fc.oneof(
  fc.float64Array({ maxLength: 9 }),
  fc.int32Array({ maxLength: 9 }),
  fc.uint8Array({ maxLength: 9 }),
)

test('columns of every kind and length come back as they were, wherever the bytes lie in memory', () => {
  fc.assert(
    fc.property(fc.array(column), fc.string(), fc.nat(9), (columns, head, offset) => {
      const bytes = packed({ head, columns })
      const moved = new Uint8Array(offset + bytes.length)
      moved.set(bytes, offset)
      expect(unpacked(moved.subarray(offset))).toEqual({ head, columns })
    }),
  )
})

test('to change a column is to change the bytes it came from', () => {
  const bytes = packed({ head: null, columns: [Float64Array.of(1, 2), Uint8Array.of(3)] })
  unpacked(bytes).columns[0]![1] = 5
  expect(unpacked(bytes).columns[0]).toEqual(Float64Array.of(1, 5))
})
