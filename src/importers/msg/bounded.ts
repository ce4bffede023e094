/** An entry of the directory of a compound file, as the library keeps it. */
type Entry = {
  readonly type: number
  readonly previousProperty: number
  readonly nextProperty: number
  readonly childProperty: number
  children?: number[]
}

/** Parts of the library's reader of compound files that follow links of the file, without end where they lead in a circle. */
type Reader = {
  getNextBlockInner: (offset: number, table: unknown) => number
  createPropertyHierarchy: (entries: readonly Entry[], root: Entry | undefined) => void
}

const DIRECTORY = 1
/** Blocks are of 64 bytes at least; each is passed once for every stream that could begin in it. */
const BLOCK_BYTES = 64
const PASSES = 4

class Circle extends Error {}

/** Makes the reader of one file end: as many steps along its chains as it has blocks, and each entry in the directory once. */
export function bound(reader: unknown, fileBytes: number): void {
  const inner = reader as Reader
  const next = inner.getNextBlockInner.bind(inner)
  let left = 1_000 + (PASSES * fileBytes) / BLOCK_BYTES
  inner.getNextBlockInner = (offset, table) => {
    if (--left < 0) throw new Circle('the blocks of the file lead in a circle')
    return next(offset, table)
  }
  inner.createPropertyHierarchy = (entries, root) => {
    const seen = new Set<number>()
    const open: Entry[] = root ? [root] : []
    for (let parent = open.pop(); parent; parent = open.pop()) {
      parent.children = []
      const below = [parent.childProperty]
      for (let at = below.pop(); at !== undefined; at = below.pop()) {
        const entry = entries[at]
        if (!entry || seen.has(at)) continue
        seen.add(at)
        parent.children.push(at)
        if (entry.type === DIRECTORY) open.push(entry)
        below.push(entry.nextProperty, entry.previousProperty)
      }
    }
  }
}
