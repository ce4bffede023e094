import { TOGETHER, OUT } from '../ledger/weights.ts'
import { DAY_MS } from '../stats/decay.ts'
import { keywordKey, keywordsOf } from './keywords.ts'

/** One interaction of the owner's with one person; rows come by person, then by time. */
export type ConversationRow = {
  readonly personId: number
  readonly interactionId: number
  /** Epoch milliseconds. */
  readonly at: number
  /** Code of `directions`. */
  readonly direction: number
  readonly thread: string | null
  readonly subject: string | null
  readonly keywords: readonly string[]
}

/** What became of the conversations about one topic. */
export type TopicRecord = {
  /** The commonest spelling. */
  readonly topic: string
  /** Conversations about it that the owner took part in. */
  readonly conversations: number
  /** Distinct people in them. */
  readonly people: number
  /**
   * New two-way contacts whose first exchange was such a conversation, in the order they came, and which; parallel,
   * conversations numbered.
   */
  readonly drawn: readonly number[]
  readonly drawnIn: readonly number[]
  /** Epoch milliseconds; `lastMine` null where the owner never wrote on it. */
  readonly last: number
  readonly lastMine: number | null
}

/** What all conversations together drew in: the rate a topic is held against. */
export type TopicStudy = {
  /** Conversations with at least one topic. */
  readonly conversations: number
  readonly drawn: readonly number[]
  readonly drawnIn: readonly number[]
  /** Most conversations first. */
  readonly topics: readonly TopicRecord[]
}

/** Somebody counts as drawn in by their first conversation when there was an exchange both ways within this. */
export const DRAWN_WITHIN_DAYS = 180
/** Topics of fewer conversations say nothing yet. */
export const LEAST_CONVERSATIONS = 3
/** Topics kept of a network. */
const MOST_TOPICS = 400
/** Subjects whose keywords are remembered; replies repeat them. */
const REMEMBERED = 50_000

/** A topic by its key, and how it was spelt. */
type Spelt = readonly [key: string, word: string]

type Conversation = {
  readonly number: number
  last: number
  lastMine: number
  /** Time of the row that the topics are of: the earliest with any. */
  toldAt: number
  topics: readonly Spelt[]
  /** Each once. */
  readonly people: number[]
}

/** Somebody whom a conversation drew in, and when it did. */
type Drawn = { readonly person: number; readonly at: number; readonly conversation: Conversation }

/**
 * Reads conversations row by row and tells, for each topic, which new two-way contacts they drew in.
 *
 * A conversation is a thread, or an interaction without one. Its topics are the keywords of the earliest subject that has
 * any, and of whatever else sources say of that interaction, without the names of the people in it. Somebody is drawn in by the conversation
 * that their first exchange with the owner belongs to, if the exchange went both ways (or they met) within
 * DRAWN_WITHIN_DAYS of it.
 */
export class ConversationTopics {
  readonly #conversations = new Map<string, Conversation>()
  readonly #remembered = new Map<string, readonly string[]>()
  readonly #without: ReadonlySet<string>
  readonly #nameOf: (person: number) => ReadonlySet<string>
  readonly #drawn: Drawn[] = []
  #person = -1
  #first: { at: number; conversation: Conversation } | null = null
  #firstOut = Infinity
  #firstIn = Infinity
  #met = Infinity

  /**
   * @param without words that name no topic here, as keywordKey() makes them
   * @param nameOf the words of a person's name, as keywordKey() makes them
   */
  constructor(without: ReadonlySet<string>, nameOf: (person: number) => ReadonlySet<string>) {
    this.#without = without
    this.#nameOf = nameOf
  }

  add(row: ConversationRow): void {
    if (row.personId !== this.#person) this.#close(row.personId)
    const conversation = this.#conversation(row)
    this.#first ??= { at: row.at, conversation }
    if (row.direction === TOGETHER) this.#met = Math.min(this.#met, row.at)
    else if (row.direction === OUT) this.#firstOut = Math.min(this.#firstOut, row.at)
    else this.#firstIn = Math.min(this.#firstIn, row.at)
    // Rows come by person: somebody who is in it already is the last.
    if (conversation.people.at(-1) !== row.personId) conversation.people.push(row.personId)
  }

  #conversation(row: ConversationRow): Conversation {
    const key = row.thread === null ? `#${row.interactionId}` : `t${row.thread}`
    const mine = row.direction !== OUT && row.direction !== TOGETHER ? -Infinity : row.at
    const known = this.#conversations.get(key)
    const conversation = known ?? {
      number: this.#conversations.size,
      last: -Infinity,
      lastMine: -Infinity,
      toldAt: Infinity,
      topics: [],
      people: [],
    }
    if (known === undefined) this.#conversations.set(key, conversation)
    if (row.at < conversation.toldAt) {
      const topics = this.#topicsOf(row)
      if (topics.length > 0) {
        conversation.toldAt = row.at
        conversation.topics = topics
      }
    }
    conversation.last = Math.max(conversation.last, row.at)
    conversation.lastMine = Math.max(conversation.lastMine, mine)
    return conversation
  }

