import { setTimeout as pause } from 'node:timers/promises'
import type { AccountRow } from '#store/store.ts'
import { connectorFor, isSyncing, loginOf, nextSyncOf } from './account.ts'

/** How often is looked whether an account is due, in milliseconds. */
const TICK_MS = 15_000

/** What keeping up needs of whoever runs it. */
export type KeepingUp = {
  readonly accounts: () => Promise<readonly AccountRow[]>
  /** Reads one account; what fails is kept with the account. */
  readonly sync: (row: AccountRow) => Promise<void>
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  readonly signal: AbortSignal
  readonly tickMs?: number
}

/** Waits on the servers that tell by themselves when something is new, one connection an account. */
class Watchers {
  readonly #open = new Map<number, AbortController>()
  /** When the account was last read as its connection ended: only after the next reading is it begun again. */
  readonly #ended = new Map<number, number | null>()
  readonly #changed: (row: AccountRow) => void

  constructor(changed: (row: AccountRow) => void) {
    this.#changed = changed
  }

  /** Begins to wait where nobody waits, and leaves accounts that are gone. Those that fail are looked at when due. */
  follow(rows: readonly AccountRow[]): void {
    for (const [id, controller] of this.#open)
      if (!rows.some((row) => row.id === id)) {
        controller.abort()
        this.#open.delete(id)
      }
    for (const row of rows) {
      const rests = this.#ended.has(row.id) && this.#ended.get(row.id) === row.finishedAt
      if (!this.#open.has(row.id) && !rests && row.failures === 0) this.#wait(row)
    }
  }

  #wait(row: AccountRow): void {
    const { watch } = connectorFor(row.kind)
    if (watch === undefined) return
    const controller = new AbortController()
    this.#open.set(row.id, controller)
    void loginOf(row)
      .then((login) => watch(login, () => this.#changed(row), controller.signal))
      // Reading says what is wrong, where something is.
      .catch(() => {})
      .finally(() => {
        this.#ended.set(row.id, row.finishedAt)
        if (this.#open.get(row.id) === controller) this.#open.delete(row.id)
      })
  }

  stop(): void {
    for (const controller of this.#open.values()) controller.abort()
    this.#open.clear()
  }
}

/**
 * Reads every account when it is due, and at once when its server says that something is new, until the signal. One
 * after the other: they share one database. Never throws for what goes wrong with an account.
 */
export async function keepUp({ accounts, sync, now, random, signal, tickMs }: KeepingUp): Promise<void> {
  const wanted = new Set<number>()
  /** Chosen once for each failure, so that a pause has an end. */
  const jitters = new Map<string, number>()
  const watchers = new Watchers((row) => wanted.add(row.id))
  const due = (row: AccountRow): boolean => {
    if (isSyncing(row, now())) return false
    if (wanted.has(row.id)) return true
    const key = `${row.id} ${row.finishedAt ?? 0}`
    const jitter = jitters.get(key) ?? random()
    if (jitters.size > 1_000) jitters.clear()
    jitters.set(key, jitter)
    return (nextSyncOf(row, jitter) ?? 0) <= now()
  }
  try {
    while (!signal.aborted) {
      const rows = await accounts().catch(() => [])
      watchers.follow(rows)
      for (const row of rows) {
        if (signal.aborted) break
        if (!due(row)) continue
        wanted.delete(row.id)
        await sync(row).catch(() => {})
      }
      await pause(tickMs ?? TICK_MS, undefined, { signal }).catch(() => {})
    }
  } finally {
    watchers.stop()
  }
}
