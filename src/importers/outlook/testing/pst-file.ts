import { guidBytes, propertySets, type Named, type Value, type WrittenItem } from './properties.ts'
import { buffer, propertyContext, tableContext } from './pst-contexts.ts'

/** A folder as tests write it. */
export type WrittenFolder = { readonly name: string; readonly items: readonly WrittenItem[] }

type Node = {
  readonly id: number
  readonly parent: number
  readonly data: Buffer
  readonly below?: { readonly id: number; readonly data: Buffer }[]
}

const sets = Object.keys(propertySets) as (keyof typeof propertySets)[]

/** The map from named properties to numbers (MS-PST 2.4.7). */
function nameMap(named: readonly Named[]): Buffer {
  const lines = named.map(({ set, lid }, i) =>
    buffer(8, (into) => {
      into.writeUInt32LE(lid, 0)
      into.writeUInt16LE((sets.indexOf(set) + 3) << 1, 4)
      into.writeUInt16LE(i, 6)
    }),
  )
  return propertyContext([
    [2, Buffer.concat(sets.map((set) => guidBytes(propertySets[set])))],
    [3, Buffer.concat([...lines, Buffer.alloc(8)])],
    [4, Buffer.alloc(4)],
  ])
}

const nameKey = ({ set, lid }: Named): string => `${set} ${lid}`

const RECIPIENT_COLUMNS = [
  [0x0c15, 3],
  [0x3001, 0x1f],
  [0x3003, 0x1f],
  [0x39fe, 0x1f],
  [0x5fff, 3],
] as const

/** The nodes of a file: root, folders, items. */
function nodesOf(folders: readonly WrittenFolder[]): Node[] {
  const names = new Map<string, Named>()
  for (const { items } of folders)
    for (const { named = [] } of items) for (const one of named) names.set(nameKey(one), one)
  const order = [...names.keys()]
  const nodes: Node[] = [{ id: 0x61, parent: 0, data: nameMap([...names.values()]) }]
  const folder = (
    id: number,
    parent: number,
    name: string,
    below: readonly number[],
    items: readonly number[],
  ): void => {
    const rows = (ids: readonly number[]) => ids.map((one) => ({ id: one, cells: {} }))
    nodes.push(
      {
        id,
        parent,
        data: propertyContext([
          [0x3001, name],
          [0x3602, items.length],
          [0x360a, below.length > 0],
        ]),
      },
      { id: id + 11, parent: id, data: tableContext([], rows(below)) },
      { id: id + 12, parent: id, data: tableContext([], rows(items)) },
    )
  }
  const ids = folders.map((_, i) => 0x8022 + 0x20 * i)
  folder(0x122, 0x122, '', ids, [])
  let next = 0x200004
  folders.forEach(({ name, items }, i) => {
    const id = ids[i] ?? 0
    const held = items.map(({ properties, named = [], recipients = [] }) => {
      const item = next
      next += 0x20
      nodes.push({
        id: item,
        parent: id,
        data: propertyContext([
          ...Object.entries(properties).map(([key, value]): [number, Value] => [Number(key), value]),
          ...named.map((one): [number, Value] => [0x8000 + order.indexOf(nameKey(one)), one.value]),
        ]),
        below: [
          {
            id: 0x692,
            data: tableContext(
              RECIPIENT_COLUMNS,
              recipients.map((cells, row) => ({ id: row + 1, cells })),
            ),
          },
        ],
      })
      return item
    })
    folder(id, 0x122, name, [], held)
  })
  return nodes
}

/** A two-level tree of pages (MS-PST 2.2.2.7.7), entries in ascending order of their key. */
class File {
  private readonly parts: Buffer[] = []
  size = 0

  add(bytes: Buffer, align: number): number {
    const gap = (align - (this.size % align)) % align
    const at = this.size + gap
    this.parts.push(Buffer.alloc(gap), bytes)
    this.size = at + bytes.length
    return at
  }

  tree(kind: number, entryBytes: number, entries: readonly Buffer[]): number {
    const page = (held: readonly Buffer[], size: number, level: number): number =>
      this.add(
        buffer(512, (into) => {
          held.forEach((one, i) => one.copy(into, i * size))
          into.writeUInt8(held.length, 488)
          into.writeUInt8(Math.floor(488 / size), 489)
          into.writeUInt8(size, 490)
          into.writeUInt8(level, 491)
          into.writeUInt8(kind, 496)
          into.writeUInt8(kind, 497)
        }),
        512,
      )
    const perPage = Math.floor(488 / entryBytes)
    const leaves: Buffer[] = []
    for (let i = 0; i < entries.length; i += perPage) {
      const held = entries.slice(i, i + perPage)
      const at = page(held, entryBytes, 0)
      leaves.push(
        buffer(24, (into) => {
          held[0]?.copy(into, 0, 0, 8)
          into.writeBigUInt64LE(BigInt(at), 16)
        }),
      )
    }
    return page(leaves, 24, 1)
  }

  bytes(): Buffer {
    return Buffer.concat(this.parts)
  }
}

/** An Outlook data file in the form since 2003, without encryption (MS-PST): enough of it to be read by others. */
export function pstFile(folders: readonly WrittenFolder[]): Uint8Array {
  const file = new File()
  const header = Buffer.alloc(1_024)
  file.add(header, 1)
  const blocks: Buffer[] = []
  let number = 4
  /** Keeps a block; the second bit of its id says that it is one of the format itself. */
  const block = (data: Buffer, internal: boolean): number => {
    const id = number | (internal ? 2 : 0)
    number += 4
    const at = file.add(Buffer.concat([data, Buffer.alloc(16)]), 64)
    blocks.push(
      buffer(24, (into) => {
        into.writeBigUInt64LE(BigInt(id), 0)
        into.writeBigUInt64LE(BigInt(at), 8)
        into.writeUInt16LE(data.length, 16)
        into.writeUInt16LE(2, 18)
      }),
    )
    return id
  }
  const nodes = nodesOf(folders)
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, parent, data, below = [] }) => {
      const held = block(data, false)
      const list = below.map((one) => {
        const place = block(one.data, false)
        return buffer(24, (into) => {
          into.writeUInt32LE(one.id, 0)
          into.writeBigUInt64LE(BigInt(place), 8)
        })
      })
      const sub =
        list.length === 0
          ? 0
          : block(
              Buffer.concat([
                buffer(8, (into) => {
                  into.writeUInt8(2, 0)
                  into.writeUInt16LE(list.length, 2)
                }),
                ...list,
              ]),
              true,
            )
      return buffer(32, (into) => {
        into.writeUInt32LE(id, 0)
        into.writeBigUInt64LE(BigInt(held), 8)
        into.writeBigUInt64LE(BigInt(sub), 16)
        into.writeUInt32LE(parent, 24)
      })
    })
  const blockTree = file.tree(0x80, 24, blocks)
  const nodeTree = file.tree(0x81, 32, nodes)
  header.write('!BDN', 0, 'latin1')
  header.write('SM', 8, 'latin1')
  header.writeUInt16LE(23, 10)
  header.writeBigUInt64LE(BigInt(nodeTree), 224)
  header.writeBigUInt64LE(BigInt(blockTree), 240)
  return file.bytes()
}
