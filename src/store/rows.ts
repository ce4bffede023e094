import type { PeopleFilter } from './people-filter.ts'
import type { DirectoryColumns } from '#core/identity/directory.ts'
import type { EditMaker } from '#core/identity/edits.ts'
import type { PersonColumns } from '#core/ledger/ledger.ts'
import type { IdentityId, ImportId, InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity, IdentityKind } from '#core/model/identity.ts'
import type { ListEntryFact } from './calibre-store.ts'
import type { Known } from './copies.ts'
import type { PositionFact } from './organisations-store.ts'

export type OwnerRow = {
  readonly owner: OwnerId
  readonly me: PersonId | null
  /** False while touchpoints do not reflect all interactions or who the owner is. */
  readonly touchpointsReady: boolean
  /** Time of the stored scores, epoch milliseconds; null when there are none. */
  readonly scoredAt: number | null
  /** Grows with every change of facts, directory, goals or settings of this owner; tells whether scores are old. */
  readonly changes: number
  /** The value of `changes` that the stored scores have seen. */
  readonly scoredChanges: number
  /** What was kept with the stored scores; null when nothing was. */
  readonly summary: unknown
}

/** Identities as parallel columns; keys as identityKey() makes them. */
export type Directory = DirectoryColumns & { readonly version: number }

export const factFields = ['name', 'organisation', 'title', 'industry', 'place', 'phone'] as const
export type FactField = (typeof factFields)[number]

export type PersonFact = {
  readonly identityId: IdentityId
  readonly field: FactField
  readonly value: string
  /** Importer id. */
  readonly source: string
  /** When the source says it held; null when it does not. */
  readonly at: number | null
}
export type PersonFactRow = PersonFact & {
  readonly personId: PersonId
  readonly kind: IdentityKind
  readonly key: string
  /** When the import began that first told it; null where no import did. */
  readonly seenAt: number | null
}

/** What is shown of a person, chosen from the facts. */
export type Profile = {
  readonly personId: PersonId
  readonly name: string
  readonly organisation: string | null
  readonly title: string | null
  readonly industry: string | null
  readonly place: string | null
  /** False for role addresses, lists and machines: kept, never shown as people. */
  readonly isPerson: boolean
}

export type IngestInteraction = Known & {
  readonly key: string
  /** What it is about, lower-case words, beside what the subject says. */
  readonly keywords?: readonly string[]
  /** As seen from the owner; empty while it is not known who the owner is. */
  readonly touchpoints: readonly Omit<TouchpointRow, 'interactionId' | 'at' | 'channel' | 'bulk'>[]
}

export type Merge = {
  readonly kept: PersonId
  readonly gone: PersonId
  readonly reason: string
  /** Who says so; equal keys unless told. */
  readonly by?: EditMaker
  /** Epoch milliseconds. */
  readonly at?: number | null
  /** Of a merge by matching: how sure it is. */
  readonly probability?: number
}

export type IngestBatch = {
  readonly directoryVersion: number
  readonly importId: ImportId
  readonly newPeople: readonly PersonId[]
  readonly newIdentities: readonly {
    readonly identityId: IdentityId
    readonly identity: Identity
    readonly personId: PersonId
  }[]
  /** People found to be one: `gone` becomes part of `kept`. Journaled with the reason. */
  readonly merges: readonly Merge[]
  readonly facts: readonly PersonFact[]
  /** Where people work, as this batch says it; absent is none. */
  readonly positions?: readonly PositionFact[]
  /** Pairs of identities that a record gives for one person; an identity with itself where a record gives no more. */
  readonly claims?: readonly (readonly [identity: IdentityId, other: IdentityId])[]
  /** Lines of lists that name people; absent is none. */
  readonly listings?: readonly ListEntryFact[]
  /**
   * Whose view the touchpoints of the interactions are; null for nobody's. Where the owner is another person, none of
   * them are written and the owner's touchpoints are stale.
   */
  readonly seenBy: PersonId | null
  readonly interactions: readonly IngestInteraction[]
  readonly declarations: readonly {
    readonly kind: string
    readonly from: IdentityId | 'owner'
    readonly to: IdentityId | 'owner'
    readonly at: number | null
  }[]
  readonly endorsements: readonly {
    readonly kind: string
    readonly from: IdentityId | 'owner'
    readonly to: IdentityId | 'owner'
    readonly topic: string | null
    readonly at: number | null
  }[]
  readonly skipped: readonly { readonly where: string; readonly reason: string }[]
  /** Records of the file read in this batch. */
  readonly read: number
}

