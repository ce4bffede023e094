import type { Calibre, CalibreContribution } from './combine.ts'
import type { Evidence } from './evidence/evidence.ts'
import { levelWords } from './evidence/title.ts'

const people = (n: number): string => (n === 1 ? '1 person' : `${n.toLocaleString('en')} people`)

/** Evidence below this relevance is said to have little to do with the field. */
const LITTLE_RELEVANCE = 0.5

/** A piece of evidence in words: "VP Trading: director level or above". */
export function evidenceSentence(evidence: Evidence): string {
  const aside =
    evidence.relevance !== null && evidence.relevance < LITTLE_RELEVANCE
      ? ' (little to do with your field, as far as kith can see)'
      : ''
  return `${bareSentence(evidence)}${aside}`
}

function bareSentence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'title':
      return `${evidence.title.trim()}: ${levelWords(evidence.rung)}`
    case 'endorsements': {
      const { recommenders, endorsers } = evidence
      const parts = [
        ...(recommenders > 0 ? [`recommended by ${people(recommenders)}`] : []),
        ...(endorsers > 0 ? [`skills endorsed by ${people(endorsers)}`] : []),
      ]
      return parts.join(', ')
    }
    case 'lists':
      return `named on ${evidence.lists.join(', ')}`
    case 'credentials':
      return evidence.credentials.join(', ')
    case 'audience': {
      const { followers, following } = evidence
      const count = (n: number): string => n.toLocaleString('en')
      return `${count(followers)} followers${following === null ? '' : `, follows ${count(following)}`}`
    }
    case 'rating':
      return `your own rating: ${Math.round(evidence.level * 100)} %`
    case 'attention': {
      const { seekers, soughtSeekers, vantagePoints } = evidence
      if (evidence.level === 0)
        return `nobody who is sought after is seen to seek them, from ${vantagePoints} mailboxes`
      const after =
        soughtSeekers === 0
          ? ''
          : soughtSeekers === seekers
            ? sought(seekers)
            : `, ${soughtSeekers} of them sought after themselves`
      return `sought by ${people(seekers)}${after}`
    }
  }
}

const sought = (seekers: number): string =>
  seekers === 1 ? ', who is sought after' : ', all of them sought after themselves'

/** The evidence in sentences, the weightiest first. */
export const explainCalibre = (contributions: readonly CalibreContribution[]): string[] =>
  contributions.map(({ evidence }) => evidenceSentence(evidence))

/**
 * Calibre in a sentence about influence in a field, never about a person's worth.
 * @param field the user's description of it; null when there is none yet
 * @param topShare place among the contacts whose calibre is known, in (0, 1], 0.08 = top 8 %; null to leave out
 */
export function calibreSentence(
  calibre: Calibre,
  field: string | null,
  topShare: number | null = null,
): string {
  const influence = `Influence in ${field ?? 'your field'}`
  const reasons = explainCalibre(calibre.contributions)
  if (calibre.value === null) {
    return reasons.length === 0
      ? `${influence}: unknown; no source says anything about it yet.`
      : `${influence}: unknown. From your own mail alone kith only sees this: ${reasons.join('; ')}.`
  }
  const rating = calibre.contributions.find(({ evidence }) => evidence.kind === 'rating')
  if (rating) {
    const others = reasons.filter((reason) => reason !== evidenceSentence(rating.evidence))
    const beside = others.length === 0 ? '' : ` kith also sees: ${others.join('; ')}.`
    return `${influence}: ${Math.round(calibre.value * 100)} %, as you rated it yourself.${beside}`
  }
  const place =
    topShare === null
      ? `${Math.round(calibre.value * 100)} %`
      : `top ${Math.max(1, Math.ceil(topShare * 100))} %`
  return `${influence}: ${place}. ${reasons.join('; ')}.`
}
