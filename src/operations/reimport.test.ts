import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { fixturesOf, importerFolders } from '#testing/importing/fixtures.ts'
import { listImports } from './imports.ts'
import { runOperation } from './run.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'
import { undoImport } from './undo-import.ts'

/** The fixtures of every importer, each in a folder of its own. */
const fixtures = importerFolders().flatMap((id) =>
  fixturesOf(id).map(({ path, bytes }): [string, Uint8Array] => [`${id}/${path}`, bytes]),
)
const everything = (): ReturnType<typeof folderWith> => folderWith(Object.fromEntries(fixtures))

/** The same in an archive. */
async function archive(): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, bytes] of fixtures) zip.addBuffer(Buffer.from(bytes), path, { mtime: new Date(0) })
  zip.end()
  return buffer(zip.outputStream)
}

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

test(
  'every fixture in an archive gives what it gives in a folder; undone, nothing is left',
  { timeout: 120_000 },
  () =>
    inWorkspace(async ({ importAll, context }) => {
      const folder = everything()
      const zipped = folderWith({})
      const path = join(zipped.path, 'everything.zip')
      try {
        writeFileSync(path, await archive())
        const first = await importAll([path])
        expect(new Set(first.files.map(({ source }) => source))).toEqual(new Set(importerFolders()))
        expect((await importAll([path])).totals).toEqual({
          ...first.totals,
          newInteractions: 0,
          newPeople: 0,
        })
        const again = await importAll([folder.path])
        expect(again.totals).toEqual({ ...first.totals, newInteractions: 0, newPeople: 0 })
        for (;;) {
          const [last] = (await runOperation(listImports, context, { limit: 1 })).imports
          if (last === undefined) break
          await runOperation(undoImport, context, { id: last.id, together: true })
        }
        expect(await context.store.counts(SOLE_OWNER)).toMatchObject({ interactions: 0, people: 0 })
      } finally {
        folder.drop()
        zipped.drop()
      }
    }),
)
