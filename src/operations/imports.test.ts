import { expect, test } from 'vitest'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { listSkipped } from './imports.ts'
import { runOperation } from './run.ts'
import { inWorkspace } from './testing/workspace.ts'

test('an import that skipped nothing differs from one that never was', () =>
  inWorkspace(async ({ context }) => {
    const id = await context.store.startImport(SOLE_OWNER, { path: 'a.mbox', source: 'mbox', at: 0 })
    expect(await runOperation(listSkipped, context, { id })).toEqual({ skipped: [] })
    await expect(runOperation(listSkipped, context, { id: 9_999 })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no import 9999; kith imports lists them.',
    })
  }))
