import { expect, test } from 'vitest'
import { runOperation } from './run.ts'
import { getStatus } from './status.ts'
import { exportFolder, inWorkspace, network } from './testing/workspace.ts'
import { getWorth } from './get-worth.ts'

test('scores of an earlier kith, without reports in two languages, are made anew', () =>
  inWorkspace(async ({ context, importAll }) => {
    const folder = exportFolder()
    await importAll([folder.path], [...network.owner.mails])
    folder.drop()
    const { store, owner } = context
    const { scoredAt, changes } = await store.owner(owner)
    await store.saveScores(owner, scoredAt ?? 0, [], {
      seenChanges: changes,
      summary: { scoredFor: null, nextEventAt: null },
    })
    expect((await runOperation(getStatus, context, {})).scoredAt).toBeNull()
    expect((await runOperation(getWorth, context, {})).goals.length).toBeGreaterThan(0)
    expect((await runOperation(getStatus, context, {})).scoredAt).not.toBeNull()
  }))
