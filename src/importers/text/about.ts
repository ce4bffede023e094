import { keywordKey, keywordsOf, MAX_KEYWORD_LENGTH, MAX_KEYWORDS } from '#core/topics/keywords.ts'
import { plainText } from './words.ts'

/** Names of accounts within a text, which say to whom and not about what. */
const NAMES = /(?<![\p{L}\p{N}_])@[\w.-]+(?:@[\w.-]+)?/gu

/**
 * What a text is about, for a record whose text is not kept: the tags that its author chose, then its own words.
 * Nothing where nothing tells.
 * @param tags hashtags that the source lists beside the text, with or without their sign
 */
export function about(text: string, tags: readonly string[] = []): { readonly keywords?: readonly string[] } {
  const found = new Map<string, string>()
  const chosen = tags.map((tag) => tag.replace(/^#/, '').trim().toLowerCase())
  for (const word of [
    ...chosen.filter((tag) => tag !== '' && tag.length <= MAX_KEYWORD_LENGTH),
    ...keywordsOf(plainText(text).replace(NAMES, ' ')),
  ]) {
    const key = keywordKey(word)
    if (!found.has(key) && found.size < MAX_KEYWORDS) found.set(key, word)
  }
  return found.size === 0 ? {} : { keywords: [...found.values()] }
}
