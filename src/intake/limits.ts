/** What an archive may ask of kith. */
export type Limits = {
  /** Files and folders in one archive. */
  readonly archiveEntries: number
  /** Size of all files of an archive together once unpacked, in bytes. */
  readonly archiveBytes: number
  /** How many times larger an archive, or one file in it, may become. */
  readonly compressionRatio: number
  /** A file or archive that unpacks to less than this is let through whatever its ratio, in bytes. */
  readonly ratioFromBytes: number
  /** Folders within folders that are gone into. */
  readonly folderDepth: number
}

/**
 * A Maildir of ten years holds some 100,000 messages, a mail archive of Takeout up to 50 GB. Exports of text shrink
 * to a tenth, seldom to a fiftieth; deflate itself ends at 1:1032.
 */
export const defaultLimits: Limits = {
  archiveEntries: 1_000_000,
  archiveBytes: 256 * 2 ** 30,
  compressionRatio: 200,
  ratioFromBytes: 16 * 2 ** 20,
  folderDepth: 64,
}
