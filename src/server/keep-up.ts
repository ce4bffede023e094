import { setTimeout as pause } from 'node:timers/promises'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { KithError } from '#core/model/errors.ts'
import { operations } from '#operations/index.ts'
import type { AccountRow } from '#store/store.ts'
import type { Workspace } from './workspace.ts'

/** How often is looked whether there are accounts, in ms; the first time so long after the start. */
const LOOK_MS = 15_000

/** Keeps up with the accounts of a workspace while the server runs; each reading in a thread of its own. */
export function keepUpWith(
  workspace: Workspace,
  onBug: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const controller = new AbortController()
  const { signal } = controller
  const accounts = async (): Promise<readonly AccountRow[]> =>
    await (await workspace.store()).accounts(SOLE_OWNER)
  const sync = async (row: AccountRow): Promise<void> => {
    try {
      await workspace.run(await operations['sync-account'].load(), { account: String(row.id) }, { signal })
    } catch (error) {
      // What the user can do something about stands with the account.
      if (!(error instanceof KithError)) onBug(error)
    }
  }
  const run = async (): Promise<void> => {
    // What reads accounts is loaded once there is one.
    do await pause(LOOK_MS, undefined, { signal }).catch(() => {})
    while (!signal.aborted && (await accounts().catch(() => [])).length === 0)
    if (signal.aborted) return
    const { keepUp } = await import('#operations/accounts/keep-up.ts')
    await keepUp({ accounts, sync, now: Date.now, random: Math.random, signal })
  }
  const running = run()
  return {
    stop: async () => {
      controller.abort()
      await running
    },
  }
}
