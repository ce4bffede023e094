/** What kith works out of the sources, and can work out again. */
export type DerivedTables = {
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
  /** The structure of the network as last derived: JSON parts under a mark that says of which data. */
  network_studies: { owner_id: number; part: string; mark: string; body: string }
  /** What scoring knows beside the scores, for plan and what-if. */
  outlooks: {
    owner_id: number
    person_id: number
    /** Closeness after a quarter of silence. */
    silent: number
    overlap: number | null
  }
  /** Whom each change that only brought interactions touched, until scores have seen it (touches.ts). */
  touches: {
    owner_id: number
    change_number: number
    /** 0 stands for the change itself. */
    person_id: number
    /** The earliest interaction of the change. */
    since_ms: number | null
    /** 1 where a new name was told, or the person is new. */
    told: number
  }
  /** What scoring keeps for scoring some people alone (standings.ts). */
  standings: {
    owner_id: number
    /** 0 is everybody as of the scores; from 1 on, runs of ties as of the beginning of the day. */
    part: number
    body: Uint8Array
  }
  /** What each person is seen talking about, as far as the field goes: words with counts of subjects, as JSON (talk.ts). */
  talks: {
    owner_id: number
    person_id: number
    subjects: number
    words: string
    /** Marks of the subjects, 8 bytes each. */
    marks: Uint8Array
  }
  /** What the kept talk is about, and the last interaction there was when it was made. */
  talk_marks: { owner_id: number; about: string; up_to: number }
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
}
