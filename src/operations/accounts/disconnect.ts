import { z } from 'zod'
import { accountLabel } from '#core/model/account.ts'
import { openVault } from '#connectors/vault.ts'
import { KithError } from '#core/model/errors.ts'
import { operation } from '../operation.ts'
import { runOperation } from '../run.ts'
import { count } from '../text.ts'
import { undoImport } from '../undo-import.ts'
import { accountNamed, isSyncing } from './account.ts'

export const disconnectAccount = operation({
  name: 'disconnect-account',
  input: z.object({
    account: z.string().min(1).describe('Number or name of the account, as kith accounts lists it'),
    removeData: z.boolean().default(false).describe('Also take back what only this account brought'),
  }),
  output: z.object({
    disconnected: z.string().describe('What it was called'),
    undone: z.number().int().describe('Imports of it that were taken back'),
  }),
  examples: [
    { title: 'Stop reading it', input: { account: '1' } },
    { title: 'And take back what it brought', input: { account: '1', removeData: true } },
  ],
  cli: {
    positionals: ['account'],
    print: ({ disconnected, undone }) =>
      `${disconnected} is disconnected${undone === 0 ? '; what it brought stays' : `, and ${count(undone, 'import')} of it taken back`}.`,
  },
  long: true,
  run: async (context, { account: name, removeData }) => {
    const { store, owner } = context
    const row = await accountNamed(context, name)
    const label = accountLabel(row)
    // Without its data it may go at any time: whoever reads it finds it gone behind the next batch, and stops.
    if (removeData && isSyncing(row, context.now()))
      throw new KithError('conflict', `${label} is being read; take back what it brought when that is done.`)
    const imports = removeData
      ? (await store.imports(owner, Number.MAX_SAFE_INTEGER)).filter(
          ({ path, source }) => path === label && source === row.kind,
        )
      : []
    // The newest first. Stopped in between, the account is still there and the rest can be taken back.
    for (const { importId } of imports) await runOperation(undoImport, context, { id: importId })
    await (await openVault()).remove(row.vaultKey)
    await store.removeAccount(owner, row.id)
    return { disconnected: label, undone: imports.length }
  },
})
