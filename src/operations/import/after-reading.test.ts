import { afterAll, expect, test } from 'vitest'
import { importFiles } from '../import-files.ts'
import { listPeople } from '../list-people.ts'
import { afterReading } from './after-reading.ts'
import { importPaths } from './import-paths.ts'
import type { Context } from '../operation.ts'
import { runOperation } from '../run.ts'
import { exportFolder, folderWith, inWorkspace } from '../testing/workspace.ts'

const folder = exportFolder()
afterAll(() => folder.drop())

/** The context, noting which operations it ran; `failing` is cut off instead. */
function watched(context: Context, failing: string | null = null): { context: Context; ran: string[] } {
  const ran: string[] = []
  const watching: Context = {
    ...context,
    run: (other, input) => {
      if (other.name === failing) throw new Error('cut off')
      ran.push(other.name)
      return context.run(other, input)
    },
  }
  return { context: watching, ran }
}

test('the same again concludes at once, and all stays as it is', () =>
  inWorkspace(async ({ context, dump, contacts }) => {
    const first = watched(context)
    await runOperation(importFiles, first.context, { paths: [folder.path] })
    expect(first.ran).toEqual(['learn-closeness', 'score-network'])
    const [rows, people] = [await dump(), await contacts()]
    const again = watched(context)
    await runOperation(importFiles, again.context, { paths: [folder.path] })
    expect(again.ran).toEqual([])
    expect(await dump()).toEqual(rows)
    expect(await contacts()).toEqual(people)
  }))

test('conclusions that were cut off are drawn by the next import, though it brings nothing new', () =>
  inWorkspace(async ({ context, contacts }) => {
    const cut = watched(context, 'learn-closeness')
    const run = runOperation(importFiles, cut.context, { paths: [folder.path] })
    await expect(run).rejects.toThrow('cut off')
    const again = watched(context)
    const { totals } = await runOperation(importFiles, again.context, { paths: [folder.path] })
    expect(totals.newInteractions).toBe(0)
    expect(again.ran).toEqual(['learn-closeness', 'score-network'])
    expect((await contacts()).size).toBeGreaterThan(50)
  }))

test('an import that was killed before it said who is who: whoever asks next works it out, once', () =>
  inWorkspace(async ({ context, dump, contacts }) => {
    await importPaths(context, { paths: [folder.path], as: null })
    expect((await context.store.owner(context.owner)).me).toBeNull()
    const asked = watched(context)
    await runOperation(listPeople, asked.context, {})
    expect(asked.ran).toEqual(['resolve-identities', 'score-network'])
    const [rows, people] = [await dump(), await contacts()]
    const again = watched(context)
    await runOperation(listPeople, again.context, {})
    expect(again.ran).toEqual([])
    await inWorkspace(async (whole) => {
      await runOperation(importFiles, whole.context, { paths: [folder.path] })
      expect(rows.people).toEqual((await whole.dump()).people)
      expect(people.size).toBe((await whole.contacts()).size)
    })
  }))

test('what another process concludes of an import that is half done is no conclusion of its own', () =>
  inWorkspace(async ({ context }) => {
    const { store, owner } = context
    await runOperation(importFiles, context, { paths: [folder.path] })
    const card = folderWith({ 'ann.vcf': 'BEGIN:VCARD\nFN:Ann Lee\nEMAIL:ann@new.example\nEND:VCARD\n' })
    try {
      const before = await store.conclusion(owner)
      const found = await importPaths(context, { paths: [card.path], as: null })
      await store.setConcluded(owner)
      const own = watched(context)
      await afterReading(own.context, found, before)
      expect(own.ran).toContain('learn-closeness')
    } finally {
      card.drop()
    }
  }))
