import { identityKey } from '#core/model/identity.ts'
import type { KeptRecord, OwnerRecord, SourceRecord } from '#core/model/records.ts'

/** What the sources of an import say of their owner, counts added up. */
export class OwnerHints {
  readonly #hints = new Map<string, OwnerRecord>()

  get all(): readonly OwnerRecord[] {
    return [...this.#hints.values()]
  }

  /** What the owner told another kith, to be taken over once everybody in it is known. */
  readonly kept: KeptRecord[] = []

  keep(records: readonly SourceRecord[]): void {
    for (const record of records) {
      if (record.type === 'kept') this.kept.push(record)
      if (record.type !== 'owner') continue
      const key = `${record.basis} ${record.identity === undefined ? '' : identityKey(record.identity)} ${record.name ?? ''}`
      const held = this.#hints.get(key)
      this.#hints.set(key, held === undefined ? record : { ...record, count: held.count + record.count })
    }
  }
}
