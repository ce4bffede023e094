import type { ColumnType } from 'kysely'

/** A column that an insert may leave to the database. */
type Defaulted<T> = ColumnType<T, T | undefined, T>

/**
 * The tables as the newest migration leaves them. Times are epoch milliseconds, marks are 0 or 1, codes are
 * positions in the lists of core/model/interaction.ts.
 */
export type Tables = {
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
    next_interaction_id: number
    /** Number of interactions, and their first and last time, kept here because a screen asks often. */
    interactions: number
    first_ms: number | null
    last_ms: number | null
  }

  people: {
    person_id: number
    name: string
    name_key: string
    organisation: string | null
    title: string | null
    industry: string | null
    place: string | null
    is_person: number
    /** Name, organisation, title and identities as nameKey() makes them, in lines. */
    search_text: string
  }
  identities: {
    identity_id: number
    /** Hash of identityKey(): values can be too long for an index. */
    key_hash: string
    kind: string
    value: string
    person_id: number
    import_id: number | null
  }
  person_facts: {
    identity_id: number
    field: string
    source: string
    value_hash: string
    value: string
    at_ms: number | null
    import_id: number | null
  }
  /** Journal of who is who, with all that taking an edit back needs. A merge moves gone to kept, a split the reverse. */
  identity_edits: {
    edit_id: number
    kind: Defaulted<string>
    made_by: Defaulted<string>
    at_ms: Defaulted<number | null>
    probability: Defaulted<number | null>
    undone_ms: Defaulted<number | null>
    /** JSON: the row of the person who is gone. */
    gone_row: Defaulted<string | null>
    kept_person_id: number
    gone_person_id: number
    reason: string
    /** JSON: ids of the identities that moved from gone to kept. */
    moved: string
    /** JSON: ids of the owners whose person was gone, now kept. */
    me_of: string
    import_id: number | null
  }
  /** What the user said of two identities, by the hashes of their keys so that it outlives the rows; the last edit counts. */
  identity_verdicts: { first_hash: string; second_hash: string; edit_id: number; verdict: string }
  /** Pairs of people who may be one, for the user to decide. */
  match_questions: {
    first_person_id: number
    second_person_id: number
    probability: number
    evidence: string
  }

  /** Hashes of the keys of people who were deleted for good. */
  forgotten: { key_hash: string; at_ms: number }

  interactions: {
    owner_id: number
    interaction_id: number
    key_hash: string
    occurred_ms: number | null
    time_quality: number
    channel: number
    bulk: number
    subject: string | null
    words: number | null
    thread: string | null
    import_id: number
  }
  participants: {
    owner_id: number
    interaction_id: number
    identity_id: number
    role: number
    import_id: number
  }
  /** Who sought whom, kept for scoring (seeking.ts): distinct pairs with the first time. */
  seeking_pairs: {
    owner_id: number
    from_identity_id: number
    to_identity_id: number
    first_ms: number
    /** The first time that others were addressed beside whom they sought; MAX_SAFE_INTEGER for never. */
    grouped_ms: number
  }
  /** Interactions that reach so many that it depends on who is who whether they are bulk. */
  seeking_wide: { owner_id: number; interaction_id: number }
  /** How far the pairs are kept. */
  seeking_marks: {
    owner_id: number
    /** The last interaction whose pairs are kept. */
    up_to: number
    /** The owner's `changes` when the pairs were begun. */
    made_at_change: number
    /** The first identity that none of these interactions can name. */
    identities_to: number
    /** How often somebody became nobody since, or the other way round. */
    turns: number
  }
  touchpoints: {
    owner_id: number
    person_id: number
    occurred_ms: number
    interaction_id: number
    direction: number
    channel: number
    audience: number
    role: number
    bulk: number
  }
  /** What interactions are about beside their subject: lower-case words joined by spaces. */
  interaction_keywords: { owner_id: number; interaction_id: number; keywords: string; import_id: number }
  /** Interactions whose touchpoints were dropped and wait to be derived anew. */
  waiting_interactions: { owner_id: number; interaction_id: number }
  /** `null` on either side is the owner. */
  declarations: {
    owner_id: number
    key_hash: string
    kind: string
    from_identity_id: number | null
    to_identity_id: number | null
    at_ms: number | null
    import_id: number
  }
  endorsements: {
    owner_id: number
    key_hash: string
    kind: string
    from_identity_id: number | null
    to_identity_id: number | null
    topic: string | null
    at_ms: number | null
    import_id: number
  }

  /** The structure of the network as last derived: JSON parts under a mark that says of which data. */
  network_studies: { owner_id: number; part: string; mark: string; body: string }
  introductions: {
    owner_id: number
    introduction_id: number
    to_identity_id: number
    via_identity_id: number
    state: string
    asked_ms: number
    changed_ms: number
    note: string | null
  }

  imports: {
    owner_id: number
    import_id: number
    path: string
    source: string
    started_ms: number
    finished_ms: number | null
    state: string
    read_count: number
    new_count: number
    skipped_count: number
  }
  /** Interactions that an import brought again in the words of the first, as ranges of ids (provenance.ts). */
  interaction_repeats: { owner_id: number; import_id: number; position: number; ranges: string }
  /** What each import tells of an interaction, where they differ; JSON. */
  interaction_versions: { owner_id: number; interaction_id: number; import_id: number; told: string }
  /** Every import that brought a declaration or endorsement; `kind` is the table. */
  tie_sources: { owner_id: number; kind: string; key_hash: string; import_id: number }
  /** What the files of an import say of their owner; JSON. */
  import_hints: { owner_id: number; import_id: number; run_id: number; hints: string }
  /** Every import that says a fact, with the latest time it says it held. */
  fact_sources: {
    identity_id: number
    field: string
    source: string
    value_hash: string
    import_id: number
    at_ms: number | null
  }
  /** Every import that says where somebody works, with the times it says so. */
  position_sources: {
    identity_id: number
    fact_hash: string
    import_id: number
    first_ms: number | null
    last_ms: number | null
    seen_ms: number
  }
  /** Every import that says two identities are one person (an identity with itself: that it is there). */
  identity_claims: { identity_id: number; other_id: number; import_id: number }
  skips: { owner_id: number; import_id: number; position: number; place: string; reason: string }
  goals: {
    owner_id: number
    goal_id: number
    kind: string
    target: number
    period: string
    confidence: number
    weight: number
    base_rate: number | null
    added_ms: number
    /** JSON of a Segment; null is everybody. */
    segment: string | null
    starts_ms: number | null
    ends_ms: number | null
    /** When the user removed it; kept, so that it can come back. */
    removed_ms: number | null
    /** JSON of the goal before the last edit. */
    previous: string | null
  }
  /** What the user keeps: notes, tags, marks, reminders, actions, outcomes, snapshots. */
  entries: {
    owner_id: number
    entry_id: number
    kind: string
    /** JSON of the keys of the person it is about, so that it outlives merges and imports taken back. */
    about: string | null
    via: string | null
    at_ms: number
    made_ms: number
    removed_ms: number | null
    /** JSON; its form depends on the kind. */
    body: string
    /** JSON: the entry before the last change. */
    previous: string | null
  }
  /** What scoring knows beside the scores, for plan and what-if. */
  outlooks: {
    owner_id: number
    person_id: number
    /** Closeness after a quarter of silence. */
    silent: number
    overlap: number | null
  }
  /** Secrets that programs show to be let in; only their hashes are kept. */
  tokens: {
    owner_id: number
    token_id: number
    token_hash: string
    name: string
    scope: string
    added_ms: number
    used_ms: number | null
  }
  /** Answers to changes that came with an idempotency key; without a status, the change is under way. */
  kept_answers: {
    owner_id: number
    key_hash: string
    request_hash: string
    status: number | null
    body: string | null
    at_ms: number
  }
  settings: { owner_id: number; name: string; value: string }
  /** Accounts on servers that kith keeps up with; their secrets are elsewhere, under `vault_key`. */
  accounts: {
    owner_id: number
    account_id: number
    kind: string
    server: string
    user_name: string
    vault_key: string
    /** JSON. */
    options: string
    added_ms: number
  }
  /** How far each account has been read, and how the last times went. */
  account_syncs: {
    owner_id: number
    account_id: number
    /** JSON, as the connector writes it. */
    state: string
    started_ms: number | null
    finished_ms: number | null
    succeeded_ms: number | null
    failures: number
    last_error: string | null
    /** Who reads it now, and until when that is believed. */
    lease: string | null
    lease_until_ms: number | null
  }
  /** What was learned of closeness, a version a fit. */
  closeness_models: {
    owner_id: number
    version: number
    kind: string
    fitted_ms: number
    data_ms: number
    fingerprint: string
    /** JSON, as core/closeness/model-text.ts writes it. */
    model: string
    /** JSON: metrics, and what changed with it. */
    report: string
  }
  /** Where each tie is heading, made with the scores. */
  tie_trends: {
    owner_id: number
    person_id: number
    /** Closeness 90 days before the time of the scores; null where there had been no contact. */
    closeness_before: number | null
    gap_days: number | null
    mean_gap_days: number | null
  }
  scores: {
    owner_id: number
    person_id: number
    closeness: number
    trust: number
    calibre: number | null
    worth: number
    contribution: number
    interactions_out: number
    interactions_in: number
    interactions_together: number
    last_ms: number | null
    sought: number | null
    seekers: number | null
    sought_seekers: number | null
    /** A bit for each channel that exchange went over, by the channel's code; bulk left out. */
    channels: number
  }

  ratings: { owner_id: number; identity_id: number; level: number; at_ms: number }
  list_entries: {
    owner_id: number
    entry_hash: string
    list: string
    name: string
    name_key: string
    /** Null where the list gives a name alone. */
    identity_id: number | null
    level: number | null
    field: string | null
    year: number | null
    import_id: number
  }
  /** Whom the user says a line with a name alone means, or does not mean. */
  list_decisions: {
    owner_id: number
    entry_hash: string
    identity_id: number
    accepted: number
    at_ms: number
  }

  position_facts: {
    identity_id: number
    fact_hash: string
    source: string
    organisation: string | null
    domain: string | null
    title: string | null
    started_ms: number | null
    ended_ms: number | null
    first_ms: number | null
    last_ms: number | null
    seen_ms: number
    import_id: number | null
  }
  organisations: {
    organisation_id: number
    name: string
    name_key: string
    /** JSON lists. */
    names: string
    domains: string
    search_text: string
  }
  organisation_keys: { key_hash: string; organisation_id: number }
  positions: {
    person_id: number
    /** Order of importance, from 0. */
    place: number
    organisation_id: number | null
    title: string | null
    started_ms: number | null
    ended_ms: number | null
    first_ms: number | null
    last_ms: number | null
    is_current: number
    /** JSON list. */
    sources: string
  }
  position_changes: {
    person_id: number
    change_id: string
    kind: string
    from_organisation_id: number | null
    from_title: string | null
    to_organisation_id: number | null
    to_title: string | null
    noticed_ms: number
    last_before_ms: number
    source: string
  }
}

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
