import { closeSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { KithError } from '#core/model/errors.ts'
import type { RandomAccess } from '#importers/importer.ts'

/** Files are read in chunks of this size. */
export const CHUNK_BYTES = 1 << 20

/** The system's reason, in words a user understands. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES' || code === 'EPERM')
    return 'you may not read it; change its permissions, or copy it to where you may'
  if (code === 'ENOENT') return 'it is not there any more'
  if (code === 'ELOOP') return 'its links lead in a circle'
  if (code === 'EIO') return 'the disk reports an error'
  if (code === 'EMFILE' || code === 'ENFILE')
    return 'too many files are open; close other programs and try again'
  return error instanceof Error ? error.message : String(error)
}

export const cannotRead = (path: string, cause: unknown): KithError =>
  new KithError('unreadable', `kith cannot read ${path}: ${systemReason(cause)}.`, { cause })

/** The first `length` bytes of a file, or all of a shorter one; synchronous, as `walk`. */
export function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(length)
    let filled = 0
    for (let read = -1; read !== 0 && filled < length; filled += read)
      read = readSync(file, buffer, filled, length - filled, filled)
    return buffer.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}

/**
 * A file that can be read at any place; `close` is to be called when it is done with.
 * @throws KithError 'unreadable'
 */
export function randomAccess(path: string): RandomAccess {
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw cannotRead(path, error)
    }
  }
  const file = guarded(() => openSync(path, 'r'))
  return {
    read: (into, position) =>
      guarded(() => {
        let filled = 0
        for (let read = -1; read !== 0 && filled < into.length; filled += read)
          read = readSync(file, into, filled, into.length - filled, position + filled)
        return filled
      }),
    close: () => closeSync(file),
  }
}

/** Reads until the buffer is full or the file ends; a single read may give less than asked for. */
async function fill(file: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

/**
 * The bytes of a file in chunks; the next is read from the disk while the caller works on one, and a chunk is used
 * again after the next has been asked for.
 * @throws KithError 'unreadable'
 */
export async function* fileBytes(path: string): AsyncIterable<Uint8Array> {
  let file: FileHandle | null = null
  let ahead: Promise<number> | null = null
  try {
    file = await open(path)
    // A folder of mail files has thousands that are far smaller than a chunk.
    const { size } = await file.stat()
    let current = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size + 1))
    let other: Buffer<ArrayBuffer> | null = null
    let position = 0
    let length = await fill(file, current, 0)
    while (length > 0) {
      position += length
      if (length < current.length) ahead = Promise.resolve(0)
      else ahead = fill(file, (other ??= Buffer.allocUnsafe(CHUNK_BYTES)), position)
      // A failure is met where it is awaited, not before.
      ahead.catch(() => {})
      yield current.subarray(0, length)
      length = await ahead
      if (length > 0 && other !== null) [current, other] = [other, current]
    }
  } catch (error) {
    throw error instanceof KithError ? error : cannotRead(path, error)
  } finally {
    // The read ahead writes into the buffer until it is done.
    await ahead?.catch(() => 0)
    await file?.close()
  }
}
