import type { Skipped } from '#core/model/records.ts'

/** Problems listed for one file; the count is always exact. */
export const MAX_PROBLEMS = 100

/** What became of one file, or of one folder of mail files. */
export type FileReport = {
  readonly path: string
  readonly source: string | null
  read: number
  new: number
  skipped: number
  readonly problems: Skipped[]
}
