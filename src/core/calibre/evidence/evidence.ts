import type { Rung } from './title-ladder.ts'

/**
 * What all pieces of evidence have: a level, and what makes up its weight.
 * weight = reliability · relevance (1 where unknown) · recency.
 */
type Weighed = {
  /** How influential and credible the evidence shows the person to be, in [0, 1]. */
  readonly level: number
  /** Weight of fresh evidence from the user's own field, ≥ 0; the prior weighs 3. */
  readonly reliability: number
  /** How much it has to do with the user's field, in [0, 1]; null is unknown and lowers nothing. */
  readonly relevance: number | null
  /** What age has left of it, in (0, 1]. */
  readonly recency: number
  /** When it was seen, in epoch milliseconds; null where the source does not say. */
  readonly at: number | null
}

export type TitleEvidence = Weighed & {
  readonly kind: 'title'
  readonly title: string
  readonly rung: Rung
}

export type EndorsementEvidence = Weighed & {
  readonly kind: 'endorsements'
  /** Distinct people who wrote a recommendation. */
  readonly recommenders: number
  /** Distinct people who endorsed a skill and wrote no recommendation. */
  readonly endorsers: number
}

export type AttentionEvidence = Weighed & {
  readonly kind: 'attention'
  /** Distinct people who seek this person. */
  readonly seekers: number
  /** The attention h-index: so many of them are sought by at least as many people themselves. */
  readonly soughtSeekers: number
  /** Over how many mailboxes the graph was seen. */
  readonly vantagePoints: number
}

export type ListsEvidence = Weighed & {
  readonly kind: 'lists'
  /** The lists that name the person, with their years. */
  readonly lists: readonly string[]
}

export type CredentialsEvidence = Weighed & {
  readonly kind: 'credentials'
  /** Certificates and degrees, the highest first. */
  readonly credentials: readonly string[]
}

export type AudienceEvidence = Weighed & {
  readonly kind: 'audience'
  readonly followers: number
  /** Null where the source does not say. */
  readonly following: number | null
}

/** The user's own word, which decides alone. */
export type RatingEvidence = Weighed & { readonly kind: 'rating' }

/** One piece of evidence of a person's calibre. A further kind is a further member here and a file beside. */
export type Evidence =
  | TitleEvidence
  | EndorsementEvidence
  | AttentionEvidence
  | ListsEvidence
  | CredentialsEvidence
  | AudienceEvidence
  | RatingEvidence

/** Days after which titles, endorsements and recommendations weigh half: an assumption. */
export const EVIDENCE_HALF_LIFE_DAYS = 5 * 365.25
