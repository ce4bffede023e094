import { comparators } from './comparators/index.ts'
import { comparePair, matchProbability, type MatchModel, newComparison, priorWeight } from './match-model.ts'
import { type ComparatorName, type MatchPerson, UNKNOWN } from './match-person.ts'
import type { MatchTable } from './match-table.ts'

/** What one kind of evidence says about two people being one. */
export type MatchPart = {
  readonly field: ComparatorName
  /** Level of agreement, as the comparator names it. */
  readonly level: string
  /** log2(m/u): doublings of the odds; above 0 speaks for one person, below 0 for two. */
  readonly bits: number
  /** What was compared, as the sources write it. */
  readonly first: readonly string[]
  readonly second: readonly string[]
}

export type MatchExplanation = {
  /** Calibrated, in (0, 1). */
  readonly probability: number
  /** log2 odds of two people taken at random. */
  readonly prior: number
  /** Those that say something, the strongest first. */
  readonly parts: readonly MatchPart[]
}

/** Values of a kind that are shown; more do not help to decide. */
const SHOWN = 3

const valuesOf: Readonly<Record<ComparatorName, (person: MatchPerson) => readonly string[]>> = {
  name: (person) => person.names,
  address: (person) => [...person.mails, ...person.accounts.map((account) => account.replace(':', '/'))],
  phone: (person) => person.phones,
  organisation: (person) =>
    person.organisations.length > 0
      ? person.organisations
      : person.mails.map((mail) => mail.slice(mail.indexOf('@') + 1)),
  title: (person) => person.titles,
  place: (person) => person.places,
  company: () => [],
}

/** Why two rows of the table are, or are not, one person: the parts that make up the probability. */
export function explainMatch(
  table: MatchTable,
  model: MatchModel,
  people: readonly MatchPerson[],
  a: number,
  b: number,
): MatchExplanation {
  const found = comparePair(table, model, a, b, newComparison())
  const parts = comparators.flatMap((comparator, c): MatchPart[] => {
    const level = found.levels[c]!
    if (level === UNKNOWN) return []
    const values = valuesOf[comparator.name]
    return [
      {
        field: comparator.name,
        level: comparator.levels[level]!.id,
        bits: Math.round(found.weights[c]! * 10) / 10,
        first: values(people[a]!).slice(0, SHOWN),
        second: values(people[b]!).slice(0, SHOWN),
      },
    ]
  })
  return {
    probability: matchProbability(found.total),
    prior: Math.round(priorWeight(model, table.rows.length) * 10) / 10,
    parts: parts.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits)),
  }
}

/** Below this many doublings nothing much is said. */
const LITTLE = 0.4
/** Odds are not told finer than this many times. */
const MOST_TIMES = 1000

/**
 * By how much a part changes the odds: as `times`, at least 1, in favour of one person or of two; null where it
 * changes little. Rounded to one digit, since it is no more exact than that.
 */
export function effectOf(bits: number): { readonly for: 'one' | 'two'; readonly times: number } | null {
  if (Math.abs(bits) < LITTLE) return null
  const times = Math.min(MOST_TIMES, 2 ** Math.abs(bits))
  const unit = times < 3 ? 0.5 : 10 ** Math.floor(Math.log10(times))
  return { for: bits > 0 ? 'one' : 'two', times: Math.round(times / unit) * unit }
}

/** The effect in plain words, such as `makes one person about 8 times as likely`. */
export function effectInWords(bits: number): string {
  const effect = effectOf(bits)
  if (effect === null) return 'says little either way'
  const times = effect.times >= MOST_TIMES ? 'over 1,000' : `about ${effect.times.toLocaleString('en')}`
  return `makes ${effect.for === 'one' ? 'one person' : 'two people'} ${times} times as likely`
}
