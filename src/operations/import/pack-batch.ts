import type { Channel, TimeQuality } from '#core/model/interaction.ts'
import { channels, timeQualities } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant, SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'

/** Participants kept in mind on both sides; beyond, both begin anew, so that memory stays bounded. */
const MAX_KNOWN = 100_000
/** For words that were not counted, and for texts that are not there. */
const NONE = -1
/** Numbers of one interaction: its marks, words, lengths of key, subject and thread, and how many take part. */
const NUMBERS = 6

/**
 * A batch on its way between threads. Interactions are most of what is read, and mostly with the same people: they go
 * as columns, their texts as one, each participant once. The rest goes as it is.
 */
export type PackedBatch = Omit<Batch, 'records'> & {
  /** Both sides forget whom they knew, before this batch. */
  readonly anew: boolean
  readonly newParticipants: readonly Participant[]
  /** For each record: -1 an interaction, otherwise the position in `others`. */
  readonly order: Int32Array
  readonly others: readonly SourceRecord[]
  /** Key, subject and thread of each interaction, one behind the other. */
  readonly text: string
  /** NUMBERS of each interaction; the marks are channel × 16 + quality × 2 + bulk. */
  readonly numbers: Int32Array
  /** NaN for no time. */
  readonly at: Float64Array
  readonly keywords: readonly (readonly string[] | null)[] | null
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
    const at = new Float64Array(found.length)
    const numbers = new Int32Array(found.length * NUMBERS)
    const participants = new Int32Array(total)
    const texts: string[] = []
    let place = 0
    let next = 0
    for (const [i, one] of found.entries()) {
      at[i] = one.at ?? NaN
      numbers[next++] =
        channels.indexOf(one.channel) * 16 + timeQualities.indexOf(one.timeQuality) * 2 + (one.bulk ? 1 : 0)
      numbers[next++] = one.words ?? NONE
      for (const text of [one.key, one.subject, one.thread]) {
        numbers[next++] = text?.length ?? NONE
        if (text !== undefined) texts.push(text)
      }
      numbers[next++] = one.participants.length
      for (const who of one.participants) {
        let index = this.#known.get(who)
        if (index === undefined) {
          index = this.#known.size
          this.#known.set(who, index)
          newParticipants.push(who)
        }
        participants[place++] = index
      }
    }
    const keywords = found.some((one) => one.keywords !== undefined)
      ? found.map((one) => one.keywords ?? null)
      : null
    const text = texts.join('')
    return {
      skipped,
      read,
      bytes,
      anew,
      newParticipants,
      order,
      others,
      text,
      numbers,
      at,
      keywords,
      participants,
    }
  }
}

/** Makes batches of what a `Packer` packed; a participant is the same object wherever they take part. */
export class Unpacker {
  #known: Participant[] = []

  unpack(packed: PackedBatch): UnpackedBatch {
    // Batches from before keep the list they know people by.
    if (packed.anew) this.#known = []
    this.#known.push(...packed.newParticipants)
    return new UnpackedBatch(packed, this.#known)
  }
}

/** A batch that stays packed until its records are asked for, and makes them anew each time: while it waits it is small. */
export class UnpackedBatch implements Batch {
  readonly #packed: PackedBatch
  readonly #known: readonly Participant[]

  constructor(packed: PackedBatch, known: readonly Participant[]) {
    this.#packed = packed
    this.#known = known
  }

  get skipped() {
    return this.#packed.skipped
  }
  get read() {
    return this.#packed.read
  }
  get bytes() {
    return this.#packed.bytes
  }
  /** How many records it has. */
  get size() {
    return this.#packed.order.length
  }

  get records(): SourceRecord[] {
    const { order, others, text, numbers, at, keywords, participants } = this.#packed
    const records: SourceRecord[] = []
    let interaction = 0
    let next = 0
    let read = 0
    let person = 0
    const cut = (length: number): string => text.slice(read, (read += length))
    for (const place of order) {
      if (place >= 0) {
        records.push(others[place]!)
        continue
      }
      const mark = numbers[next]!
      const words = numbers[next + 1]!
      const key = cut(numbers[next + 2]!)
      const subject = numbers[next + 3]!
      const thread = numbers[next + 4]!
      const people: Participant[] = []
      for (const end = person + numbers[next + 5]!; person < end; person++)
        people.push(this.#known[participants[person]!]!)
      next += NUMBERS
      const time = at[interaction]!
      const record: { -readonly [Field in keyof InteractionRecord]: InteractionRecord[Field] } = {
        type: 'interaction',
        key,
        at: Number.isNaN(time) ? null : time,
        timeQuality: timeQualities[(mark >> 1) & 7] as TimeQuality,
        channel: channels[mark >> 4] as Channel,
        participants: people,
        bulk: (mark & 1) === 1,
      }
      if (subject !== NONE) record.subject = cut(subject)
      if (words !== NONE) record.words = words
      if (thread !== NONE) record.thread = cut(thread)
      const told = keywords?.[interaction]
      if (told != null) record.keywords = told
      interaction++
      records.push(record)
    }
    return records
  }
}
