import { join } from 'node:path'
import { KithError } from '#core/model/errors.ts'
import type { ImportId } from '#core/model/ids.ts'
import type { Batch } from '#importers/importer.ts'
import { maildir } from '#importers/maildir/maildir.ts'
import { mbox } from '#importers/mbox/mbox.ts'
import { defaultLimits } from '#intake/limits.ts'
import { measure } from '#intake/open-paths.ts'
import { shown } from '#intake/walk.ts'
import type { KeptRecord, OwnerRecord } from '#core/model/records.ts'
import { localRegion, localTimeZone } from '../dates.ts'
import type { Context } from '../operation.ts'
import { breathe, checkCancelled } from '../run.ts'
import { identitySettings } from '../identity/identity-settings.ts'
import { BatchWriter } from './batch-writer.ts'
import type { Pack } from './pack-batch.ts'
import { type FileReport, MAX_PROBLEMS } from './report.ts'
import { type Found, foundIn } from './settle-me.ts'
import { type KnownFile, type LeftAlone, nameOf, ReadBefore } from './read-before.ts'
import { type PackedEvent, readElsewhere } from './read-elsewhere.ts'
import { type Reading, readHere, type SourceEvent } from './read-sources.ts'
import { readable, sourceNamed } from './sources.ts'

/** What an import did, and what the sources say of their owner. */
export type ImportResult = Found & {
  readonly files: readonly FileReport[]
  readonly newInteractions: number
  /** What the owner told another kith. */
  readonly kept: readonly KeptRecord[]
}

/** A report that is being filled, with the import it is stored as. */
type Target = {
  readonly report: FileReport
  readonly importId: ImportId
  /** What was read whole and can be recognised the next time, by folder. */
  readonly known: Map<string, string[]>
}

/** The file that is being read. */
type OpenFile = {
  readonly path: string
  readonly source: string
  readonly size: number
  readonly saidAt: number | null
  readonly target: Target
  /** The file within the folder that is reported as one. */
  readonly place: string | null
  readonly known: KnownFile | undefined
  readonly gathered: boolean
}

/** So many files of no known format in one folder are told of one by one. */
const FEW = 10
/**
 * From this size on, files are read in a thread of their own. Starting it takes half a second and handing records over a
 * fifth of the work: with 100 MB of mail one thread takes half the time of two, with 400 MB the same.
 */
const ELSEWHERE_FROM_BYTES = 256 * 2 ** 20

/** A folder or archive as the user named it, and where in it a path lies; nothing where it lies elsewhere. */
function placeWithin(named: string, path: string): readonly string[] {
  // `.` and `./` are left out of the paths of what is found there.
  const begins = [`${named.replace(/\/+$/, '')}/`, shown(join(named, '_')).slice(0, -1)]
  const begin = begins.find((one) => path.startsWith(one))
  return begin === undefined ? [] : [named, path.slice(begin.length)]
}

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
    for await (const event of run.events()) {
      checkCancelled(context.signal)
      await run.take(event)
    }
  } catch (error) {
    await run.abandon(error instanceof KithError && error.code === 'interrupted')
    throw error
  }
  return await run.finish()
}

class ImportRun {
  readonly #context: Context
  readonly #writer: BatchWriter
  readonly #total: number
  readonly #reading: Reading
  readonly #named: ReadonlySet<string>
  readonly #files: FileReport[] = []
  /** Folders of mail files, each reported as one. */
  readonly #folders = new Map<string, Target>()
  /** How many files of no known format are in each folder or archive that the user named. */
  readonly #strange = new Map<string, number>()
  readonly #reports = new Map<string, FileReport>()
  /** Imports whose files were left alone this time: what they said of the owner still holds. */
  readonly #relied = new Set<ImportId>()
  readonly #imports: ImportId[] = []
  /** The file that is being read. */
  #open: OpenFile | null = null
  /** Whether it could not be read to its end. */
  #broken = false
  /** Bytes of the files that are done. */
  #bytes = 0
  #records = 0

