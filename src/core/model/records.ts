import type { Identity } from './identity.ts'
import type { Channel, Role, TimeQuality } from './interaction.ts'

/** Somebody as a source names them: a resolved identity, or the owner of the source. */
export type Someone = Identity | 'owner'

/** What a source says of one person. All identities in it belong to that one person. */
export type PersonRecord = {
  readonly type: 'person'
  readonly identities: readonly Identity[]
  readonly name?: string
  readonly organisation?: string
  readonly title?: string
  readonly industry?: string
  readonly place?: string
  /** Read from words rather than from a field: weaker evidence, kept apart from what the source states. */
  readonly via?: 'signature'
  /** When the source says this held, in epoch milliseconds. */
  readonly at?: number
}

/** Where somebody works or worked, with dates; what a person record says of today needs none. */
export type PositionRecord = {
  readonly type: 'position'
  readonly of: Someone
  readonly organisation?: string
  readonly title?: string
  /** When it began and ended, in epoch milliseconds. */
  readonly startedAt?: number
  readonly endedAt?: number
  /** Where another kith had it from; left out, the source is the file itself. */
  readonly source?: string
  /** When the source says this held. */
  readonly at?: number
}

/** One statement of another kith's, with the source that it had it from. */
export type FactRecord = {
  readonly type: 'fact'
  readonly of: Identity
  readonly field: 'name' | 'organisation' | 'title' | 'industry' | 'place'
  readonly value: string
  readonly source: string
  readonly at?: number
}

/** A row of what the user told another kith: goals, notes, settings. */
export type KeptRecord = {
  readonly type: 'kept'
  readonly table: string
  readonly row: Readonly<Record<string, string | number | null>>
}

/** A list on which others name somebody: evidence of credibility. */
export type ListRecord = {
  readonly type: 'listing'
  readonly list: string
  /** As the list writes it; '' where it gives a key alone. */
  readonly name: string
  /** Where the list gives a key. */
  readonly identity?: Identity
  /** How high the list puts them, in [0, 1], where it has grades. */
  readonly level?: number
  readonly field?: string
  readonly year?: number
}

export type Participant = {
  readonly identity: Someone
  readonly role: Role
  /** The name beside the address, as the source shows it. */
  readonly name?: string
}

/** One dated event with its participants. */
export type InteractionRecord = {
  readonly type: 'interaction'
  /**
   * The natural key: two records with the same key are copies of one event, whatever file they came from.
   * Their participants are united, their bulk marks joined.
   */
  readonly key: string
  /** Epoch milliseconds; null when the source has no usable time. Never invented. */
  readonly at: number | null
  readonly timeQuality: TimeQuality
  readonly channel: Channel
  readonly participants: readonly Participant[]
  /** Sent to many or by a machine: kept, marked, without weight. */
  readonly bulk: boolean
  readonly subject?: string
  /** Words written in the body, quoted text left out where it can be told. */
  readonly words?: number
  /** Records of one conversation share it. */
  readonly thread?: string
  /** What it is about: hashtags, or words of a text that is not kept (`core/topics/keywords.ts`). Subjects need none. */
  readonly keywords?: readonly string[]
}

/** Ties that somebody states without an event. */
const tieKinds = ['connection', 'invitation', 'follow', 'address-book'] as const
/** What somebody gives to what another wrote: attention to its author, and no tie with them. */
export const attentionKinds = ['repost', 'like'] as const
export const declarationKinds = [...tieKinds, ...attentionKinds] as const

/** Whether a declaration says that `from` pays attention to `to`, and nothing of a tie. */
export const isAttention = (kind: string): boolean => (attentionKinds as readonly string[]).includes(kind)

/** A stated tie or attention without an event. Never counts toward closeness by itself. */
export type DeclarationRecord = {
  readonly type: 'declaration'
  readonly kind: (typeof declarationKinds)[number]
  readonly from: Someone
  readonly to: Someone
  readonly at?: number
}

/** Evidence of credibility: somebody vouches for somebody. */
export type EndorsementRecord = {
  readonly type: 'endorsement'
  readonly kind: 'skill' | 'recommendation'
  readonly from: Someone
  readonly to: Someone
  readonly topic?: string
  readonly at?: number
}

/**
 * A hint at who the owner of the source is. `own`: the source says so (a profile, an account file).
 * `sent`: the author of sent mail; `delivered`: the address it was delivered to; `seen`: takes part in it.
 */
export type OwnerRecord = {
  readonly type: 'owner'
  readonly basis: 'own' | 'sent' | 'delivered' | 'seen'
  readonly identity?: Identity
  readonly name?: string
  /** What the source says of the owner beside identities. */
  readonly headline?: string
  readonly industry?: string
  /** How many records say so. */
  readonly count: number
}

export type SourceRecord =
  | PersonRecord
  | PositionRecord
  | FactRecord
  | KeptRecord
  | ListRecord
  | InteractionRecord
  | DeclarationRecord
  | EndorsementRecord
  | OwnerRecord

/** A record of the source that could not be read, and why, in words a user understands. */
export type Skipped = {
  /** For example `message 812`, `row 17`, `byte 10240`. */
  readonly where: string
  readonly reason: string
}
