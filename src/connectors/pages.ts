import type { OwnerRecord, SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'
import { Batching } from '#importers/text/batching.ts'
import type { SyncState, SyncStep } from './connector.ts'

/** The batch of one page of what a server has. */
function pageBatch(
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

/** The steps of a reading that goes page by page: counts the items, and says whose they are beside the first records. */
export class PageSteps<State extends SyncState> {
  /** How far the reading has come. */
  state: State
  readonly #owner: readonly OwnerRecord[]
  readonly #expected: number
  #done = 0
  #told = false

  /** @param expected items that the server says there are; 0 where it does not say */
  constructor(state: State, owner: readonly OwnerRecord[], expected = 0) {
    this.state = state
    this.#owner = owner
    this.#expected = expected
  }

  /** The step of one page, after which the reading has come as far as `next` says. */
  step(
    place: string,
    items: readonly unknown[],
    read: (item: unknown) => readonly SourceRecord[] | string,
    next: State = this.state,
  ): SyncStep {
    this.state = next
    this.#done += items.length
    const batch = pageBatch(items, read, place)
    const some = batch.records.length > 0
    const records = some && !this.#told ? [...batch.records, ...this.#owner] : batch.records
    this.#told ||= some
    return {
      place,
      batch: { ...batch, records },
      state: this.state,
      done: this.#done,
      total: Math.max(this.#expected, this.#done),
    }
  }
}
