import { KithError } from '#core/model/errors.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'
import { openPaths } from '#intake/open-paths.ts'
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
    }
  | { readonly type: 'batch'; readonly batch: Batch }
  /** The file cannot be read, or no further. */
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'end' }

/** What is to be read, as it passes between threads. */
export type Reading = {
  readonly paths: readonly string[]
  /** Importer id that every file is read as; null lets the content tell. */
  readonly as: string | null
  readonly options: ReadOptions
}

/**
 * Reads files, folders and archives in this thread.
 * @throws KithError 'usage' for a path that is not there
 */
export async function* readHere({ paths, as, options }: Reading): AsyncGenerator<SourceEvent> {
  const forced = as === null ? null : sourceNamed(as)
  for await (const opened of openPaths(paths)) {
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
    yield { type: 'file', path, size, modifiedAt, source: importer.id }
    try {
      for await (const batch of importer.read(entry, options)) yield { type: 'batch', batch }
    } catch (error) {
      if (!(error instanceof KithError) || error.code === 'interrupted') throw error
      yield { type: 'broken', reason: error.message }
    }
    yield { type: 'end' }
  }
}
