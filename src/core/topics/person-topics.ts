import { keywordKey, keywordsOf } from './keywords.ts'

/** Topics counted for one person at a time. */
const COUNTED = 16
/** Subjects whose keywords are remembered. */
const REMEMBERED = 50_000

/**
 * What each person is seen talking about: the words that come up most in what they took part in. In bounded memory:
 * Misra and Gries (1982) keep the commonest words of a person in COUNTED counters, each short by at most the number of
 * interactions over COUNTED.
 */
export class PersonTopics {
  readonly #counts = new Map<number, Map<string, number>>()
  readonly #remembered = new Map<string, readonly string[]>()
  readonly #without: ReadonlySet<string>
  /** @param without words that name no topic here, as keywordKey() makes them */
  constructor(without: ReadonlySet<string>) {
    this.#without = without
  }

  /** Adds an interaction about these for everybody in it; returns the words it is about. */
  add(people: Iterable<number>, subject: string | null, keywords: readonly string[]): readonly string[] {
    const words = this.#wordsOf(subject, keywords)
    if (words.length === 0) return words
    for (const person of people) {
      const counts = this.#counts.get(person) ?? new Map<string, number>()
      this.#counts.set(person, counts)
      for (const word of words) {
        const known = counts.get(word)
        if (known !== undefined) counts.set(word, known + 1)
        else if (counts.size < COUNTED) counts.set(word, 1)
        else
          for (const [other, count] of counts) {
            if (count === 1) counts.delete(other)
            else counts.set(other, count - 1)
          }
      }
    }
    return words
  }

  /** The words of subject and keywords, each once however it is spelt. */
  #wordsOf(subject: string | null, keywords: readonly string[]): readonly string[] {
    const ofSubject = subject === null ? [] : this.#keywords(subject)
    if (keywords.length === 0) return ofSubject
    const words = new Map<string, string>()
    for (const word of [...keywords.map((tag) => tag.replace(/^#/, '').toLowerCase()), ...ofSubject]) {
      const key = keywordKey(word)
      if (!this.#without.has(key) && !words.has(key)) words.set(key, word)
    }
    return [...words.values()]
  }

  #keywords(subject: string): readonly string[] {
    const known = this.#remembered.get(subject)
    if (known !== undefined) return known
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    const found = keywordsOf(subject).filter((word) => !this.#without.has(keywordKey(word)))
    this.#remembered.set(subject, found)
    return found
  }

  /** The topics of a person, commonest first, without words of `names`. */
  of(person: number, most: number, names?: ReadonlySet<string>): string[] {
    return [...(this.#counts.get(person) ?? [])]
      .filter(([word]) => names?.has(keywordKey(word)) !== true)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, most)
      .map(([word]) => word)
  }
}
