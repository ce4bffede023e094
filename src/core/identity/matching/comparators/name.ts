import { areNicknames } from '../../names/nicknames.ts'
import { isInitial } from '../../names/parse-name.ts'
import { jaroWinkler } from '../jaro-winkler.ts'
import {
  type Borne,
  chanceOfGiven,
  chanceOfInitial,
  chanceOfName,
  chanceOfPart,
  chanceOfSpelling,
  chanceOfTypo,
} from '../name-chance.ts'
import { spelled } from '../spells.ts'
import { type Comparator, type Seen, UNKNOWN } from '../match-person.ts'
import type { MatchTable, TableName, TableRow } from '../match-table.ts'

/** Levels of agreement of two names, the best first; the positions are used by other comparators. */
export const SAME = 0
export const NICKNAME = 1
export const SPELLING = 2
export const TYPO = 3
export const INITIAL = 4
export const PART = 5
export const OTHER_FAMILY = 6
export const MIDDLE = 7
export const OTHER_GIVEN = 8
export const DIFFERENT = 9

/** From this Jaro–Winkler similarity on, a word may be the other one mistyped. */
const ALIKE = 0.92
/** Shortest local part that is read as made of a name. */
const SHORTEST = 5
/** Whether the names agree as far as they go, so that other evidence may count. */
export const namesAgree = (level: number): boolean => level >= SAME && level <= PART

/**
 * Names: same; a nickname; another spelling (transliteration); perhaps a typing error; initials; only a part of the name known; the
 * same given name with another surname (marriage); the same but for middle names or generation; another given name
 * (a relative); different. Of several names of a person the best pair counts. u is the share of people so called.
 */
export const name: Comparator = {
  name: 'name',
  levels: [
    { id: 'same', m: 0.6, u: 0.00001 },
    { id: 'nickname', m: 0.09, u: 0.00001 },
    { id: 'spelling', m: 0.06, u: 0.00004 },
    { id: 'typo', m: 0.03, u: 0.00004, review: true },
    { id: 'initial', m: 0.09, u: 0.0001, review: true },
    { id: 'part', m: 0.05, u: 0.003, review: true },
    { id: 'other-family', m: 0.035, u: 0.003, review: true },
    { id: 'middle', m: 0.01, u: 0.04, review: true },
    { id: 'other-given', m: 0.004, u: 0.4, review: true },
    { id: 'different', m: 0.015, u: 0.98, review: true },
  ],
  compare: (table, a, b, seen) => {
    const namesA = table.rows[a]!.names
    const namesB = table.rows[b]!.names
    seen.nameLevel = UNKNOWN
    seen.nameA = -1
    seen.nameB = -1
    let best = UNKNOWN
    let middle = false
    for (let i = 0; i < namesA.length; i++)
      for (let j = 0; j < namesB.length; j++) {
        const level = levelOf(namesA[i]!, namesB[j]!)
        if (level === MIDDLE) middle = true
        if (best === UNKNOWN || level < best) {
          best = level
          seen.nameA = i
          seen.nameB = j
        }
      }
    // Who is J. Doe beside Jane A. Doe and Jane B. Doe contradicts neither; two full names that do, count.
    if (middle && best <= PART && best !== SAME) best = MIDDLE
    if (best === UNKNOWN) return spelledName(table, a, b, seen)
    seen.nameLevel = best
    seen.u = chanceOf(
      table,
      { row: a, name: namesA[seen.nameA]! },
      { row: b, name: namesB[seen.nameB]! },
      best,
    )
    return best
  },
}

/** Whoever has no name, not even in the local part, but one made of the other's: `sbeck` beside Sally Beck. */
function spelledName(table: MatchTable, a: number, b: number, seen: Seen): number {
  const [rowA, rowB] = [table.rows[a]!, table.rows[b]!]
  if (rowA.names.length > 0 === rowB.names.length > 0) return UNKNOWN
  const [named, nameless] = rowA.names.length > 0 ? [rowA, rowB] : [rowB, rowA]
  for (const name of named.names) {
    const family = name.family
    if (family === '') continue
    for (const { compact } of nameless.mails) {
      const fits = compact.length < SHORTEST ? null : spelled(name, compact)
      if (fits === null) continue
      seen.nameLevel = INITIAL
      seen.u = chanceOfInitial(table, name, fits)
      return seen.nameLevel
    }
  }
  return UNKNOWN
}

