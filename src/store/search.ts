import { nameKey } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'

/** Words of a search that are looked for; more only cost time. */
const MAX_WORDS = 8

/**
 * What a person is found by: each text without accents, punctuation and capitals, on a line of its own so that no
 * search runs across two of them.
 */
export const searchLines = (texts: readonly (string | null)[], identities: readonly Identity[]): string =>
  [...texts, ...identities.map((identity) => identity.value)]
    .map((text) => (text === null ? '' : nameKey(text)))
    .filter((line) => line !== '')
    .join('\n')

/**
 * Patterns for LIKE that all have to match searchLines(); null when the search holds no letter or digit and so
 * matches nobody. nameKey() leaves letters, digits and blanks: no character that means something to LIKE.
 */
export function searchPatterns(search: string): readonly string[] | null {
  if (search.trim() === '') return []
  const words = nameKey(search).split(' ').slice(0, MAX_WORDS)
  return words[0] === '' ? null : words.map((word) => `%${word}%`)
}
