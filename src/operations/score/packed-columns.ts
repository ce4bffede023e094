import type { Column } from '#core/ledger/tie-fold.ts'

/** Columns with some numbers and words that say what they are. */
export type Packed<Head> = { readonly head: Head; readonly columns: readonly Column[] }

const kinds = { f: Float64Array, i: Int32Array, u: Uint8Array } as const
type Kind = keyof typeof kinds
type Layout = readonly (readonly [kind: Kind, length: number])[]

/** Columns begin where numbers of every size may. */
const ALIGNED = 8
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNED) * ALIGNED

const kindOf = (column: Column): Kind =>
  column instanceof Float64Array ? 'f' : column instanceof Int32Array ? 'i' : 'u'

/** Columns as bytes that only `unpacked` reads: the length of a JSON text, that text, and the columns as they are. */
export function packed<Head>({ head, columns }: Packed<Head>): Uint8Array {
  const layout: Layout = columns.map((column) => [kindOf(column), column.length])
  const text = Buffer.from(JSON.stringify([head, layout]))
  const start = aligned(ALIGNED + text.length)
  const bytes = new Uint8Array(columns.reduce((end, { byteLength }) => end + aligned(byteLength), start))
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, ALIGNED)
  let at = start
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += aligned(byteLength)
  }
  return bytes
}

/** The columns of packed bytes: views of them where they are aligned, so that to change one is to change the bytes. */
export function unpacked<Head>(from: Uint8Array): Packed<Head> {
  const bytes = from.byteOffset % ALIGNED === 0 ? from : from.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0)
  const [head, layout] = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset + ALIGNED, length).toString(),
  ) as [Head, Layout]
  let at = bytes.byteOffset + aligned(ALIGNED + length)
  const columns = layout.map(([kind, count]): Column => {
    const column = new kinds[kind](bytes.buffer as ArrayBuffer, at, count)
    at += aligned(column.byteLength)
    return column
  })
  return { head, columns }
}
