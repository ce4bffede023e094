import type { Batch, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { Headers } from './headers.ts'
import { mailRecords, MailSource } from './mail-records.ts'

/** A batch ends at so many participants, too: a few messages to thousands must not fill the memory. */
const MAX_PARTICIPANTS = 20_000

/** Turns the messages of one file into batches. */
export class MailReading {
  readonly #batching = new Batching()
  readonly #headers = new Headers()
  readonly #source: MailSource
  #participants = 0

  constructor(path: string, options: ReadOptions) {
    this.#source = new MailSource(path, options)
  }

  /** Reads the message that lies between `start` and `end`; what it keeps of the bytes are copies. */
  message(bytes: Buffer, start: number, end: number, where: string): void {
    const body = this.#headers.scan(bytes, start, end)
    const result = mailRecords(this.#headers, { bytes, start: body, end }, this.#source)
    if ('skipped' in result) {
      this.#batching.skip(where, result.skipped)
      return
    }
    this.#batching.took(result)
    for (const record of result)
      if (record.type === 'interaction') this.#participants += record.participants.length
  }

  skip(where: string, reason: string): void {
    this.#batching.skip(where, reason)
  }

  /** Whether it is time to hand out a batch. */
  get full(): boolean {
    return this.#batching.full || this.#participants >= MAX_PARTICIPANTS
  }

  flush(bytes: number): Batch {
    this.#participants = 0
    return this.#batching.flush(bytes)
  }

  /** The last batch, with the hints at the owner. */
  finish(bytes: number): Batch {
    this.#batching.add(this.#source.owners())
    return this.flush(bytes)
  }
}
