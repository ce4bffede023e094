import { z } from 'zod'
import { accountLabel } from '#core/model/account.ts'
import { seededRng } from '#core/stats/rng.ts'
import { KithError } from '#core/model/errors.ts'
import type { AccountRow } from '#store/store.ts'
import { afterReading } from '../import/after-reading.ts'
import { refreshTouchpoints } from '../import/derive.ts'
import { type Context, operation } from '../operation.ts'
import { problem } from '../schemas.ts'
import { count } from '../text.ts'
import { checkCancelled } from '../run.ts'
import { accountNamed } from './account.ts'
import { keepUp } from './keep-up.ts'
import { readAccount } from './read-account.ts'
import { problemInWords, wordsOf } from '../words.ts'

const synced = z.object({
  id: z.number().int(),
  label: z.string(),
  import: z.number().int().nullable().describe('Number of the import it is listed as; null: nothing was new'),
  read: z.number().int(),
  new: z.number().int(),
  skipped: z.number().int(),
  problems: z.array(problem),
  error: z.string().nullable().describe('Why it could not be read, or no further'),
})
type Synced = z.output<typeof synced>

/** Reads one account; what fails is part of the answer, so that the others are read all the same. */
async function syncOne(context: Context, row: AccountRow, full: boolean): Promise<Synced> {
  const label = accountLabel(row)
  const { translated } = wordsOf(context)
  if (full) await context.store.forgetSyncState(context.owner, row.id)
  try {
    const before = await context.store.conclusion(context.owner)
    const { report, found, importId, error } = await readAccount(context, row)
    if (importId !== null) await afterReading(context, found, before)
    const { read, new: fresh, skipped } = report
    return {
      id: row.id,
      label,
      import: importId,
      read,
      new: fresh,
      skipped,
      problems: report.problems.map((one) => problemInWords(context, one)),
      error: error === null ? null : translated(error),
    }
  } catch (error) {
    // Somebody else reads it: no failure of the account.
    if (!(error instanceof KithError) || error.code !== 'conflict') throw error
    return {
      id: row.id,
      label,
      import: null,
      read: 0,
      new: 0,
      skipped: 0,
      problems: [],
      error: translated(error.message),
    }
  }
}

function line({ label, import: number, read, new: fresh, skipped, error }: Synced): string {
  const said = error === null ? [] : [error]
  if (number === null) return `${label}: ${error ?? 'nothing new.'}`
  const left = skipped === 0 ? '' : `, ${skipped} skipped (kith skipped ${number})`
  return [
    `${label}: ${count(read, 'record')} read, ${fresh} new${left}; kith imports undo ${number} takes it back.`,
    ...said,
  ].join('\n  ')
}

export const syncAccount = operation({
  name: 'sync-account',
  description:
    'Each reading is an import: it is listed with its counts and can be undone. It can be stopped at any moment; the next one goes on from there, and nothing is stored twice.',
  input: z.object({
    account: z.string().optional().describe('Number or name of the account; left out, all of them'),
    full: z
      .boolean()
      .default(false)
      .describe('Read everything again, for example after an import of it was undone'),
    watch: z
      .boolean()
      .default(false)
      .describe('Go on until stopped: read what is new as it comes, as kith serve does'),
  }),
  output: z.object({ accounts: z.array(synced) }),
  examples: [
    { title: 'All accounts', input: {} },
    { title: 'One of them, from the beginning', input: { account: '1', full: true } },
  ],
  cli: {
    positionals: ['account'],
    json: ({ accounts }) => accounts,
    print: ({ accounts }) =>
      accounts.length === 0
        ? 'No account is connected. Connect one: kith connect imap jane@acme.example'
        : accounts.map(line).join('\n'),
    exitCode: ({ accounts }, { strict }) =>
      accounts.some(({ error }) => error !== null)
        ? 3
        : strict && accounts.some(({ skipped }) => skipped > 0)
          ? 1
          : 0,
  },
  long: true,
  run: async (context, { account: name, full, watch }) => {
    const chosen = async (): Promise<readonly AccountRow[]> =>
      name === undefined ? await context.store.accounts(context.owner) : [await accountNamed(context, name)]
    const rows = await chosen()
    // Up to date now, so that each batch is seen from the owner's side as it is stored.
    if (rows.length > 0) await refreshTouchpoints(context)
    const accounts: Synced[] = []
    for (const row of rows) accounts.push(await syncOne(context, row, full))
    if (!watch || rows.length === 0) return { accounts }
    await keepUp({
      accounts: chosen,
      sync: async (row) => void (await syncOne(context, row, false)),
      now: context.now,
      random: seededRng(context.now()),
      signal: context.signal,
    })
    checkCancelled(context.signal)
    return { accounts }
  },
})
