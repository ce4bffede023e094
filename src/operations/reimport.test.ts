import { expect, test } from 'vitest'
import { fixturesOf, importerFolders } from '#testing/importing/fixtures.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

/** The fixtures of every importer, each in a folder of its own. */
const everything = (): ReturnType<typeof folderWith> =>
  folderWith(
    Object.fromEntries(
      importerFolders().flatMap((id) =>
        fixturesOf(id).map(({ path, bytes }): [string, Uint8Array] => [`${id}/${path}`, bytes]),
      ),
    ),
  )

test('importing every fixture of every source again finds nothing new', { timeout: 120_000 }, () =>
  inWorkspace(async ({ importAll, dump }) => {
    const folder = everything()
    try {
      const first = await importAll([folder.path])
      expect(new Set(first.files.map(({ source }) => source))).toEqual(new Set(importerFolders()))
      const before = await dump()
      expect(first.totals.newInteractions).toBeGreaterThan(50)
      const again = await importAll([folder.path])
      expect(again.totals).toEqual({ ...first.totals, newInteractions: 0, newPeople: 0 })
      expect(again.files.filter(({ new: fresh }) => fresh > 0)).toEqual([])
      expect(await dump()).toEqual(before)
    } finally {
      folder.drop()
    }
  }),
)
