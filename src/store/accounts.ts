import { type AccountKind, accountKinds, type AccountOptions } from '#core/model/account.ts'
import { accountId } from '#core/model/ids.ts'
import type { AccountId, OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { lockOwner, nextId } from './owners.ts'
import { plainText } from './plain-text.ts'

/** An account on a server, and how reading it went. Times are epoch milliseconds, null for never. */
export type AccountRow = {
  readonly id: AccountId
  readonly kind: AccountKind
  readonly server: string
  readonly user: string
  /** Under which its secret is kept, outside the database. */
  readonly vaultKey: string
  readonly options: AccountOptions
  readonly addedAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly succeededAt: number | null
  /** Failures since the last time that went well. */
  readonly failures: number
  /** Why the last time failed, a sentence; null when it went well. */
  readonly lastError: string | null
  /** Until when somebody is believed to read it; null when nobody does. */
  readonly leaseUntil: number | null
}

/** Accounts that kith keeps up with, and how far each was read. One reader at a time holds a lease on an account. */
export interface AccountStore {
  /** By ascending id. */
  readonly accounts: (owner: OwnerId) => Promise<readonly AccountRow[]>
  readonly addAccount: (
    owner: OwnerId,
    account: Pick<AccountRow, 'kind' | 'server' | 'user' | 'vaultKey' | 'options'>,
    at: number,
  ) => Promise<AccountId>
  /** False when there is none of that id. */
  readonly setAccountOptions: (owner: OwnerId, id: AccountId, options: AccountOptions) => Promise<boolean>
  /** False when there was none of that id. */
  readonly removeAccount: (owner: OwnerId, id: AccountId) => Promise<boolean>
  /** How far it was read, as the connector wrote it; an empty object at first. */
  readonly syncState: (owner: OwnerId, id: AccountId) => Promise<Readonly<Record<string, unknown>>>
  /** Takes the account for one reader; false while another holds it, or when it is gone. */
  readonly claimSync: (
    owner: OwnerId,
    id: AccountId,
    lease: { readonly name: string; readonly until: number },
    at: number,
  ) => Promise<boolean>
  /** Moves the state, and the lease with it; false when the lease is not held any more: then nothing moved. */
  readonly keepSyncState: (
    owner: OwnerId,
    id: AccountId,
    lease: { readonly name: string; readonly until: number },
    state: Readonly<Record<string, unknown>>,
  ) => Promise<boolean>
  /** Ends a reading; an error counts as a failure, `interrupted` as neither. */
  readonly finishSync: (
    owner: OwnerId,
    id: AccountId,
    lease: string,
    at: number,
    outcome: { readonly error: string | null; readonly interrupted?: boolean },
  ) => Promise<void>
  /** The next reading begins from the beginning. */
  readonly forgetSyncState: (owner: OwnerId, id: AccountId) => Promise<void>
}

export const accountsPart = (backend: Backend): AccountStore => ({
  async accounts(owner) {
    const rows = await backend.db
      .selectFrom('accounts as a')
      .leftJoin('account_syncs as s', (join) =>
        join.onRef('s.owner_id', '=', 'a.owner_id').onRef('s.account_id', '=', 'a.account_id'),
      )
      .select(['a.account_id', 'a.kind', 'a.server', 'a.user_name', 'a.vault_key', 'a.options', 'a.added_ms'])
      .select(['s.started_ms', 's.finished_ms', 's.succeeded_ms', 's.failures', 's.last_error'])
      .select('s.lease_until_ms')
      .where('a.owner_id', '=', owner)
      .orderBy('a.account_id')
      .execute()
    return rows.map((row) => ({
      id: accountId(row.account_id),
      kind: accountKinds.find((kind) => kind === row.kind) ?? 'imap',
      server: row.server,
      user: row.user_name,
      vaultKey: row.vault_key,
      options: parsed(row.options),
      addedAt: row.added_ms,
      startedAt: row.started_ms,
      finishedAt: row.finished_ms,
      succeededAt: row.succeeded_ms,
      failures: row.failures ?? 0,
      lastError: row.last_error,
      leaseUntil: row.lease_until_ms,
    }))
  },

  addAccount: (owner, { kind, server, user, vaultKey, options }, at) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const id = await nextId(tx, 'next_account_id')
      await tx
        .insertInto('accounts')
        .values({
          owner_id: owner,
          account_id: id,
          kind,
          server: plainText(server),
          user_name: plainText(user),
          vault_key: vaultKey,
          options: JSON.stringify(options),
          added_ms: at,
        })
        .execute()
      return accountId(id)
    }),

  setAccountOptions: (owner, id, options) =>
    backend.write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('accounts')
        .set({ options: JSON.stringify(options) })
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    }),

  removeAccount: (owner, id) =>
    backend.write(async (tx) => {
      await tx
        .deleteFrom('account_syncs')
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .execute()
      const { numDeletedRows } = await tx
        .deleteFrom('accounts')
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    }),

  async syncState(owner, id) {
    const row = await backend.db
      .selectFrom('account_syncs')
      .select('state')
      .where('owner_id', '=', owner)
      .where('account_id', '=', id)
      .executeTakeFirst()
    return parsed(row?.state ?? '{}')
  },

  claimSync: (owner, id, lease, at) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const known = await tx
        .selectFrom('accounts')
        .select('account_id')
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .executeTakeFirst()
      if (known === undefined) return false
      await tx
        .insertInto('account_syncs')
        .values({ owner_id: owner, account_id: id, state: '{}', failures: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const { numUpdatedRows } = await tx
        .updateTable('account_syncs')
        .set({ lease: lease.name, lease_until_ms: lease.until, started_ms: at })
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .where((either) => either.or([either('lease', 'is', null), either('lease_until_ms', '<=', at)]))
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    }),

  keepSyncState: (owner, id, lease, state) =>
    backend.write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('account_syncs')
        .set({ state: JSON.stringify(state), lease_until_ms: lease.until })
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .where('lease', '=', lease.name)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    }),

  finishSync: (owner, id, lease, at, { error, interrupted }) =>
    backend.write(async (tx) => {
      await tx
        .updateTable('account_syncs')
        .set((row) => ({
          lease: null,
          lease_until_ms: null,
          finished_ms: at,
          ...(interrupted === true
            ? {}
            : error === null
              ? { failures: 0, last_error: null, succeeded_ms: at }
              : { failures: row('failures', '+', 1), last_error: plainText(error) }),
        }))
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .where('lease', '=', lease)
        .execute()
    }),

  forgetSyncState: (owner, id) =>
    backend.write(async (tx) => {
      await tx
        .updateTable('account_syncs')
        .set({ state: '{}' })
        .where('owner_id', '=', owner)
        .where('account_id', '=', id)
        .execute()
    }),
})

/** An object that was stored as JSON; empty where it is none. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only objects are stored
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
