import type { RatingEvidence } from './evidence.ts'

/** Weight shown of the user's own rating: far beyond all other evidence together, which it overrules. */
const RATING_RELIABILITY = 100

/**
 * The user's own rating as evidence. It decides alone, whatever else is known; the rest stays listed beside it.
 * @param level in [0, 1]
 * @param at when they gave it, epoch milliseconds
 */
export const ratingEvidence = (level: number, at: number): RatingEvidence => ({
  kind: 'rating',
  level,
  reliability: RATING_RELIABILITY,
  relevance: null,
  recency: 1,
  at,
})
