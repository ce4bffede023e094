import type { Calibre, CalibreContribution } from './combine.ts'
import type { Evidence } from './evidence/evidence.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'

type Words = Sentences['calibre']

/** Evidence below this relevance is said to have little to do with the field. */
const LITTLE_RELEVANCE = 0.5

/** A piece of evidence in words: "VP Trading: director level or above". */
export function evidenceSentence(evidence: Evidence, words: Words = sentences.en.calibre): string {
  const aside =
    evidence.relevance !== null && evidence.relevance < LITTLE_RELEVANCE ? words.littleRelevance : ''
  return `${bareSentence(evidence, words)}${aside}`
}

function bareSentence(evidence: Evidence, words: Words): string {
  switch (evidence.kind) {
    case 'title':
      return words.title(evidence.title.trim(), evidence.rung)
    case 'endorsements': {
      const { recommenders, endorsers } = evidence
      const parts = [
        ...(recommenders > 0 ? [words.recommended(recommenders)] : []),
        ...(endorsers > 0 ? [words.endorsed(endorsers)] : []),
      ]
      return parts.join(', ')
    }
    case 'lists':
      return words.lists(evidence.lists)
    case 'credentials':
      return evidence.credentials.join(', ')
    case 'audience':
      return words.audience(evidence.followers, evidence.following)
    case 'rating':
      return words.rating(evidence.level)
    case 'attention':
      return evidence.level === 0
        ? words.unsought(evidence.vantagePoints)
        : words.sought(evidence.seekers, evidence.soughtSeekers)
  }
}

/** The evidence in sentences, the weightiest first. */
export const explainCalibre = (
  contributions: readonly CalibreContribution[],
  words: Words = sentences.en.calibre,
): string[] => contributions.map(({ evidence }) => evidenceSentence(evidence, words))

/**
 * Calibre in a sentence about influence in a field, never about a person's worth.
 * @param field the user's description of it; null when there is none yet
 * @param topShare place among the contacts whose calibre is known, in (0, 1], 0.08 = top 8 %; null to leave out
 */
export function calibreSentence(
  calibre: Calibre,
  field: string | null,
  topShare: number | null = null,
  words: Words = sentences.en.calibre,
): string {
  const reasons = explainCalibre(calibre.contributions, words)
  if (calibre.value === null) return words.unknown(field, reasons)
  const rating = calibre.contributions.find(({ evidence }) => evidence.kind === 'rating')
  if (rating === undefined) return words.known(field, calibre.value, topShare, reasons)
  const own = evidenceSentence(rating.evidence, words)
  return words.rated(
    field,
    calibre.value,
    reasons.filter((reason) => reason !== own),
  )
}
