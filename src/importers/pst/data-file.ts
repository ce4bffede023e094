import type { PSTFile, PSTFolder } from 'pst-extractor'
import type { PSTUtil } from 'pst-extractor/dist/PSTUtil.class.js'
import { KithError } from '#core/model/errors.ts'
import type { RandomAccess } from '../importer.ts'
import { quietly } from '../outlook/quietly.ts'

type Library = {
  readonly PSTFile: typeof PSTFile
  /** Not exported by the package as a whole: it loads an item whatever kind it is of. */
  readonly PSTUtil: typeof PSTUtil
}

/** The library reads byte by byte: pages of the file are kept, so that a byte is no call to the system. */
const PAGE_BYTES = 16_384
const PAGES = 512
/**
 * Reads for one item or folder: more, and the file leads in a circle. A large folder is read byte by byte, so that the
 * bound grows with the file.
 */
const maxReads = (fileBytes: number): number => 20_000 + fileBytes / 4

class Circle extends Error {}

/** An open data file. */
export type DataFile = {
  readonly library: Library
  readonly file: PSTFile
  readonly root: () => PSTFolder
  /** To be called before each item or folder: the work for one of them is bounded. */
  readonly begin: () => void
  readonly bytesRead: () => number
}

type Stream = {
  readFromOffset: ((output: Buffer, offset: number, length: number) => number) & { ends?: true }
}

/** The library misses the end of a stream, and would read nothing for ever: here that is damage. */
function endAtEnds(stream: Stream): void {
  const { readFromOffset } = stream
  if (readFromOffset.ends) return
  const ending: Stream['readFromOffset'] = function (this: Stream, output, offset, length) {
    const count = readFromOffset.call(this, output, offset, length)
    if (count <= 0 && length > 0) throw new Circle('the end of a stream')
    return count
  }
  ending.ends = true
  stream.readFromOffset = ending
}

/** Loads the library, which is optional: it ships 47 MB of other people's mail for its own tests. */
async function load(path: string): Promise<Library> {
  try {
    const [{ PSTFile: file }, { PSTUtil: util }, { PSTNodeInputStream: stream }] = await Promise.all([
      import('pst-extractor'),
      import('pst-extractor/dist/PSTUtil.class.js'),
      import('pst-extractor/dist/PSTNodeInputStream.class.js'),
    ])
    endAtEnds(stream.prototype as unknown as Stream)
    return { PSTFile: file, PSTUtil: util }
  } catch (cause) {
    throw new KithError(
      'unreadable',
      `${path} is an Outlook data file, and the package that reads those is not installed here. ` +
        'Run "npm install pst-extractor" beside kith, or install kith again without --omit=optional.',
      { cause },
    )
  }
}

/** Pages of a file, the ones last used. */
class Pages {
  bytes = 0
  reads = 0
  private readonly access: RandomAccess
  private readonly kept = new Map<number, Uint8Array>()

  private readonly most: number

  constructor(access: RandomAccess, fileBytes: number) {
    this.access = access
    this.most = maxReads(fileBytes)
  }

  copy(into: Uint8Array, length: number, position: number): number {
    if (++this.reads > this.most) throw new Circle('too many reads')
    if (!(position >= 0)) return 0
    let done = 0
    while (done < length) {
      const at = position + done
      const page = this.page(Math.floor(at / PAGE_BYTES))
      const part = page.subarray(at % PAGE_BYTES, Math.min(page.length, (at % PAGE_BYTES) + length - done))
      if (part.length === 0) break
      into.set(part, done)
      done += part.length
    }
    return done
  }

  private page(number: number): Uint8Array {
    const known = this.kept.get(number)
    if (known) {
      this.kept.delete(number)
      this.kept.set(number, known)
      return known
    }
    const buffer = new Uint8Array(PAGE_BYTES)
    const page = buffer.subarray(0, this.access.read(buffer, number * PAGE_BYTES))
    this.bytes += page.length
    if (this.kept.size >= PAGES)
      for (const [oldest] of this.kept) {
        this.kept.delete(oldest)
        break
      }
    this.kept.set(number, page)
    return page
  }
}

/**
 * Opens a data file.
 * @throws KithError 'unreadable' when it is none, is encrypted in a way that only its owner's Windows can undo, or is
 * damaged at its root
 */
export async function openDataFile(
  access: RandomAccess,
  { path, size }: { readonly path: string; readonly size: number },
): Promise<DataFile> {
  const library = await load(path)
  const pages = new Pages(access, size)
  // The library reads through one method of its own, private in its types: this one reads our pages instead.
  class Paged extends (library.PSTFile as unknown as new (bytes: Buffer) => object) {
    readSync(buffer: Buffer, length: number, position: number): number {
      return pages.copy(buffer, length, position)
    }
  }
  try {
    const file = quietly(() => new Paged(Buffer.alloc(0))) as unknown as PSTFile
    return {
      library,
      file,
      root: () => quietly(() => file.getRootFolder()),
      begin: () => {
        pages.reads = 0
      },
      bytesRead: () => pages.bytes,
    }
  } catch (cause) {
    const reason = /encrypted/i.test(String(cause))
      ? 'is encrypted with Windows, and can only be opened by Outlook itself; export it again as .pst'
      : 'is damaged at its beginning. Repair it with Outlook (scanpst.exe), then import it again'
    throw new KithError('unreadable', `${path} ${reason}.`, { cause })
  }
}
