import { chooseEgo } from '#core/identity/ego.ts'
import { KithError } from '#core/model/errors.ts'
import type { ImportId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Batch, Entry, Head, Importer, ReadOptions } from '#importers/importer.ts'
import { measure, openPaths } from '#intake/open-paths.ts'
import { localRegion, localTimeZone } from '../dates.ts'
import type { Context } from '../operation.ts'
import { breathe, checkCancelled } from '../run.ts'
import { BatchWriter } from './batch-writer.ts'
import { type FileReport, MAX_PROBLEMS } from './report.ts'
import { detectSource, readable, sourceNamed } from './sources.ts'

/** What an import did, and what the sources say of their owner. */
export type ImportResult = {
  readonly files: readonly FileReport[]
  readonly newInteractions: number
  readonly me: readonly Identity[]
  /** Those of `me` that a source states as its owner's own, not inferred from mail. */
  readonly own: readonly Identity[]
  readonly name: string | null
  readonly reason: string | null
}

/** A report that is being filled, with the import it is stored as. */
type Target = { readonly report: FileReport; readonly importId: ImportId }

const folderOf = (path: string): string => path.replace(/[^/]*$/, '').replace(/\/$/, '') || '.'

/**
 * Reads files into the store, batch by batch: each batch is stored with its directory additions in one transaction,
 * so that a run can be cut off at any moment and done again.
 * @throws KithError 'usage' for a path that is not there, 'interrupted' when cancelled
 */
export async function importPaths(
  context: Context,
  input: { readonly paths: readonly string[]; readonly as: string | null },
): Promise<ImportResult> {
  const run = await ImportRun.start(context, input)
  try {
    for await (const opened of openPaths(input.paths)) {
      checkCancelled(context.signal)
      if ('problem' in opened) run.unreadable(opened.path, opened.problem)
      else await run.read(opened.entry, opened.head)
    }
  } catch (error) {
    await run.abandon()
    throw error
  }
  return await run.finish()
}

class ImportRun {
  readonly #context: Context
  readonly #writer: BatchWriter
  readonly #forced: Importer | null
  readonly #total: number
  readonly #options: ReadOptions
  readonly #named: ReadonlySet<string>
  readonly #files: FileReport[] = []
  /** Folders of mail files, each reported as one. */
  readonly #folders = new Map<string, Target>()
  #bytes = 0
  #records = 0

  private constructor(
    context: Context,
    writer: BatchWriter,
    forced: Importer | null,
    total: number,
    paths: readonly string[],
  ) {
    this.#named = new Set(paths)
    this.#context = context
    this.#writer = writer
    this.#forced = forced
    this.#total = total
    this.#options = { region: localRegion(), timeZone: localTimeZone(), until: context.now() }
  }

  static async start(
    context: Context,
    input: { readonly paths: readonly string[]; readonly as: string | null },
  ): Promise<ImportRun> {
    const forced = input.as === null ? null : sourceNamed(input.as)
    const { bytes } = await measure(input.paths)
    return new ImportRun(context, await BatchWriter.open(context), forced, bytes, input.paths)
  }

  unreadable(path: string, reason: string): void {
    this.#files.push({
      path,
      source: null,
      read: 0,
      new: 0,
      skipped: 1,
      problems: [{ where: 'file', reason }],
    })
  }

  async read(entry: Entry, head: Head): Promise<void> {
    const before = this.#bytes
    const importer = this.#forced ?? detectSource(head)
    if (importer === null)
      this.unreadable(
        entry.path,
        head.bytes.length === 0 ? 'The file is empty.' : `No importer reads this; kith reads: ${readable()}.`,
      )
    else if (importer.gathers === true) {
      // A folder of mail files is one to the user; a file they named is itself.
      const folder = this.#named.has(entry.path) ? entry.path : folderOf(entry.path)
      const key = `${importer.id} ${folder}`
      const target = this.#folders.get(key) ?? (await this.#target(folder, importer))
      this.#folders.set(key, target)
      await this.#readInto(
        target,
        importer,
        entry,
        folder === entry.path ? null : entry.path.slice(folder.length + 1),
      )
    } else {
      const target = await this.#target(entry.path, importer)
      let state: 'done' | 'failed' | 'interrupted' = 'failed'
      try {
        await this.#readInto(target, importer, entry, null)
        await this.#writer.flush()
        state = 'done'
      } catch (error) {
        if (error instanceof KithError && error.code === 'interrupted') state = 'interrupted'
        throw error
      } finally {
        await this.#close(target, state)
      }
    }
    this.#bytes = before + entry.size
  }

  async finish(): Promise<ImportResult> {
    await this.#writer.flush()
    for (const target of this.#folders.values()) await this.#close(target, 'done')
    const { hints } = this.#writer
    const choice = chooseEgo(hints)
    return {
      files: this.#files,
      newInteractions: this.#writer.newInteractions,
      me: choice?.identities ?? [],
      own: hints.flatMap(({ basis, identity }) =>
        basis === 'own' && identity !== undefined ? [identity] : [],
      ),
      name: choice?.name ?? null,
      reason: choice?.reason ?? null,
    }
  }

  /** Closes what is open; what was stored stays, and the next run goes on from there. */
  async abandon(): Promise<void> {
    for (const target of this.#folders.values()) await this.#close(target, 'interrupted')
  }

  async #target(path: string, importer: Importer): Promise<Target> {
    const report: FileReport = { path, source: importer.id, read: 0, new: 0, skipped: 0, problems: [] }
    this.#files.push(report)
    const { store, owner, now } = this.#context
    return { report, importId: await store.startImport(owner, { path, source: importer.id, at: now() }) }
  }

  #close(target: Target, state: 'done' | 'failed' | 'interrupted'): Promise<void> {
    return this.#context.store.finishImport(this.#context.owner, target.importId, this.#context.now(), state)
  }

  /** @param place the file within the folder that is reported as one */
  async #readInto(target: Target, importer: Importer, entry: Entry, place: string | null): Promise<void> {
    const before = this.#bytes
    const saidAt = writtenBefore(entry, this.#options.until)
    for await (const batch of readAll(importer, entry, this.#options, target.report)) {
      await breathe(this.#context.signal)
      await this.#writer.write(batch, importer.id, target.importId, target.report, place, saidAt)
      this.#records += batch.read
      this.#bytes = before + batch.bytes
      this.#context.progress({
        step: `reading ${entry.path}`,
        done: this.#bytes,
        total: this.#total,
        unit: 'bytes',
        records: this.#records,
      })
    }
    this.#bytes = before
  }
}

/** A file written this shortly before it is imported may as well be a copy: when it was made is not known. */
const COPIED_MS = 86_400_000

/** When a file was written, if that tells when what it says held. */
const writtenBefore = ({ modifiedAt }: Entry, now: number): number | null =>
  modifiedAt !== undefined && modifiedAt > 0 && modifiedAt < now - COPIED_MS ? modifiedAt : null

/** The batches of a file; a file that cannot be read at all, or no further, becomes a problem of its report. */
async function* readAll(
  importer: Importer,
  entry: Entry,
  options: ReadOptions,
  report: FileReport,
): AsyncIterable<Batch> {
  try {
    yield* importer.read(entry, options)
  } catch (error) {
    if (!(error instanceof KithError) || error.code === 'interrupted') throw error
    report.skipped += 1
    if (report.problems.length < MAX_PROBLEMS) report.problems.push({ where: 'file', reason: error.message })
  }
}
