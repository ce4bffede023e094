import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { KithError } from '#core/model/errors.ts'

/** Longest path of an uploaded file within its folder. */
const MAX_PATH = 1_000

/**
 * Files dropped on the page, kept in a temporary folder of this process until they are imported. A batch is one
 * drop; its folders keep their shape, since folders tell sent mail from received.
 */
export class Uploads {
  #root: Promise<string> | null = null

  /** Stores one file of a batch and returns the folder of the batch. */
  async store(batch: string, path: string, body: ReadableStream<Uint8Array> | null): Promise<string> {
    if (!/^[\w-]{8,64}$/.test(batch))
      throw new KithError('invalid-input', 'batch: 8 to 64 letters, digits, - or _ name one drop of files.')
    const parts = path.split(/[/\\]+/).filter((part) => part !== '' && part !== '.')
    if (parts.length === 0 || path.length > MAX_PATH || parts.includes('..') || path.includes('\0'))
      throw new KithError('invalid-input', `path: "${path.slice(0, 80)}" is no path within the drop.`)
    const folder = join(await this.#folder(), batch)
    const target = join(folder, ...parts)
    if (!target.startsWith(folder + sep))
      throw new KithError('invalid-input', 'path: it leads out of the drop.')
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const file = createWriteStream(target, { mode: 0o600 })
    if (body === null) await pipeline(Readable.from([]), file)
    else await pipeline(Readable.fromWeb(body), file)
    return folder
  }

  /** Removes the batches among these paths; other paths are the user's own files and stay. */
  async release(paths: readonly string[]): Promise<void> {
    if (this.#root === null) return
    const root = await this.#root
    await Promise.all(
      paths
        .filter((path) => path.startsWith(root + sep))
        .map((path) => rm(path, { recursive: true, force: true })),
    )
  }

  async close(): Promise<void> {
    if (this.#root !== null) await rm(await this.#root, { recursive: true, force: true })
  }

  #folder(): Promise<string> {
    this.#root ??= mkdtemp(join(tmpdir(), 'kith-drop-'))
    return this.#root
  }
}
