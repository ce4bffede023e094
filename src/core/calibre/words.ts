/**
 * The words of a text for comparison: letters and digits only, lower case, without accents, ß as ss.
 * Dots inside abbreviations vanish ("C.E.O." is "ceo").
 */
export function foldWords(text: string): string[] {
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return folded === '' ? [] : folded.split(' ')
}

/** The same text in lower case, without accents and without the dots of abbreviations; punctuation stays. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/\b(\p{L})\.(?=\p{L}(?:\.|\b))/gu, '$1')
