import type { DirectoryColumns } from '#core/identity/directory.ts'
import type { PersonColumns } from '#core/ledger/ledger.ts'
import type { Channel, Role, TimeQuality } from '#core/model/interaction.ts'
import type { Goal } from '#core/model/goal.ts'
import type { GoalId, IdentityId, ImportId, InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity, IdentityKind } from '#core/model/identity.ts'

/**
 * What kith needs from a database. Each backend passes store.contract.ts unedited.
 *
 * Facts belong to an owner (the member whose network it is) and carry `owner_id` first in every key; the
 * directory (people, identities, what sources say of them) is shared. Every method is one transaction: it is
 * done wholly or not at all, whenever the process dies.
 */
export interface Store {
  /** Where the data is, for people to read; never with a password. */
  readonly location: string
  readonly close: () => Promise<void>

  // --- owner -------------------------------------------------------------------------------------------
  readonly owner: (owner: OwnerId) => Promise<OwnerRow>
  /**
   * Says who the owner is: these identities are one person (merged where they were not), called `name` if given.
   * Marks the touchpoints as stale when that changes anything. Returns the owner's person.
   * `standIn` is the identity that stands for the owner where sources do not name them. It belongs to whoever the owner
   * is: with it, an owner who was somebody else before is not merged with these, the stand-in alone moves over.
   */
  readonly setMe: (
    owner: OwnerId,
    identities: readonly Identity[],
    name: string | null,
    standIn?: Identity,
  ) => Promise<PersonId>
  /**
   * Whatever else than these identities belongs to the owner's person becomes a person of its own, journaled; the
   * touchpoints are stale when that changes anything. Returns how many left.
   */
  readonly disown: (owner: OwnerId, keep: readonly Identity[]) => Promise<number>
  readonly setting: (owner: OwnerId, key: string) => Promise<unknown>
  /** Stores any JSON value; `null` removes it. */
  readonly setSetting: (owner: OwnerId, key: string, value: unknown) => Promise<void>

  // --- directory ---------------------------------------------------------------------------------------
  /** All identities with the people they belong to, to resolve records in memory. */
  readonly directory: () => Promise<Directory>
  /** Everything that sources say of people, in a stable order: person, field, source, value. */
  readonly facts: (person?: PersonId) => Promise<readonly PersonFactRow[]>
  /** Sets the profile shown for these people (derived from the facts). */
  readonly setProfiles: (profiles: readonly Profile[]) => Promise<void>
  readonly identitiesOf: (person: PersonId) => Promise<readonly Identity[]>
  /** People who have one of these identities, or whose name, address or organisation contains the text. */
  readonly findPeople: (owner: OwnerId, text: string, limit: number) => Promise<readonly PersonRow[]>

  /** Joins people found to be one, as the merges of `ingest` do, outside an import. */
  readonly joinPeople: (owner: OwnerId, merges: IngestBatch['merges']) => Promise<void>

  // --- facts -------------------------------------------------------------------------------------------
  /**
   * Writes one batch of an import: directory additions, facts, skips and counts together.
   * Copies of an interaction (same key) unite their participants; bulk marks are joined by OR, the greater word
   * count stays. Declarations and endorsements are written once.
   * @throws StaleDirectoryError when another process changed the directory since `batch.directoryVersion`
   */
  readonly ingest: (owner: OwnerId, batch: IngestBatch) => Promise<IngestResult>
  /** Interactions with their participants as people, by ascending id, for deriving touchpoints anew. */
  readonly interactions: (
    owner: OwnerId,
    after: InteractionId | null,
    limit: number,
  ) => Promise<readonly InteractionRow[]>
  /** The same for these interactions only, by ascending id: those that `ingest` reports as changed. */
  readonly interactionsByIds: (
    owner: OwnerId,
    ids: readonly InteractionId[],
  ) => Promise<readonly InteractionRow[]>
  /** Drops all touchpoints of the owner, marks them as stale, and begins a run that derives them anew. */
  readonly clearTouchpoints: (owner: OwnerId) => Promise<DerivationRun>
  /**
   * Writes touchpoints; one that is there already is replaced. `derived` names the changed interactions that the rows
   * were derived from (some may yield no row): they no longer count as waiting. `seenBy` is the person whose view the
   * rows are.
   * @throws StaleDirectoryError when the owner is not `seenBy` any more, or somebody in the rows has been merged:
   * read the interactions again
   */
  readonly addTouchpoints: (
    owner: OwnerId,
    rows: readonly TouchpointRow[],
    derived?: readonly InteractionId[],
    seenBy?: PersonId,
  ) => Promise<void>
  /**
   * Marks the touchpoints as complete, but for changed interactions that still wait. Of a run that derived them up to
   * an interaction (null: there was none), only where nothing came in between; without one in any case.
   */
  readonly touchpointsReady: (
    owner: OwnerId,
    run?: DerivationRun,
    upTo?: InteractionId | null,
  ) => Promise<RunOutcome>