  #topicsOf({ subject, keywords }: ConversationRow): Spelt[] {
    const words = subject === null ? [] : this.#keywords(subject)
    const topics = new Map<string, string>()
    for (const word of [...keywords.map((tag) => tag.replace(/^#/, '')), ...words]) {
      const key = keywordKey(word)
      if (!this.#without.has(key) && !topics.has(key)) topics.set(key, word)
    }
    return [...topics]
  }

  /** The topics of a conversation without the names of those in it. */
  #named({ topics, people }: Conversation): readonly Spelt[] {
    return topics.filter(([key]) => !people.some((person) => this.#nameOf(person).has(key)))
  }

  #keywords(subject: string): readonly string[] {
    const known = this.#remembered.get(subject)
    if (known !== undefined) return known
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    const found = keywordsOf(subject)
    this.#remembered.set(subject, found)
    return found
  }

  /** Ends the rows of a person: whether their first conversation drew them in. */
  #close(next: number): void {
    if (this.#first !== null) {
      const bothWays = Math.min(this.#met, Math.max(this.#firstOut, this.#firstIn))
      if (bothWays - this.#first.at <= DRAWN_WITHIN_DAYS * DAY_MS)
        this.#drawn.push({ person: this.#person, ...this.#first })
    }
    this.#person = next
    this.#first = null
    this.#firstOut = Infinity
    this.#firstIn = Infinity
    this.#met = Infinity
  }

  finish(): TopicStudy {
    this.#close(-1)
    const records = new Map<string, Gathered>()
    const told = new Set<Conversation>()
    for (const conversation of this.#conversations.values()) {
      conversation.topics = this.#named(conversation)
      if (conversation.topics.length > 0) told.add(conversation)
      for (const [key, word] of conversation.topics) {
        const record = records.get(key) ?? gathered()
        records.set(key, record)
        record.conversations++
        record.spellings.set(word, (record.spellings.get(word) ?? 0) + 1)
        for (const person of conversation.people) record.people.add(person)
        record.last = Math.max(record.last, conversation.last)
        record.lastMine = Math.max(record.lastMine, conversation.lastMine)
      }
    }
    const drawn = this.#drawn
      .filter(({ conversation }) => told.has(conversation))
      .sort((a, b) => a.at - b.at || a.person - b.person)
    for (const { person, conversation } of drawn)
      for (const [key] of conversation.topics) {
        records.get(key)?.drawn.push(person)
        records.get(key)?.drawnIn.push(conversation.number)
      }
    const topics = [...records.values()]
      .filter((record) => record.conversations >= LEAST_CONVERSATIONS)
      .map(({ spellings, people, ...record }) => ({
        ...record,
        topic: commonest(spellings),
        people: people.size,
        lastMine: record.lastMine === -Infinity ? null : record.lastMine,
      }))
      .sort((a, b) => b.conversations - a.conversations || (a.topic < b.topic ? -1 : 1))
    return {
      conversations: told.size,
      drawn: drawn.map(({ person }) => person),
      drawnIn: drawn.map(({ conversation }) => conversation.number),
      topics: topics.slice(0, MOST_TOPICS),
    }
  }
}

/** What is added up of one topic. */
type Gathered = {
  conversations: number
  readonly spellings: Map<string, number>
  readonly people: Set<number>
  readonly drawn: number[]
  readonly drawnIn: number[]
  last: number
  lastMine: number
}

const gathered = (): Gathered => ({
  conversations: 0,
  spellings: new Map(),
  people: new Set(),
  drawn: [],
  drawnIn: [],
  last: -Infinity,
  lastMine: -Infinity,
})

/** The commonest spelling; of equally common ones the first in the alphabet. */
function commonest(spellings: ReadonlyMap<string, number>): string {
  let best = ''
  let most = 0
  for (const [word, count] of spellings)
    if (count > most || (count === most && word < best)) {
      best = word
      most = count
    }
  return best
}
