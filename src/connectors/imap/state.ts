import { z } from 'zod'
import type { SyncState } from '../connector.ts'

/** How far a folder was read. */
const folderState = z.object({
  /** The server's word for "the numbers below still mean the same messages" (RFC 9051 §2.3.1.1), as a decimal. */
  uidValidity: z.string(),
  /** Messages below were read. */
  uidNext: z.number().int().min(1),
  /** Highest modification seen (RFC 7162), as a decimal; null where the server does not count them. */
  modSeq: z.string().nullable(),
  /** Drafts that were passed over, to be read once they are none any more. */
  drafts: z.array(z.number().int()),
})
export type FolderState = z.output<typeof folderState>

const states = z.object({ folders: z.record(z.string(), folderState) })

/** What was kept, by folder; what cannot be read counts as not kept, and the folder is read from the beginning. */
export function foldersIn(state: SyncState): Record<string, FolderState> {
  const parsed = states.safeParse(state)
  return parsed.success ? parsed.data.folders : {}
}
