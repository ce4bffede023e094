import { Directory } from '#core/identity/directory.ts'
import { type IsForgotten, withoutForgotten } from '#core/identity/forgotten.ts'
import type { ImportId, InteractionId, PersonId } from '#core/model/ids.ts'
import type { KeptRecord, OwnerRecord, Skipped, SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'
import { type IngestBatch, StaleDirectoryError } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { touchpointRows } from './derive.ts'
import { forgottenAmong } from './forgotten-among.ts'
import { OwnerHints } from './owner-hints.ts'
import { UnpackedBatch } from './pack-batch.ts'
import { type FileReport, MAX_PROBLEMS } from './report.ts'
import { Resolver } from './resolve.ts'

/**
 * Records stored in one transaction. Larger ones are quicker (each touches most of the index of natural keys: 10,000
 * cost half the writing of 4,000) and hold up other writers for longer, these for a third of a second.
 */
const STORED_TOGETHER = 10_000
/** Records that are resolved and written at a time: what that makes is gone again while it is young. */
const RESOLVED_TOGETHER = 500

/** Batches of one import that wait to be stored together; a folder of mail files gives one record each. */
type Pending = {
  readonly importId: ImportId
  readonly source: string
  readonly report: FileReport
  readonly batches: Batch[]
  readonly skipped: Skipped[]
  /** When the file was written; null where that is not known. */
  readonly saidAt: number | null
  read: number
  /** Records in the batches. */
  size: number
}

type ToStore = Omit<IngestBatch, 'directoryVersion'>

/** Resolves batches against the directory and stores them, again from the start when another process was quicker. */
export class BatchWriter {
  readonly #context: Context
  #resolver: Resolver
  /** Null where nobody was deleted for good, so that no record has to be looked through. */
  #isForgotten: IsForgotten | null = null
  #me: PersonId | null = null
  #version = 0
  #pending: Pending | null = null
  readonly #hints = new OwnerHints()
  readonly #hintsOf = new Map<ImportId, OwnerHints>()
  newInteractions = 0

  private constructor(context: Context) {
    this.#context = context
    this.#resolver = new Resolver(new Directory(), context.owner, null)
  }

  static async open(context: Context): Promise<BatchWriter> {
    const writer = new BatchWriter(context)
    await writer.#load()
    return writer
  }

  get hints(): readonly OwnerRecord[] {
    return this.#hints.all
  }

  /** The hints that one import gave. */
  hintsOf(importId: ImportId): readonly OwnerRecord[] {
    return this.#hintsOf.get(importId)?.all ?? []
  }

  get kept(): readonly KeptRecord[] {
    return this.#hints.kept
  }

  /**
   * @param place where in the import the batch is from, when that is more than one file
   * @param saidAt when the file was written; null where that is not known
   */
  async write(
    batch: Batch,
    source: string,
    importId: ImportId,
    report: FileReport,
    place: string | null,
    saidAt: number | null = null,
  ): Promise<void> {
    if (this.#pending !== null && this.#pending.importId !== importId) await this.flush()
    this.#pending ??= { importId, source, report, batches: [], skipped: [], saidAt, read: 0, size: 0 }
    const pending = this.#pending
    pending.batches.push(batch)
    pending.size += batch instanceof UnpackedBatch ? batch.size : batch.records.length
    for (const { where, reason } of batch.skipped)
      pending.skipped.push({ where: place === null ? where : `${place}, ${where}`, reason })
    pending.read += batch.read
    if (pending.size + pending.skipped.length >= STORED_TOGETHER) await this.flush()
  }

  /** Stores what waits. */
  async flush(): Promise<void> {
    const pending = this.#pending
    if (pending === null) return
    this.#pending = null
    for (;;) {
      try {
        return await this.#store(pending)
      } catch (error) {
        if (!(error instanceof StaleDirectoryError)) throw error
        await this.#load()
      }
    }
  }

  async #load(): Promise<void> {
    const { store, owner } = this.#context
    const directory = await store.directory()
    const forgotten = await store.forgottenKeys()
    this.#isForgotten = forgotten.size === 0 ? null : forgottenAmong(forgotten)
    const { me, touchpointsReady } = await store.owner(owner)
    // While touchpoints are stale they are derived anew after the import, all of them.
    this.#me = touchpointsReady ? me : null
    this.#resolver = new Resolver(new Directory(directory), owner, this.#me)
    this.#version = directory.version
  }

  async #store(pending: Pending): Promise<void> {
    const { store, owner } = this.#context
    const { importId, report, skipped, read } = pending
    const said: SourceRecord[] = []
    const batches = this.#resolved(pending, said)
    const result = await store.ingestTogether(owner, this.#version, batches)
    this.#version = result.directoryVersion
    this.newInteractions += result.newInteractions
    report.read += read
    report.new += result.newRecords
    report.skipped += skipped.length
    report.problems.push(...skipped.slice(0, Math.max(0, MAX_PROBLEMS - report.problems.length)))
    const own = this.#hintsOf.get(importId) ?? new OwnerHints()
    this.#hintsOf.set(importId, own)
    for (const hints of [this.#hints, own]) hints.keep(said)
    if (this.#me !== null) await this.#seeAgain(this.#me, result.changedInteractions)
  }

  /**
   * What waits, resolved in parts; with the first of them stands what was read and skipped.
   * @param said takes what is of the owner
   */
  *#resolved(pending: Pending, said: SourceRecord[]): Iterable<ToStore> {
    const { importId, source, saidAt, batches } = pending
    const isForgotten = this.#isForgotten
    let { read, skipped }: Pick<ToStore, 'read' | 'skipped'> = pending
    for (let next = 0; next < batches.length;) {
      const known: SourceRecord[] = []
      while (next < batches.length && known.length < RESOLVED_TOGETHER)
        for (const record of batches[next++]!.records) {
          if (record.type === 'owner' || record.type === 'kept') said.push(record)
          const left = isForgotten === null ? record : withoutForgotten(record, isForgotten)
          if (left !== null) known.push(left)
        }
      const resolved = this.#resolver.resolve(known, source, importId, saidAt)
      yield { importId, ...resolved, seenBy: this.#me, skipped, read }
      skipped = []
      read = 0
    }
  }

  /** Derives the touchpoints of changed interactions anew; where that cannot be done, all are derived at the end. */
  async #seeAgain(me: PersonId, changed: readonly InteractionId[]): Promise<void> {
    const { store, owner } = this.#context
    try {
      if (changed.length > 0) {
        const rows = await store.interactionsByIds(owner, changed)
        await store.addTouchpoints(owner, touchpointRows(rows, me), changed, me)
      }
    } catch (error) {
      if (!(error instanceof StaleDirectoryError)) throw error
    }
    const now = await store.owner(owner)
    if (!now.touchpointsReady || now.me !== me) await this.#load()
  }
}
