import { KithError } from '#core/model/errors.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'
import { maildir } from '#importers/maildir/maildir.ts'
import { defaultLimits } from '#intake/limits.ts'
import { openPaths } from '#intake/open-paths.ts'
import type { ReadFolder } from '#store/store.ts'
import { type LeftAlone, ReadBefore } from './read-before.ts'
import { detectSource, readable, sourceNamed } from './sources.ts'

/** What reading comes upon, in order: each file with its batches, then its end; or why a file is not read. */
export type SourceEvent =
  | { readonly type: 'unreadable'; readonly path: string; readonly reason: string }
  | {
      readonly type: 'file'
      readonly path: string
      readonly size: number
      readonly modifiedAt: number | undefined
      /** Importer id. */
      readonly source: string
      /** Under which it is recognised the next time; absent where it is read again. */
      readonly known?: { readonly folder: string; readonly name: string }
    }
  | { readonly type: 'batch'; readonly batch: Batch }
  /** Files that an earlier import has read and that cannot have changed. */
  | { readonly type: 'left'; readonly left: LeftAlone }
  /** The file cannot be read, or no further. */
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'end' }

/** What is to be read, as it passes between threads. */
export type Reading = {
  readonly paths: readonly string[]
  /** Importer id that every file is read as; null lets the content tell. */
  readonly as: string | null
  readonly options: ReadOptions
  /** What earlier imports have read. */
  readonly before: readonly ReadFolder[]
}

/**
 * Reads files, folders and archives in this thread.
 * @throws KithError 'usage' for a path that is not there
 */
export async function* readHere({ paths, as, options, before }: Reading): AsyncGenerator<SourceEvent> {
  const forced = as === null ? null : sourceNamed(as)
  const readBefore = new ReadBefore(before)
  for await (const opened of openPaths(paths, defaultLimits, readBefore)) {
    for (const left of readBefore.takeLeft()) yield { type: 'left', left }
    if ('problem' in opened) {
      yield { type: 'unreadable', path: opened.path, reason: opened.problem }
      continue
    }
    const { entry, head } = opened
    const importer = forced ?? detectSource(head)
    if (importer === null) {
      const reason =
        head.bytes.length === 0 ? 'The file is empty.' : `No importer reads this; kith reads: ${readable()}.`
      yield { type: 'unreadable', path: entry.path, reason }
      continue
    }
    const { path, size, modifiedAt } = entry
    const known = importer === maildir && entry.random !== undefined ? readBefore.placeOf(path) : null
    yield { type: 'file', path, size, modifiedAt, source: importer.id, ...(known === null ? {} : { known }) }
    try {
      for await (const batch of importer.read(entry, options)) yield { type: 'batch', batch }
    } catch (error) {
      if (!(error instanceof KithError) || error.code === 'interrupted') throw error
      yield { type: 'broken', reason: error.message }
    }
    yield { type: 'end' }
  }
  for (const left of readBefore.takeLeft()) yield { type: 'left', left }
}
