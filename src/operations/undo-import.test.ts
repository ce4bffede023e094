import { afterAll, describe, expect, inject, test } from 'vitest'
import '#testing/postgres-setup.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { postgresAt, sqliteInMemory } from '#store/contract/support/harness.ts'
import { addGoal, listGoals } from './goals.ts'
import { listImports } from './imports.ts'
import { setMe } from './me.ts'
import type { Context } from './operation.ts'
import { runOperation } from './run.ts'
import { differences, scoreDifferences } from './testing/compare.ts'
import { exportFolder, files, folderWith, inWorkspace, network, type Workspace } from './testing/workspace.ts'
import { undoImport } from './undo-import.ts'

const postgresUrl = inject('postgresUrl') ?? null
const folder = exportFolder()
afterAll(() => folder.drop())
const inFolder = (...names: readonly string[]): string[] => names.map((name) => join(folder.path, name))

/** Everything that is stored, without ids, counters, and the journal of who was joined with whom. */
async function everything({ context, dump, contacts }: Workspace) {
  const { store } = context
  const all = await dump()
  return {
    // An owner of whom nothing is known is as good as none.
    dump: { ...all, me: all.me.filter(([, identities]) => identities.length > 0) },
    contacts: await contacts(),
    me: await store.setting(SOLE_OWNER, 'me'),
    imports: (await store.imports(SOLE_OWNER, 1_000)).map(({ path, source, read }) => [path, source, read]),
    counts: await store.counts(SOLE_OWNER),
  }
}
type Everything = Awaited<ReturnType<typeof everything>>

function expectSame(actual: Everything, expected: Everything): void {
  expect(differences(expected.dump, actual.dump)).toEqual([])
  expect(scoreDifferences(expected.contacts, actual.contacts)).toEqual([])
  expect({ ...actual, dump: null, contacts: null }).toEqual({ ...expected, dump: null, contacts: null })
}

/** The imports of a run, the newest first. */
async function undoAll(context: Context, after = 0): Promise<void> {
  const { imports } = await runOperation(listImports, context, { limit: 1_000 })
  for (const { id } of imports) if (id > after) await runOperation(undoImport, context, { id })
}
const lastId = async (context: Context): Promise<number> =>
  (await runOperation(listImports, context, { limit: 1 })).imports[0]?.id ?? 0

const fixtures = fileURLToPath(new URL('../importers', import.meta.url))
const sources = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(fixtures, entry.name)).includes('fixtures'))
  .map(({ name }) => name)

const kinds = [
  ['SQLite', sqliteInMemory] as const,
  ...(postgresUrl === null ? [] : [['PostgreSQL', postgresAt(postgresUrl)] as const]),
]

// Each undo scores anew: on a busy machine that takes a while.
describe.each(kinds)('%s', { timeout: 120_000 }, (_, kind) => {
  test.each(sources)('the fixtures of %s: imported and undone, nothing is left', (source) =>
    inWorkspace(async (workspace) => {
      const before = await everything(workspace)
      const { totals } = await workspace.importAll([join(fixtures, source, 'fixtures')])
      expect(totals.interactions + totals.people).toBeGreaterThan(0)
      await undoAll(workspace.context)
      expectSame(await everything(workspace), before)
    }, kind),
  )

  test('undone over what was there before, that is as it was', () =>
    inWorkspace(async (workspace) => {
      await workspace.importAll(inFolder('mail/Inbox.mbox', 'contacts.vcf'))
      const before = await everything(workspace)
      const last = await lastId(workspace.context)
      await workspace.importAll(inFolder('mail', 'linkedin', 'calendar.ics', 'events.csv'))
      const { context } = workspace
      await runOperation(undoImport, context, { id: await lastId(context), together: true })
      expect(await lastId(context)).toBe(last)
      expectSame(await everything(workspace), before)
    }, kind))

  test.each([
    ['the first', 0],
    ['the second', 1],
  ])('of two that overlap, %s undone leaves what the other brought', async (_name, undone) => {
    const pair = [inFolder('mail/Inbox.mbox', 'mail/Sent.mbox'), inFolder('mail/Archive.mbox')] as const
    const alone = await inWorkspace(async (workspace) => {
      await workspace.importAll(pair[1 - undone] ?? [])
      return everything(workspace)
    }, kind)
    await inWorkspace(async (workspace) => {
      await workspace.importAll(pair[0])
      const last = await lastId(workspace.context)
      await workspace.importAll(pair[1])
      const { imports } = await runOperation(listImports, workspace.context, {})
      for (const { id } of imports)
        if (id > last === (undone === 1)) await runOperation(undoImport, workspace.context, { id })
      expectSame(await everything(workspace), alone)
      await undoAll(workspace.context)
      expect(await workspace.context.store.counts(SOLE_OWNER)).toMatchObject({ interactions: 0, people: 0 })
    }, kind)
  })

  test('any files, any of them undone in any order: as if the others alone had been imported', () =>
    fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          files.map(({ path }) => path),
          { minLength: 2, maxLength: 5 },
        ),
        fc.integer({ min: 1, max: 4 }),
        async (paths, keep) => {
          const kept = paths.slice(0, Math.min(keep, paths.length - 1))
          const ids = new Map<string, number[]>()
          const alone = await inWorkspace(async (workspace) => {
            for (const path of paths) if (kept.includes(path)) await workspace.importAll(inFolder(path))
            return everything(workspace)
          }, kind)
          await inWorkspace(async (workspace) => {
            for (const path of [...paths].sort()) {
              const last = await lastId(workspace.context)
              await workspace.importAll(inFolder(path))
              const { imports } = await runOperation(listImports, workspace.context, {})
              ids.set(
                path,
                imports.map(({ id }) => id).filter((id) => id > last),
              )
            }
            for (const path of paths.slice(kept.length))
              for (const id of ids.get(path) ?? []) await runOperation(undoImport, workspace.context, { id })
            const left = await everything(workspace)
            expect(differences(alone.dump, left.dump)).toEqual([])
            expect(scoreDifferences(alone.contacts, left.contacts)).toEqual([])
          }, kind)
        },
      ),
      { numRuns: kind.runs > 30 ? 6 : 1, seed: 3 },
    ))
})

