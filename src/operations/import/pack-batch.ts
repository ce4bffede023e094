import { channels, timeQualities } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant, Skipped, SourceRecord } from '#core/model/records.ts'
import type { Batch } from '#importers/importer.ts'
import { hashedKey, keyHash } from '#store/keys.ts'
import { IntColumn } from './int-column.ts'

/** Records that are packed together, resolved and written at a time: what that makes is gone again while it is young. */
export const PACKED_TOGETHER = 500
/** Participants kept in mind on both sides; beyond, both begin anew, so that memory stays bounded. */
const MAX_KNOWN = 100_000
/** For words that were not counted, and for texts that are not there. */
const NONE = -1
/** Numbers of one interaction: its marks, words, lengths of key, subject and thread, and how many take part. */
const NUMBERS = 6
const BEYOND_LATIN1 = /[^\0-\u00ff]/

/**
 * What was read, until it is stored. Interactions are most of it, and mostly with the same people: they stand in columns
 * outside of the heap, which go from thread to thread without a copy; each participant is told once. The rest goes as it is.
 */
export type PackedBatch = {
  readonly skipped: readonly Skipped[]
  /** Records of the file that were read. */
  readonly read: number
  /** Bytes of the file consumed so far. */
  readonly bytes: number
  /** Both sides forget whom they knew, before this batch. */
  readonly anew: boolean
  readonly newParticipants: readonly Participant[]
  /** For each record: -1 an interaction, otherwise the position in `others`. */
  readonly order: Int32Array<ArrayBuffer>
  readonly others: readonly SourceRecord[]
  /** Key (as it is stored), subject and thread of each interaction, one behind the other. */
  readonly text: Uint8Array<ArrayBuffer>
  /** Whether a character of the text takes two bytes. */
  readonly wide: boolean
  /** NUMBERS of each interaction; the marks are channel × 16 + quality × 2 + bulk. */
  readonly numbers: Int32Array<ArrayBuffer>
  /** NaN for no time. */
  readonly at: Float64Array<ArrayBuffer>
  readonly keywords: readonly (readonly string[] | null)[] | null
  readonly participants: Int32Array<ArrayBuffer>
}

/** What of a packed batch can be handed over instead of copied. */
export const transferred = ({ order, text, numbers, at, participants }: PackedBatch): ArrayBuffer[] =>
  [order, text, numbers, at, participants].map(({ buffer }) => buffer)

/** Packs what is read, several batches as one; `Unpacker` has to see what it gives in the same order. */
export class Packer {
  #known = new Map<Participant, number>()
  #anew = false
  #newParticipants: Participant[] = []
  #others: SourceRecord[] = []
  #texts: string[] = []
  #keywords: (readonly string[] | null)[] = []
  #at: number[] = []
  readonly #order = new IntColumn()
  readonly #numbers = new IntColumn()
  readonly #participants = new IntColumn()
  #skipped: Skipped[] = []
  #read = 0
  #bytes = 0

  /** Whether anything was added since the last call of `take`. */
  get waiting(): boolean {
    return this.size > 0 || this.#read > 0
  }

  /** Records and skips that wait to be taken. */
  get size(): number {
    return this.#order.length + this.#skipped.length
  }

  add({ records, skipped, read, bytes }: Batch): void {
    for (const record of records) {
      if (record.type === 'interaction') {
        this.#order.push(NONE)
        this.#interaction(record)
      } else this.#order.push(this.#others.push(record) - 1)
    }
    for (const one of skipped) this.#skipped.push(one)
    this.#read += read
    this.#bytes = bytes
  }

