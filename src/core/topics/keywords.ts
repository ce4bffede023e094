import { fold } from '../calibre/words.ts'
import { stopWords } from './stop-words.ts'

/** Characters of a text that are looked at. */
export const MAX_KEYWORD_TEXT = 2_000
/** Keywords of one text. */
export const MAX_KEYWORDS = 8
/** Characters of a keyword; longer runs are codes, not words. */
export const MAX_KEYWORD_LENGTH = 40

/** Shorter words name no topic, except the fields below: an abbreviation tells only those who know it. */
const SHORTEST = 3

/** Fields that everybody knows by two capitals. */
const shortFields: ReadonlySet<string> = new Set([
  'AI',
  'AR',
  'HR',
  'KI',
  'ML',
  'PR',
  'UI',
  'UX',
  'VR',
  '3D',
  '5G',
])

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi
const TOKEN = /#?[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[’'.&+-](?=[\p{L}\p{N}]))*[+#]*/gu
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The same keyword in any spelling: without case and accents, and without the plural s or n of longer words. */
export function keywordKey(word: string): string {
  const plain = fold(word)
  return plain.length > 4 ? plain.replace(/(?<=[^s])s$|(?<=e)n$/u, '') : plain
}

/** Whether a word may name a topic. */
function isTelling(word: string, shouted: boolean): boolean {
  if (word.length > MAX_KEYWORD_LENGTH) return false
  const plain = fold(word)
  if (!/\p{L}/u.test(plain) || stopWords.has(plain)) return false
  // "2024-11-03-final" or a tracking number is no word; "B2B", "CO2" and "Q3" are.
  if ((plain.match(/\p{N}/gu)?.length ?? 0) > 2) return false
  if (UNSPACED.test(word)) return word.length > 1
  if (plain.length >= SHORTEST) return true
  return !shouted && shortFields.has(word)
}

/** The words of a text in their order, hashtags with their sign. */
function* wordsOf(text: string): Iterable<string> {
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) {
      const tag = token.slice(1).replace(/^[_'’.&+-]+|[_'’.&+#-]+$/gu, '')
      if (tag !== '') yield `#${tag}`
    } else if (UNSPACED.test(token)) {
      for (const { segment, isWordLike } of segmenter.segment(token)) if (isWordLike === true) yield segment
    } else yield token.replace(/^_+|_+$/g, '').replace(/[’']s$/u, '')
  }
}

/**
 * What a text is about, in a few words: a subject, a post, the text of a message.
 *
 * Hashtags come first, since their author chose them as topics, then words by how often they occur, then by where
 * they occur first. Left out: small words and greetings of eight languages, reply marks, dates, numbers, addresses
 * and links. Lower case, accents kept; words that differ in case, accents or a plural only are one (the first
 * spelling stays). Up to MAX_KEYWORDS; empty when nothing tells. The same text always gives the same keywords.
 * @param without words that name no topic here, as keywordKey() makes them: names of people, one's own firm
 */
export function keywordsOf(text: string, without?: ReadonlySet<string>): string[] {
  const seen = text.slice(0, MAX_KEYWORD_TEXT).normalize('NFC').replace(ADDRESS, ' ')
  const shouted = !/\p{Ll}/u.test(seen)
  const found = new Map<
    string,
    { readonly word: string; readonly order: number; tag: boolean; count: number }
  >()
  for (const token of wordsOf(seen)) {
    const tag = token.startsWith('#')
    const word = tag ? token.slice(1) : token
    if (!(tag ? isTag(word) : isTelling(word, shouted))) continue
    const key = keywordKey(word)
    if (without?.has(key) === true) continue
    const known = found.get(key)
    if (known === undefined) found.set(key, { word: word.toLowerCase(), order: found.size, tag, count: 1 })
    else {
      known.count++
      known.tag ||= tag
    }
  }
  return [...found.values()]
    .sort((a, b) => Number(b.tag) - Number(a.tag) || b.count - a.count || a.order - b.order)
    .slice(0, MAX_KEYWORDS)
    .map(({ word }) => word)
}

/** A hashtag is a topic by its author's word, however small; "#1" is a number. */
const isTag = (word: string): boolean => word.length <= MAX_KEYWORD_LENGTH && /\p{L}/u.test(word)
