import type { IdentityId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { PersonRow } from './rows.ts'

/** What a source says of where somebody works; written by `ingest`. */
export type PositionFact = {
  readonly identityId: IdentityId
  /** Importer id; `mail` where an address somebody wrote from says it. */
  readonly source: string
  readonly organisation: string | null
  /** Registrable domain of the address; null for what is stated in words. */
  readonly domain: string | null
  readonly title: string | null
  /** When the position began and ended, as stated; epoch milliseconds. */
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** First and last time it was said to hold; null where the source does not say when. */
  readonly firstAt: number | null
  readonly lastAt: number | null
}

export type PositionFactRow = PositionFact & {
  readonly personId: PersonId
  /** When the import began that first told it. */
  readonly seenAt: number
  /** Stable name of the statement. */
  readonly id: string
}

/** What is derived of all statements; organisations by position in the list. */
export type DerivedOrganisations = {
  readonly organisations: readonly {
    /** All keys by which it is found; no key belongs to two. */
    readonly keys: readonly string[]
    readonly name: string
    readonly names: readonly string[]
    readonly domains: readonly string[]
  }[]
  readonly positions: readonly (Omit<PositionRow, 'organisation' | 'name'> & {
    readonly personId: PersonId
    readonly organisation: number | null
  })[]
  readonly changes: readonly (Omit<PositionChangeRow, 'from' | 'to'> & {
    readonly from: { readonly organisation: number | null; readonly title: string | null }
    readonly to: { readonly organisation: number | null; readonly title: string | null }
  })[]
}

/** State of what organisations are derived from; equal versions, equal organisations. */
export type OrganisationsVersion = { readonly directory: number; readonly positions: number }

export type OrganisationRow = {
  readonly organisationId: number
  readonly name: string
  /** All spellings, the most used first. */
  readonly names: readonly string[]
  readonly domains: readonly string[]
  /** The owner's contacts who are there now, and who were. */
  readonly people: number
  readonly former: number
  /** Sum of the closeness of those who are there now: how many of them to expect an exchange with in 30 days. */
  readonly reach: number
  /** The greatest trust among those who are there now; null where nobody is. */
  readonly trust: number | null
}

export const organisationSorts = ['people', 'reach', 'trust', 'name'] as const
export type OrganisationSort = (typeof organisationSorts)[number]

export type OrganisationQuery = {
  readonly sort: OrganisationSort
  /** Part of a name or domain; '' for all. */
  readonly search: string
  readonly limit: number
  readonly offset: number
}

export type PositionRow = {
  readonly organisation: number | null
  /** What the organisation is called; null where the position names none. */
  readonly name: string | null
  readonly title: string | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly firstAt: number | null
  readonly lastAt: number | null
  readonly current: boolean
  readonly sources: readonly string[]
}

type Post = {
  readonly organisation: number | null
  readonly name: string | null
  readonly title: string | null
}

/** Somebody moved, or has a new title: a source that said one thing says another. */
export type PositionChangeRow = {
  readonly personId: PersonId
  /** Unique for a person; the same after every import. */
  readonly changeId: string
  readonly kind: 'organisation' | 'title'
  readonly from: Post
  readonly to: Post
  /** First time the new position was seen, epoch milliseconds. */
  readonly noticedAt: number
  /** Last time the old one was seen: the change lies between the two. */
  readonly lastBeforeAt: number
  readonly source: string
}

/**
 * Organisations, positions and moves. They belong to the directory, like people, and are derived from what sources
 * say and from the addresses of people: `organisationsStale` tells whether that has to be done again.
 */
export interface OrganisationsStore {
  /** Where people work and worked, as sources say it, in a stable order. */
  readonly positionFacts: (person?: PersonId) => Promise<readonly PositionFactRow[]>
  /** The version that the derived rows stand for, and the one of the data; they differ where rows are stale. */
  readonly organisationsVersion: () => Promise<{
    readonly derived: OrganisationsVersion
    readonly now: OrganisationsVersion
  }>
  /**
   * Replaces organisations, positions and moves by those derived from the data of that version. An organisation keeps
   * its id as long as one of its keys lives.
   */
  readonly saveOrganisations: (derived: DerivedOrganisations, of: OrganisationsVersion) => Promise<void>
  /** Organisations where the owner has contacts, now or formerly; `total` counts all that match. */
  readonly organisations: (
    owner: OwnerId,
    query: OrganisationQuery,
  ) => Promise<{ readonly total: number; readonly rows: readonly OrganisationRow[] }>
  readonly organisation: (owner: OwnerId, id: number) => Promise<OrganisationRow | null>
  /** The id of the organisation with one of these keys; null when there is none. */
  readonly organisationOfKeys: (keys: readonly string[]) => Promise<number | null>
  /** The owner's contacts at an organisation: who is there now first, then by closeness. */
  readonly peopleAt: (
    owner: OwnerId,
    id: number,
    limit: number,
  ) => Promise<readonly { readonly person: PersonRow; readonly position: PositionRow }[]>
  /** The positions of a person: current ones first, then the latest. */
  readonly positions: (person: PersonId) => Promise<readonly PositionRow[]>
  /** Moves and new titles of the owner's contacts that were noticed at `since` or later, the newest first. */
  readonly positionChanges: (
    owner: OwnerId,
    since: number,
    person?: PersonId,
  ) => Promise<readonly PositionChangeRow[]>
}
