import type { TopicStudy } from '#core/topics/conversation-topics.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'

/** Ties among others as they are kept; a < b, columns. */
export type KeptTies = {
  readonly a: readonly PersonId[]
  readonly b: readonly PersonId[]
  readonly probability: readonly number[]
  readonly exchanged: readonly number[]
  readonly shared: readonly number[]
  /** Epoch milliseconds; null where the tie is only declared. */
  readonly last: readonly (number | null)[]
  readonly declared: readonly number[]
}

/** The people of the network's structure, columns. */
export type KeptNodes = {
  readonly person: readonly PersonId[]
  /** Number of the group, largest first; −1 where somebody has no tie to others. */
  readonly group: readonly number[]
  /** Of people who are no contacts yet; null is unknown. Contacts have theirs among the scores. */
  readonly calibre: readonly (number | null)[]
  readonly topics: readonly (readonly string[])[]
}

export type KeptGroup = {
  readonly id: number
  readonly size: number
  readonly name: string
  readonly organisations: readonly { readonly name: string; readonly members: number }[]
  readonly topics: readonly string[]
}

export type KeptFacts = {
  /** The time everything is seen from, epoch milliseconds. */
  readonly at: number
  readonly people: number
  readonly ties: number
  readonly modularity: number
  /** Mailboxes the ties were seen from. */
  readonly vantagePoints: number
  readonly groups: readonly KeptGroup[]
  /** Topics of anybody here that the owner writes on, too. */
  readonly sharedTopics: readonly string[]
}

/** Where people stand on the map, columns. */
export type KeptPositions = {
  readonly person: readonly PersonId[]
  readonly x: readonly number[]
  readonly y: readonly number[]
}

export type KeptStructure = {
  readonly ties: KeptTies
  readonly nodes: KeptNodes
  readonly facts: KeptFacts
}

/** What kith keeps of the network's structure; only kith itself writes it. */
export type Kept = KeptStructure & { readonly topics: TopicStudy; readonly positions: KeptPositions }

/** A part of the kept study; null before there is one. */
export async function keptPart<P extends keyof Kept>(context: Context, part: P): Promise<Kept[P] | null> {
  const row = await context.store.study(context.owner, part)
  return row === null ? null : (row.body as Kept[P])
}
