import { skeleton } from '../names/fold.ts'
import { nicknameGroups } from '../names/nicknames.ts'
import { isInitial } from '../names/parse-name.ts'
import type { MatchTable, TableRow } from './match-table.ts'

/** Bits of a packed entry that hold the person. */
const PERSON_BITS = 20
export const MAX_BLOCKED = 2 ** PERSON_BITS

/** Why two people are compared at all; the position is part of the key. */
const kinds = ['name', 'group', 'initial', 'start', 'end', 'code', 'phone', 'at', 'spelled'] as const
type Kind = (typeof kinds)[number]

/**
 * People that a block may hold before its pairs are left out: whoever belongs together in a larger one shares a
 * narrower block too, or shares too little to be told apart from the rest.
 */
const largest: Readonly<Record<Kind, number>> = {
  name: 400,
  group: 250,
  initial: 60,
  start: 80,
  end: 30,
  code: 60,
  phone: 20,
  at: 50,
  spelled: 60,
}

/** FNV-1a, mixed; the lowest four bits say which kind of block it is. */
const hashOf = (kind: Kind, text: string): number => {
  const code = kinds.indexOf(kind)
  let hash = 0x811c9dc5 ^ code
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (((hash ^ (hash >>> 12)) & ~15) | code) >>> 0
}

const limits = Uint16Array.from(kinds, (kind) => largest[kind])
const limitOf = (hash: number): number => limits[hash & 15]!

/**
 * The blocks that somebody is in, as hashes: people who share one are compared. By name in any order and spelling,
 * nickname, surname with initial, given name with the beginning or end of the surname, local part or handle, number,
 * given name at an organisation, and local parts made of a name.
 */
export function blocksOf(row: TableRow, visit: (hash: number) => void): void {
  const block = (kind: Kind, text: string): void => visit(hashOf(kind, text))
  for (const name of row.names) {
    const first = name.given[0] ?? ''
    const { familySkeleton: family, givenSkeleton: given } = name
    for (const organisation of row.organisations)
      for (const part of [given, family, ...nicknameGroups(first)])
        if (typeof part === 'number' || part.length > 1) block('at', `${part} ${organisation}`)
    if (name.family === '') continue
    for (const [index, word] of [family, ...name.otherFamilies].entries()) {
      if (!isInitial(first)) {
        block('name', given < word ? `${given} ${word}` : `${word} ${given}`)
        for (const group of nicknameGroups(first)) block('group', `${group} ${word}`)
      }
      block('initial', `${first[0] ?? ''} ${word}`)
      if (index > 0) break
    }
    if (!isInitial(first)) {
      block('start', `${given} ${name.family.slice(0, 3)}`)
      block('end', `${given} ${name.family.slice(-4)}`)
      block('spelled', given + family)
    }
    if (name.given.length > 1)
      for (const other of name.given.slice(1))
        if (other.length > 1) block('name', other < family ? `${other} ${family}` : `${family} ${other}`)
  }
  for (const mail of row.mails) if (mail.compact.length >= 4) block('code', mail.compact)
  for (const code of row.codes) block('code', code)
  // Whose name is not written may be spelled by the local part.
  if (row.names.length === 0 || row.spelled)
    for (const mail of row.mails) spelledBlocks(mail.compact.replace(/\d+$/, ''), row.organisations, block)
  for (const phone of row.phones) block('phone', phone)
}

/** The blocks of a local part that may spell a name: all of it, or an initial before or behind the rest. */
function spelledBlocks(
  local: string,
  organisations: readonly string[],
  block: (kind: Kind, text: string) => void,
): void {
  block('spelled', skeleton(local))
  if (local.length < 4) return
  const [first, last] = [local.charAt(0), local.charAt(local.length - 1)]
  const [behind, before] = [skeleton(local.slice(1)), skeleton(local.slice(0, -1))]
  block('initial', `${first} ${behind}`)
  block('initial', `${last} ${before}`)
  for (const organisation of organisations)
    for (const part of [behind, before]) block('at', `${part} ${organisation}`)
}

