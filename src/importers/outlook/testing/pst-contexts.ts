import { isInline, typeOf, valueBytes, type Value } from './properties.ts'

// The layer of lists, tables and properties of an Outlook data file (MS-PST 2.3), as tests write it.

export const buffer = (bytes: number, write: (into: Buffer) => void): Buffer => {
  const into = Buffer.alloc(bytes)
  write(into)
  return into
}

/** A heap on a node (MS-PST 2.3.1): its allocations one after the other, and a map of them at the end. */
function heap(kind: number, root: number, allocations: readonly Buffer[]): Buffer {
  const body = Buffer.concat(allocations)
  const header = buffer(12, (into) => {
    into.writeUInt16LE(12 + body.length, 0)
    into.writeUInt8(0xec, 2)
    into.writeUInt8(kind, 3)
    into.writeUInt32LE(root, 4)
  })
  const map = buffer(4 + 2 * (allocations.length + 1), (into) => {
    into.writeUInt16LE(allocations.length, 0)
    let at = 12
    allocations.forEach((one, i) => {
      into.writeUInt16LE(at, 4 + 2 * i)
      at += one.length
    })
    into.writeUInt16LE(at, 4 + 2 * allocations.length)
  })
  return Buffer.concat([header, body, map])
}

const allocationId = (number: number): number => number << 5

const treeHeader = (keyBytes: number, valueSize: number, root: number): Buffer =>
  buffer(8, (into) => {
    into.writeUInt8(0xb5, 0)
    into.writeUInt8(keyBytes, 1)
    into.writeUInt8(valueSize, 2)
    into.writeUInt32LE(root, 4)
  })

/** A bag of properties (MS-PST 2.3.3). */
export function propertyContext(values: readonly (readonly [number, Value])[]): Buffer {
  const held: Buffer[] = []
  const lines = values
    .toSorted(([a], [b]) => a - b)
    .map(([id, value]) =>
      buffer(8, (into) => {
        into.writeUInt16LE(id, 0)
        into.writeUInt16LE(typeOf(value), 2)
        if (isInline(value)) valueBytes(value).copy(into, 4)
        else {
          held.push(valueBytes(value))
          into.writeUInt32LE(allocationId(held.length + 2), 4)
        }
      }),
    )
  return heap(0xbc, 0x20, [treeHeader(2, 6, allocationId(2)), Buffer.concat(lines), ...held])
}

/** A table (MS-PST 2.3.4): the id of each row, and columns of numbers or texts. */
export function tableContext(
  columns: readonly (readonly [number, number])[],
  rows: readonly { readonly id: number; readonly cells: Readonly<Record<number, Value>> }[],
): Buffer {
  const all = [[0x67f2, 3], ...columns] as const
  const width = 4 * all.length
  const bitmap = Math.ceil(all.length / 8)
  const held: Buffer[] = []
  const matrix = rows.map(({ id, cells }) =>
    buffer(width + bitmap, (into) => {
      all.forEach(([column], i) => {
        const value = column === 0x67f2 ? id : cells[column]
        if (value === undefined) return
        if (isInline(value)) valueBytes(value).copy(into, 4 * i)
        else {
          held.push(valueBytes(value))
          into.writeUInt32LE(allocationId(held.length + 4), 4 * i)
        }
        into[width + (i >> 3)] = (into[width + (i >> 3)] ?? 0) | (1 << (7 - (i & 7)))
      })
    }),
  )
  const info = buffer(22 + 8 * all.length, (into) => {
    into.writeUInt8(0x7c, 0)
    into.writeUInt8(all.length, 1)
    for (const place of [2, 4, 6]) into.writeUInt16LE(width, place)
    into.writeUInt16LE(width + bitmap, 8)
    into.writeUInt32LE(allocationId(3), 10)
    into.writeUInt32LE(rows.length === 0 ? 0 : allocationId(4), 14)
    all.forEach(([column, type], i) => {
      into.writeUInt16LE(type, 22 + 8 * i)
      into.writeUInt16LE(column, 24 + 8 * i)
      into.writeUInt16LE(4 * i, 26 + 8 * i)
      into.writeUInt8(4, 28 + 8 * i)
      into.writeUInt8(i, 29 + 8 * i)
    })
  })
  const index = rows.map(({ id }, i) =>
    buffer(8, (into) => {
      into.writeUInt32LE(id >>> 0, 0)
      into.writeUInt32LE(i, 4)
    }),
  )
  return heap(0x7c, allocationId(2), [
    treeHeader(4, 4, allocationId(3)),
    info,
    Buffer.concat(index),
    Buffer.concat(matrix),
    ...held,
  ])
}
