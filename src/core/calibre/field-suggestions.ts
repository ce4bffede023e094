import { meaningOf } from './field.ts'
import { foldWords } from './words.ts'

/** A term that could stand in the description of a field, and how many people it would meet. */
export type FieldSuggestion = { readonly term: string; readonly people: number }

/** A term that fewer people have says nothing of a field. */
const FEWEST_PEOPLE = 3

/**
 * Terms that the user's own contacts work in, for describing a field with: the meanings of their titles,
 * organisations and industries, each by the word that is used for it most. The most people first, then by word.
 * What the description has already is left out.
 * @param people what texts say of each person
 */
export function suggestTerms(
  people: Iterable<readonly string[]>,
  field: string,
  most: number,
): FieldSuggestion[] {
  const described = new Set(foldWords(field).map(meaningOf))
  const met = new Map<string, { people: number; readonly words: Map<string, number> }>()
  for (const texts of people) {
    const mine = new Set<string>()
    for (const word of texts.flatMap(foldWords)) {
      const meaning = meaningOf(word)
      if (meaning === null || described.has(meaning)) continue
      const found = met.get(meaning) ?? { people: 0, words: new Map<string, number>() }
      met.set(meaning, found)
      found.words.set(word, (found.words.get(word) ?? 0) + 1)
      if (!mine.has(meaning)) found.people++
      mine.add(meaning)
    }
  }
  return [...met.values()]
    .filter((each) => each.people >= FEWEST_PEOPLE)
    .map(({ people: count, words }) => ({
      term: [...words].reduce((best, one) =>
        one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
      )[0],
      people: count,
    }))
    .sort((a, b) => b.people - a.people || (a.term < b.term ? -1 : 1))
    .slice(0, most)
}
