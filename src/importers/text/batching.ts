import type { Skipped, SourceRecord } from '#core/model/records.ts'
import { BATCH_RECORDS, type Batch } from '../importer.ts'

/** One record of a file may give many source records (a weekly meeting): a batch ends at this many, too. */
const MAX_SOURCE_RECORDS = 4 * BATCH_RECORDS

/** Collects what an importer reads and hands it out in batches. */
export class Batching {
  private records: SourceRecord[] = []
  private skipped: Skipped[] = []
  private read = 0

  /** One record of the file was read; it gave these source records, perhaps none. */
  took(records: Iterable<SourceRecord> = []): void {
    this.read++
    this.add(records)
  }

  /** Source records that do not come from one record of the file, such as hints at the owner. */
  add(records: Iterable<SourceRecord>): void {
    for (const record of records) this.records.push(record)
  }

  /** One record of the file was left out. */
  skip(where: string, reason: string): void {
    this.skipped.push({ where, reason })
  }

  /** Whether it is time to hand out a batch. */
  get full(): boolean {
    return this.read + this.skipped.length >= BATCH_RECORDS || this.records.length >= MAX_SOURCE_RECORDS
  }

  /** What was collected since the last call. */
  flush(bytes: number): Batch {
    const batch = { records: this.records, skipped: this.skipped, read: this.read, bytes }
    this.records = []
    this.skipped = []
    this.read = 0
    return batch
  }
}
