/** What an owner's sources say, and which import said it. */
export type SourceTables = {
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
  /** Names of the files in a folder that an import has read, a line each. */
  read_folders: { owner_id: number; import_id: number; folder: string; names: string }
  skips: { owner_id: number; import_id: number; position: number; place: string; reason: string }
}
