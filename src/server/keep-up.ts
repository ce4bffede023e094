import { SOLE_OWNER } from '#core/model/ids.ts'
import { KithError } from '#core/model/errors.ts'
import { keepUp } from '#operations/accounts/keep-up.ts'
import { syncAccount } from '#operations/accounts/sync.ts'
import type { Workspace } from './workspace.ts'

/** Keeps up with the accounts of a workspace while the server runs; each reading in a thread of its own. */
export function keepUpWith(
  workspace: Workspace,
  onBug: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const controller = new AbortController()
  const { signal } = controller
  const running = keepUp({
    accounts: async () => await (await workspace.store()).accounts(SOLE_OWNER),
    sync: async (row) => {
      try {
        await workspace.run(syncAccount, { account: String(row.id) }, { signal })
      } catch (error) {
        // What the user can do something about stands with the account.
        if (!(error instanceof KithError)) onBug(error)
      }
    },
    now: Date.now,
    random: Math.random,
    signal,
  })
  return {
    stop: async () => {
      controller.abort()
      await running
    },
  }
}
