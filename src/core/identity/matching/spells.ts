import { foldLetters, skeleton } from '../names/fold.ts'
import { areNicknames } from '../names/nicknames.ts'
import { isInitial } from '../names/parse-name.ts'
import type { TableName } from './match-table.ts'

/** What of a name a local part writes out: all of it, or the surname or the given name with an initial or nothing of the other. */
export type Spelled = 'full' | 'family' | 'given'

/** Whether a local part without dots is made of this name; see `spelled`. */
export const spells = (name: TableName, compact: string): boolean => spelled(name, compact) !== null

/**
 * What a local part without dots writes out of this name, in any transliteration: given and family name in either
 * order, one of them shortened to its initial, further initials between, a number behind. Null where it is not made of
 * the name.
 */
export function spelled(name: TableName, compact: string): Spelled | null {
  const local = compact.replace(/\d+$/, '')
  if (local === '') return null
  const { given, family } = name
  const families = family === '' ? [] : [family, ...name.otherFamilies]
  const first = given[0] ?? ''
  if (local === first) return 'given'
  if (families.includes(local)) return 'family'
  for (const last of families) {
    for (const rest of around(local, last))
      if (isGivenPart(given, rest)) return rest.length > 2 ? 'full' : 'family'
    const initial = last[0] ?? ''
    if (first.length > 1 && (local === first + initial || local === initial + first)) return 'given'
  }
  return spelledCoarsely(name, skeleton(foldLetters(local)))
}

/** What is left of a word without another at its beginning or end. */
const around = (word: string, part: string): readonly string[] => [
  ...(word.endsWith(part) ? [word.slice(0, -part.length)] : []),
  ...(word.startsWith(part) ? [word.slice(part.length)] : []),
]

/** The same by the coarse forms of local part and name; only for words long enough to be told by them. */
function spelledCoarsely(
  { familySkeleton: last, givenSkeleton: first }: TableName,
  local: string,
): Spelled | null {
  if (last.length < 3) return null
  if (local === last) return 'family'
  for (const rest of around(local, last)) {
    if (rest.length <= 2 && rest[0] === first[0]) return 'family'
    if (rest === first || areNicknames(rest, first)) return 'full'
  }
  return null
}

/** What stands for the given names: the name, a form of it, an initial, initials. */
function isGivenPart(given: readonly string[], part: string): boolean {
  if (part === '') return false
  if (given.includes(part) || part === given.join('')) return true
  if (part === given.map((word) => word[0]).join('')) return true
  const first = given[0] ?? ''
  if (first === '' || part[0] !== first[0]) return !isInitial(first) && areNicknames(part, first)
  return part.length <= 2 || isInitial(first) || areNicknames(part, first)
}
