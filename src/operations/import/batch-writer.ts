import { Directory } from '#core/identity/directory.ts'
import type { IsForgotten } from '#core/identity/forgotten.ts'
import type { ImportId, InteractionId, PersonId } from '#core/model/ids.ts'
import type { KeptRecord, OwnerRecord, Skipped } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'
import { type IngestBatch, StaleDirectoryError } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { PositionFacts } from '../organisations/position-facts.ts'
import { touchpointRows } from './derive.ts'
import { forgottenAmong } from './forgotten-among.ts'
import { OwnerHints } from './owner-hints.ts'
import { type Pack, PACKED_TOGETHER, Packer, Unpacker } from './pack-batch.ts'
import { type FileReport, MAX_PROBLEMS } from './report.ts'
import { Resolver } from './resolve.ts'

/**
 * Records stored in one transaction. Larger ones are quicker (each touches most of the index of natural keys: 10,000
 * cost half the writing of 4,000) and hold up other writers for longer, these for a third of a second.
 */
const STORED_TOGETHER = 10_000

/** Packs of one import that wait to be stored together; a folder of mail files gives one record each. */
type Pending = {
  readonly importId: ImportId
  readonly source: string
  readonly report: FileReport
  readonly packs: Pack[]
  readonly skipped: Skipped[]
  /** When the file was written; null where that is not known. */
  readonly saidAt: number | null
  read: number
  /** Records in the packs. */
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
  readonly #packer = new Packer()
  readonly #unpacker = new Unpacker()
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
    batch: Batch | Pack,
    source: string,
    importId: ImportId,
    report: FileReport,
    place: string | null,
    saidAt: number | null = null,
  ): Promise<void> {
    if (this.#pending !== null && this.#pending.importId !== importId) await this.flush()
    this.#pending ??= { importId, source, report, packs: [], skipped: [], saidAt, read: 0, size: 0 }
    const pending = this.#pending
    const told = place === null ? batch : { ...batch, skipped: placed(batch.skipped, place) }
    const packer = this.#packer
    if ('people' in told) hold(pending, told)
    else {
      packer.add(told)
      if (packer.size >= PACKED_TOGETHER) hold(pending, this.#unpacker.unpack(packer.take()))
    }
    if (pending.size + packer.size >= STORED_TOGETHER) await this.flush()
  }

  /** Stores what waits. */
  async flush(): Promise<void> {
    const pending = this.#pending
    if (pending === null) return
    this.#pending = null
    if (this.#packer.waiting) hold(pending, this.#unpacker.unpack(this.#packer.take()))
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
    const result = await store.ingestTogether(owner, this.#version, this.#resolved(pending))
    this.#version = result.directoryVersion
    this.newInteractions += result.newInteractions
    report.read += read
    report.new += result.newRecords
    report.skipped += skipped.length
    report.problems.push(...skipped.slice(0, Math.max(0, MAX_PROBLEMS - report.problems.length)))
    const own = this.#hintsOf.get(importId) ?? new OwnerHints()
    this.#hintsOf.set(importId, own)
    for (const hints of [this.#hints, own]) for (const { others } of pending.packs) hints.keep(others)
    if (this.#me !== null) await this.#seeAgain(this.#me, result.changedInteractions)
  }

  /** What waits, resolved in parts; with the last stands what was read and skipped, and where people work. */
  *#resolved({ importId, source, saidAt, packs, read, skipped }: Pending): Iterable<ToStore> {
    const positions = new PositionFacts(source, saidAt)
    for (let next = 0; next < packs.length;) {
      const some: Pack[] = []
      for (let size = 0; next < packs.length && size < PACKED_TOGETHER; next++) {
        some.push(packs[next]!)
        size += packs[next]!.order.length
      }
      const resolved = this.#resolver.resolve(some, source, importId, positions, this.#isForgotten)
      const told =
        next < packs.length ? { skipped: [], read: 0 } : { skipped, read, positions: positions.all() }
      yield { importId, ...resolved, ...told, seenBy: this.#me }
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

const placed = (skipped: readonly Skipped[], place: string): Skipped[] =>
  skipped.map(({ where, reason }) => ({ where: `${place}, ${where}`, reason }))

function hold(pending: Pending, pack: Pack): void {
  pending.packs.push(pack)
  pending.skipped.push(...pack.skipped)
  pending.read += pack.read
  pending.size += pack.order.length + pack.skipped.length
}
