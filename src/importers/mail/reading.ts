import type { SourceRecord } from '#core/model/records.ts'
import type { Batch, ReadOptions } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { Headers } from './headers.ts'
import { mayInvite, meetingsIn, meetingsOf } from './invitations.ts'
import { mailRecords, MailSource } from './mail-records.ts'
import { readSignature } from './signature.ts'
import type { Body } from './words-in-body.ts'

/** A batch ends at so many participants, too: a few messages to thousands must not fill the memory. */
const MAX_PARTICIPANTS = 20_000

/** Signatures remembered, so that each is told once. */
const MAX_SIGNATURES = 20_000
/** Messages that may carry an invitation and wait to be looked into, in bytes of them. */
const MAX_WAITING_BYTES = 8 * 2 ** 20

type Waiting = {
  /** Whole, or the calendars in it where those are known. */
  readonly message: Buffer | readonly Buffer[]
  readonly records: readonly SourceRecord[]
}

/** Turns the messages of one file into batches. */
export class MailReading {
  readonly #batching = new Batching()
  readonly #headers = new Headers()
  readonly #source: MailSource
  readonly #options: ReadOptions
  readonly #signatures = new Set<string>()
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #participants = 0
  #moreFrom = Infinity

  constructor(path: string, options: ReadOptions) {
    this.#source = new MailSource(path, options)
    this.#options = options
  }

  /**
   * Reads the message that lies between `start` and `end`; what it keeps of the bytes are copies.
   * @param calendars those in it, where the bytes are not the whole message
   */
  message(bytes: Buffer, start: number, end: number, where: string, calendars?: readonly Buffer[]): void {
    this.scanned(bytes, this.scan(bytes, start, end), end, where, calendars)
  }

  /**
   * Finds the headers of a message, for `scanned`.
   * @returns where the body begins
   */
  scan(bytes: Buffer, start: number, end: number): number {
    return this.#headers.scan(bytes, start, end)
  }

  /** How many bytes the message says that its body has; NaN where it does not say. */
  get contentLength(): number {
    if (!this.#headers.has('content-length')) return NaN
    const stated = this.#headers.raw('content-length') ?? ''
    return /^\d{1,15}$/.test(stated) ? Number(stated) : NaN
  }

  /** Reads the message that `scan` found the headers of, whose body begins at `body`. */
  scanned(bytes: Buffer, body: number, end: number, where: string, calendars?: readonly Buffer[]): void {
    const within = { bytes, start: body, end }
    const headersOnly = calendars !== undefined && body >= end
    const result = mailRecords(this.#headers, headersOnly ? null : within, this.#source)
    if ('skipped' in result) {
      this.#batching.skip(where, result.skipped)
      return
    }
    const signature = headersOnly ? null : this.#signature(within, result)
    const records = signature === null ? result : [...result, signature]
    if (calendars !== undefined) {
      if (calendars.length === 0) this.#take(records)
      else this.#waiting.push({ message: calendars, records })
    } else if (mayInvite(this.#headers, within) && this.#waitingBytes < MAX_WAITING_BYTES) {
      const message = Buffer.from(bytes.subarray(this.#headers.blockStart, end))
      this.#waiting.push({ message, records })
      this.#waitingBytes += message.length
    } else this.#take(records)
  }

  #take(records: readonly SourceRecord[]): void {
    this.#batching.took(records)
    for (const record of records)
      if (record.type === 'interaction') this.#participants += record.participants.length
  }

  /**
   * Looks into the messages that may carry an invitation: where one does, the meeting counts, and not the mail beside
   * it. To be called before a batch is handed out.
   */
  async settle(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    const later = (at: number): void => {
      this.#moreFrom = Math.min(this.#moreFrom, at)
    }
    for (const { message, records } of waiting) {
      const meetings = Buffer.isBuffer(message)
        ? await meetingsIn(message, this.#options, later)
        : await meetingsOf(message, this.#options, later)
      this.#take(
        meetings.length === 0
          ? records
          : [...records.filter(({ type }) => type !== 'interaction'), ...meetings],
      )
    }
  }

  /** What the signature says of the author, when nobody told it before. */
  #signature(body: Body, records: readonly SourceRecord[]): SourceRecord | null {
    const mail = records.find((record) => record.type === 'interaction')
    const author = mail?.participants[0]
    if (mail === undefined || author?.role !== 'from' || author.name === undefined || mail.bulk) return null
    if (author.identity === 'owner') return null
    const said = readSignature(
      this.#headers,
      body,
      { identity: author.identity, name: author.name },
      mail.at,
      this.#options.region,
    )
    if (said === null) return null
    const key = JSON.stringify([said.identities, said.title, said.organisation])
    if (this.#signatures.has(key)) return null
    if (this.#signatures.size >= MAX_SIGNATURES) this.#signatures.clear()
    this.#signatures.add(key)
    return said
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
    return { ...this.flush(bytes), ...(this.#moreFrom < Infinity ? { moreFrom: this.#moreFrom } : {}) }
  }
}
