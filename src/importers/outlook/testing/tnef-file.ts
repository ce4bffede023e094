import { guidBytes, propertySets, typeOf, valueBytes, type Value, type WrittenItem } from './properties.ts'

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** A value as attMsgProps writes it: texts and bytes with their number and length before them. */
function encoded(value: Value): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : valueBytes(value)
  const isVariable = typeof value === 'string' || value instanceof Uint8Array
  return isVariable ? Buffer.concat([u32(1), u32(bytes.length), padded(bytes)]) : padded(bytes)
}

const attribute = (level: number, id: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(level),
    u32(id),
    u32(data.length),
    data,
    u16(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
  ])

/**
 * A winmail.dat (MS-OXTNEF) with an item and a class as mail writes it.
 * @param subject of before Unicode, in a code page
 */
export function tnefFile(
  kind: string,
  { properties, named = [] }: WrittenItem,
  subject?: { readonly codePage: number; readonly bytes: Buffer },
): Buffer {
  const plain = Object.entries(properties).map(([id, value]) =>
    Buffer.concat([u16(typeOf(value)), u16(Number(id)), encoded(value)]),
  )
  if (subject !== undefined)
    plain.push(
      Buffer.concat([
        u16(0x1e),
        u16(0x0037),
        u32(1),
        u32(subject.bytes.length + 1),
        padded(Buffer.concat([subject.bytes, Buffer.of(0)])),
      ]),
    )
  const numbered = named.map(({ set, lid, value }, i) =>
    Buffer.concat([
      u16(typeOf(value)),
      u16(0x8000 + i),
      guidBytes(propertySets[set]),
      u32(0),
      u32(lid),
      encoded(value),
    ]),
  )
  return Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00089006, u32(0x10000)),
    attribute(1, 0x00069007, Buffer.concat([u32(subject?.codePage ?? 1252), u32(0)])),
    attribute(1, 0x00078008, Buffer.from(`${kind}\0`)),
    attribute(1, 0x00069003, Buffer.concat([u32(plain.length + numbered.length), ...plain, ...numbered])),
    attribute(2, 0x0006900f, Buffer.from('an attachment')),
  ])
}