function levelOf(a: TableName, b: TableName): number {
  if (a.family === '' || b.family === '') return partLevel(a, b)
  const family = familyLevel(a, b)
  if (family === DIFFERENT) {
    // Given and family name the other way round.
    if (a.family === b.given[0] && b.family === a.given[0]) return SAME
    if (a.familySkeleton === b.givenSkeleton && b.familySkeleton === a.givenSkeleton) return SPELLING
    const [first, second] = [a.given[0] ?? '', b.given[0] ?? '']
    return !isInitial(first) && areNicknames(first, second) ? OTHER_FAMILY : DIFFERENT
  }
  const given = givenLevel(a, b)
  if (given === OTHER_GIVEN) return family === SAME ? OTHER_GIVEN : DIFFERENT
  if (contradict(a, b)) return MIDDLE
  return Math.max(family, given)
}

function familyLevel(a: TableName, b: TableName): number {
  if (a.family === b.family) return SAME
  if (a.otherFamilies.includes(b.family) || b.otherFamilies.includes(a.family)) return SAME
  if (a.familySkeleton === b.familySkeleton) return SPELLING
  return mistyped(a.family, b.family) ? TYPO : DIFFERENT
}

/** Whether one word may be the other with a slip of the finger; `stocker` is no slip for `stock`. */
function mistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  return jaroWinkler(a, b) >= ALIKE
}

function givenLevel(a: TableName, b: TableName): number {
  let best = OTHER_GIVEN
  for (let i = 0; i < a.given.length; i++)
    for (let j = 0; j < b.given.length; j++) {
      // First against first; a middle name only where one goes by it, against the other's first.
      if (i > 0 && j > 0) continue
      const [first, second] = [a.given[i]!, b.given[j]!]
      let level = givenPair(first, second, i === 0 && j === 0)
      // One name in two spellings, though a table of short forms has both.
      if (i === 0 && j === 0 && level > SAME && first.length > 1 && a.givenSkeleton === b.givenSkeleton)
        level = SPELLING
      if (level < best) best = level
    }
  return best
}

function givenPair(a: string, b: string, first: boolean): number {
  if (a === b) return isInitial(a) ? (first ? INITIAL : OTHER_GIVEN) : SAME
  if (isInitial(a) || isInitial(b)) return first && a[0] === b[0] ? INITIAL : OTHER_GIVEN
  if (areNicknames(a, b)) return NICKNAME
  // Anna-Maria and Anna; but Carl and Carla, Julian and Julia are two, so that the user decides.
  if (first && a.length >= 4 && b.length >= 4 && (a.startsWith(b) || b.startsWith(a))) return TYPO
  return mistyped(a, b) ? TYPO : OTHER_GIVEN
}

/** Middle names or generations that cannot be one person's. */
function contradict(a: TableName, b: TableName): boolean {
  if (a.generation !== '' && b.generation !== '' && a.generation !== b.generation) return true
  const [first, second] = [a.given[1], b.given[1]]
  if (first === undefined || second === undefined) return false
  if (areNicknames(first, a.given[0]!) || areNicknames(second, b.given[0]!)) return false
  return isInitial(first) || isInitial(second)
    ? first[0] !== second[0]
    : !areNicknames(first, second) && jaroWinkler(first, second) < ALIKE
}

/** One word against a name: Jane, Jane Doe. */
function partLevel(a: TableName, b: TableName): number {
  const [short, long] = a.family === '' ? [a, b] : [b, a]
  const word = short.given[0]!
  if (isInitial(word)) return DIFFERENT
  const [first] = long.given
  if (first !== undefined && areNicknames(word, first)) return PART
  if (word === long.family) return PART
  // `janedoe` written as a name.
  if (
    first !== undefined &&
    long.family !== '' &&
    (word === first + long.family || word === long.family + first)
  )
    return SPELLING
  return DIFFERENT
}

function chanceOf(table: MatchTable, a: Borne, b: Borne, level: number): number {
  switch (level) {
    case SAME:
    case NICKNAME:
      return chanceOfName(table, a, b)
    case SPELLING:
      return chanceOfSpelling(table, a, b)
    case TYPO:
      return chanceOfTypo(table, a, b)
    case INITIAL: {
      const known =
        writtenOut(table.rows[a.row]!, a.name, b.name) || writtenOut(table.rows[b.row]!, b.name, a.name)
      return chanceOfInitial(
        table,
        isInitial(a.name.given[0] ?? '') ? b.name : a.name,
        known ? 'full' : 'family',
      )
    }
    case PART:
      return chanceOfPart(table, a.name, b.name)
    case OTHER_FAMILY:
      return chanceOfGiven(table, a.name, b.name)
    default:
      return NaN
  }
}

/** Whether somebody named by an initial has an address that writes the given name out: `J. Doe` at `janed@acme.example`. */
function writtenOut(row: TableRow, own: TableName, other: TableName): boolean {
  return (
    isInitial(own.given[0] ?? '') &&
    row.mails.some(({ compact }) => {
      const fits = spelled(other, compact)
      return fits === 'given' || fits === 'full'
    })
  )
}
