import type { ImportId, InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'
import type { BackupStore } from './backup.ts'
import type { KeptRowStore } from './kept-rows.ts'
import type { PortableStore } from './portable.ts'
import type { Channel } from '#core/model/interaction.ts'
import type { KeptAnswerStore } from './kept-answers.ts'
import type { IntroductionStore } from './introductions.ts'
import type { IdentityStore } from './identity-store.ts'
import type { KeywordStore } from './keywords.ts'
import type { ModelStore } from './models.ts'
import type { TokenStore } from './tokens.ts'
import type { AccountStore } from './accounts.ts'
import type { EntryStore } from './entries.ts'
import type { ClearStore } from './clear.ts'
import type { ConclusionStore } from './conclusions.ts'
import type { Standing, StandingStore } from './standings.ts'
import type { TouchStore } from './touches.ts'
import type { TalkStore } from './talk.ts'
import type { ForgetStore } from './forget-person.ts'
import type { GoalStore } from './goals.ts'
import type { OutlookStore } from './outlook.ts'
import type { ReadFolderStore } from './read-folders.ts'
import type { TrendStore } from './trends.ts'
import type {
  OwnerRow,
  Directory,
  PersonFactRow,
  Profile,
  IngestBatch,
  IngestResult,
  InteractionRow,
  TouchpointRow,
  LedgerColumns,
  EndorsementRow,
  DeclarationRow,
  ScoreRow,
  PersonRow,
  PeopleQuery,
  TimelineRow,
  ImportRow,
  Counts,
  Health,
} from './rows.ts'
import type { CalibreStore } from './calibre-store.ts'
import type { OrganisationsStore } from './organisations-store.ts'
import type { ThreadStore } from './threads.ts'
import type { StudyStore } from './study.ts'

import type { ProvenanceStore } from './provenance.ts'

export * from './rows.ts'
export { type TokenRow, tokenScopes } from './tokens.ts'
export * from './calibre-store.ts'
export * from './organisations-store.ts'
export type { ProvenanceStore, Settling, UndoPlan, UndoResult } from './provenance.ts'
export type { ClosenessModelRow } from './models.ts'
export type { AccountRow } from './accounts.ts'
export { type TrendRow, trendFilters } from './trends.ts'
export type * from './identity-store.ts'
export type { ReadFolder } from './read-folders.ts'

/**
 * What kith needs from a database. Each backend passes store.contract.ts unedited.
 *
 * Facts belong to an owner (the member whose network it is) and carry `owner_id` first in every key; the
 * directory (people, identities, what sources say of them) is shared. Every method is one transaction: it is
 * done wholly or not at all, whenever the process dies.
 */
export interface Store
  extends
    TalkStore,
    ForgetStore,
    ClearStore,
    KeywordStore,
    TokenStore,
    KeptAnswerStore,
    BackupStore,
    OrganisationsStore,
    EntryStore,
    GoalStore,
    OutlookStore,
    ThreadStore,
    ProvenanceStore,
    ModelStore,
    TrendStore,
    StudyStore,
    IntroductionStore,
    KeptRowStore,
    PortableStore,
    IdentityStore,
    CalibreStore,
    ConclusionStore,
    ReadFolderStore,
    TouchStore,
    StandingStore,
    AccountStore {
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
  /**
   * The same for several batches in one transaction. Each is asked for when the one before is written, so that they
   * need not be in memory together.
   */
  readonly ingestTogether: (
    owner: OwnerId,
    directoryVersion: number,
    batches: Iterable<Omit<IngestBatch, 'directoryVersion'>>,
  ) => Promise<IngestResult>
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
  readonly attention: (before: number) => Promise<{
    readonly from: Int32Array
    readonly to: Int32Array
    /** 1 where the one sought was addressed beside others. */
    readonly grouped: Uint8Array
  }>
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
    kept?: {
      readonly seenChanges?: number
      readonly summary?: unknown
      /** For scoring some people alone later; without it the next scoring is one of everybody. */
      readonly standing?: Standing
    },
  ) => Promise<void>
  /** The owner's contacts with their scores; `total` counts all that match. */
  readonly people: (
    owner: OwnerId,
    query: PeopleQuery,
  ) => Promise<{ readonly total: number; readonly rows: readonly PersonRow[] }>
  /** All contacts, in the order of their ids: sorting every row takes the database longer than reading it. */
  readonly contacts: (owner: OwnerId) => Promise<readonly PersonRow[]>
  /** Contacts with whom there was any exchange from a time on, the latest first. */
  readonly inTouchSince: (owner: OwnerId, since: number, limit: number) => Promise<readonly PersonId[]>
  /** The ids of all that match, in the order of `people`. */
  readonly personIds: (
    owner: OwnerId,
    query: Omit<PeopleQuery, 'limit' | 'offset'>,
  ) => Promise<readonly PersonId[]>
  /** What lists of contacts can be narrowed by: the most frequent organisations, and sets of channels (ScoreRow). */
  readonly peopleFacets: (
    owner: OwnerId,
    most: number,
  ) => Promise<{
    readonly organisations: readonly { readonly name: string; readonly people: number }[]
    readonly channels: readonly { readonly channels: number; readonly people: number }[]
  }>
  readonly person: (owner: OwnerId, person: PersonId) => Promise<PersonRow | null>
  /** The ledger of some people from a time on. */
  readonly recentLedger: (
    owner: OwnerId,
    people: readonly PersonId[],
    since: number,
  ) => Promise<LedgerColumns>
  /** The latest interactions with a person, newest first. */
  readonly timeline: (
    owner: OwnerId,
    person: PersonId,
    limit: number,
    before?: number,
    channel?: Channel,
  ) => Promise<readonly TimelineRow[]>

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
  readonly touchpointCount: (owner: OwnerId) => Promise<number>
  /** Another text after anything was written, by whomever; the same one as long as nothing is. */
  readonly stamp: () => Promise<string>
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