/** Entries sorted by block, each `hash·2^20 + person`. */
export class Blocks {
  readonly #sorted: Float64Array

  private constructor(sorted: Float64Array) {
    this.#sorted = sorted
  }

  /** The blocks of the people from `from` on. */
  static of(table: MatchTable, from = 0): Blocks {
    let entries = new Float64Array(Math.max(16, (table.rows.length - from) * 10))
    let length = 0
    for (let person = from; person < table.rows.length; person++)
      blocksOf(table.rows[person]!, (hash) => {
        if (length === entries.length) {
          const larger = new Float64Array(2 * length)
          larger.set(entries)
          entries = larger
        }
        entries[length++] = hash * MAX_BLOCKED + person
      })
    return new Blocks(entries.subarray(0, length).sort())
  }

  /** Pairs within these blocks, each once, packed `a·2^20 + b` with a < b, ascending. */
  pairs(): Float64Array {
    const found = new Pairs()
    const sorted = this.#sorted
    for (let start = 0; start < sorted.length;) {
      const hash = Math.floor(sorted[start]! / MAX_BLOCKED)
      let end = start + 1
      while (end < sorted.length && Math.floor(sorted[end]! / MAX_BLOCKED) === hash) end++
      if (end - start > 1 && end - start <= limitOf(hash))
        for (let i = start; i < end; i++)
          for (let j = i + 1; j < end; j++) found.add(sorted[i]! % MAX_BLOCKED, sorted[j]! % MAX_BLOCKED)
      start = end
    }
    return found.distinct()
  }

  /** Pairs between somebody of `other` and somebody here. */
  pairsWith(other: Blocks): Float64Array {
    const found = new Pairs()
    const theirs = other.#sorted
    for (let start = 0; start < theirs.length;) {
      const hash = Math.floor(theirs[start]! / MAX_BLOCKED)
      let end = start + 1
      while (end < theirs.length && Math.floor(theirs[end]! / MAX_BLOCKED) === hash) end++
      const first = this.#firstAt(hash * MAX_BLOCKED)
      let last = first
      while (last < this.#sorted.length && this.#sorted[last]! < (hash + 1) * MAX_BLOCKED) last++
      if (last > first && last - first + end - start <= limitOf(hash))
        for (let i = start; i < end; i++)
          for (let j = first; j < last; j++)
            found.add(theirs[i]! % MAX_BLOCKED, this.#sorted[j]! % MAX_BLOCKED)
      start = end
    }
    return found.distinct()
  }

  /** Both as one: two sorted columns woven into one. */
  joined(other: Blocks): Blocks {
    const [mine, theirs] = [this.#sorted, other.#sorted]
    const all = new Float64Array(mine.length + theirs.length)
    let i = 0
    let j = 0
    for (let k = 0; k < all.length; k++)
      all[k] = j >= theirs.length || (i < mine.length && mine[i]! <= theirs[j]!) ? mine[i++]! : theirs[j++]!
    return new Blocks(all)
  }

  #firstAt(value: number): number {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sorted[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Pairs gathered in one growing column. */
class Pairs {
  #column = new Float64Array(1 << 12)
  #length = 0

  add(a: number, b: number): void {
    if (a === b) return
    if (this.#length === this.#column.length) {
      const larger = new Float64Array(2 * this.#length)
      larger.set(this.#column)
      this.#column = larger
    }
    this.#column[this.#length++] = a < b ? a * MAX_BLOCKED + b : b * MAX_BLOCKED + a
  }

  distinct(): Float64Array {
    const sorted = this.#column.subarray(0, this.#length).sort()
    let kept = 0
    for (let i = 0; i < sorted.length; i++)
      if (i === 0 || sorted[i] !== sorted[kept - 1]) sorted[kept++] = sorted[i]!
    return sorted.slice(0, kept)
  }
}
