import { z } from 'zod'
import type { SyncState } from '../connector.ts'

/** How far a collection was read. */
const collectionState = z.object({
  version: z.string().nullable(),
  syncToken: z.string().nullable(),
  /** Version of each object that was read, by its address. */
  etags: z.record(z.string(), z.string()),
  /** Calendars: objects with dates still to come, which are read again when those have passed. */
  open: z.array(z.string()),
  /** When these were last read, epoch milliseconds. */
  openReadAt: z.number(),
})
export type CollectionState = z.output<typeof collectionState>

const states = z.object({ collections: z.record(z.string(), collectionState) })

export const freshCollection: CollectionState = {
  version: null,
  syncToken: null,
  etags: {},
  open: [],
  openReadAt: 0,
}

/** What was kept, by the address of the collection; what cannot be read counts as not kept. */
export function collectionsIn(state: SyncState): Record<string, CollectionState> {
  const parsed = states.safeParse(state)
  return parsed.success ? parsed.data.collections : {}
}
