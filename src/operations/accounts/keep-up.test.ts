import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountId } from '#core/model/ids.ts'
import type { AccountRow } from '#store/store.ts'
import { nextSyncOf } from './account.ts'
import { keepUp } from './keep-up.ts'

const AT = Date.UTC(2026, 0, 1)
const MINUTE = 60_000

const row = (more: Partial<AccountRow>): AccountRow => ({
  id: accountId(1),
  kind: 'carddav',
  server: 'dav.acme.example',
  user: 'jane',
  vaultKey: 'k',
  options: {},
  addedAt: AT,
  startedAt: AT,
  finishedAt: AT,
  succeededAt: AT,
  failures: 0,
  lastError: null,
  leaseUntil: null,
  ...more,
})

describe('when an account is due', () => {
  test('never read: at once; read well: after its interval; fifteen minutes unless said otherwise', () => {
    expect(nextSyncOf(row({ finishedAt: null }))).toBeNull()
    expect(nextSyncOf(row({}))).toBe(AT + 15 * MINUTE)
    expect(nextSyncOf(row({ options: { everyMinutes: 60 } }), 0.9)).toBe(AT + 60 * MINUTE)
  })

  test.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 240],
    [5, 360],
    [500, 360],
  ])('after %d failures in a row it rests %d minutes', (failures, minutes) => {
    expect(nextSyncOf(row({ failures }))).toBe(AT + minutes * MINUTE)
  })

  test('jitter only ever adds, up to a half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, jitter) => {
          const plain = (nextSyncOf(row({ failures })) ?? 0) - AT
          const late = (nextSyncOf(row({ failures }), jitter) ?? 0) - AT
          expect(late).toBeGreaterThanOrEqual(plain)
          expect(late).toBeLessThanOrEqual(plain * 1.5 + 1)
        },
      ),
    )
  })
})

describe('keeping up', () => {
  /** Runs until `rounds` looks are over; which accounts were read at each. */
  const looks = async (rounds: readonly (readonly AccountRow[])[], fails = false): Promise<number[][]> => {
    const controller = new AbortController()
    const read: number[][] = []
    await keepUp({
      accounts: () => {
        const rows = rounds[read.length] ?? []
        if (read.length === rounds.length) controller.abort()
        read.push([])
        return Promise.resolve(rows)
      },
      sync: (one) => {
        read.at(-1)?.push(one.id)
        return fails ? Promise.reject(new Error('the server is away')) : Promise.resolve()
      },
      now: () => AT + 20 * MINUTE,
      random: () => 0,
      signal: controller.signal,
      tickMs: 1,
    })
    return read.slice(0, rounds.length)
  }

  test('reads what is due, leaves what is not, and what somebody reads already', async () => {
    const due = row({})
    const later = row({ id: accountId(2), finishedAt: AT + 10 * MINUTE })
    const busy = row({ id: accountId(3), leaseUntil: AT + 21 * MINUTE })
    const dead = row({ id: accountId(4), leaseUntil: AT + 19 * MINUTE })
    expect(await looks([[due, later, busy, dead]])).toEqual([[1, 4]])
  })

  test('goes on with the others, and the next time, when one fails', async () => {
    const rows = [row({}), row({ id: accountId(2) })]
    expect(await looks([rows, rows], true)).toEqual([
      [1, 2],
      [1, 2],
    ])
  })
})
