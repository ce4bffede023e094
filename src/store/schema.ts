import type { DerivedTables } from './tables/derived.ts'
import type { IdentityTables } from './tables/identity.ts'
import type { OrganisationTables } from './tables/organisations.ts'
import type { OwnerTables } from './tables/owner.ts'
import type { SourceTables } from './tables/sources.ts'

/** What all owners share, and each owner. */
type CoreTables = {
  /** Counters that all owners share: the version of the directory and the next ids. */
  meta: { name: MetaName; value: number }
  owners: {
    owner_id: number
    me_person_id: number | null
    touchpoints_ready: number
    scored_at_ms: number | null
    score_summary: string | null
    changes: number
    scored_changes: number
    /** `changes` and the version of the directory when all was last concluded from them; -1 is never. */
    concluded_changes: number
    concluded_directory: number
    /** `changes` at the last batch of an import, and at the last one that was there when all was concluded. */
    brought_changes: number
    concluded_brought: number
    next_interaction_id: number
    /** Number of interactions, and their first and last time, kept here because a screen asks often. */
    interactions: number
    first_ms: number | null
    last_ms: number | null
  }
}

/**
 * The tables as the newest migration leaves them. Times are epoch milliseconds, marks are 0 or 1, codes are
 * positions in the lists of core/model/interaction.ts.
 */
export type Tables = CoreTables &
  IdentityTables &
  OrganisationTables &
  SourceTables &
  DerivedTables &
  OwnerTables

export const metaNames = [
  'directory_version',
  'next_person_id',
  'next_identity_id',
  'next_import_id',
  'next_goal_id',
  'next_edit_id',
  'next_token_id',
  'next_organisation_id',
  'positions_version',
  'organisations_of_directory',
  'organisations_of_positions',
  'next_entry_id',
  'next_introduction_id',
  'next_account_id',
] as const
export type MetaName = (typeof metaNames)[number]

/** Tables shared by all owners; every other table holds an owner's facts and leads each key with `owner_id`. */
export const sharedTables: readonly string[] = [
  'schema_version',
  'meta',
  'owners',
  'people',
  'identities',
  'person_facts',
  'identity_edits',
  'forgotten',
  'position_facts',
  'organisations',
  'organisation_keys',
  'positions',
  'position_changes',
  'fact_sources',
  'position_sources',
  'identity_claims',
  'identity_verdicts',
  'match_questions',
]
