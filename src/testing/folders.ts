import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of a test file's own with as many empty folders in it as its tests ask for; `drop` deletes all. */
export function foldersFor(name: string): {
  readonly root: string
  readonly newFolder: () => string
  readonly drop: () => void
} {
  const root = mkdtempSync(join(tmpdir(), `kith-${name}-`))
  let folders = 0
  return {
    root,
    newFolder: () => {
      const folder = join(root, String(folders++))
      mkdirSync(folder)
      return folder
    },
    drop: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Writes a file, with the folders it stands in; returns its path. */
export function put(folder: string, path: string, content: string | Uint8Array): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}
