import { expect, test } from 'vitest'
import { checkHealth } from './check-health.ts'
import { runOperation } from './run.ts'
import { exportFolder, inWorkspace } from './testing/workspace.ts'

const printed = async (context: Parameters<typeof checkHealth.run>[0]): Promise<string> =>
  checkHealth.cli?.print?.(await runOperation(checkHealth, context, {})) ?? ''

test('the report of an empty database names no dates', () =>
  inWorkspace(async ({ context }) => {
    const report = await printed(context)
    expect(report).toMatch(/^interactions +0$/m)
    expect(report).not.toContain('never')
  }))

test('the report says how many interactions there are, and from when to when', () =>
  inWorkspace(async ({ context, importAll }) => {
    const folder = exportFolder()
    await importAll([folder.path])
    folder.drop()
    expect(await printed(context)).toMatch(/^interactions +\d[\d,]*, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/m)
  }))

test('an import that was cut off is advised to be done again until the same was imported', () =>
  inWorkspace(async ({ context }) => {
    const { store, owner } = context
    const advised = async (): Promise<boolean> =>
      (await runOperation(checkHealth, context, {})).advice.some((text) => text.includes('a.mbox'))
    const same = { path: 'a.mbox', source: 'mbox', at: 1 }
    await store.startImport(owner, same)
    expect(await advised()).toBe(true)
    await store.finishImport(owner, await store.startImport(owner, { ...same, path: 'b.mbox' }), 2, 'done')
    expect(await advised()).toBe(true)
    await store.finishImport(owner, await store.startImport(owner, same), 3, 'done')
    expect(await advised()).toBe(false)
  }))