  private constructor(context: Context, writer: BatchWriter, total: number, reading: Reading) {
    this.#named = new Set(reading.paths)
    this.#context = context
    this.#writer = writer
    this.#total = total
    this.#reading = reading
  }

  static async start(
    context: Context,
    { paths, as }: { readonly paths: readonly string[]; readonly as: string | null },
  ): Promise<ImportRun> {
    const source = as === null ? null : sourceNamed(as).id
    // Read as something else, it is to be read.
    const before =
      source === null || source === maildir.id || source === mbox.id
        ? await context.store.readFolders(context.owner)
        : []
    const { region } = await identitySettings(context)
    const options = { region: region ?? localRegion(), timeZone: localTimeZone(), until: context.now() }
    const stamp = [context.version, options.region, options.timeZone].join(' ')
    const { bytes } = await measure(paths, defaultLimits, new ReadBefore(before, stamp, options.until))
    return new ImportRun(context, await BatchWriter.open(context), bytes, {
      paths,
      as: source,
      options,
      before,
      stamp,
    })
  }

  /** What is read, in this thread or another. */
  events(): AsyncIterable<SourceEvent | PackedEvent> {
    return this.#total < ELSEWHERE_FROM_BYTES ? readHere(this.#reading) : readElsewhere(this.#reading)
  }

