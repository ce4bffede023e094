import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// For tests: the files that come with each importer.

const here = fileURLToPath(new URL('../../importers/', import.meta.url))

export type Fixture = { readonly path: string; readonly bytes: Uint8Array }

/** A folder here is an importer when it holds fixtures. */
export const importerFolders = (): string[] =>
  readdirSync(here).filter((name) => existsSync(`${here}${name}/fixtures`))

/** The fixtures of an importer with the paths that a user would see, folders within them included. */
export function fixturesOf(folder: string, under = ''): Fixture[] {
  return readdirSync(`${here}${folder}/fixtures/${under}`).flatMap((name) => {
    const path = under + name
    const place = `${here}${folder}/fixtures/${path}`
    return statSync(place).isDirectory()
      ? fixturesOf(folder, `${path}/`)
      : [{ path, bytes: readFileSync(place) }]
  })
}
