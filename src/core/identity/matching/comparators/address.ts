import { type Comparator, UNKNOWN } from '../match-person.ts'
import type { TableMail, TableRow } from '../match-table.ts'
import { spells } from '../spells.ts'
import { namesAgree, SPELLING, TYPO } from './name.ts'

const SAME_ORGANISATION = 0
const CODE = 1
const ALIAS = 2
const PATTERN = 3
const OTHER = 4
const SIMILAR = 5
const CLASH = 6

/** Shortest local part or handle that is telling when it is the same elsewhere. */
const TELLING = 5

/**
 * Mail addresses and handles against each other and against the names: the same local part at two domains of one
 * organisation; the same telling local part or handle elsewhere (`skater77`); another address of the same name at
 * the same organisation (`sbeck`, `sally.beck`); the same pattern
 * elsewhere; nothing in common; two addresses of
 * similar names at one organisation (`port`, `portz`); two addresses at one organisation of which each belongs to somebody
 * (`john.smith`, `john.smith2`).
 */
export const address: Comparator = {
  name: 'address',
  levels: [
    { id: 'same-organisation', m: 0.05, u: 0.0006 },
    { id: 'code', m: 0.03, u: 0.0015 },
    { id: 'alias', m: 0.05, u: 0.01 },
    { id: 'pattern', m: 0.55, u: 0.44 },
    { id: 'other', m: 0.315, u: 0.49 },
    { id: 'similar', m: 0.01, u: 0.02, review: true },
    { id: 'clash', m: 0.005, u: 0.05, review: true },
  ],
  compare: (table, a, b, seen) => {
    const [rowA, rowB] = [table.rows[a]!, table.rows[b]!]
    let best = UNKNOWN
    let clash = false
    let similar = false
    for (const first of rowA.mails)
      for (const second of rowB.mails) {
        const level = mailLevel(rowA, rowB, first, second, seen.nameLevel)
        if (level === CLASH) clash = true
        else if (level === SIMILAR) similar = true
        else best = better(best, level)
      }
    best = better(best, codeLevel(rowA, rowB))
    if (clash) return best === SAME_ORGANISATION || best === CODE ? best : CLASH
    if (similar && best !== SAME_ORGANISATION) return SIMILAR
    return best
  },
}

const better = (a: number, b: number): number => (a === UNKNOWN ? b : b === UNKNOWN ? a : Math.min(a, b))

function mailLevel(rowA: TableRow, rowB: TableRow, a: TableMail, b: TableMail, nameSays: number): number {
  const sameBase = a.base !== '' && a.base === b.base
  if (a.compact === b.compact) {
    if (sameBase) return SAME_ORGANISATION
    if (a.compact.length < TELLING) return OTHER
    return spelledByEither(rowA, rowB, a.compact) ? PATTERN : CODE
  }
  if (!sameBase) return OTHER
  if (digitsOf(a.compact) !== digitsOf(b.compact)) return CLASH
  if (nameSays !== UNKNOWN && !namesAgree(nameSays)) return CLASH
  if (middleInitials(a, b)) return CLASH
  // An organisation gives Port and Portz an address each; nobody's own name is misspelled in it often.
  if (nameSays === SPELLING || nameSays === TYPO) return SIMILAR
  return spelledByEither(rowA, rowB, a.compact) && spelledByEither(rowA, rowB, b.compact) ? ALIAS : OTHER
}

const digitsOf = (compact: string): string => /\d+$/.exec(compact)?.[0] ?? ''

/** `mark.a.taylor` and `mark.b.taylor`. */
function middleInitials(a: TableMail, b: TableMail): boolean {
  const [first, second] = [a.local.split(/[._-]+/), b.local.split(/[._-]+/)]
  return (
    first.length === 3 &&
    second.length === 3 &&
    first[0] === second[0] &&
    first[2] === second[2] &&
    first[1] !== second[1]
  )
}

/** Handles and profile names against each other and against local parts. */
function codeLevel(a: TableRow, b: TableRow): number {
  let level = UNKNOWN
  for (const code of a.codes) {
    if (b.codes.includes(code) || b.mails.some(({ compact }) => compact === code))
      level = better(level, sameCode(a, b, code))
  }
  for (const code of b.codes)
    if (a.mails.some(({ compact }) => compact === code)) level = better(level, sameCode(a, b, code))
  return level
}

const sameCode = (a: TableRow, b: TableRow, code: string): number =>
  code.length < TELLING ? UNKNOWN : spelledByEither(a, b, code) ? PATTERN : CODE

const spelledByEither = (a: TableRow, b: TableRow, compact: string): boolean =>
  a.names.some((name) => spells(name, compact)) || b.names.some((name) => spells(name, compact))
