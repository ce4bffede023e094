import { statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Entry } from '#importers/importer.ts'
import type { Packed, PackedFile } from './archive.ts'
import { fileBytes } from './file-bytes.ts'
import { shown } from './walk.ts'

/** Finds the files beside files on the disk, each once. */
export class FilesBeside {
  readonly #entries = new Map<string, Entry | null>()

  /** @param file where the file is whose neighbours are asked for, @param path how the user sees it */
  of(file: string, path: string): (relative: string) => Entry | null {
    return (relative) => {
      const place = join(dirname(file), relative)
      let entry = this.#entries.get(place)
      if (entry === undefined) {
        entry = fileEntry(place, shown(join(dirname(path), relative)))
        this.#entries.set(place, entry)
      }
      return entry
    }
  }
}

function fileEntry(file: string, path: string): Entry | null {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats?.isFile() !== true) return null
  return { path, size: stats.size, modifiedAt: Math.round(stats.mtimeMs), bytes: () => fileBytes(file) }
}

/** The same within an archive, of which nothing outside is found. */
export function besideInArchive(
  contents: readonly Packed[],
  entryOf: (packed: PackedFile) => Entry,
): (name: string) => (relative: string) => Entry | null {
  // An archive may hold a million files, and few formats ask.
  let files: Map<string, PackedFile> | null = null
  const entries = new Map<string, Entry>()
  return (name) => (relative) => {
    files ??= new Map(
      contents.flatMap((packed) => ('problem' in packed ? [] : [[packed.name, packed] as const])),
    )
    const packed = files.get(posix.join(posix.dirname(name), relative))
    if (packed === undefined) return null
    const entry = entries.get(packed.name) ?? entryOf(packed)
    entries.set(packed.name, entry)
    return entry
  }
}
