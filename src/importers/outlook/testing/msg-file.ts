import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'
import {
  guidBytes,
  isInline,
  propertySets,
  typeOf,
  valueBytes,
  type Value,
  type WrittenItem,
} from './properties.ts'

/** Kinds of entries in a compound file. */
const DIRECTORY = 1
const DOCUMENT = 2
const ROOT = 5

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')

/** A .msg file of one item, as MS-OXMSG lays it out: a stream for each text, a list for what fits into eight bytes. */
export function msgFile({ properties, named = [], recipients = [] }: WrittenItem): Uint8Array {
  const entries: Entry[] = []
  const add = (parent: number | null, name: string, type: number, bytes?: Uint8Array): number => {
    const number = entries.length
    entries.push({
      name,
      type,
      length: bytes?.length ?? 0,
      ...(type === DOCUMENT ? { binaryProvider: () => Uint8Array.from(bytes ?? []) } : { children: [] }),
    })
    if (parent !== null) entries[parent]?.children?.push(number)
    return number
  }
  const bag = (parent: number, values: readonly (readonly [number, Value])[], headerBytes: number): void => {
    const list: Buffer[] = [Buffer.alloc(headerBytes)]
    for (const [id, value] of values) {
      const bytes = valueBytes(value)
      const line = Buffer.alloc(16)
      line.writeUInt32LE(((id << 16) | typeOf(value)) >>> 0, 0)
      line.writeUInt32LE(6, 4)
      if (isInline(value) || value instanceof Date) bytes.copy(line, 8)
      else {
        line.writeUInt32LE(bytes.length, 8)
        add(parent, `__substg1.0_${hex(id, 4)}${hex(typeOf(value), 4)}`, DOCUMENT, bytes)
      }
      list.push(line)
    }
    add(parent, '__properties_version1.0', DOCUMENT, Buffer.concat(list))
  }

  const root = add(null, 'Root Entry', ROOT)
  const names = add(root, '__nameid_version1.0', DIRECTORY)
  const sets = Object.keys(propertySets) as (keyof typeof propertySets)[]
  add(names, '__substg1.0_00020102', DOCUMENT, Buffer.concat(sets.map((set) => guidBytes(propertySets[set]))))
  const list = named.map(({ set, lid }, i) => {
    const line = Buffer.alloc(8)
    line.writeUInt32LE(lid, 0)
    line.writeUInt16LE((sets.indexOf(set) + 3) << 1, 4)
    line.writeUInt16LE(i, 6)
    return line
  })
  add(names, '__substg1.0_00030102', DOCUMENT, Buffer.concat(list))
  add(names, '__substg1.0_00040102', DOCUMENT, new Uint8Array())
  const values = Object.entries(properties).map(([id, value]): [number, Value] => [Number(id), value])
  bag(root, [...values, ...named.map(({ value }, i): [number, Value] => [0x8000 + i, value])], 32)
  recipients.forEach((recipient, i) => {
    const place = add(root, `__recip_version1.0_#${hex(i, 8)}`, DIRECTORY)
    bag(
      place,
      Object.entries(recipient).map(([id, value]): [number, Value] => [Number(id), value]),
      8,
    )
  })
  return burn(entries)
}
