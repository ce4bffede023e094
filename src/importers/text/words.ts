/** Longest subject worth keeping, in characters. */
const MAX_SUBJECT = 300

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Text as a reader sees it: tags left out, the common HTML entities decoded. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(
      /&(?:#(\d{1,7})|([a-z]{2,8}));/gi,
      (whole, code: string | undefined, name: string | undefined) => {
        if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
        const point = Number(code)
        return point > 31 && point < 0x11_0000 ? String.fromCodePoint(point) : ' '
      },
    )
}

/** Number of words in a text; numbers count, signs alone do not. */
export function countWords(text: string): number {
  let words = 0
  for (const part of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(part)) words++
  return words
}

/** Single blanks between words. Most text has them, and to write it anew costs more than to look. */
export const foldBlanks = (text: string): string =>
  (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()

/** A subject for people to read: one line, at most MAX_SUBJECT characters; undefined when there is none. */
export function subjectLine(raw: string): string | undefined {
  const line = foldBlanks(raw.slice(0, 4 * MAX_SUBJECT)).slice(0, MAX_SUBJECT)
  return line === '' ? undefined : line
}
