import type { EditKind, EditMaker } from '#core/identity/edits.ts'
import type { IdentityId, InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Identity } from '#core/model/identity.ts'

/** What the user says of who is who. */
export type UserEdit =
  | { readonly kind: 'merge'; readonly kept: PersonId; readonly gone: PersonId }
  /** These identities of a person are somebody else's. */
  | { readonly kind: 'split'; readonly person: PersonId; readonly identities: readonly IdentityId[] }
  | { readonly kind: 'apart'; readonly first: PersonId; readonly second: PersonId }

/** What an edit did. */
export type Edited = {
  readonly editId: number
  /** Everybody whose identities are others now, and who are there. */
  readonly people: readonly PersonId[]
  /** Interactions of the owner whose touchpoints have to be derived anew. */
  readonly changedInteractions: readonly InteractionId[]
}

/** An entry of the journal of who is who. */
export type EditRow = {
  readonly editId: number
  readonly kind: EditKind
  readonly by: EditMaker
  /** Epoch milliseconds; null for edits made before kith noted it. */
  readonly at: number | null
  readonly undoneAt: number | null
  readonly reason: string
  /** Of a merge by matching: how sure it was. */
  readonly probability: number | null
  /** Who was kept (merge), was left (split), is the first (apart). */
  readonly kept: PersonId
  /** Who became part of them (merge), left (split), is the second (apart). */
  readonly gone: PersonId
  /** Names at present, or when they became part of somebody else; null for who never had one. */
  readonly keptName: string | null
  /** What is known of who was kept beside what moved, where they bear no name at present. */
  readonly keptBy: readonly Identity[]
  readonly goneName: string | null
  readonly moved: readonly Identity[]
}

/** `same`: one person; `apart`: two; `ask`: a merge was taken back, so that nobody but the user may make it again. */
export type Verdict = 'same' | 'apart' | 'ask'
export type VerdictRow = {
  readonly first: IdentityId
  readonly second: IdentityId
  readonly verdict: Verdict
}

/** Two people who may be one, with what speaks for it and against it, as JSON that the matching made. */
export type QuestionRow = {
  readonly first: PersonId
  readonly second: PersonId
  readonly probability: number
  readonly evidence: unknown
}

/** Identities that kith takes out of a person by itself: what is known now no longer makes them theirs. */
export type Parting = {
  readonly from: PersonId
  readonly identities: readonly IdentityId[]
  readonly reason: string
}

/** Who is who, as far as it can be changed and taken back. */
export interface IdentityStore {
  /** Does what the user says, journals it, and remembers it against all that matching finds later. */
  readonly editIdentities: (owner: OwnerId, edit: UserEdit, at: number) => Promise<Edited>
  /**
   * Takes an edit back, whichever came after it: everybody is who they were without it. A merge that kith made is
   * never made again; one that the user made is asked about.
   * @throws KithError 'not-found' when there is no such edit, 'conflict' when it is taken back already
   */
  readonly undoEdit: (owner: OwnerId, editId: number, at: number) => Promise<Edited>
  /** Makes each of these a person of their own and journals it; nothing is remembered as the user's word. */
  readonly partPeople: (owner: OwnerId, partings: readonly Parting[], at: number) => Promise<Edited>
  /** What sources, and the user for themselves, give for one person: pairs of identity ids. */
  readonly claims: () => Promise<readonly (readonly [number, number])[]>
  /** The journal, newest first. */
  readonly edits: (query: {
    readonly person?: PersonId
    readonly limit: number
    readonly before?: number
  }) => Promise<readonly EditRow[]>
  /** The last word of the user on each pair of identities that are there. */
  readonly verdicts: () => Promise<readonly VerdictRow[]>
  /** Open questions, the surest first. */
  readonly questions: (limit: number) => Promise<readonly QuestionRow[]>
  /** Replaces the questions about these people; null: all there are. */
  readonly saveQuestions: (rows: readonly QuestionRow[], about: readonly PersonId[] | null) => Promise<void>
  /** The identities in each interaction that one of these people took part in; bulk and large ones left out. */
  readonly companyOf: (owner: OwnerId, people: readonly PersonId[]) => Promise<readonly (readonly number[])[]>
  /** Those of the people from whom nothing but bulk mail came, and of whom no source says that one knows them. */
  readonly bulkOnly: (owner: OwnerId, people: readonly PersonId[]) => Promise<ReadonlySet<PersonId>>
  readonly identityIdsOf: (person: PersonId) => Promise<readonly (Identity & { readonly id: IdentityId })[]>
}
