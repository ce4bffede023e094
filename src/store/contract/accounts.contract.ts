import { expect } from 'vitest'
import { accountId, ownerId, SOLE_OWNER } from '#core/model/ids.ts'
import type { StoreKind } from './support/harness.ts'
import { testWith } from './test-with.ts'

const owner = SOLE_OWNER
const AT = Date.UTC(2026, 0, 1)
const MINUTE = 60_000

const mailbox = {
  kind: 'imap',
  server: 'imap.acme.example',
  user: 'jane@acme.example',
  vaultKey: 'k1',
  options: { folders: ['INBOX'], bodies: true },
} as const

export function contractOfAccounts(kind: StoreKind): void {
  const test = testWith(kind)
  const first = { name: 'first', until: AT + MINUTE }
  const second = { name: 'second', until: AT + 3 * MINUTE }

  test('an account is listed as it was added, to its owner alone, until it is removed', async ({ store }) => {
    const id = await store.addAccount(owner, mailbox, AT)
    expect(await store.accounts(owner)).toEqual([
      {
        id,
        ...mailbox,
        addedAt: AT,
        startedAt: null,
        finishedAt: null,
        succeededAt: null,
        failures: 0,
        lastError: null,
        leaseUntil: null,
      },
    ])
    expect(await store.accounts(ownerId(2))).toEqual([])
    expect(await store.setAccountOptions(owner, id, { everyMinutes: 60 })).toBe(true)
    expect((await store.accounts(owner))[0]?.options).toEqual({ everyMinutes: 60 })
    expect(await store.removeAccount(owner, id)).toBe(true)
    expect(await store.removeAccount(owner, id)).toBe(false)
    expect(await store.accounts(owner)).toEqual([])
  })

  test('one reader at a time, until it is done or its lease runs out', async ({ store }) => {
    const id = await store.addAccount(owner, mailbox, AT)
    expect(await store.claimSync(owner, id, first, AT)).toBe(true)
    expect(await store.claimSync(owner, id, second, AT + 1)).toBe(false)
    expect((await store.accounts(owner))[0]?.leaseUntil).toBe(AT + MINUTE)
    await store.finishSync(owner, id, 'first', AT + 2, { error: null })
    expect(await store.claimSync(owner, id, second, AT + 3)).toBe(true)
    // A reader that died leaves its lease behind.
    expect(await store.claimSync(owner, id, { name: 'third', until: AT + 9 * MINUTE }, AT + 4 * MINUTE)).toBe(
      true,
    )
    expect(await store.claimSync(owner, accountId(99), first, AT)).toBe(false)
  })

  test('the state moves for whoever holds the lease, and for nobody else', async ({ store }) => {
    const id = await store.addAccount(owner, mailbox, AT)
    expect(await store.syncState(owner, id)).toEqual({})
    await store.claimSync(owner, id, first, AT)
    expect(await store.keepSyncState(owner, id, first, { uidNext: 7 })).toBe(true)
    expect(await store.keepSyncState(owner, id, second, { uidNext: 9 })).toBe(false)
    expect(await store.syncState(owner, id)).toEqual({ uidNext: 7 })
    await store.finishSync(owner, id, 'first', AT, { error: null })
    expect(await store.keepSyncState(owner, id, first, { uidNext: 9 })).toBe(false)
    await store.forgetSyncState(owner, id)
    expect(await store.syncState(owner, id)).toEqual({})
  })

  test('failures are counted until one goes well; being interrupted is neither', async ({ store }) => {
    const id = await store.addAccount(owner, mailbox, AT)
    const run = async (at: number, outcome: { error: string | null; interrupted?: boolean }) => {
      await store.claimSync(owner, id, { name: 'r', until: at + MINUTE }, at)
      await store.finishSync(owner, id, 'r', at + 1, outcome)
      const [row] = await store.accounts(owner)
      return [row?.failures, row?.lastError, row?.succeededAt]
    }
    expect(await run(AT, { error: 'no way' })).toEqual([1, 'no way', null])
    expect(await run(AT, { error: 'still no way' })).toEqual([2, 'still no way', null])
    expect(await run(AT, { error: null, interrupted: true })).toEqual([2, 'still no way', null])
    expect(await run(AT, { error: null })).toEqual([0, null, AT + 1])
  })

  test('an export carries the account, and not how far it was read', async ({ store }) => {
    const id = await store.addAccount(owner, mailbox, AT)
    await store.claimSync(owner, id, first, AT)
    await store.keepSyncState(owner, id, first, { uidNext: 7 })
    const kept = (await store.keptRows(owner)).filter(({ table }) => table.startsWith('account'))
    expect(kept).toMatchObject([{ table: 'accounts', row: { user_name: 'jane@acme.example' } }])
    expect(JSON.stringify(kept)).not.toContain('uidNext')
  })
}
