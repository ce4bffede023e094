/** What the owner told kith, and how kith may be reached and reaches out. */
export type OwnerTables = {
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
  ratings: { owner_id: number; identity_id: number; level: number; at_ms: number }
  /** Whom the user says a line with a name alone means, or does not mean. */
  list_decisions: {
    owner_id: number
    entry_hash: string
    identity_id: number
    accepted: number
    at_ms: number
  }
  settings: { owner_id: number; name: string; value: string }
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
}
