import { foldLetters } from './fold.ts'

/** A name taken apart, in folded letters. */
export type ParsedName = {
  /** Given and middle names in their order; single letters are initials. */
  readonly given: readonly string[]
  /** The surname as one word, particles left out: `von der Leyen` is `leyen`. Empty where only one word is known. */
  readonly family: string
  /** Further words that may be the surname: a part of a double name, a maiden name in brackets. */
  readonly otherFamilies: readonly string[]
  /** `jr`, `sr`, `iii` and the like; empty where none is given. */
  readonly generation: string
}

/** Titles, credentials and forms of address that belong to no name. */
const honorifics = new Set(
  `mr mrs ms miss mx sir dame lord lady dr prof professor rev father herr frau hr fr doktor dipl ing mag lic ingenieur
  monsieur madame mme mlle m sr sra srta signor signora sig dott dottssa avv ing rer nat med habil phd mba msc
  bsc ba ma md dds jd llm llb esq cpa cfa pmp pe pharmd rn mph edd psyd dba cissp csm ccie shrm acca frcs mbe obe cbe kbe
  ext external extern contractor guest consultant intern via on behalf of ceo cto cfo coo`.split(/\s+/),
)
/** Forms of address before given name and surname; before one word they are a given name: Don Thackray. */
const beforeFullNames = new Set('don dona doña'.split(' '))
const particles = new Set(
  'van von der den de di da del della dos das du la le el al bin ibn ben ter ten zu zum zur af av y e'.split(
    ' ',
  ),
)
const generations: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
}

/** Everything after these names the service that sent it. */
const VIA = /\s+(?:via|on behalf of|im auftrag von|de la part de)\s+.*$/i
const MAX_WORDS = 6

const credentials = /^(?:mba|phd|ph\.d|pmp|cpa|md|m\.d|jr|sr|esq|ii|iii|iv|cfa|msc|llm|jd|dds)\b/i

/**
 * Takes a display name apart: order (`Doe, Jane`), forms of address, credentials, nicknames in quotes or brackets,
 * maiden names, organisations in brackets, particles, generations, other alphabets. Null for what holds no name (an
 * address, a number, nothing).
 */
export function parseName(raw: string): ParsedName | null {
  let text = raw.normalize('NFC').slice(0, 200).replace(VIA, '').trim()
  if (text.includes('@') || text.includes('://')) return null
  const maiden = /\b(?:née|nee|né|geb\.?|geborene|formerly|born)\s+([\p{L}-]+)/iu.exec(text)
  if (maiden) text = text.replace(maiden[0], ' ')
  const quoted = /["“”'‘„]([\p{L}.]{2,})["“”'’]/u.exec(text)
  text = text
    .replace(/\([^)]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>/g, ' ')
    .replace(/["“”„]/g, ' ')
    .replace(/\s[|/–—]\s.*$/, '')
    .trim()
  const bracket = /\(([\p{L}-]+)\)/u.exec(raw)
  const comma = text.indexOf(',')
  let reversed = false
  if (comma > 0) {
    const after = text.slice(comma + 1).trim()
    if (after === '' || credentials.test(after)) text = text.slice(0, comma) + ' ' + generationIn(after)
    else {
      const before = text.slice(0, comma).trim()
      // `Jane Doe, Acme Inc`: a comma after two words with more than two after it is no reversed name.
      if (before.split(/\s+/).length >= 2 && after.split(/\s+/).length > 2) text = before
      else {
        reversed = true
        text = `${after.replace(/,.*$/, '')} ${before}`
      }
    }
  }
  const doubles: string[] = []
  const words: string[] = []
  let generation = ''
  const pieces = text.split(/[\s.]+/).filter((piece) => piece !== '')
  for (const [index, piece] of pieces.entries()) {
    const folded = foldLetters(piece)
    if (folded === '') continue
    const said = generations[folded]
    if (said !== undefined && words.length >= 1 && (index === pieces.length - 1 || reversed)) {
      generation = said
      continue
    }
    if (
      honorifics.has(folded) &&
      (folded.length > 1 || index === 0) &&
      pieces.length > 1 &&
      !isInitial(folded)
    )
      continue
    if (beforeFullNames.has(folded) && index === 0 && pieces.length > 2 && !isInitial(pieces[1]!)) continue
    if (/\d/.test(folded)) continue
    const parts = folded.split(' ')
    if (parts.length > 1) doubles.push(...parts)
    words.push(parts.join(''))
  }
  const named = words.slice(0, MAX_WORDS)
  const kept = named.filter((word, index) => index === 0 || !particles.has(word) || named.length <= 2)
  if (kept.every(isInitial)) return null
  const given = kept.slice(0, -1)
  const family = kept.at(-1) ?? ''
  if (kept.length === 1) return { given: [family], family: '', otherFamilies: [], generation }
  if (quoted?.[1] !== undefined) given.push(foldLetters(quoted[1]))
  const others = doubles.filter((part) => part.length > 2 && family.includes(part) && part !== family)
  if (maiden?.[1] !== undefined) others.push(foldLetters(maiden[1]).replaceAll(' ', ''))
  // `Jane (Miller) Doe`: a maiden name; `Doe, Jane (Acme)`: a firm. Only the first stands between two names.
  if (bracket?.[1] !== undefined && !/\)\s*$/.test(raw.trim())) {
    const inside = foldLetters(bracket[1]).replaceAll(' ', '')
    others.push(inside)
    given.push(inside)
  }
  // Two surnames without a hyphen, as in Spanish: the first of them is the one in use.
  const beforeLast = given.length >= 2 ? given.at(-1) : undefined
  if (beforeLast !== undefined && beforeLast.length > 2) others.push(beforeLast)
  return { given, family, otherFamilies: [...new Set(others)], generation }
}

const generationIn = (text: string): string => /^(?:jr|sr|ii|iii|iv)\b/i.exec(text)?.[0] ?? ''

/** Whether a folded word of a name is an initial: one letter. */
export const isInitial = (word: string): boolean => word.length === 1

/**
 * The name that a local part spells out: `sally.beck`, `beck_sally`, `j.doe`. Null for one that spells none
 * (`sbeck`, `x77`): those are compared as patterns of a name, not read as one.
 */
export function nameFromLocal(local: string): ParsedName | null {
  const words = foldLetters(
    local
      .replace(/\+.*$/, '')
      .replace(/[._-]+/g, ' ')
      .replace(/\d+$/, ''),
  )
    .split(' ')
    .filter((word) => word !== '')
  if (words.length < 2 || words.length > 3 || words.some((word) => /\d/.test(word))) return null
  const family = words.at(-1) ?? ''
  if (family.length < 2) return null
  return { given: words.slice(0, -1), family, otherFamilies: [], generation: '' }
}
