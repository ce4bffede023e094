import type { Channel, TimeQuality } from '#core/model/interaction.ts'
import { channels, timeQualities } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant, SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'

/** Participants kept in mind on both sides; beyond, both begin anew, so that memory stays bounded. */
const MAX_KNOWN = 100_000
const NO_WORDS = -1

/**
 * A batch on its way between threads. Interactions are most of what is read, and mostly with the same people: they
 * go as columns, each participant once. The rest goes as it is.
 */
export type PackedBatch = Omit<Batch, 'records'> & {
  /** Both sides forget whom they knew, before this batch. */
  readonly anew: boolean
  readonly newParticipants: readonly Participant[]
  /** For each record: -1 an interaction, otherwise the position in `others`. */
  readonly order: Int32Array
  readonly others: readonly SourceRecord[]
  readonly keys: readonly string[]
  /** NaN for no time. */
  readonly at: Float64Array
  /** Position of channel and time quality, and the bulk mark: channel × 16 + quality × 2 + bulk. */
  readonly marks: Uint8Array
  readonly subjects: readonly (string | null)[]
  readonly words: Int32Array
  readonly threads: readonly (string | null)[]
  readonly keywords: readonly (readonly string[] | null)[] | null
  /** Participants of interaction i are [starts[i], starts[i + 1]) of `participants`. */
  readonly starts: Int32Array
  readonly participants: Int32Array
}

/** Packs the batches of one run of reading; `Unpacker` has to see them in the same order. */
export class Packer {
  #known = new Map<Participant, number>()

  pack({ records, skipped, read, bytes }: Batch): PackedBatch {
    const anew = this.#known.size > MAX_KNOWN
    if (anew) this.#known = new Map()
    const newParticipants: Participant[] = []
    const others: SourceRecord[] = []
    const order = new Int32Array(records.length)
    const found: InteractionRecord[] = []
    let total = 0
    for (const [i, record] of records.entries()) {
      if (record.type === 'interaction') {
        order[i] = -1
        found.push(record)
        total += record.participants.length
      } else order[i] = others.push(record) - 1
    }
    const starts = new Int32Array(found.length + 1)
    const participants = new Int32Array(total)
    let place = 0
    for (const [i, { participants: people }] of found.entries()) {
      for (const one of people) {
        let index = this.#known.get(one)
        if (index === undefined) {
          index = this.#known.size
          this.#known.set(one, index)
          newParticipants.push(one)
        }
        participants[place++] = index
      }
      starts[i + 1] = place
    }
    return {
      skipped,
      read,
      bytes,
      anew,
      newParticipants,
      order,
      others,
      keys: found.map(({ key }) => key),
      at: Float64Array.from(found, (one) => one.at ?? NaN),
      marks: Uint8Array.from(
        found,
        (one) =>
          channels.indexOf(one.channel) * 16 +
          timeQualities.indexOf(one.timeQuality) * 2 +
          (one.bulk ? 1 : 0),
      ),
      subjects: found.map(({ subject }) => subject ?? null),
      words: Int32Array.from(found, ({ words }) => words ?? NO_WORDS),
      threads: found.map(({ thread }) => thread ?? null),
      keywords: found.some(({ keywords }) => keywords !== undefined)
        ? found.map(({ keywords }) => keywords ?? null)
        : null,
      starts,
      participants,
    }
  }
}

/** Makes batches of what a `Packer` packed; a participant is the same object wherever they take part. */
export class Unpacker {
  #known: Participant[] = []

  unpack(packed: PackedBatch): Batch {
    if (packed.anew) this.#known = []
    this.#known.push(...packed.newParticipants)
    const records: SourceRecord[] = []
    let interaction = 0
    for (const place of packed.order)
      records.push(place < 0 ? this.#interaction(packed, interaction++) : packed.others[place]!)
    return { records, skipped: packed.skipped, read: packed.read, bytes: packed.bytes }
  }

  #interaction(packed: PackedBatch, i: number): InteractionRecord {
    const participants: Participant[] = []
    for (let place = packed.starts[i]!; place < packed.starts[i + 1]!; place++)
      participants.push(this.#known[packed.participants[place]!]!)
    const at = packed.at[i]!
    const mark = packed.marks[i]!
    const record: { -readonly [Field in keyof InteractionRecord]: InteractionRecord[Field] } = {
      type: 'interaction',
      key: packed.keys[i]!,
      at: Number.isNaN(at) ? null : at,
      timeQuality: timeQualities[(mark >> 1) & 7] as TimeQuality,
      channel: channels[mark >> 4] as Channel,
      participants,
      bulk: (mark & 1) === 1,
    }
    const subject = packed.subjects[i]
    const words = packed.words[i]!
    const thread = packed.threads[i]
    const keywords = packed.keywords?.[i]
    if (subject != null) record.subject = subject
    if (words !== NO_WORDS) record.words = words
    if (thread != null) record.thread = thread
    if (keywords != null) record.keywords = keywords
    return record
  }
}
