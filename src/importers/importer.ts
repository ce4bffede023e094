import type { Skipped, SourceRecord } from '#core/model/records.ts'

/** The beginning of a file, for telling what it is. */
export type Head = {
  /** Path as the user sees it, with `/` between folders; inside an archive `archive.zip/inner/path`. */
  readonly path: string
  /** The first bytes: all of the file if it is shorter than HEAD_BYTES. */
  readonly bytes: Uint8Array
  /** Size of the whole in bytes, uncompressed. */
  readonly size: number
}
export const HEAD_BYTES = 65_536

/** Reads at any place of a file, at once: for formats that are databases of their own (Outlook data files). */
export type RandomAccess = {
  /** Fills the bytes from a position on; how many there were, fewer only at the end of the file. */
  readonly read: (into: Uint8Array, position: number) => number
  readonly close: () => void
}

/** A file to read. The bytes come in chunks of any size; a chunk may be reused after the next one is asked for. */
export type Entry = {
  readonly path: string
  readonly size: number
  /** When the file was last written, epoch milliseconds; absent where nothing tells. */
  readonly modifiedAt?: number
  readonly bytes: () => AsyncIterable<Uint8Array>
  /** For a file on the disk, which can be read anywhere; absent within an archive. */
  readonly random?: () => RandomAccess
  /**
   * Another file of the same export, by its path from the folder of this one (`../members.json`), for formats that say
   * in one file what another means. Null where there is none; the same file is the same entry each time, so that what
   * was read of it can be kept by it. Absent for a file that stands alone.
   */
  readonly beside?: (path: string) => Entry | null
}

/**
 * A stretch of what was read. Over all batches of a file `read` + number of `skipped` is the number of
 * records (messages, rows, cards, events) that the file holds; one of them may give several SourceRecords.
 */
export type Batch = {
  readonly records: readonly SourceRecord[]
  readonly skipped: readonly Skipped[]
  /** Records of the file in this batch that were read. */
  readonly read: number
  /** Bytes of the file consumed so far. */
  readonly bytes: number
  /**
   * From when on the same file may give more, in epoch milliseconds: a meeting in it is still to come. Of all batches of a
   * file the earliest counts; absent where reading it again later gives nothing new.
   */
  readonly moreFrom?: number
}
/** About how many records an importer puts into a batch: fewer cost more to hand on, of more many live on to be collected late. */
export const BATCH_RECORDS = 100

export type ReadOptions = {
  /** Country for phone numbers without one, ISO 3166-1 alpha-2; null leaves national numbers unread. */
  readonly region: string | null
  /** The zone for times that state none, as an IANA name. */
  readonly timeZone: string
  /** Scheduling ends here: recurrences are expanded up to this time, in epoch milliseconds. */
  readonly until: number
}

/** The `read` of an importer that needs a library: loaded with the first file of its kind, not with kith. */
export const readLater = (load: () => Promise<Importer['read']>): Importer['read'] =>
  async function* (entry, options) {
    yield* (await load())(entry, options)
  }

/** Reads one export format: bytes in, records and problems out. It touches no file, clock or network. */
export type Importer = {
  /** Stable, lower-case, also the word for `--as`. */
  readonly id: string
  readonly title: string
  /** One sentence: what it reads. */
  readonly reads: string
  /** How a user gets the export, step by step. */
  readonly howToExport: readonly string[]
  /** How sure the importer is, from the content first: 0 no, 1 certain. The surest importer reads the file. */
  readonly detect: (head: Head) => number
  /** A format whose files are one record each (mail files): a folder of them is reported as one. */
  readonly gathers?: boolean
  /** Throws KithError 'unreadable' only when the file as a whole cannot be read; bad records are skipped and counted. */
  readonly read: (entry: Entry, options: ReadOptions) => AsyncIterable<Batch>
}
