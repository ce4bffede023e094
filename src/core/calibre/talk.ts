import { stopWords } from '../topics/stop-words.ts'
import { vantageWeight } from './evidence/attention.ts'
import { type FieldWeights, meaningOf, meaningsOfField } from './field.ts'
import { foldWords } from './words.ts'

/*
 * Field relevance by what people are seen talking about: subjects of mail and meetings, words and hashtags of posts.
 * Counted are distinct subjects, not messages: a word written a hundred times under one subject counts once, and so do
 * a hundred copies of a message.
 */

/** What somebody is seen talking about, as far as the user's field goes. */
export type Talk = {
  /** Distinct subjects with a word that tells something. */
  readonly subjects: number
  /** Words that belong to the field, each with the number of these subjects it stands in. */
  readonly words: ReadonlyMap<string, number>
}

/** Fewer subjects say nothing. */
export const FEWEST_SUBJECTS = 3
/** Subjects as usual that everybody is given beside their own: few subjects are no share yet. */
const PRIOR_SUBJECTS = 5
/** Talking about something so many times as much as usual is as much as counts. */
const MOST_TIMES = 5
/** Nearness of somebody who talks about the field as much as everybody. */
export const AS_USUAL = 1 / MOST_TIMES
/** Meanings of the field that count, those the person talks about most. */
const MEANINGS = 3
/** What is talked about moves relevance by half of what could be moved, at the most: what is stated weighs more. */
const PULL = 0.5
/** Marks of subjects are whole numbers below twice this. */
const MARKS = 2 ** 51

/** The meanings of a text that are among these. */
const meaningsAmong = (wanted: ReadonlySet<string>, text: string): string[] =>
  [...new Set(foldWords(text).map(meaningOf))].filter((each) => each !== null && wanted.has(each)) as string[]

/** A number below MARKS that the same word always has, and hardly any other. */
function numberOf(word: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return ((b >>> 0) * 2 ** 19 + (a >>> 13)) % MARKS
}

type Word = { readonly number: number; readonly inField: boolean }

/** Tells subjects apart by their telling words, and finds those of the user's field in them. */
export class FieldSubjects {
  readonly #wanted: ReadonlySet<string>
  /** Null: says nothing. */
  readonly #words = new Map<string, Word | null>()
  /** The words of the field in subjects that have some, by the mark of the subject. */
  readonly #found = new Map<number, readonly string[]>()

  constructor(field: string) {
    this.#wanted = meaningsOfField(field)
  }

  /**
   * A number that subjects of the same telling words share, whatever their order and the marks of replies; 0 where no
   * word tells anything. Odd where there are words of the field.
   */
  mark(subject: string | null, keywords: readonly string[]): number {
    const text = subject === null ? keywords.join(' ') : [subject, ...keywords].join(' ')
    let sum = 0
    let met: Set<string> | null = null
    for (const word of foldWords(text)) {
      const known = this.#words.get(word)
      const told = known === undefined ? this.#look(word) : known
      if (told === null) continue
      sum = (sum + told.number) % MARKS
      if (told.inField) met = (met ?? new Set()).add(word)
    }
    if (sum === 0) return 0
    const mark = sum * 2 + (met === null ? 0 : 1)
    if (met !== null && !this.#found.has(mark)) this.#found.set(mark, spellings(met, text))
    return mark
  }

  #look(word: string): Word | null {
    const meaning = meaningOf(word)
    const inField = meaning !== null && this.#wanted.has(meaning)
    const told =
      inField || (meaning !== null && !stopWords.has(word)) ? { number: numberOf(word), inField } : null
    this.#words.set(word, told)
    return told
  }

  /**
   * What somebody talks about who took part in what these are the marks of. Null where nothing tells. The same whatever
   * the order, and however often each is there.
   */
  talkOf(marks: Float64Array): Talk | null {
    const distinct = distinctMarks(marks)
    return distinct.length === 0 ? null : this.goneOn(NO_TALK, distinct)
  }

  /**
   * Talk that went on: the same as of all its marks at once.
   * @param marks further ones, each once and none that the talk is made of
   */
  goneOn(talk: Talk, marks: Float64Array): Talk {
    const words = new Map(talk.words)
    for (const mark of marks)
      if (mark % 2 === 1)
        for (const word of this.#found.get(mark) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
    return { subjects: talk.subjects + marks.length, words }
  }
}

/** Of who was seen talking about nothing. */
export const NO_TALK: Talk = { subjects: 0, words: new Map() }

/** Marks in order, each once, without those of subjects that tell nothing. What is given is used up. */
export function distinctMarks(marks: Float64Array): Float64Array {
  marks.sort()
  let count = 0
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!
    if (mark !== 0 && (count === 0 || mark !== marks[count - 1])) marks[count++] = mark
  }
  return marks.slice(0, count)
}

