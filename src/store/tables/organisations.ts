/** Where people work. Shared by all owners. */
export type OrganisationTables = {
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
  /** Every import that says where somebody works, with the times it says so. */
  position_sources: {
    identity_id: number
    fact_hash: string
    import_id: number
    first_ms: number | null
    last_ms: number | null
    seen_ms: number
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