const letter = (n: number, from: string, to: string, more = ''): string =>
  `From x Mon Jan  1 09:00:00 2024\nDate: Mon, ${n} Jan 2024 09:00:00 +0000\nMessage-ID: <${n}@x.example>\n` +
  `Delivered-To: boss@a.example\nFrom: ${from}\nTo: ${to}\n${more}Subject: ${n}\n\nHello\n\n`

test('a copy that names more people takes only them with it', () =>
  inWorkspace(async (workspace) => {
    const { context, importAll, dump } = workspace
    const mail = folderWith({
      'a.mbox': letter(1, 'Ann <ann@c.example>', 'boss@a.example'),
      'b.mbox': letter(1, 'Ann <ann@c.example>', 'boss@a.example', 'Cc: Eve <eve@d.example>\n'),
      'c.mbox': letter(1, 'Ann <ann@c.example>', 'boss@a.example'),
    })
    try {
      await importAll([join(mail.path, 'a.mbox')])
      const first = await lastId(context)
      const before = await dump()
      await importAll([join(mail.path, 'b.mbox')])
      const second = await lastId(context)
      await importAll([join(mail.path, 'c.mbox')])
      expect((await dump()).people).toHaveLength(before.people.length + 1)
      await runOperation(undoImport, context, { id: first })
      expect((await dump()).people).toHaveLength(before.people.length + 1)
      await runOperation(undoImport, context, { id: second })
      expect(differences(before, await dump())).toEqual([])
    } finally {
      mail.drop()
    }
  }))

test('the same file twice stays until both imports are undone', () =>
  inWorkspace(async ({ context, importAll, dump }) => {
    const files = inFolder('mail/Inbox.mbox')
    await importAll(files)
    const before = await dump()
    const first = await lastId(context)
    await importAll(files)
    expect(await runOperation(undoImport, context, { id: first })).toMatchObject({
      removed: { interactions: 0, people: 0, facts: 0, ties: 0 },
    })
    expect(differences(before, await dump())).toEqual([])
    await undoAll(context)
    expect((await dump()).people).toEqual([])
  }))

test('what the user said and decided outlives the import it was said of', () =>
  inWorkspace(async (workspace) => {
    const { context, importAll } = workspace
    await importAll(inFolder('mail'))
    const [work] = network.owner.mails
    await runOperation(setMe, context, { identities: [work ?? ''], name: 'Me Myself' })
    await runOperation(addGoal, context, { kind: 'sales', target: 3, per: 'year' })
    await undoAll(context)
    expect(await context.store.setting(SOLE_OWNER, 'me')).toMatchObject({
      name: 'Me Myself',
      confirmed: true,
    })
    expect((await workspace.dump()).me).toEqual([[1, ['handle:kith:owner-1', `mail:${work}`]]])
    expect((await runOperation(listGoals, context, {})).goals).toHaveLength(1)
    const again = await importAll(inFolder('mail'))
    expect(again.me).toMatchObject({ name: 'Me Myself', confirmed: true })
  }))

test('a number that no import has is told in a sentence', () =>
  inWorkspace(async ({ context }) => {
    await expect(runOperation(undoImport, context, { id: 77 })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no import 77; kith imports lists them.',
    })
  }))
