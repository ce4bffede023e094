import { randomBytes } from 'node:crypto'
import { accountLabel } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import type { ImportId } from '#core/model/ids.ts'
import type { ReadOptions } from '#importers/importer.ts'
import type { AccountRow } from '#store/store.ts'
import { localRegion, localTimeZone } from '../dates.ts'
import { identitySettings } from '../identity/identity-settings.ts'
import { BatchWriter } from '../import/batch-writer.ts'
import type { FileReport } from '../import/report.ts'
import { type Found, foundIn } from '../import/settle-me.ts'
import type { Context } from '../operation.ts'
import { breathe, checkCancelled } from '../run.ts'
import { connectorFor, loginOf } from './account.ts'

/** A reader that has stored nothing for so long is taken for dead, and another may begin. */
const LEASE_MS = 10 * 60_000

/** What reading an account brought. */
export type Brought = {
  readonly report: FileReport
  readonly found: Found
  /** The import it is listed as; null when there was nothing to store. */
  readonly importId: ImportId | null
  /** Why it was not read to the end, a sentence; what was read until then is stored. */
  readonly error: string | null
}

/** What is passed on to the connector beside the login. */
async function readOptions(context: Context): Promise<ReadOptions> {
  const { region } = await identitySettings(context)
  return { region: region ?? localRegion(), timeZone: localTimeZone(), until: context.now() }
}

/** One reading of one account: batch by batch into the store, the state moving behind each. */
class Reading {
  readonly report: FileReport
  importId: ImportId | null = null
  readonly #context: Context
  readonly #row: AccountRow
  readonly #writer: BatchWriter

  constructor(context: Context, row: AccountRow, writer: BatchWriter) {
    this.#context = context
    this.#row = row
    this.#writer = writer
    this.report = { path: accountLabel(row), source: row.kind, read: 0, new: 0, skipped: 0, problems: [] }
  }

  async run(lease: string): Promise<void> {
    const { store, owner, now, signal } = this.#context
    const { id, kind } = this.#row
    const state = await store.syncState(owner, id)
    const steps = connectorFor(kind).sync(
      await loginOf(this.#row),
      state,
      await readOptions(this.#context),
      signal,
    )
    for await (const { place, batch, state: reached, done, total } of steps) {
      await breathe(signal)
      if (batch.records.length + batch.skipped.length > 0) {
        this.importId ??= await store.startImport(owner, {
          path: this.report.path,
          source: kind,
          at: now(),
        })
        // An address book says what holds now; mail and posts are of their own time.
        const saidAt = kind === 'carddav' ? now() : null
        await this.#writer.write(batch, kind, this.importId, this.report, place, saidAt)
        await this.#writer.flush()
      }
      // Behind the batch: cut off in between, it is read again, and its keys tell that it is known.
      const mine = await store.keepSyncState(owner, id, { name: lease, until: now() + LEASE_MS }, reached)
      if (!mine)
        throw new KithError('conflict', `${this.report.path} was taken over by another kith, or removed.`)
      this.#context.progress({
        step: `reading ${place} of ${this.#row.user}`,
        done,
        total,
        unit: 'records',
        records: this.report.read,
      })
    }
  }

  async close(state: 'done' | 'failed' | 'interrupted'): Promise<void> {
    const { store, owner, now } = this.#context
    if (this.importId === null) return
    await store.keepHints(owner, this.importId, this.importId, this.#writer.hintsOf(this.importId))
    await store.finishImport(owner, this.importId, now(), state)
  }
}

/**
 * Reads what is new in an account and stores it as an import. One reader at a time; cut off at any moment, the next
 * one goes on behind the last batch that was stored.
 * @throws KithError 'conflict' while another reads it, 'interrupted' when cancelled
 */
export async function readAccount(context: Context, row: AccountRow): Promise<Brought> {
  const { store, owner, now } = context
  checkCancelled(context.signal)
  const lease = randomBytes(12).toString('hex')
  if (!(await store.claimSync(owner, row.id, { name: lease, until: now() + LEASE_MS }, now())))
    throw new KithError(
      'conflict',
      `${accountLabel(row)} is being read already; kith accounts says how far it is.`,
    )
  const writer = await BatchWriter.open(context)
  const reading = new Reading(context, row, writer)
  let error: string | null = null
  try {
    await reading.run(lease)
    await reading.close('done')
  } catch (failure) {
    const known = failure instanceof KithError
    const interrupted = known && failure.code === 'interrupted'
    await reading.close(interrupted ? 'interrupted' : 'failed')
    error = known ? failure.message : 'kith came upon a fault of its own; kith sync shows it.'
    if (interrupted || !known || failure.code === 'database') {
      await store.finishSync(owner, row.id, lease, now(), { error, interrupted })
      throw failure
    }
  }
  await store.finishSync(owner, row.id, lease, now(), { error })
  return {
    report: reading.report,
    found: foundIn(writer.hints),
    importId: reading.importId,
    error,
  }
}
