import type { Language } from '#core/sentences/language.ts'
import type { Worth } from './schemas.ts'
import type { Learning } from './score/goal-inputs.ts'
import type { OwnerRow } from '#store/store.ts'

/** What is kept beside the scores, made with them, so that a page reads it instead of computing it. */
export type ScoreSummary = {
  /** The time that was asked for, epoch milliseconds; null for the end of the data. */
  readonly scoredFor: number | null
  /** The first interaction that the scores do not see yet; null (Infinity in JSON) when there is none. */
  readonly nextEventAt: number | null
  /** In every language, since nobody knows who will read it. */
  readonly reports: Readonly<Record<Language, Worth>>
  /** How much each meaning of the user's field tells, over their contacts. */
  readonly fieldWeights?: readonly (readonly [meaning: string, weight: number])[]
  /** The share of all subjects that each meaning of the field stands in. */
  readonly usualTalk?: readonly (readonly [meaning: string, share: number])[]
  /** What outcomes have taught, and what kith expected of them. */
  readonly learning?: Learning
  /** Up to when outcomes were looked at for it. */
  readonly learnedAt?: number
}

/**
 * The summary of the stored scores; null before there are any. Only kith itself writes it, but an older kith wrote its
 * report in one language: that counts as none, so that everybody is scored anew.
 */
export const summaryOf = (row: OwnerRow): ScoreSummary | null => {
  const summary = row.summary as ScoreSummary | null
  return summary !== null && 'reports' in summary ? summary : null
}
