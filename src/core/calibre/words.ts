/**
 * The words of a text for comparison: letters and digits only, lower case, without accents, ß as ss.
 * Dots inside abbreviations vanish ("C.E.O." is "ceo").
 */
export function foldWords(text: string): string[] {
  const folded = fold(text)
  return folded.match(PLAIN.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}

/** The same text in lower case, without accents and without the dots of abbreviations; punctuation stays. */
export function fold(text: string): string {
  // Most texts are plain: looking costs a twentieth of normalising.
  const plain = PLAIN.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss')
  return plain.includes('.') ? plain.replace(/\b(\p{L})\.(?=\p{L}(?:\.|\b))/gu, '$1') : plain
}

const PLAIN = /^[ -~]*$/
