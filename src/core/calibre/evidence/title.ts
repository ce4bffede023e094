import { fold } from '../words.ts'
import { rungs, shifts } from './title-ladder.ts'
import type { Rung } from './title-ladder.ts'

export type TitleLevel = {
  /** In [0, 1]; higher is more senior. */
  readonly level: number
  /** The highest rung not above the level. */
  readonly rung: Rung
  /** The words it was read from, folded. */
  readonly matched: string
}

/** Titles are short; what is longer is a slogan or junk, and only its beginning is read. */
export const MAX_TITLE = 300

const LONGEST_PHRASE = 5
const LEAST_LEVEL = 0.05

const listed = (phrases: string): string[] =>
  phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '))

/** Level of each phrase; a phrase that several rungs claim belongs to the lowest. */
const levels = new Map<string, number>()
const endings: { readonly ending: string; readonly level: number }[] = []
for (const rung of rungs) {
  for (const phrase of listed(rung.phrases)) {
    if (phrase.startsWith('-')) endings.push({ ending: phrase.slice(1), level: rung.level })
    else if (!levels.has(phrase)) levels.set(phrase, rung.level)
  }
}
// "Teamleiter" ends in "-leiter", too: the longer ending knows better.
endings.sort((a, b) => b.ending.length - a.ending.length)

const shiftOf = new Map(
  Object.values(shifts).flatMap(({ by, phrases }) =>
    listed(phrases).map((phrase): [string, number] => [phrase, by]),
  ),
)
const FORMER = new Set(listed(shifts.former.phrases))
const vocabulary = new Set([...levels.keys(), ...shiftOf.keys()].flatMap((phrase) => phrase.split(' ')))

const ASSISTANT_LEVEL = levels.get('assistant')!
const PROFESSIONAL_LEVEL = levels.get('engineer')!
/** Words that lead from a helper to the one who is helped: what follows is somebody else's title. */
const LINKS = new Set(
  'to of for der des dem den du de d del do da della dello dell di van voor zu zum zur la le l'.split(' '),
)
/** "Assistant" before one of these is the lower grade of it; before or after others it is somebody's assistant. */
const GRADED = /counsel|cnsl|professor|attorney|lawyer|controller/
/** Whoever hopes to be something is not yet. */
const HOPES = new Set(
  'aspiring future wannabe seeking angehend angehende angehender futur futuro futura'.split(' '),
)

const MARKS = /[,;|/&+()[\]{}–—·•:]| - |\b(?:and|und|et|y|e|en|sowie)\b/

