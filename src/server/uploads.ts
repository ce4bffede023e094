import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { KithError } from '#core/model/errors.ts'

/** Longest path of an uploaded file within its folder, characters. */
const MAX_PATH = 1_000
/** Longest name of a file or folder, bytes: what Linux, macOS and Windows can hold. */
const MAX_NAME_BYTES = 255

/** Folders of this process; several servers may live in one. */
const ours = new Set<string>()

/**
 * Files dropped on the page, kept in a folder of this process until they are imported. A batch is one drop; its
 * folders keep their shape, since folders tell sent mail from received.
 */
export class Uploads {
  readonly #parent: string
  readonly #batches = new Set<string>()
  #root: Promise<string> | null = null

  /** @param parent where the folder of this process is made, when the first file arrives */
  constructor(parent: string) {
    this.#parent = resolve(parent)
  }

  /**
   * Stores one file of a batch and returns the folder of the batch.
   * @throws KithError 'invalid-input' for a name that cannot be a file's, 'database' when it cannot be written
   */
  async store(batch: string, path: string, body: ReadableStream<Uint8Array> | null): Promise<string> {
    if (!/^[\w-]{8,64}$/.test(batch))
      throw new KithError('invalid-input', 'batch: 8 to 64 letters, digits, - or _ name one drop of files.')
    const parts = path.split(/[/\\]+/).filter((part) => part !== '' && part !== '.')
    if (parts.length === 0 || path.length > MAX_PATH || parts.includes('..') || path.includes('\0'))
      throw new KithError('invalid-input', `path: "${shortened(path)}" is no path within the drop.`)
    const long = parts.find((part) => Buffer.byteLength(part) > MAX_NAME_BYTES)
    if (long !== undefined) throw tooLong(long)
    try {
      const folder = join(await this.#folder(), batch)
      const target = join(folder, ...parts)
      if (!target.startsWith(folder + sep))
        throw new KithError('invalid-input', 'path: it leads out of the drop.')
      this.#batches.add(folder)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      const file = createWriteStream(target, { mode: 0o600 })
      await pipeline(body === null ? Readable.from([]) : Readable.fromWeb(body), file)
      return folder
    } catch (error) {
      throw explainUpload(error, path)
    }
  }

  /** Removes the batches among these paths; whatever else is among them is the user's own and stays. */
  async release(paths: readonly string[]): Promise<void> {
    const batches = new Set(paths.map((path) => resolve(path)).filter((path) => this.#batches.delete(path)))
    await Promise.all([...batches].map((batch) => rm(batch, { recursive: true, force: true })))
  }

  /** Removes what processes that were killed have left here. */
  async clearLeftovers(): Promise<void> {
    const found = await readdir(this.#parent, { withFileTypes: true }).catch(() => [])
    for (const entry of found) {
      const process = /^kith-drops-(\d+)-/.exec(entry.name)?.[1]
      const path = join(this.#parent, entry.name)
      if (process === undefined || !entry.isDirectory() || ours.has(path) || isAlive(Number(process)))
        continue
      // In the folder for temporary files it may be another user's: then it stays.
      await rm(path, { recursive: true, force: true }).catch(() => {})
    }
  }

  async close(): Promise<void> {
    const root = await this.#root?.catch(() => null)
    if (root === undefined || root === null) return
    this.#root = null
    await rm(root, { recursive: true, force: true })
    ours.delete(root)
  }

  #folder(): Promise<string> {
    if (this.#root === null) {
      const making = mkdtemp(join(this.#parent, `kith-drops-${process.pid}-`))
      this.#root = making
      making.then(
        (root) => ours.add(root),
        // What failed once may work the next time.
        () => (this.#root = null),
      )
    }
    return this.#root
  }
}

/** Whether another process has this number. In a container the process that was killed may have had our own. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Anything but "no such process": it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

const tooLong = (name: string, cause?: unknown): KithError =>
  new KithError(
    'invalid-input',
    `path: "${shortened(name)}" is too long for a file; give it a shorter name.`,
    {
      cause,
    },
  )

/** What keeps an uploaded file from being stored, as a sentence; what is a bug comes back as it is. */
export function explainUpload(error: unknown, path: string): unknown {
  if (error instanceof KithError || !(error instanceof Error && 'code' in error)) return error
  const name = shortened(path)
  const trouble = (sentence: string): KithError => new KithError('database', sentence, { cause: error })
  switch (error.code) {
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return new KithError('invalid-input', `path: "${name}" is a file and a folder in the same drop.`, {
        cause: error,
      })
    case 'ENAMETOOLONG':
      return tooLong(path, error)
    case 'ENOSPC':
    case 'EDQUOT':
      return trouble(`The disk is full, so kith could not take "${name}". Make room and drop it again.`)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return trouble(`kith is not allowed to write beside its database, so it could not take "${name}".`)
    case 'ENOENT':
      return trouble(`The folder of the database is gone, so kith could not take "${name}".`)
    default:
      return error
  }
}
