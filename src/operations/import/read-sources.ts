import { KithError } from '#core/model/errors.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'
import { maildir } from '#importers/maildir/maildir.ts'
import { mbox } from '#importers/mbox/mbox.ts'
import { insteadOfPage } from '#importers/web-pages.ts'
import { defaultLimits } from '#intake/limits.ts'
import { openPaths } from '#intake/open-paths.ts'
import type { ReadFolder } from '#store/store.ts'
import { type KnownFile, type LeftAlone, ReadBefore } from './read-before.ts'
import { detectSource, sourceNamed } from './sources.ts'

/** What reading comes upon, in order: each file with its batches, then its end; or why a file is not read. */
export type SourceEvent =
  | { readonly type: 'unreadable'; readonly path: string; readonly reason: string }
  /** A file of no format that kith reads; what to ask for instead, where that is known. */
  | { readonly type: 'unknown'; readonly path: string; readonly instead: string | null }
  | {
      readonly type: 'file'
      readonly path: string
      readonly size: number
      readonly modifiedAt: number | undefined
      /** Importer id. */
      readonly source: string
      /** Under which it is recognised the next time: its name in a folder, or the mark of a file; absent where it is read again. */
      readonly known?: KnownFile
    }
  | { readonly type: 'batch'; readonly batch: Batch }
  /** Files that an earlier import has read and that cannot have changed. */
  | { readonly type: 'left'; readonly left: LeftAlone }
  /** The file cannot be read, or no further. */
  | { readonly type: 'broken'; readonly reason: string }
  /** From when on the same file gives more; absent where it does not. */
  | { readonly type: 'end'; readonly moreFrom?: number }

/** What is to be read, as it passes between threads. */
export type Reading = {
  readonly paths: readonly string[]
  /** Importer id that every file is read as; null lets the content tell. */
  readonly as: string | null
  readonly options: ReadOptions
  /** What earlier imports have read. */
  readonly before: readonly ReadFolder[]
  /** What beside the bytes decides what is read: a mailbox that was read under another is read again. */
  readonly stamp: string
}

/**
 * Reads files, folders and archives in this thread.
 * @throws KithError 'usage' for a path that is not there
 */
export async function* readHere({ paths, as, options, before, stamp }: Reading): AsyncGenerator<SourceEvent> {
  const forced = as === null ? null : sourceNamed(as)
  const readBefore = new ReadBefore(before, stamp, options.until)
  for await (const opened of openPaths(paths, defaultLimits, readBefore)) {
    for (const left of readBefore.takeLeft()) yield { type: 'left', left }
    if ('problem' in opened) {
      yield { type: 'unreadable', path: opened.path, reason: opened.problem }
      continue
    }
    const { entry, head } = opened
    const importer = forced ?? detectSource(head)
    if (importer === null) {
      yield head.bytes.length === 0
        ? { type: 'unreadable', path: entry.path, reason: 'The file is empty.' }
        : { type: 'unknown', path: entry.path, instead: insteadOfPage(head) }
      continue
    }
    const { path, size, modifiedAt } = entry
    let known: KnownFile | null = null
    if (entry.random !== undefined && importer === maildir) known = readBefore.placeOf(path)
    else if (entry.random !== undefined && importer === mbox)
      known = readBefore.markOf(path, size, options.until)
    yield { type: 'file', path, size, modifiedAt, source: importer.id, ...(known === null ? {} : { known }) }
    let moreFrom = Infinity
    try {
      for await (const batch of importer.read(entry, options)) {
        moreFrom = Math.min(moreFrom, batch.moreFrom ?? Infinity)
        yield { type: 'batch', batch }
      }
    } catch (error) {
      if (!(error instanceof KithError) || error.code === 'interrupted') throw error
      yield { type: 'broken', reason: error.message }
    }
    yield { type: 'end', ...(moreFrom < Infinity ? { moreFrom } : {}) }
  }
  for (const left of readBefore.takeLeft()) yield { type: 'left', left }
}