/** Removes spellings of gender, what stands after "to" or "at", and splits into the parts of a compound title. */
function partsOf(title: string): string[][] {
  const text = fold(title.slice(0, MAX_TITLE))
    .replace(/\b(?:a\.?\s?d|i\.?\s?r)\.(?=\s|$)/g, ' retired ')
    .replace(
      /\((?:[mwfdx]\s*[/|]\s*)+[mwfdx]\)|\((?:h|f)\s*[/|]\s*(?:h|f)\)|\b(?:h\/f|f\/h|m\/f|v\/m|m\/v)\b/g,
      ' ',
    )
    .replace(/(?<=\p{L}{3})\s?[:*_/·(]-?(?:innen|in|frau|trice|rice|euse|ere|ne|ra|r|e|a|o)\b\)?/gu, '')
    .replace(/(?<=\p{L})['’]s\b/gu, '')
    // "Rédacteur en chef": no Dutch "and".
    .replace(/\ben chef\b/g, 'enchef')
    .replace(/\b(?:to|at|bei|chez|presso|bij|reporting)\b[^,;|]*|@[^,;|]*/g, ' ')
  return text.split(MARKS).map((part) =>
    part
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .split(' ')
      .map(canonical)
      .flatMap(withoutPrefix),
  )
}

/** A word without a feminine ending: "leiterin", "directora". */
const masculine = (word: string): string => (word.length > 4 ? word.replace(/(?:in|a)$/, '') : word)

/** The form the ladder knows: without a feminine ending, if that is what keeps it from being known. */
const canonical = (word: string): string => {
  const stem = masculine(word)
  return !vocabulary.has(word) && (vocabulary.has(stem) || endingLevel(stem) !== null) ? stem : word
}

/** "Subdirectora", "Vizedirektor": the deputy's prefix as a word of its own, where what follows is a title. */
function withoutPrefix(word: string): string[] {
  const [, prefix, rest] = /^(sub|vice|vize)(\p{L}{4,})$/u.exec(word) ?? []
  if (prefix === undefined || rest === undefined || levels.has(word)) return [word]
  const title = canonical(rest)
  return levels.has(title) || endingLevel(title) !== null ? [prefix, title] : [word]
}

function endingLevel(word: string): number | null {
  const found = endings.find(({ ending }) => word.length > ending.length && word.endsWith(ending))
  return found?.level ?? null
}

/** Level of a single word that is no phrase of the ladder as it stands. */
const wordLevel = (word: string): number | null => levels.get(masculine(word)) ?? endingLevel(word)

type Head = { readonly level: number; readonly phrase: string; readonly start: number; readonly end: number }

/** The phrases of the ladder in a part, the longest first at each place. */
function headsOf(words: readonly string[]): Head[] {
  const heads: Head[] = []
  for (let start = 0; start < words.length;) {
    const head = headAt(words, start)
    if (head) heads.push(head)
    start = head?.end ?? start + 1
    // "Referent des Vorstands": what follows a helper's "of" is not theirs.
    if (head && head.level <= PROFESSIONAL_LEVEL && LINKS.has(words[head.end] ?? '')) break
    // "CEO office", "office of the CEO": the place, not the person.
    if (head && words[head.end] === 'office') heads.pop()
    if (!head && words[start - 1] === 'office' && words[start] === 'of') break
  }
  return heads
}

function headAt(words: readonly string[], start: number): Head | null {
  for (let end = Math.min(words.length, start + LONGEST_PHRASE); end > start; end--) {
    const phrase = words.slice(start, end).join(' ')
    const level = levels.get(phrase) ?? (end === start + 1 ? wordLevel(phrase) : null)
    if (level !== null) return { level, phrase, start, end }
  }
  // "Chief Digital Transformation Officer": whatever stands between.
  if (words[start] === 'chief') {
    const officer = words.indexOf('officer', start)
    if (officer > start && officer - start <= 4) {
      return {
        level: levels.get('chief officer')!,
        phrase: words.slice(start, officer + 1).join(' '),
        start,
        end: officer + 1,
      }
    }
  }
  return null
}

/** Level of one part, before and with what stands around the title; null when it names none. */
function partLevel(words: readonly string[]): { level: number; matched: string } | null {
  if (words.some((word) => HOPES.has(word))) return null
  const heads = headsOf(words)
  const titles = heads.filter((head) => !isShift(head, heads))
  const best = titles.reduce<Head | null>(
    (top, head) => (top === null || head.level > top.level ? head : top),
    null,
  )
  if (best === null) return null
  const helper = titles.find((head) => head.level === ASSISTANT_LEVEL)
  if (helper && best !== helper) return { level: ASSISTANT_LEVEL, matched: helper.phrase }
  let level = best.level
  let matched = best.phrase
  words.forEach((word, at) => {
    const inside = titles.some((head) => at >= head.start && at < head.end)
    const assists = heads.some((head) => head.level === ASSISTANT_LEVEL && at >= head.start && at < head.end)
    const by = inside ? undefined : assists ? shifts.deputy.by : shiftOf.get(word)
    if (by === undefined) return
    level += by
    matched = at < best.start ? `${word} ${matched}` : `${matched} ${word}`
  })
  return { level, matched }
}

/** Whether a head only changes another: "Assistant Manager", "Gen Cnsl Asst", "Associate Director", "Executive VP". */
function isShift(head: Head, heads: readonly Head[]): boolean {
  const after = heads.some((other) => other.start >= head.end && other.level > head.level)
  if (head.level === ASSISTANT_LEVEL) {
    return (
      /^(?:assistan|asst|assistent)/.test(head.phrase) &&
      (after || heads.some((other) => GRADED.test(other.phrase)))
    )
  }
  return shiftOf.has(head.phrase) && after
}

/**
 * Seniority level of a job title: the highest of its parts ("VP & Chief of Staff"), moved by words such as deputy,
 * junior, senior and former.
 *
 * Range [.05, 1], higher = more senior; the steps are an assumption, the order is what counts. Null where the title
 * names no rung: unknown, not low. Reads seven languages and common abbreviations; an assistant to somebody gets
 * nothing from that somebody's title; "retired" alone says nothing.
 */
export function titleLevel(title: string): TitleLevel | null {
  const parts = partsOf(title)
  // "Former CEO, now …" is one statement a part; but "CEO (retired)" means the whole title.
  const retired = parts.some((words) => words.length === 1 && FORMER.has(words[0]!)) ? shifts.former.by : 0
  let best: { level: number; matched: string } | null = null
  for (const words of parts) {
    const found = partLevel(words)
    if (found !== null && (best === null || found.level > best.level)) best = found
  }
  if (best === null) return null
  const level = Math.min(1, Math.max(LEAST_LEVEL, best.level + retired))
  const rung = rungs.findLast((each) => each.level <= level + 1e-9) ?? rungs[0]
  return { level, rung: rung.id, matched: best.matched }
}

/** What a level says, in words: "director level or above". */
export const levelWords = (rung: Rung): string => rungs.find((each) => each.id === rung)!.words