export type IngestResult = {
  /** Version of the directory after the batch, for the next one. */
  readonly directoryVersion: number
  readonly newInteractions: number
  /** Interactions, declarations and endorsements not stored before: what the import counts as `new`. */
  readonly newRecords: number
  /**
   * Interactions whose touchpoints need deriving anew, by ascending id: a copy added participants, a better time or a
   * mark, or two of the participants turned out to be one person. Their touchpoints are dropped; until
   * `addTouchpoints` names them as derived, `OwnerRow.touchpointsReady` is false.
   */
  readonly changedInteractions: readonly InteractionId[]
}

export type InteractionRow = {
  readonly interactionId: InteractionId
  readonly at: number | null
  readonly channel: number
  readonly bulk: boolean
  readonly participants: readonly { readonly person: PersonId; readonly role: number }[]
}

/** Codes as in core/model/interaction.ts. */
export type TouchpointRow = {
  readonly personId: PersonId
  readonly interactionId: InteractionId
  /** Epoch milliseconds; interactions without a time have no touchpoints. */
  readonly at: number
  readonly direction: number
  readonly channel: number
  readonly audience: number
  readonly role: number
  readonly bulk: boolean
}

/** Touchpoints as columns. */
export type LedgerColumns = PersonColumns

export type EndorsementRow = {
  readonly kind: string
  readonly from: PersonId | 'owner'
  readonly to: PersonId | 'owner'
  readonly topic: string | null
  readonly at: number | null
}
export type DeclarationRow = {
  readonly kind: string
  readonly from: PersonId | 'owner'
  readonly to: PersonId | 'owner'
  readonly at: number | null
}

export type ScoreRow = {
  readonly personId: PersonId
  readonly closeness: number
  readonly trust: number
  /** Null is unknown. */
  readonly calibre: number | null
  readonly worth: number
  readonly contribution: number
  readonly interactionsOut: number
  readonly interactionsIn: number
  readonly interactionsTogether: number
  readonly lastAt: number | null
  /** A bit for each channel that exchange went over, 2^code; bulk left out. */
  readonly channels: number
  /** How sought after this person is, by the attention graph; null is unknown. */
  readonly sought: { readonly level: number; readonly seekers: number; readonly soughtSeekers: number } | null
}

/** A contact: profile and scores. The owner themself is never among them. */
export type PersonRow = ScoreRow & Omit<Profile, 'isPerson'>

export const peopleSorts = ['worth', 'closeness', 'calibre', 'trust', 'name', 'recent'] as const
export type PeopleSort = (typeof peopleSorts)[number]

export type PeopleQuery = {
  readonly sort: PeopleSort
  /** Best, newest, or A first unless true. Unknown values come last either way. */
  readonly reverse: boolean
  /** Part of a name, address, organisation or title; '' for all. */
  readonly search: string
  /** Which of them; all unless given. */
  readonly filter?: PeopleFilter
  readonly limit: number
  readonly offset: number
}

export type TimelineRow = {
  readonly interactionId: InteractionId
  readonly at: number
  readonly direction: number
  readonly channel: number
  readonly audience: number
  readonly bulk: boolean
  readonly subject: string | null
  readonly words: number | null
}

export type ImportRow = {
  readonly importId: ImportId
  /** The first import of the same go; null for one that was cut off. */
  readonly runId: ImportId | null
  readonly path: string
  readonly source: string
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly state: 'running' | 'done' | 'failed' | 'interrupted'
  readonly read: number
  readonly new: number
  readonly skipped: number
}

export type Counts = {
  readonly people: number
  readonly identities: number
  readonly interactions: number
  readonly declarations: number
  readonly endorsements: number
  readonly firstAt: number | null
  readonly lastAt: number | null
}

export type Health = {
  readonly ok: boolean
  /** Name and version of the database program. */
  readonly engine: string
  readonly schemaVersion: number
  readonly sizeBytes: number | null
  /** One sentence each; empty when all is well. */
  readonly problems: readonly string[]
}
