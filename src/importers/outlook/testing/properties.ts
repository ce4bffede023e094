/** Values of properties of Outlook as tests write them: text, whole numbers, truth, times, bytes. */
export type Value = string | number | boolean | Date | Uint8Array

/** A named property: the set it belongs to, its number in it, and its value. */
export type Named = { readonly set: keyof typeof propertySets; readonly lid: number; readonly value: Value }

/** An item as tests write it: properties by number (MS-OXPROPS), recipients as bags of their own. */
export type WrittenItem = {
  readonly properties: Readonly<Record<number, Value>>
  readonly named?: readonly Named[]
  readonly recipients?: readonly Readonly<Record<number, Value>>[]
}

/** The sets of named properties that the tests use, as their GUID. */
export const propertySets = {
  appointment: '00062002-0000-0000-c000-000000000046',
  meeting: '6ed8da90-450b-101b-98da-00aa003f1305',
  address: '00062004-0000-0000-c000-000000000046',
} as const

/** A GUID as Windows keeps it: the first three parts backwards. */
export function guidBytes(guid: string): Buffer {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex')
  for (const [from, to] of [
    [0, 4],
    [4, 6],
    [6, 8],
  ] as const)
    bytes.subarray(from, to).reverse()
  return bytes
}

/** The code of the type of a value. */
export const typeOf = (value: Value): number => {
  if (typeof value === 'string') return 0x1f
  if (typeof value === 'number') return 0x03
  if (typeof value === 'boolean') return 0x0b
  return value instanceof Date ? 0x40 : 0x102
}

/** 100 nanoseconds since 1601. */
function fileTime(date: Date): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE((BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n)
  return bytes
}

/** The bytes of a value: four for numbers and truth. */
export function valueBytes(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf16le')
  if (value instanceof Date) return fileTime(value)
  if (value instanceof Uint8Array) return Buffer.from(value)
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(Number(value) >>> 0)
  return bytes
}

/** Whether a value is kept in place of a reference to it. */
export const isInline = (value: Value): boolean => typeof value === 'number' || typeof value === 'boolean'

const MINUTES_TO_EPOCH = 194_074_560

/** Minutes since 1601 of a wall time, by which recurrences count. */
export const minutes = (iso: string): number => Date.parse(`${iso}Z`) / 60_000 + MINUTES_TO_EPOCH

/** A weekly recurrence as MS-OXOCAL 2.2.1.44.5 writes it. */
export function weeklyRecurrence(series: {
  readonly first: string
  readonly last: string
  readonly startsAt: number
  /** Sunday is 1, Monday 2, Tuesday 4 and so on. */
  readonly days: number
  readonly deleted?: readonly string[]
  readonly moved?: readonly { readonly from: string; readonly to: string }[]
}): Uint8Array {
  const parts: Buffer[] = []
  const u16 = (value: number): void => {
    const bytes = Buffer.alloc(2)
    bytes.writeUInt16LE(value)
    parts.push(bytes)
  }
  const u32 = (value: number): void => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value >>> 0)
    parts.push(bytes)
  }
  const { deleted = [], moved = [] } = series
  u16(0x3004)
  u16(0x3004)
  u16(0x200b)
  u16(1)
  u16(0)
  u32(0)
  u32(1)
  u32(0)
  u32(series.days)
  u32(0x2021)
  u32(0)
  u32(0)
  const out = [...deleted, ...moved.map(({ from }) => from.slice(0, 10))].map((day) =>
    minutes(`${day}T00:00`),
  )
  u32(out.length)
  for (const day of out.toSorted((a, b) => a - b)) u32(day)
  u32(moved.length)
  for (const { to } of moved) u32(minutes(`${to.slice(0, 10)}T00:00`))
  u32(minutes(`${series.first}T00:00`))
  u32(minutes(`${series.last}T00:00`))
  u32(0x3006)
  u32(0x3009)
  u32(series.startsAt)
  u32(series.startsAt + 30)
  u16(moved.length)
  for (const { from, to } of moved) {
    u32(minutes(to))
    u32(minutes(to) + 30)
    u32(minutes(from))
    u16(0)
  }
  u32(0)
  for (let i = 0; i < moved.length; i++) for (const value of [4, 0, 0]) u32(value)
  u32(0)
  return Buffer.concat(parts)
}

/** A zone by its Windows name (MS-OXOCAL 2.2.1.41), with one rule that says nothing. */
export function zoneDefinition(name: string): Uint8Array {
  const key = Buffer.from(name, 'utf16le')
  const head = Buffer.alloc(8)
  head.writeUInt8(2, 0)
  head.writeUInt8(1, 1)
  head.writeUInt16LE(key.length + 6, 2)
  head.writeUInt16LE(2, 4)
  head.writeUInt16LE(name.length, 6)
  const tail = Buffer.alloc(2 + 66)
  tail.writeUInt16LE(1, 0)
  tail.writeUInt8(2, 2)
  tail.writeUInt8(1, 3)
  tail.writeUInt16LE(62, 4)
  return Buffer.concat([head, key, tail])
}
