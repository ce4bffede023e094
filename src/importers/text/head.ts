import { HEAD_BYTES, type Entry, type Head } from '../importer.ts'

/** The beginning of an entry, as it is handed to `detect`: for formats whose files are read in several ways. */
export async function headOf(entry: Entry): Promise<Head> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of entry.bytes()) {
    parts.push(Uint8Array.from(chunk))
    size += chunk.length
    if (size >= HEAD_BYTES) break
  }
  return { path: entry.path, bytes: Buffer.concat(parts).subarray(0, HEAD_BYTES), size: entry.size }
}
