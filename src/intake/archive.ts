import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { KithError } from '#core/model/errors.ts'
import { type Limits } from './limits.ts'
import { byName, isLitter } from './walk.ts'

export type PackedFile = { readonly name: string; readonly size: number; readonly entry: yauzl.Entry }

/** A file in an archive, or why one in it is not read. */
export type Packed = PackedFile | { readonly name: string; readonly problem: string }

/** The compression method of nearly all files in archives (APPNOTE 4.4.5). */
const DEFLATED = 8
/**
 * Files are unpacked in chunks of this size: from 64 KiB on glibc asks the system for each anew, as kith runs, which takes
 * three times as long as unpacking; chunks of 16 KiB, as zlib has them by itself, cost as much to hand on as to unpack.
 */
const CHUNK_BYTES = 49_152

const SIGNATURE = [0x50, 0x4b]

/** Whether a file begins like a zip archive: with a file in it, or with the end of an empty one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === SIGNATURE[0] &&
  bytes[1] === SIGNATURE[1] &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** Whether a zip is a document of an office program (.xlsx, .docx, .odt, .epub), and no archive to look into. */
export function isDocument(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = head.length >= 30 ? head.readUInt16LE(26) : 0
  const first = head.toString('latin1', 30, 30 + length)
  return /^(?:\[Content_Types\]\.xml|mimetype|_rels\/|docProps\/|META-INF\/)/.test(first)
}

const damaged = (path: string, cause: unknown): KithError =>
  new KithError(
    'unreadable',
    `The archive ${path} is damaged or was cut off; download or copy it again, or unpack it and import the folder.`,
    { cause },
  )

/** What a compressed file holds. */
function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES })
  // Whoever reads meets the error.
  pipeline(packed, inflate, () => {})
  return inflate
}

const times = (ratio: number): string => Math.round(ratio).toLocaleString('en')
const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`

/** A zip archive on the disk, read in place. It is open while somebody uses it. */
export class Archive {
  readonly #file: string
  readonly #path: string
  readonly #limits: Limits
  #zip: Promise<yauzl.ZipFile> | null = null
  #users = 0

  /** @param path how the user sees it */
  constructor(file: string, path: string, limits: Limits) {
    this.#file = file
    this.#path = path
    this.#limits = limits
  }

  /** Keeps the archive open until the matching `release`; for users of many of its files. */
  async acquire(): Promise<yauzl.ZipFile> {
    this.#users++
    // Names are checked one by one below: a bad one must not cost the rest.
    this.#zip ??= yauzl.openPromise(this.#file, { autoClose: false, decodeStrings: false })
    try {
      return await this.#zip
    } catch (error) {
      this.#users--
      this.#zip = null
      throw damaged(this.#path, error)
    }
  }

  async release(): Promise<void> {
    if (--this.#users > 0) return
    const zip = await this.#zip
    this.#zip = null
    zip?.close()
  }

  /**
   * What the archive holds, in sorted order, by its table of contents.
   * @throws KithError 'unreadable' when it is damaged or asks for more than the limits
   */
  async list(): Promise<Packed[]> {
    const zip = await this.acquire()
    try {
      if (zip.entryCount > this.#limits.archiveEntries)
        throw new KithError(
          'unreadable',
          `The archive ${this.#path} holds ${zip.entryCount.toLocaleString('en')} files, more than the ` +
            `${this.#limits.archiveEntries.toLocaleString('en')} that kith opens; unpack it and import the folder.`,
        )
      const out: Packed[] = []
      let total = 0
      for await (const entry of zip.eachEntry()) {
        const packed = this.#judge(entry)
        if (packed === null) continue
        if ('entry' in packed) total += packed.size
        out.push(packed)
      }
      this.#checkTotal(total, zip.fileSize)
      return out.sort((a, b) => byName(a.name, b.name))
    } catch (error) {
      throw error instanceof KithError ? error : damaged(this.#path, error)
    } finally {
      await this.release()
    }
  }

  /** A file of the archive, unpacked while it is read. Its size and checksum are verified. */
  async *bytes(name: string, entry: yauzl.Entry): AsyncIterable<Uint8Array> {
    const zip = await this.acquire()
    let stream: Readable | null = null
    try {
      const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
      stream = entry.compressionMethod === DEFLATED ? inflated(packed) : packed
      let sum = 0
      let length = 0
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        length += chunk.length
        // What unpacks to more than it says may go on for ever.
        if (length > entry.uncompressedSize) break
        sum = crc32(chunk, sum)
        yield chunk
      }
      if (length !== entry.uncompressedSize) throw new Error('size differs')
      if (sum !== entry.crc32) throw new Error('checksum differs')
    } catch (error) {
      throw error instanceof KithError
        ? error
        : new KithError(
            'unreadable',
            `${name} in the archive ${this.#path} is damaged; download or copy the archive again.`,
            { cause: error },
          )
    } finally {
      stream?.destroy()
      await this.release()
    }
  }

  #judge(entry: yauzl.Entry): Packed | null {
    const name = yauzl.getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    )
    if (name.endsWith('/') || name.split('/').some(isLitter)) return null
    const size = entry.uncompressedSize
    if (yauzl.validateFileName(name) !== null || name.includes('\0'))
      return {
        name,
        problem: 'Its name leads out of the archive, which no honest archive does; kith leaves it alone.',
      }
    if (entry.isEncrypted())
      return { name, problem: 'It is encrypted; unpack the archive with its password first.' }
    if (!entry.canDecodeFileData())
      return { name, problem: 'It is packed by a method kith does not know; unpack the archive first.' }
    if (this.#tooDense(size, entry.compressedSize))
      return {
        name,
        problem:
          `It would unpack to ${times(size / Math.max(1, entry.compressedSize))} times its size, which no export does; ` +
          'kith leaves it alone.',
      }
    return { name, size, entry }
  }

  #tooDense(size: number, compressed: number): boolean {
    const { compressionRatio, ratioFromBytes } = this.#limits
    return size >= ratioFromBytes && size > compressionRatio * compressed
  }

  /** Files may overlap within the archive, so that only its size on the disk tells what was really packed. */
  #checkTotal(total: number, onDisk: number): void {
    if (total > this.#limits.archiveBytes)
      throw new KithError(
        'unreadable',
        `The archive ${this.#path} would unpack to ${gigabytes(total)}, more than the ` +
          `${gigabytes(this.#limits.archiveBytes)} that kith opens; unpack it and import the folder.`,
      )
    if (this.#tooDense(total, onDisk))
      throw new KithError(
        'unreadable',
        `The archive ${this.#path} would unpack to ${times(total / onDisk)} times its size, which no export does; ` +
          'kith leaves it alone.',
      )
  }
}