/** The marks of the first that are not among the others; both as `distinctMarks` gives them. */
export function marksBeyond(marks: Float64Array, known: Float64Array): Float64Array {
  if (known.length === 0) return marks
  let at = 0
  return marks.filter((mark) => {
    while (at < known.length && known[at]! < mark) at++
    return known[at] !== mark
  })
}

/** Words as a text spells them, in lower case: folded, they have lost their accents. */
function spellings(folded: ReadonlySet<string>, text: string): string[] {
  const spelt = text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)
  return [...folded]
    .map(
      (word) => spelt.find((one) => one === word) ?? spelt.find((one) => foldWords(one)[0] === word) ?? word,
    )
    .sort()
}

/** In how many subjects each meaning of the field stands; in no more than there are. */
function countsOf({ subjects, words }: Talk, wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word, count] of words)
    for (const each of meaningsAmong(wanted, word))
      counts.set(each, Math.min(subjects, (counts.get(each) ?? 0) + count))
  return counts
}

/** The share of all subjects of a network that each meaning of the field stands in, in [0, 1]. */
export type UsualTalk = FieldWeights

/** What is usual in a network: of the subjects of everybody in it, the share with each meaning of the field. */
export function usualTalk(field: string, people: Iterable<Talk>): UsualTalk {
  const wanted = meaningsOfField(field)
  const counts = new Map<string, number>()
  let subjects = 0
  for (const talk of people) {
    subjects += talk.subjects
    for (const [each, count] of countsOf(talk, wanted)) counts.set(each, (counts.get(each) ?? 0) + count)
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([each, n]) => [each, n / subjects]))
}

/**
 * How near somebody's talk is to the user's field, against what is usual in the network.
 *
 *   times_m = min(5, ((c_m + 5·u_m) / (n + 5)) / u_m)        talk = mean of the three greatest times_m / 5
 *
 * n distinct subjects, c_m of them with meaning m of the field, u_m the usual share. Meanings that nobody talks about
 * are left out. Range [0, 1], higher = nearer; .2 for who talks about the field as much as everybody. Null (unknown)
 * for fewer than three subjects, and where nobody talks about the field. How much somebody writes counts only as far as
 * few subjects are no share yet. Source: a lift over the base rate, shrunk by a prior of five subjects.
 */
export function talkNearness(usual: UsualTalk): (talk: Talk | undefined) => number | null {
  const wanted = new Set(usual.keys())
  return (talk) => {
    if (talk === undefined || talk.subjects < FEWEST_SUBJECTS || wanted.size === 0) return null
    const counts = countsOf(talk, wanted)
    const times = [...usual]
      .map(([each, share]) =>
        Math.min(
          MOST_TIMES,
          ((counts.get(each) ?? 0) + PRIOR_SUBJECTS * share) / (talk.subjects + PRIOR_SUBJECTS) / share,
        ),
      )
      .sort((a, b) => b - a)
      .slice(0, MEANINGS)
    return times.reduce((sum, each) => sum + each, 0) / times.length / MOST_TIMES
  }
}

/**
 * Relevance from what texts state (`fieldRelevance`) and what is talked about (`talkNearness`):
 *
 *   stated + (1 − stated) · v · talk / 2        1 − v · (1 − talk) / 2 where texts are silent
 *
 * v = `vantageWeight` of the mailboxes that the talk is seen from, .25 for one: from there it tells little. Range
 * [.25, 1]; never lower than what is stated; nearer to unknown, which lowers nothing, the less is seen. Null (unknown)
 * where neither says anything.
 */
export function relevanceWithTalk(stated: number | null, talk: number | null, views: number): number | null {
  if (talk === null) return stated
  const pull = PULL * vantageWeight(views)
  return stated === null ? 1 - pull * (1 - talk) : stated + (1 - stated) * pull * talk
}

/** The words of the field that somebody talks about, commonest first. */
export const wordsOfTalk = (talk: Talk | undefined): string[] =>
  [...(talk?.words ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word)
