import { KithError } from '#core/model/errors.ts'
import type { Entry, HEAD_BYTES as HeadBytes, Head } from '#importers/importer.ts'
import { Archive, isDocument, isZip, type PackedFile } from './archive.ts'
import { besideInArchive, FilesBeside } from './beside.ts'
import { cannotRead, fileBytes, firstBytes, randomAccess } from './file-bytes.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { packedOtherwise } from './packed.ts'
import { type PassOver, walk } from './walk.ts'

/** As importers ask for it; intake takes only types from them, and this type has one value. */
const HEAD_BYTES: typeof HeadBytes = 65_536

/** A file to read with its beginning, or why one is not read, in one plain sentence. */
export type Opened =
  | { readonly entry: Entry; readonly head: Head }
  | { readonly path: string; readonly problem: string }

const INNER_ARCHIVE =
  'It is an archive within an archive; unpack the outer one first, then import the inner one.'

/**
 * Opens what the user pointed at, one after the other in a stable order: files, folders with all below them, zip
 * archives in place with all in them. What cannot be read is reported and the rest goes on.
 * @throws KithError 'usage' for a path that is not there
 */
export async function* openPaths(
  paths: readonly string[],
  limits: Limits = defaultLimits,
  passOver?: PassOver,
): AsyncIterable<Opened> {
  const files = new FilesBeside()
  for (const listed of walk(paths, limits.folderDepth, passOver)) {
    if ('problem' in listed) {
      yield listed
      continue
    }
    const { path, file, size, modifiedAt } = listed
    let bytes: Buffer
    try {
      bytes = firstBytes(file, Math.min(size, HEAD_BYTES))
    } catch (error) {
      yield { path, problem: cannotRead(path, error).message }
      continue
    }
    const problem = packedOtherwise(bytes)
    if (isZip(bytes) && !isDocument(bytes)) yield* openArchive(new Archive(file, path, limits), path)
    else if (problem !== null) yield { path, problem }
    else {
      // Small files are in memory already.
      const whole = bytes.length === size && size < HEAD_BYTES
      const entry = {
        path,
        size,
        modifiedAt,
        bytes: () => (whole ? once(bytes) : fileBytes(file)),
        random: () => randomAccess(file),
        beside: files.of(file, path),
      }
      yield { entry, head: { path, bytes, size } }
    }
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  if (bytes.length > 0) yield bytes
}

async function* openArchive(archive: Archive, path: string): AsyncIterable<Opened> {
  let held = false
  try {
    const contents = await archive.list()
    await archive.acquire()
    held = true
    if (contents.length === 0) yield { path, problem: 'The archive is empty.' }
    const beside = besideInArchive(contents, (packed) => entryOf(archive, path, packed))
    for (const packed of contents)
      if ('problem' in packed) yield { path: `${path}/${packed.name}`, problem: packed.problem }
      else yield await openPacked({ ...entryOf(archive, path, packed), beside: beside(packed.name) })
  } catch (error) {
    if (!(error instanceof KithError)) throw error
    yield { path, problem: error.message }
  } finally {
    if (held) await archive.release()
  }
}

function entryOf(archive: Archive, path: string, { name, size, entry }: PackedFile): Entry {
  const modifiedAt = entry.getLastModDate().getTime()
  return {
    path: `${path}/${name}`,
    size,
    ...(Number.isFinite(modifiedAt) ? { modifiedAt } : {}),
    bytes: () => archive.bytes(name, entry),
  }
}

async function openPacked(entry: Entry): Promise<Opened> {
  const { path, size } = entry
  try {
    const bytes = await beginning(entry.bytes())
    const problem = isZip(bytes) && !isDocument(bytes) ? INNER_ARCHIVE : packedOtherwise(bytes)
    if (problem !== null) return { path, problem }
    return { entry, head: { path, bytes, size } }
  } catch (error) {
    if (error instanceof KithError) return { path, problem: error.message }
    throw error
  }
}

/** The first HEAD_BYTES of a stream, which is left there. */
async function beginning(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length >= HEAD_BYTES) break
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES)
}

/** How much there is to read, for progress: archives by their tables of contents, files by their sizes. */
export type Measure = { readonly files: number; readonly bytes: number }

/**
 * Number and total size of what `openPaths` would open, without reading it. A file counts as an archive by its
 * name here, so that a hundred thousand files need not be opened; one that cannot be listed counts as it is.
 * @throws KithError 'usage' for a path that is not there
 */
export async function measure(
  paths: readonly string[],
  limits: Limits = defaultLimits,
  passOver?: PassOver,
): Promise<Measure> {
  let files = 0
  let bytes = 0
  for (const listed of walk(paths, limits.folderDepth, passOver)) {
    if ('problem' in listed) continue
    const inside = /\.zip$/i.test(listed.path)
      ? await sizes(new Archive(listed.file, listed.path, limits))
      : null
    files += inside?.files ?? 1
    bytes += inside?.bytes ?? listed.size
  }
  return { files, bytes }
}

async function sizes(archive: Archive): Promise<Measure | null> {
  try {
    const readable = (await archive.list()).filter((packed) => 'entry' in packed)
    return { files: readable.length, bytes: readable.reduce((sum, packed) => sum + packed.size, 0) }
  } catch {
    return null
  }
}
