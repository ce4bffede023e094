import { DAY_MS, decayed } from '../../stats/decay.ts'
import { EVIDENCE_HALF_LIFE_DAYS } from './evidence.ts'
import type { TitleEvidence } from './evidence.ts'
import { titleLevel } from './title.ts'

/** Weight of a title: as much as the prior, so that a known title moves half of the way. An assumption. */
export const TITLE_RELIABILITY = 3

/**
 * A title as evidence; null where it names no rung of the ladder.
 * @param seen when the title held (null: not known, taken as fresh) and how near it is to the user's field
 */
export function titleEvidence(
  title: string,
  seen: { readonly at: number | null; readonly relevance: number | null },
  now: number,
): TitleEvidence | null {
  const found = titleLevel(title)
  if (found === null) return null
  const ageDays = seen.at === null ? 0 : Math.max(0, (now - seen.at) / DAY_MS)
  return {
    kind: 'title',
    title,
    level: found.level,
    rung: found.rung,
    reliability: TITLE_RELIABILITY,
    relevance: seen.relevance,
    recency: decayed(ageDays, EVIDENCE_HALF_LIFE_DAYS),
    at: seen.at,
  }
}
