import { foldLetters, skeleton } from '../names/fold.ts'
import { areNicknames } from '../names/nicknames.ts'
import { isInitial } from '../names/parse-name.ts'
import type { TableName } from './match-table.ts'

/**
 * Whether a local part without dots is made of this name, in any transliteration: given and family name in either
 * order, one of them shortened to its initial, further initials between, a number behind.
 */
export function spells(name: TableName, compact: string): boolean {
  const local = compact.replace(/\d+$/, '')
  if (local === '') return false
  const { given, family } = name
  const families = family === '' ? [] : [family, ...name.otherFamilies]
  const first = given[0] ?? ''
  if (local === first || families.includes(local)) return true
  for (const last of families) {
    if (local.endsWith(last) && isGivenPart(given, local.slice(0, -last.length))) return true
    if (local.startsWith(last) && isGivenPart(given, local.slice(last.length))) return true
    const initial = last[0] ?? ''
    if (first.length > 1 && (local === first + initial || local === initial + first)) return true
  }
  return spellsCoarsely(name, skeleton(foldLetters(local)))
}

/** The same by the coarse forms of local part and name; only for words long enough to be told by them. */
function spellsCoarsely({ familySkeleton: last, givenSkeleton: first }: TableName, local: string): boolean {
  if (last.length < 3) return false
  if (local === last) return true
  for (const rest of [
    local.endsWith(last) ? local.slice(0, -last.length) : null,
    local.startsWith(last) ? local.slice(last.length) : null,
  ]) {
    if (rest === null) continue
    if (rest === first || (rest.length <= 2 && rest[0] === first[0])) return true
    if (areNicknames(rest, first)) return true
  }
  return false
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
