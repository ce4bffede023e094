import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { KithError } from '#core/model/errors.ts'
import { systemReason } from './file-bytes.ts'
import { defaultLimits } from './limits.ts'

/** A file on the disk, or why something there is not read. Paths are shown with `/`. */
export type Listed =
  | { readonly path: string; readonly file: string; readonly size: number; readonly modifiedAt: number }
  | { readonly path: string; readonly problem: string }

/** A file on the disk. */
export type DiskFile = Extract<Listed, { readonly file: string }>

/** Which files are left alone because they were read before. */
export type PassOver = {
  /**
   * Of a folder, where it is on this machine and as it is shown: whether a file of a name in it is known, and told of
   * it; null where the folder holds nothing known.
   */
  readonly knownIn: (folder: string, shown: string) => ((name: string) => boolean) | null
  /** Whether a file is as it was when it was read; told of it if so. */
  readonly isAsRead: (file: DiskFile) => boolean
}

/** Files that systems leave behind and nobody means to import. */
const LITTER = new Set([
  '.DS_Store',
  'Thumbs.db',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'Desktop.ini',
  '.localized',
])

/** Whether a file or folder of that name, in a folder or an archive, is passed over. */
export const isLitter = (name: string): boolean =>
  name === '__MACOSX' || name.startsWith('._') || LITTER.has(name)

export const shown = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'))

/** By code units, so that the order is the same on every machine and in every language. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * All files at and below the paths, folders in sorted order. Links are followed, each folder is visited once.
 * Synchronous: a Maildir has 100,000 small files, and a round through the thread pool costs more than the call.
 * @throws KithError 'usage' for a path that is not there
 */
export function* walk(
  paths: readonly string[],
  depth = defaultLimits.folderDepth,
  passOver?: PassOver,
): Iterable<Listed> {
  const found: { path: string; stats: Stats | null }[] = []
  for (const path of paths) {
    try {
      found.push({ path, stats: statSync(path) })
    } catch (error) {
      const missing =
        error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      if (missing)
        throw new KithError('usage', `There is no file or folder ${shown(path)}; check the spelling.`, {
          cause: error,
        })
      found.push({ path, stats: null })
    }
  }
  const visited = new Set<string>()
  for (const { path, stats } of found) yield* visit(path, stats, { visited, passOver }, depth)
}

type Walk = { readonly visited: Set<string>; readonly passOver: PassOver | undefined }

function* visit(path: string, known: Stats | null, on: Walk, depth: number): Iterable<Listed> {
  const place = shown(path)
  let stats: Stats
  let children: Dirent[] = []
  try {
    stats = known ?? statSync(path)
    if (stats.isDirectory()) {
      const real = realpathSync(path)
      // A link back up, or a folder named twice.
      if (on.visited.has(real)) return
      on.visited.add(real)
      if (depth <= 0) {
        yield {
          path: place,
          problem: 'Its folders lie too deep within each other; import the inner folder by itself.',
        }
        return
      }
      children = readdirSync(path, { withFileTypes: true })
      const isKnown = on.passOver?.knownIn(real, place) ?? null
      // Before anything is asked of the system about each: that is most of the time.
      if (isKnown !== null) children = children.filter((child) => !(child.isFile() && isKnown(child.name)))
    }
  } catch (error) {
    yield { path: place, problem: `kith cannot read it: ${systemReason(error)}.` }
    return
  }
  if (stats.isFile()) {
    const file = { path: place, file: path, size: stats.size, modifiedAt: Math.round(stats.mtimeMs) }
    if (on.passOver?.isAsRead(file) !== true) yield file
  } else if (!stats.isDirectory())
    yield { path: place, problem: 'It is no file but a device or a pipe; save it to a file first.' }
  else
    for (const child of children.sort((a, b) => byName(a.name, b.name)))
      if (!isLitter(child.name)) yield* visit(join(path, child.name), null, on, depth - 1)
}
