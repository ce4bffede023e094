import type { SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'
import { Batching } from '#importers/text/batching.ts'

/** The batch of one page of what a server has. */
export function pageBatch(
  items: readonly unknown[],
  read: (item: unknown) => readonly SourceRecord[] | string,
  what: string,
): Batch {
  const batching = new Batching()
  for (const [i, item] of items.entries()) {
    const result = read(item)
    if (typeof result === 'string') batching.skip(`${what} ${i + 1} of a page`, result)
    else batching.took(result)
  }
  return batching.flush(0)
}
