import { DAY_MS, decayed } from '../../stats/decay.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence.ts'
import type { AudienceEvidence } from './evidence.ts'

/** An audience weighs little: followers can be bought, and follow back. An assumption. */
const AUDIENCE_RELIABILITY = 0.25
/** Followers, beyond those followed, at which the scale ends: a million. */
const LARGEST = 1e6

/**
 * The audience of somebody's posts as evidence; null where no source counts it.
 *
 *   level = log10(1 + max(0, followers − following)) / 6, at most 1
 *
 * Whom one follows oneself is taken off: networks of mutual following show no audience. Ten times the followers move
 * the level by a sixth at most.
 */
export function audienceEvidence(
  followers: number | null,
  following: number | null,
  at: number | null,
  now: number,
): AudienceEvidence | null {
  if (followers === null || !(followers >= 0)) return null
  const net = Math.max(0, followers - Math.max(0, following ?? 0))
  return {
    kind: 'audience',
    followers,
    following,
    level: Math.min(1, Math.log10(1 + net) / Math.log10(LARGEST)),
    reliability: AUDIENCE_RELIABILITY,
    relevance: null,
    recency: at === null ? 1 : decayed(Math.max(0, (now - at) / DAY_MS), EVIDENCE_HALF_LIFE_DAYS),
    at,
  }
}