  // --- what the measures read ----------------------------------------------------------------------------
  /** Touchpoints as columns, ordered by person, time and interaction; of one person where given. */
  readonly ledger: (owner: OwnerId, person?: PersonId) => Promise<LedgerColumns>
  /**
   * Who sought whom before a time (epoch milliseconds), distinct ordered pairs of people over all owners, by the rule
   * of SeekingPairs; bulk, undated interactions and role addresses left out.
   */
  readonly attention: (before: number) => Promise<{ readonly from: Int32Array; readonly to: Int32Array }>
  readonly endorsements: (owner: OwnerId, person?: PersonId) => Promise<readonly EndorsementRow[]>
  readonly declarations: (owner: OwnerId, person?: PersonId) => Promise<readonly DeclarationRow[]>
  /** Number of owners with interactions: the vantage points of the attention graph. */
  readonly vantagePoints: () => Promise<number>

  // --- scores --------------------------------------------------------------------------------------------
  /**
   * Replaces all scores of the owner. `seenChanges` is the value of `OwnerRow.changes` read before the data that the
   * scores were made from; without it the scores count as up to date now. `summary` is any JSON to keep with them.
   */
  readonly saveScores: (
    owner: OwnerId,
    at: number,
    scores: readonly ScoreRow[],
    kept?: { readonly seenChanges?: number; readonly summary?: unknown },
  ) => Promise<void>
  /** The owner's contacts with their scores; `total` counts all that match. */
  readonly people: (
    owner: OwnerId,
    query: PeopleQuery,
  ) => Promise<{ readonly total: number; readonly rows: readonly PersonRow[] }>
  readonly person: (owner: OwnerId, person: PersonId) => Promise<PersonRow | null>
  /** The latest interactions with a person, newest first. */
  readonly timeline: (
    owner: OwnerId,
    person: PersonId,
    limit: number,
    before?: number,
  ) => Promise<readonly TimelineRow[]>

  // --- goals ---------------------------------------------------------------------------------------------
  readonly goals: (owner: OwnerId) => Promise<readonly (Goal & { readonly id: GoalId })[]>
  readonly addGoal: (owner: OwnerId, goal: Goal, at: number) => Promise<GoalId>
  /** False when there was none of that id. */
  readonly removeGoal: (owner: OwnerId, goal: GoalId) => Promise<boolean>

  // --- imports -------------------------------------------------------------------------------------------
  readonly startImport: (
    owner: OwnerId,
    file: { readonly path: string; readonly source: string; readonly at: number },
  ) => Promise<ImportId>
  readonly finishImport: (
    owner: OwnerId,
    id: ImportId,
    at: number,
    state: 'done' | 'failed' | 'interrupted',
  ) => Promise<void>
  /** Newest first. Imports that a dead process left behind show as `running`. */
  readonly imports: (owner: OwnerId, limit: number) => Promise<readonly ImportRow[]>
  readonly skips: (
    owner: OwnerId,
    id: ImportId,
    limit: number,
  ) => Promise<readonly { readonly where: string; readonly reason: string }[]>

  // --- health --------------------------------------------------------------------------------------------
  readonly counts: (owner: OwnerId) => Promise<Counts>
  readonly health: () => Promise<Health>
}

/** The directory changed under a batch: load it again, resolve the batch again, write again. */
export class StaleDirectoryError extends Error {}

/** A run that derives all touchpoints of an owner anew; several may compete, the one begun last counts. */
export type DerivationRun = number

/**
 * How a run ends: the touchpoints are complete (`ready`); there are interactions after those derived (`behind`: go
 * on); who is who changed under it (`stale`: begin anew); another run began meanwhile (`overtaken`: leave it to that).
 */
export type RunOutcome = 'ready' | 'behind' | 'stale' | 'overtaken'

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

export const factFields = ['name', 'organisation', 'title', 'industry', 'place'] as const
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

export type IngestInteraction = {
  readonly key: string
  readonly at: number | null
  readonly timeQuality: TimeQuality
  readonly channel: Channel
  readonly bulk: boolean
  readonly subject: string | null
  readonly words: number | null
  readonly thread: string | null
  readonly participants: readonly { readonly identityId: IdentityId; readonly role: Role }[]
  /** As seen from the owner; empty while it is not known who the owner is. */
  readonly touchpoints: readonly Omit<TouchpointRow, 'interactionId' | 'at' | 'channel' | 'bulk'>[]
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
  readonly merges: readonly { readonly kept: PersonId; readonly gone: PersonId; readonly reason: string }[]
  readonly facts: readonly PersonFact[]
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
  readonly touchpoints: number
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
