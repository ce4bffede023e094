import { comparators } from '#core/identity/matching/comparators/index.ts'
import {
  comparePair,
  matchProbability,
  newComparison,
  shippedModel,
} from '#core/identity/matching/match-model.ts'
import { type ComparatorName, type MatchPerson, UNKNOWN } from '#core/identity/matching/match-person.ts'
import { type Company, MatchTable } from '#core/identity/matching/match-table.ts'

const nothing: MatchPerson = {
  names: [],
  mails: [],
  phones: [],
  organisations: [],
  titles: [],
  places: [],
  accounts: [],
}

/** Somebody of whom only this is known; a text is a name, or an address where it has an @. */
export const somebody = (known: string | Partial<MatchPerson>): MatchPerson =>
  typeof known !== 'string'
    ? { ...nothing, ...known }
    : known.includes('@')
      ? { ...nothing, mails: [known] }
      : { ...nothing, names: [known] }

/** Two people compared by the shipped parameters in a directory of their own. */
export function compared(
  first: string | Partial<MatchPerson>,
  second: string | Partial<MatchPerson>,
  company: Company | null = null,
) {
  const table = new MatchTable()
  table.company = company
  const [a, b] = [table.add(somebody(first)), table.add(somebody(second))]
  const found = comparePair(table, shippedModel, a, b, newComparison())
  const index = (field: ComparatorName): number => comparators.findIndex(({ name }) => name === field)
  return {
    probability: matchProbability(found.total),
    /** Whether the user decides, however sure it is. */
    asks: found.review,
    level: (field: ComparatorName): string | null => {
      const level = found.levels[index(field)]!
      return level === UNKNOWN ? null : comparators[index(field)]!.levels[level]!.id
    },
    bits: (field: ComparatorName): number => found.weights[index(field)]!,
  }
}