  #interaction(record: InteractionRecord): void {
    this.#at.push(record.at ?? NaN)
    const numbers = this.#numbers
    numbers.push(
      channels.indexOf(record.channel) * 16 +
        timeQualities.indexOf(record.timeQuality) * 2 +
        (record.bulk ? 1 : 0),
    )
    numbers.push(record.words ?? NONE)
    this.#text(keyHash(record.key))
    this.#text(record.subject)
    this.#text(record.thread)
    numbers.push(record.participants.length)
    for (const who of record.participants) {
      let index = this.#known.get(who)
      if (index === undefined) {
        index = this.#known.size
        this.#known.set(who, index)
        this.#newParticipants.push(who)
      }
      this.#participants.push(index)
    }
    this.#keywords.push(record.keywords ?? null)
  }

  #text(text: string | undefined): void {
    this.#numbers.push(text?.length ?? NONE)
    if (text !== undefined) this.#texts.push(text)
  }

  /** What was added since the last call. */
  take(): PackedBatch {
    const text = this.#texts.join('')
    const wide = BEYOND_LATIN1.test(text)
    const packed: PackedBatch = {
      skipped: this.#skipped,
      read: this.#read,
      bytes: this.#bytes,
      anew: this.#anew,
      newParticipants: this.#newParticipants,
      order: this.#order.take(),
      others: this.#others,
      text: bytesOf(text, wide),
      wide,
      numbers: this.#numbers.take(),
      at: Float64Array.from(this.#at),
      keywords: this.#keywords.some((words) => words !== null) ? this.#keywords : null,
      participants: this.#participants.take(),
    }
    this.#skipped = []
    this.#read = 0
    this.#newParticipants = []
    this.#others = []
    this.#texts = []
    this.#at = []
    this.#keywords = []
    this.#anew = this.#known.size > MAX_KNOWN
    if (this.#anew) this.#known = new Map()
    return packed
  }
}

/** The characters of a text in memory of their own, which can be handed over. */
function bytesOf(text: string, wide: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(wide ? 2 * text.length : text.length)
  Buffer.from(bytes.buffer).write(text, wide ? 'ucs2' : 'latin1')
  return bytes
}

/** What was packed, with all the participants it may name. */
export type Pack = PackedBatch & { readonly people: readonly Participant[] }

/** Knows the participants that a `Packer` tells of. */
export class Unpacker {
  #people: Participant[] = []

  unpack(packed: PackedBatch): Pack {
    // Packs from before keep the list they know people by.
    if (packed.anew) this.#people = []
    for (const who of packed.newParticipants) this.#people.push(who)
    return { ...packed, people: this.#people }
  }
}

/** Goes through the interactions of a pack: after `next` its fields are those of the next one. */
export class PackedInteractions {
  /** The natural key, as keyHash() knows it. */
  key = ''
  at: number | null = null
  timeQuality = 0
  channel = 0
  bulk = false
  subject: string | undefined
  words: number | undefined
  thread: string | undefined
  keywords: readonly string[] | undefined
  /** Who takes part stands in `participants` of the pack, as positions in its `people`, from here to `end`. */
  start = 0
  end = 0
  readonly #pack: PackedBatch
  /** While a pack waits its text is bytes: strings would be moved by each collection of what is young. */
  readonly #text: string
  #nth = 0
  #read = 0

  constructor(pack: PackedBatch) {
    this.#pack = pack
    this.#text = Buffer.from(pack.text.buffer).toString(pack.wide ? 'ucs2' : 'latin1')
  }

  next(): void {
    const { numbers, at, keywords } = this.#pack
    const nth = this.#nth++
    const place = nth * NUMBERS
    const marks = numbers[place]!
    const words = numbers[place + 1]!
    const time = at[nth]!
    this.channel = marks >> 4
    this.timeQuality = (marks >> 1) & 7
    this.bulk = (marks & 1) === 1
    this.words = words === NONE ? undefined : words
    this.at = Number.isNaN(time) ? null : time
    this.key = hashedKey(this.#cut(numbers[place + 2]!) ?? '')
    this.subject = this.#cut(numbers[place + 3]!)
    this.thread = this.#cut(numbers[place + 4]!)
    this.start = this.end
    this.end += numbers[place + 5]!
    this.keywords = keywords?.[nth] ?? undefined
  }

  #cut(length: number): string | undefined {
    return length === NONE ? undefined : this.#text.slice(this.#read, (this.#read += length))
  }
}
