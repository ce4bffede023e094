import { z } from 'zod'
import { type AccountKind, accountKinds, accountLabel, DEFAULT_EVERY_MINUTES } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import type { Connector, Login } from '#connectors/connector.ts'
import { connectors } from '#connectors/index.ts'
import { openVault } from '#connectors/vault.ts'
import type { AccountRow } from '#store/store.ts'
import { isoTimeOrNull } from '../dates.ts'
import type { Context } from '../operation.ts'
import { time } from '../schemas.ts'
import { wordsOf } from '../words.ts'

/** An account as every face shows it; without its secret, which no answer holds. */
export const account = z.object({
  id: z.number().int(),
  kind: z.enum(accountKinds),
  label: z.string().describe('What it is called in lists; also the path of its imports'),
  server: z.string(),
  user: z.string(),
  folders: z.array(z.string()).describe('Those chosen; empty: kith chooses'),
  bodies: z.boolean(),
  everyMinutes: z.number().int().describe('Minutes between two looks while kith serves'),
  syncing: z.boolean().describe('It is being read now'),
  lastSyncAt: time.nullable().describe('When it was last read to the end; null: not yet'),
  problem: z.string().nullable().describe('Why the last time failed, in a sentence'),
  nextSyncAt: time.nullable().describe('When kith serve looks again; null: as soon as it runs'),
})
export type Account = z.output<typeof account>

const MINUTE_MS = 60_000
/** However often it failed, it is tried again after this, in minutes. */
const LONGEST_PAUSE = 360

/**
 * When an account is due: `everyMinutes` after it was last looked at; after failures in a row twice as long each
 * time, at most six hours, and by `jitter` up to a half more, so that many accounts of one server do not come back
 * together. Null: at once, since it was never looked at. Epoch milliseconds.
 * @param jitter in [0, 1)
 */
export function nextSyncOf(
  { finishedAt, failures, options }: Pick<AccountRow, 'finishedAt' | 'failures' | 'options'>,
  jitter = 0,
): number | null {
  if (finishedAt === null) return null
  const every = options.everyMinutes ?? DEFAULT_EVERY_MINUTES
  const pause = Math.max(every, Math.min(every * 2 ** Math.min(failures, 20), LONGEST_PAUSE))
  return finishedAt + Math.round(pause * (failures > 0 ? 1 + jitter / 2 : 1) * MINUTE_MS)
}

/** Whether somebody reads the account now (epoch milliseconds), as far as their lease says. */
export const isSyncing = ({ leaseUntil }: AccountRow, now: number): boolean =>
  leaseUntil !== null && leaseUntil > now

/** An account as kith shows it outside, without where its secret is kept; times in ISO, the problem in the user's words. */
export const shownAccount = (context: Context, row: AccountRow): Account => ({
  id: row.id,
  kind: row.kind,
  label: accountLabel(row),
  server: row.server,
  user: row.user,
  folders: [...(row.options.folders ?? [])],
  bodies: row.options.bodies === true,
  everyMinutes: row.options.everyMinutes ?? DEFAULT_EVERY_MINUTES,
  syncing: isSyncing(row, context.now()),
  lastSyncAt: isoTimeOrNull(row.succeededAt),
  problem: row.lastError === null ? null : wordsOf(context).translated(row.lastError),
  nextSyncAt: isoTimeOrNull(nextSyncOf(row)),
})

/** What reads accounts of this kind. */
export const connectorFor = (kind: AccountKind): Connector => connectors[kind]

/**
 * The account of that number, or called so.
 * @throws KithError 'not-found'
 */
export async function accountNamed({ store, owner }: Context, name: string): Promise<AccountRow> {
  const rows = await store.accounts(owner)
  const wanted = name.trim().toLowerCase()
  const found =
    rows.find(({ id }) => String(id) === wanted) ??
    rows.find((row) => accountLabel(row).toLowerCase() === wanted) ??
    rows.find(({ user }) => user.toLowerCase() === wanted)
  if (found !== undefined) return found
  throw new KithError(
    'not-found',
    rows.length === 0
      ? 'No account is connected; kith connect adds one.'
      : `There is no account ${name}; kith accounts lists those there are.`,
  )
}

/**
 * What a connector signs in with.
 * @throws KithError 'not-found' where this machine does not have the secret
 */
export async function loginOf(row: AccountRow): Promise<Login> {
  const vault = await openVault()
  const secret = await vault.get(row.vaultKey)
  if (secret === null)
    throw new KithError(
      'not-found',
      `The password of ${accountLabel(row)} is not on this machine; connect it again with kith connect ${row.kind} ${row.user}.`,
    )
  return { server: row.server, user: row.user, secret, options: row.options }
}
