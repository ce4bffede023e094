import { afterAll, expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { fixturesOf, importerFolders } from '#testing/importing/fixtures.ts'
import { importFiles } from './import-files.ts'
import { listImports } from './imports.ts'
import { runOperation } from './run.ts'
import { differences } from './testing/compare.ts'
import { folderWith, inWorkspace, type Workspace } from './testing/workspace.ts'
import { undoImport } from './undo-import.ts'

/** The fixtures of every importer, each in a folder of its own. */
const folder = folderWith(
  Object.fromEntries(
    importerFolders().flatMap((id) =>
      fixturesOf(id).map(({ path, bytes }): [string, Uint8Array] => [`${id}/${path}`, bytes]),
    ),
  ),
)
afterAll(() => folder.drop())

/** Imports everything, and cancels at a certain word of progress; how many words there were. */
async function cancelledAfter({ context }: Workspace, words: number): Promise<number> {
  const stop = new AbortController()
  let heard = 0
  const progress = (): void => {
    if (++heard === words) stop.abort()
  }
  const run = runOperation(
    importFiles,
    { ...context, progress, signal: stop.signal },
    { paths: [folder.path] },
  )
  await expect(run).rejects.toMatchObject({ code: 'interrupted' })
  return heard
}

test.each([1, 10, 40])(
  'cancelled at the word %i of progress, then imported to the end: as if nothing had happened',
  { timeout: 120_000 },
  async (words) => {
    const whole = await inWorkspace(async ({ importAll, dump }) => {
      await importAll([folder.path])
      return dump()
    })
    await inWorkspace(async (workspace) => {
      expect(await cancelledAfter(workspace, words)).toBeGreaterThanOrEqual(words)
      await workspace.importAll([folder.path])
      expect(differences(whole, await workspace.dump())).toEqual([])
    })
  },
)

test('what a cancelled import brought can be undone', { timeout: 120_000 }, () =>
  inWorkspace(async (workspace) => {
    await cancelledAfter(workspace, 30)
    expect((await workspace.context.store.counts(SOLE_OWNER)).interactions).toBeGreaterThan(0)
    for (;;) {
      const [last] = (await runOperation(listImports, workspace.context, { limit: 1 })).imports
      if (last === undefined) break
      await runOperation(undoImport, workspace.context, { id: last.id, together: true })
    }
    expect(await workspace.context.store.counts(SOLE_OWNER)).toMatchObject({ interactions: 0, people: 0 })
  }),
)
