import type { Skipped, SourceRecord } from '#core/model/records.ts'
import type { Entry, Head, Importer, ReadOptions } from '../importer.ts'
import { HEAD_BYTES } from '../importer.ts'

/** A file held in memory, handed out in chunks of a size. */
export const memoryEntry = (path: string, content: string | Uint8Array, chunkBytes = 65_536): Entry => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    path,
    size: bytes.length,
    async *bytes() {
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        yield await Promise.resolve(bytes.subarray(start, start + chunkBytes))
      }
    },
  }
}

/** The beginning of a file held in memory. */
export const memoryHead = (path: string, content: string | Uint8Array): Head => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { path, bytes: bytes.subarray(0, HEAD_BYTES), size: bytes.length }
}

export type Everything = { read: number; records: SourceRecord[]; skipped: Skipped[]; moreFrom?: number }

/** All that an importer reads in a file, at once: for files that are known to be small. */
export async function readAll(importer: Importer, entry: Entry, options: ReadOptions): Promise<Everything> {
  const all: Everything = { read: 0, records: [], skipped: [] }
  for await (const batch of importer.read(entry, options)) {
    all.read += batch.read
    all.records.push(...batch.records)
    all.skipped.push(...batch.skipped)
    if (batch.moreFrom !== undefined) all.moreFrom = Math.min(batch.moreFrom, all.moreFrom ?? Infinity)
  }
  return all
}