  async take(event: SourceEvent | PackedEvent): Promise<void> {
    if (event.type === 'unreadable') this.#unreadable(event.path, event.reason)
    else if (event.type === 'unknown') this.#unknown(event)
    else if (event.type === 'file') await this.#begin(event)
    else if (event.type === 'left') this.#left(event.left)
    else if (this.#open === null) throw new Error('a batch of no file')
    else if (event.type === 'batch') await this.#batch(this.#open, event.batch)
    else if (event.type === 'pack') await this.#batch(this.#open, event.pack)
    else if (event.type === 'broken') {
      this.#broken = true
      broken(this.#open.target.report, event.reason)
    } else await this.#end(this.#open, event.moreFrom ?? null)
  }

  #unreadable(path: string, reason: string): void {
    this.#files.push({
      path,
      source: null,
      read: 0,
      new: 0,
      skipped: 1,
      problems: [{ where: 'file', reason }],
    })
  }

  /** A folder may hold thousands of files of no known format: after the first few they are told of together. */
  #unknown({ path, instead }: Extract<SourceEvent, { readonly type: 'unknown' }>): void {
    const [root = path, place = path] = this.#reading.paths.flatMap((named) => placeWithin(named, path))
    const strange = (this.#strange.get(root) ?? 0) + 1
    this.#strange.set(root, strange)
    if (strange <= FEW)
      this.#unreadable(path, instead ?? `No importer reads this; kith reads: ${readable()}.`)
    else {
      const report = this.#report(`unknown ${root}`, root, null)
      report.skipped++
      if (report.problems.length < MAX_PROBLEMS)
        report.problems.push({ where: place, reason: 'No importer reads this either.' })
    }
  }

  /** Counts as read: it was, by an earlier import, which keeps it. An import of its own begins with the first new file. */
  #left({ path, source, read, imports }: LeftAlone): void {
    this.#report(`${source} ${path}`, path, source).read += read
    for (const id of imports) this.#relied.add(id)
  }

  /** The report of a folder whose files are told of together. */
  #report(key: string, path: string, source: string | null): FileReport {
    const held = this.#reports.get(key)
    if (held !== undefined) return held
    const report: FileReport = { path, source, read: 0, new: 0, skipped: 0, problems: [] }
    this.#files.push(report)
    this.#reports.set(key, report)
    return report
  }

  async #begin(file: Extract<SourceEvent, { readonly type: 'file' }>): Promise<void> {
    const { path, source } = file
    const saidAt = writtenBefore(file.modifiedAt, this.#reading.options.until)
    const common = { path, source, size: file.size, saidAt, known: file.known }
    if (sourceNamed(source).gathers === true) {
      // A folder of mail files is one to the user; a file they named is itself.
      const folder = this.#named.has(path) ? path : folderOf(path)
      const key = `${source} ${folder}`
      const target = this.#folders.get(key) ?? (await this.#target(this.#report(key, folder, source), source))
      this.#folders.set(key, target)
      const place = folder === path ? null : path.slice(folder.length + 1)
      this.#open = { ...common, target, place, gathered: true }
    } else {
      const report = { path, source, read: 0, new: 0, skipped: 0, problems: [] }
      this.#files.push(report)
      const target = await this.#target(report, source)
      this.#open = { ...common, target, place: null, gathered: false }
    }
  }

  async #batch(file: OpenFile, batch: Batch | Pack): Promise<void> {
    await breathe(this.#context.signal)
    const { source, target, place, saidAt } = file
    await this.#writer.write(batch, source, target.importId, target.report, place, saidAt)
    this.#records += batch.read
    this.#context.progress({
      step: `reading ${file.path}`,
      done: this.#bytes + batch.bytes,
      total: this.#total,
      unit: 'bytes',
      records: this.#records,
    })
  }

  async #end({ target, gathered, size, known }: OpenFile, moreFrom: number | null): Promise<void> {
    if (!gathered) await this.#writer.flush()
    const name = known === undefined || this.#broken ? null : nameOf(known, target.report.read, moreFrom)
    if (known !== undefined && name !== null) {
      const names = target.known.get(known.folder)
      if (names === undefined) target.known.set(known.folder, [name])
      else names.push(name)
    }
    this.#broken = false
    if (!gathered) await this.#close(target, 'done')
    this.#open = null
    this.#bytes += size
  }

  async finish(): Promise<ImportResult> {
    await this.#writer.flush()
    const { store, owner } = this.#context
    for (const target of this.#folders.values()) await this.#close(target, 'done')
    for (const id of this.#imports)
      await store.keepHints(owner, id, this.#imports[0] ?? id, this.#writer.hintsOf(id))
    return {
      files: this.#files,
      newInteractions: this.#writer.newInteractions,
      ...foundIn([...(await this.#reliedHints()), ...this.#writer.hints]),
      kept: this.#writer.kept,
    }
  }

  /** What the imports said of the owner whose files were left alone. */
  async #reliedHints(): Promise<OwnerRecord[]> {
    if (this.#relied.size === 0) return []
    const all = await this.#context.store.hints(this.#context.owner)
    return all.flatMap(({ importId, hints }) => (this.#relied.has(importId) ? hints : []))
  }

  /** Closes what is open; what was stored stays, and the next run goes on from there. */
  async abandon(interrupted: boolean): Promise<void> {
    if (this.#open?.gathered === false)
      await this.#close(this.#open.target, interrupted ? 'interrupted' : 'failed')
    for (const target of this.#folders.values()) await this.#close(target, 'interrupted')
  }

  async #target(report: FileReport, source: string): Promise<Target> {
    const { store, owner, now } = this.#context
    const importId = await store.startImport(owner, { path: report.path, source, at: now() })
    this.#imports.push(importId)
    return { report, importId, known: new Map() }
  }

  /** What was read is recognised the next time only where the import came to its end. */
  async #close({ importId, known }: Target, state: 'done' | 'failed' | 'interrupted'): Promise<void> {
    const { store, owner, now } = this.#context
    if (state === 'done' && known.size > 0)
      await store.keepReadFolders(
        owner,
        importId,
        Array.from(known, ([folder, names]) => ({ folder, names: names.join('\n') })),
      )
    await store.finishImport(owner, importId, now(), state)
  }
}

/** A file written this shortly before it is imported may as well be a copy: when it was made is not known. */
const COPIED_MS = 86_400_000

/** When a file was written, if that tells when what it says held. */
const writtenBefore = (modifiedAt: number | undefined, now: number): number | null =>
  modifiedAt !== undefined && modifiedAt > 0 && modifiedAt < now - COPIED_MS ? modifiedAt : null

/** A file that cannot be read at all, or no further, becomes a problem of its report. */
function broken(report: FileReport, reason: string): void {
  report.skipped += 1
  if (report.problems.length < MAX_PROBLEMS) report.problems.push({ where: 'file', reason })
}
