import { z } from 'zod'
import { operation } from '../operation.ts'
import { table } from '../text.ts'
import { account, shownAccount } from './account.ts'

const when = (iso: string | null): string => (iso === null ? 'not yet' : iso.slice(0, 16).replace('T', ' '))

export const listAccounts = operation({
  name: 'list-accounts',
  input: z.object({}),
  output: z.object({ accounts: z.array(account) }),
  examples: [{ title: 'All of them', input: {} }],
  cli: {
    json: ({ accounts }) => accounts,
    print: ({ accounts }) =>
      accounts.length === 0
        ? 'No account is connected. Connect one: kith connect imap jane@acme.example'
        : [
            table(
              ['id', 'account', 'last read', 'state'],
              accounts.map((row) => [
                String(row.id),
                row.label,
                when(row.lastSyncAt),
                row.syncing ? 'being read' : row.problem === null ? 'well' : 'failed',
              ]),
              60,
            ),
            ...accounts.flatMap(({ id, problem }) => (problem === null ? [] : [`${id}: ${problem}`])),
          ].join('\n'),
  },
  run: async (context) => ({
    accounts: (await context.store.accounts(context.owner)).map((row) => shownAccount(context, row)),
  }),
})
