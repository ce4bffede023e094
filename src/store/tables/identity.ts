import type { Defaulted } from './defaulted.ts'

/** Who is who: people, what names them, and what was said and decided of it. Shared by all owners. */
export type IdentityTables = {
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
  /** Every import that says a fact, with the latest time it says it held. */
  fact_sources: {
    identity_id: number
    field: string
    source: string
    value_hash: string
    import_id: number
    at_ms: number | null
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
  /** Every import that says two identities are one person (an identity with itself: that it is there). */
  identity_claims: { identity_id: number; other_id: number; import_id: number }
}
