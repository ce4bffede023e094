import { DAY_MS, decayed } from '../../stats/decay.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence.ts'
import type { EndorsementEvidence } from './evidence.ts'

/** Somebody vouches for somebody. `from` and `to` are people. */
export type Endorsement = {
  readonly from: number
  readonly to: number
  readonly kind: 'skill' | 'recommendation'
  /** How high it puts the person, in [0, 1], where the source has grades; null: the usual level of its kind. */
  readonly level: number | null
  /** How near its topic is to the user's field, in [0, 1]; null is unknown. */
  readonly relevance: number | null
  /** Epoch milliseconds; null where the source does not say. */
  readonly at: number | null
}

/**
 * What an endorsement without grades says, and how much it weighs: a click on a skill little, a written
 * recommendation more. Assumptions; both lie above the field's mean, as nobody is endorsed for being poor.
 */
const kinds = {
  skill: { level: 0.6, reliability: 0.25 },
  recommendation: { level: 0.75, reliability: 1 },
} as const

/** However many endorse, together they weigh no more than a title. */
export const MOST_ENDORSEMENT_RELIABILITY = 3

/**
 * What others vouch for, as evidence; null where nobody else does.
 *
 * level = mean level over the distinct people who endorse, each by the weightiest thing they said. The number of
 * them enters only the weight; the shrinkage toward the field's mean happens where evidence is combined, as the
 * weight is small while there are few. What people say of themselves, and what was said at `now` or later, is
 * ignored.
 */
export function endorsementEvidence(
  person: number,
  endorsements: readonly Endorsement[],
  now: number,
): EndorsementEvidence | null {
  const byEndorser = new Map<number, Endorsement>()
  for (const each of endorsements) {
    if (each.to !== person || each.from === person || (each.at !== null && each.at >= now)) continue
    const known = byEndorser.get(each.from)
    if (known === undefined || weightier(each, known)) byEndorser.set(each.from, each)
  }
  if (byEndorser.size === 0) return null
  let weight = 0
  let leveled = 0
  let fresh = 0
  let relevant = 0
  let knownRelevance = 0
  let at: number | null = null
  for (const each of byEndorser.values()) {
    const { reliability, level } = kinds[each.kind]
    weight += reliability
    leveled += reliability * (each.level ?? level)
    fresh += reliability * (each.at === null ? 1 : decayed((now - each.at) / DAY_MS, EVIDENCE_HALF_LIFE_DAYS))
    if (each.relevance !== null) {
      knownRelevance += reliability
      relevant += reliability * each.relevance
    }
    if (each.at !== null) at = Math.max(at ?? each.at, each.at)
  }
  const recommenders = [...byEndorser.values()].filter((each) => each.kind === 'recommendation').length
  return {
    kind: 'endorsements',
    level: leveled / weight,
    reliability: Math.min(weight, MOST_ENDORSEMENT_RELIABILITY),
    relevance: knownRelevance === 0 ? null : relevant / knownRelevance,
    recency: fresh / weight,
    at,
    recommenders,
    endorsers: byEndorser.size - recommenders,
  }
}

/** Of two endorsements by one person: the recommendation, then the higher level, then the later one. */
function weightier(one: Endorsement, other: Endorsement): boolean {
  const key = (each: Endorsement): readonly number[] => [
    kinds[each.kind].reliability,
    each.level ?? kinds[each.kind].level,
    each.at ?? -Infinity,
    each.relevance ?? -1,
  ]
  const [a, b] = [key(one), key(other)]
  const differing = a.findIndex((value, i) => value !== b[i])
  return differing >= 0 && a[differing]! > b[differing]!
}
