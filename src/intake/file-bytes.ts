import { closeSync, openSync, readSync } from 'node:fs'
import { KithError } from '#core/model/errors.ts'
import type { RandomAccess } from '#importers/importer.ts'

/** Files are read in chunks of this size, which stay in the cache of a processor while they are worked on. */
export const CHUNK_BYTES = 1 << 19

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

/**
 * The bytes of a file in chunks; a chunk is used again after the next has been asked for. Synchronous underneath: the
 * system reads ahead by itself, and handing each chunk over from another thread took a tenth of reading a mailbox.
 * @throws KithError 'unreadable'
 */
export async function* fileBytes(path: string): AsyncIterable<Uint8Array> {
  const file = randomAccess(path)
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    let position = 0
    for (let length = file.read(buffer, 0); length > 0; length = file.read(buffer, position)) {
      yield buffer.subarray(0, length)
      position += length
    }
  } finally {
    file.close()
  }
}
