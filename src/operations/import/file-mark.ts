import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs'

/** Blocks of a file that are looked at: the first, the last, and between them as many as make this number. */
const BLOCKS = 64
const BLOCK_BYTES = 16 * 1024
/** Clocks of file systems are this coarse: what is written within the same moment has the same time. */
const COARSE_MS = 2_000

/** Where a file is on this machine, links followed; null where that cannot be told. */
export function realPath(file: string): string | null {
  try {
    return realpathSync(file)
  } catch {
    return null
  }
}

/**
 * What tells that a file is the one it was: a hash of its size, of when it was last written, and of 64 blocks of 16 KiB
 * spread over it evenly. A program that changes a file changes the time; the blocks are for copies that keep the time of
 * another file, as archives and backups write them. Null where it cannot be read, and for a file that was written within
 * the two seconds before `now`: it may be written again without its time telling.
 * @param stamp what else the mark depends on
 */
export function fileMark(path: string, stamp: string, now = Infinity): string | null {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    const { size, mtimeMs } = fstatSync(file)
    if (mtimeMs > now - COARSE_MS) return null
    const hash = createHash('sha256').update(`${stamp}\n${size}\n${mtimeMs}\n`)
    const block = Buffer.allocUnsafe(BLOCK_BYTES)
    const last = Math.max(0, size - BLOCK_BYTES)
    for (let i = 0; i < BLOCKS; i++) {
      const length = readSync(file, block, 0, BLOCK_BYTES, Math.floor((last * i) / (BLOCKS - 1)))
      hash.update(block.subarray(0, length))
    }
    return hash.digest('base64url')
  } catch {
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}
